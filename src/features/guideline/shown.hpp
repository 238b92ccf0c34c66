#pragma once
#include "base/instant.hpp"
#include "features/decisions/public.hpp"
#include "features/guideline/promise.hpp"
#include "features/guideline/sheet.hpp"
#include "platform/documents/papers.hpp"
#include "platform/page/source.hpp"
namespace guideline {

// Something of another feature that a statement leads to: its name in the reader's words, and where it is.
struct Elsewhere {
    std::string key, title, path;
};
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
    std::function<std::vector<Elsewhere>(const std::vector<std::string>& parts)> pages_of = {};   // pages and workplaces that name one of these parts
    std::function<std::vector<Elsewhere>(std::string_view offer)> coming_of = {};                 // activities that are coming
    const std::string* logo = nullptr;                                                            // for paper
    std::string municipality = {};
    std::shared_ptr<documents::Papers> papers = std::make_shared<documents::Papers>();
};
using Source = page::Source<Shown>;
}
