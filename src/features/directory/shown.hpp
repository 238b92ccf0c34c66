#pragma once
#include "features/directory/catalogue.hpp"
#include "features/municipality/public.hpp"
#include "features/references/public.hpp"
#include "platform/page/source.hpp"
#include <functional>
namespace directory {

// What the directory's pages show from: part of the site's snapshot, alive as long as the request.
struct Shown {
    const page::Frame* frame;
    const Catalogue* catalogue;
    const references::References* references;
    const municipality::Municipality* municipality;
    // Told of and asked about today, never signed up for: the board's decision is missing (features/decisions).
    std::function<bool(const Offer&)> only_information;
    // What is coming of an offer, on its page (features/activities); may be empty.
    std::function<void(html::Html&, const page::Visit&, const Offer&)> coming = {};
    std::function<bool(const Offer&)> has_coming = {};
};
using Source = page::Source<Shown>;
}
