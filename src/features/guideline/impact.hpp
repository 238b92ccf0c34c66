#pragma once
#include "features/guideline/shown.hpp"
#include "platform/page/page.hpp"
// What a statement touches: everything that is linked to it, by hand or by the part of the guideline it belongs to (M4).
namespace guideline {

struct Touched {
    std::string key;       // "offer:samtalsgrupp": what is ticked
    const char* kind;      // the Swedish word to translate: "Stöd"
    std::string title;
    std::string path = {}; // "" when it has no page
};
std::vector<Touched> touched_by(const page::Visit&, const Shown&, const Statement&);
// What is coming of the offers that answer the statement, each once.
std::vector<Elsewhere> coming(const Shown&, const Statement&);
}
