#pragma once
#include "features/guideline/shown.hpp"
#include <functional>
namespace guideline {

// What only other features' rows say, asked when the page is shown.
struct LawFacts {
    bool support_contact = false;                   // somebody has that role now (SoL 13:9)
    bool log_asked = false;                         // whether anybody could say
    std::optional<std::string> log_reviewed = {};   // the last month that every controller's reviewer has signed, "2026-10"
};

// Whether something shows that a paragraph is followed. unknown: nobody has said, and nothing can be computed.
enum class Found { there, gap, unknown };
struct Evidence {
    Found found;
    std::string says;      // in the reader's language
    std::string path = {}; // where to see it or mend it
};
// `row` is one of the self-check's paragraphs (feature L10).
Evidence evidence(const page::Visit&, const Shown&, const Row& row, const LawFacts&, std::string_view today);
}
