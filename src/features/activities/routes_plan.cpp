#include "features/activities/routes_plan.hpp"
#include "features/activities/plan/look_up.hpp"
#include "features/activities/pages_plan.hpp"

namespace activities {
namespace {
using web::Lane;
using web::Method;
using web::Request;

using DeskPage = Response (*)(const Visit&, const PlanDesk&);
using OnePage = Response (*)(const Visit&, const PlanDesk&, const Activity&);
web::Page on(const Ground& ground, DeskPage page) {
    return [ground, page](const Request& request) {
        const auto shown = ground.source();
        const auto now = ground.clock.now();
        return page({request, *shown->frame}, {ground, *shown, *request.actor, now, planning_scope(*request.actor, now)});
    };
}
// One that is not there and one of another area are the same 404.
web::Page at(const Ground& ground, OnePage page) {
    return [ground, page](const Request& request) {
        const auto shown = ground.source();
        const auto now = ground.clock.now();
        const PlanDesk desk{ground, *shown, *request.actor, now, planning_scope(*request.actor, now)};
        const auto found = looked_up(ground, desk.actor, desk.scope, desk.now, request.param("slug"));
        return found ? page({request, *shown->frame}, desk, *found) : Response::not_found();
    };
}
}

web::Routes plan_routes(const Ground& g) {
    const auto plans = web::Access::only(team);
    const auto lane = Lane::database;
    const auto one = [](std::string_view rest) { return std::string(plan_path) + "/{slug}" + std::string(rest); };
    const auto name = [](std::string_view route) { return std::string(route); };
    return {
        {Method::get, std::string(plan_path), plans, lane, "activities.week", on(g, week_page)},
        {Method::get, std::string(plan_path) + "/ny", plans, lane, "activities.plan", on(g, plan_page)},
        {Method::post, std::string(plan_path) + "/ny", plans, lane, name(save_plan_route), on(g, save_plan)},
        {Method::get, one(""), plans, lane, "activities.one", at(g, one_page)},
        {Method::get, one("/andra"), plans, lane, "activities.edit", at(g, edit_page)},
        {Method::post, one("/andra"), plans, lane, name(edit_route), at(g, save_edit)},
        {Method::post, one("/angra"), plans, lane, name(undo_route), at(g, save_undo)},
        {Method::get, one("/steg/{steg}"), plans, lane, "activities.step", at(g, step_page)},
        {Method::post, one("/steg/{steg}"), plans, lane, name(step_route), at(g, save_step)},
        {Method::get, one("/tillfallen"), plans, lane, "activities.sessions", at(g, sessions_page)},
        {Method::post, one("/tillfallen"), plans, lane, name(add_sessions_route), at(g, save_sessions)},
        {Method::get, one("/tillfallen/fler"), plans, lane, "activities.more_sessions", at(g, more_sessions_page)},
        {Method::post, one("/tillfallen/granska"), plans, lane, name(preview_sessions_route), at(g, preview_sessions)},
        {Method::post, one("/tillfallen/andra"), plans, lane, name(change_sessions_route), at(g, save_session_changes)},
        {Method::get, one("/kopiera"), plans, lane, "activities.copy", at(g, copy_page)},
        {Method::post, one("/kopiera"), plans, lane, name(copy_route), at(g, save_copy)},
        {Method::get, one("/ko"), plans, lane, "activities.line", at(g, line_page)},
        {Method::post, one("/ko/platser"), plans, lane, name(seats_route), at(g, save_seats)},
        {Method::post, one("/ko/erbjud"), plans, lane, name(offer_route), at(g, save_offer)},
        {Method::post, one("/ko/ja"), plans, lane, name(accept_route), at(g, save_accept)},
        {Method::post, one("/ko/nej"), plans, lane, name(decline_route), at(g, save_decline)},
        {Method::post, one("/ko/lamna"), plans, lane, name(leave_route), at(g, save_leave)},
        {Method::post, one("/ko/valda"), plans, lane, name(choose_route), at(g, review_several)},
        {Method::post, one("/ko/tillbaka"), plans, lane, name(put_back_route), at(g, save_put_back)},
        {Method::post, one("/ko/ingen-lank"), plans, lane, name(no_link_route), at(g, save_no_link)},
        {Method::get, one("/anmal"), plans, lane, "activities.enter", at(g, enter_sign_up_page)},
        {Method::post, one("/anmal"), plans, lane, name(enter_route), at(g, save_sign_up)},
    };
}
}
