#pragma once
#include "base/instant.hpp"
#include "features/directory/public.hpp"
#include "features/municipality/public.hpp"
#include "platform/documents/papers.hpp"
#include "features/outreach/public.hpp"
#include "platform/page/source.hpp"
namespace outreach {

// Something to come to, as paper says it (features/activities).
struct ComingUp {
    std::string title, when, where;
};

// What the outreach pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const std::vector<Workplace>* workplaces;
    const directory::Catalogue* catalogue;
    const references::References* references;
    const municipality::Municipality* municipality;
    const std::string* logo;      // the pack's logo.svg
    const base::Clock* clock;     // paper is dated
    std::shared_ptr<documents::Papers> papers = std::make_shared<documents::Papers>();
    std::function<std::vector<ComingUp>(const page::Visit&)> coming = {};   // may be empty
};
using Source = page::Source<Shown>;
}
