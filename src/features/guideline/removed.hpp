#pragma once
#include "features/guideline/public.hpp"
#include "platform/db/database.hpp"
#include <memory>
namespace guideline {

// A statement that the guideline no longer has, as it last stood. section and statement point into the text of that version.
struct Removed {
    std::shared_ptr<const Guideline> text;
    const Section* section;
    const Statement* statement;
    int last;                     // the last version that had it
    std::optional<int> by = {};   // the version that took it away; none when the content was changed in another way (ADR 0047)
    std::string day = {};         // the first day of that one
};
// Nothing when no version that has been in force had it.
std::optional<Removed> removed(db::Reader&, const references::References&, std::string_view id);
}
