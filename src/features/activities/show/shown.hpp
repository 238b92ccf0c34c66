#pragma once
#include "base/instant.hpp"
#include "features/activities/after/survey.hpp"
#include "features/decisions/public.hpp"
#include "features/directory/public.hpp"
#include "features/municipality/public.hpp"
#include "platform/page/source.hpp"
namespace activities {

// What the public pages show from: part of the site's snapshot, alive as long as the request. What there is and when: agenda.hpp.
struct Shown {
    const page::Frame* frame;
    const decisions::Register* decisions;
    const directory::Catalogue* catalogue;
    const municipality::Municipality* municipality;
    const base::Clock* clock;
    const Survey* survey = nullptr;
};
using Source = page::Source<Shown>;
}
