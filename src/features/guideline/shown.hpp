#pragma once
#include "base/instant.hpp"
#include "features/decisions/public.hpp"
#include "features/guideline/promise.hpp"
#include "features/guideline/sheet.hpp"
#include "platform/page/source.hpp"
namespace guideline {

// What the guideline's pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const Guideline* guideline;
    const references::References* references;
    const Promises* promises = nullptr;
    const Registers* registers = nullptr;
    const directory::Catalogue* catalogue = nullptr;
    const decisions::Register* decisions = nullptr;
    const base::Clock* clock = nullptr;
};
using Source = page::Source<Shown>;
}
