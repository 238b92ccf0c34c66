#pragma once
#include "platform/page/page.hpp"
#include <memory>
namespace page {

// Gives what a feature's pages show from: its part of the site's snapshot, alive as long as the request.
template <class Shown> using Source = std::function<std::shared_ptr<const Shown>()>;

// The page of a route that needs nothing but the visit and what is shown; Shown has a `frame`.
template <class Shown> web::Page with(Source<Shown> source, web::Response (*page)(const Visit&, const Shown&)) {
    return [source = std::move(source), page](const web::Request& request) {
        const auto shown = source();
        return page({request, *shown->frame}, *shown);
    };
}
}
