#pragma once
#include "features/activities/line/line.hpp"
#include "features/activities/parts_plan.hpp"
// What the pages of the line share.
namespace activities {

std::string line_path(const Activity&, std::string_view rest = {});
// The line itself, with what was wrong.
Response line_with(const Visit&, const PlanDesk&, const Activity&, const FieldErrors&);
// Those whose ids the form names ("anmalan"), each once.
std::vector<EntryId> ticked_in(const Visit&);
// Asked before it is done: a slip of the thumb takes nobody's place. The tab names nobody.
Response ask_before_removing(const Visit&, const PlanDesk&, const Activity&, const std::vector<EntryId>&, const FieldErrors&);
Response ask_before_offering(const Visit&, const PlanDesk&, const Activity&, const std::vector<EntryId>&, const FieldErrors&);
}
