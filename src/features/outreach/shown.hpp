#pragma once
#include "features/directory/public.hpp"
#include "features/municipality/public.hpp"
#include "features/outreach/public.hpp"
#include "platform/page/page.hpp"
namespace outreach {

// What the outreach pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const std::vector<Workplace>* workplaces;
    const directory::Catalogue* catalogue;
    const references::References* references;
    const municipality::Municipality* municipality;
};
using Source = std::function<std::shared_ptr<const Shown>()>;
}
