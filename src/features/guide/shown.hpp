#pragma once
#include "features/guide/guide.hpp"
#include "features/municipality/public.hpp"
#include "platform/page/source.hpp"
#include "platform/web/stamps.hpp"
namespace guide {

// What the guide's pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const Guide* guide;
    const directory::Catalogue* catalogue;
    const articles::Library* library;
    const municipality::Municipality* municipality;
    const web::Stamps* stamps;
    // What is coming of the offers that were found, below them (features/activities); may be empty.
    std::function<void(html::Html&, const page::Visit&, const std::vector<std::string_view>& offers)> coming = {};
};
using Source = page::Source<Shown>;

// The name of the route that takes the answers; its stamps are made for it alone.
inline constexpr std::string_view result_route = "guide.result";
}
