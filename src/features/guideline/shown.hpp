#pragma once
#include "features/guideline/public.hpp"
#include "platform/page/source.hpp"
namespace guideline {

// What the guideline's pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const Guideline* guideline;
    const references::References* references;
};
using Source = page::Source<Shown>;
}
