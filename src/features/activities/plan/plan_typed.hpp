#pragma once
#include "features/activities/pages_plan.hpp"
// The form of an activity as it is typed.
namespace activities {

struct PlanTyped {
    std::string kind = "group", offer, for_whom = "anyone", unit, title, neutral, partner, begins = "planned", wanted = "5", seats = "8", minimum, stop, offering = "at_once", hours = "48", two = "wait", preferred = "nobody", why;
    bool sensitive = false;
};
PlanTyped typed_in(const web::Fields&);
PlanTyped typed_of(const Activity&);
// The activity with what is typed; what is wrong stands at its field. `base`: the one that is edited, or a new one.
Activity activity_of(const Visit&, const PlanTyped&, Activity base, FieldErrors&);
// An address that is not taken: of the title, of a sensitive one the neutral title.
std::string free_slug(db::Reader&, const Activity&);
// Whether an address is made of the title that may be seen by anybody.
bool made_of(std::string_view slug, const Activity&);
// Whether an address that anybody may have seen tells what a subject is about that is sensitive from now on.
bool tells_too_much(const Activity& had, const Activity& now);
// The units where somebody plans.
std::vector<page::Choice> planning_units(const PlanDesk&);
// Offers an activity can be: those the municipality gives without an application.
std::vector<page::Choice> offers_to_plan(const Visit&, const PlanDesk&);
void plan_fields(Html&, const Visit&, const PlanDesk&, const PlanTyped&, const FieldErrors&, bool is_new);
}
