#pragma once
#include "features/articles/pages.hpp"
#include "platform/page/source.hpp"
namespace contact {

// What its pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const municipality::Municipality* municipality;
    const directory::Catalogue* catalogue;
};
using Source = page::Source<Shown>;
}
