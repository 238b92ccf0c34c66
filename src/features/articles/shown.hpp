#pragma once
#include "features/articles/public.hpp"
#include "features/directory/public.hpp"
#include "features/municipality/public.hpp"
#include "platform/page/source.hpp"
namespace articles {

// What the article pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const Library* library;
    const directory::Catalogue* catalogue;
    const references::References* references;
    const municipality::Municipality* municipality;
};
using Source = page::Source<Shown>;
}
