#pragma once
#include "features/work/figures.hpp"
#include "features/work/pages.hpp"
namespace work {

// What a request asks for, page and file alike: ?period=2026-t2; without one the newest that is over.
struct Asked {
    std::vector<Period> periods;      // that are over, newest first
    std::optional<Period> period;     // nothing: none is over, or the one that was asked for is not
    Figures figures;
    OwnFigures own;
    bool many_this_month = false;
};
Asked figures_asked(const Visit&, const Ground&);
std::string words_of(const Visit&, const Period&);   // "Maj–augusti 2026"
}
