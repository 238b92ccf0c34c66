#pragma once
#include "features/activities/plan/concerned.hpp"
#include "features/activities/ground.hpp"
#include "features/activities/plan/planning.hpp"
#include "features/activities/plan/series.hpp"
#include "features/activities/plan/week.hpp"
#include "platform/page/staff.hpp"
// The staff's pages of planning, one declaration each; the files in pages/plan/ hold them. Lists name nobody.
namespace activities {
using html::Html;
using html::Url;
using page::FieldErrors;
using page::Visit;
using web::Response;

inline constexpr std::string_view plan_path = "/personal/aktiviteter", session_path = "/personal/aktiviteter/tillfalle";
inline constexpr std::string_view save_plan_route = "activities.save_plan", edit_route = "activities.save_edit", preview_sessions_route = "activities.preview_sessions", add_sessions_route = "activities.add_sessions",
                                  change_sessions_route = "activities.change_sessions", copy_route = "activities.save_copy",
                                  step_route = "activities.take_step", undo_route = "activities.undo", seats_route = "activities.set_seats", offer_route = "activities.offer",
                                  decline_route = "activities.decline", accept_route = "activities.accept", leave_route = "activities.leave", choose_route = "activities.choose_several",
                                  put_back_route = "activities.put_back", no_link_route = "activities.take_back_links", enter_route = "activities.enter_sign_up";

// What a page of planning works with and shows from.
struct PlanDesk {
    const Ground& ground;
    const Shown& shown;
    const rights::Actor& actor;
    base::Instant now;
    AreaScope scope;
};

// /personal/aktiviteter: the week, then all of them by state.
Response week_page(const Visit&, const PlanDesk&);
// /personal/aktiviteter/ny: the form, then what follows from it, then it is kept.
Response plan_page(const Visit&, const PlanDesk&);
Response save_plan(const Visit&, const PlanDesk&);

// Of one activity.
Response one_page(const Visit&, const PlanDesk&, const Activity&);
Response edit_page(const Visit&, const PlanDesk&, const Activity&);
Response save_edit(const Visit&, const PlanDesk&, const Activity&);
Response save_undo(const Visit&, const PlanDesk&, const Activity&);
// /steg/{steg}: who would be told and how, before it happens.
Response step_page(const Visit&, const PlanDesk&, const Activity&);
Response save_step(const Visit&, const PlanDesk&, const Activity&);
// /tillfallen: all occasions; more of them, several changed at once.
Response sessions_page(const Visit&, const PlanDesk&, const Activity&);
Response more_sessions_page(const Visit&, const PlanDesk&, const Activity&);
Response preview_sessions(const Visit&, const PlanDesk&, const Activity&);
Response save_sessions(const Visit&, const PlanDesk&, const Activity&);
Response save_session_changes(const Visit&, const PlanDesk&, const Activity&);
Response copy_page(const Visit&, const PlanDesk&, const Activity&);
Response save_copy(const Visit&, const PlanDesk&, const Activity&);
// /ko: who has a place, an offer, or waits.
Response line_page(const Visit&, const PlanDesk&, const Activity&);
Response save_seats(const Visit&, const PlanDesk&, const Activity&);
Response save_offer(const Visit&, const PlanDesk&, const Activity&);
Response save_decline(const Visit&, const PlanDesk&, const Activity&);
Response save_accept(const Visit&, const PlanDesk&, const Activity&);
Response save_leave(const Visit&, const PlanDesk&, const Activity&);
Response save_put_back(const Visit&, const PlanDesk&, const Activity&);
Response save_no_link(const Visit&, const PlanDesk&, const Activity&);
// Of several that are ticked: what would happen, before it does.
Response review_several(const Visit&, const PlanDesk&, const Activity&);
// /anmal: somebody who calls, writes or comes is put in the same line.
Response enter_sign_up_page(const Visit&, const PlanDesk&, const Activity&);
Response save_sign_up(const Visit&, const PlanDesk&, const Activity&);
}
