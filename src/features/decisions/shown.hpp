#pragma once
#include "base/instant.hpp"
#include "features/decisions/public.hpp"
#include "platform/page/source.hpp"
namespace decisions {

// What the pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const Register* reg;
    const directory::Catalogue* catalogue;
    const base::Clock* clock;
};
using Source = page::Source<Shown>;

inline constexpr std::string_view record_path = "decisions.toml";
}
