#pragma once
#include "features/articles/pages.hpp"
#include "features/retention/public.hpp"
#include "features/contact/routes_out.hpp"
#include "platform/page/source.hpp"
namespace contact {

// What its pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const municipality::Municipality* municipality;
    const directory::Catalogue* catalogue;
    const retention::Retention* retention = nullptr;   // how long a draft is kept, and what the board has decided
    const WaysOut* ways_out = nullptr;
};
using Source = page::Source<Shown>;
}
