#include "features/activities/routes_share.hpp"
#include "features/activities/plan/look_up.hpp"
#include "features/activities/pages_share.hpp"

namespace activities {
namespace {
using web::Access;
using web::Lane;
using web::Method;

using SharedPage = Response (*)(const Visit&, const Ground&, const Shown&);
using DeskPage = Response (*)(const Visit&, const ShareDesk&, const Activity&);
web::Page by_code(const Ground& ground, SharedPage page) {
    return [ground, page](const web::Request& request) {
        const auto shown = ground.source();
        return page({request, *shown->frame}, ground, *shown);
    };
}
// Another area's activity and one that never was are one answer.
web::Page of_activity(const Ground& ground, DeskPage page) {
    return [ground, page](const web::Request& request) {
        const auto shown = ground.source();
        const auto now = ground.clock.now();
        const ShareDesk desk{ground, *shown, *request.actor, now, AreaScope::of(*request.actor, team, now)};
        const auto activity = looked_up(ground, desk.actor, desk.scope, desk.now, request.param("slug"));
        return activity ? page({request, *shown->frame}, desk, *activity) : Response::not_found();
    };
}
}

web::Routes share_routes(const Ground& g) {
    const auto runs = Access::only(team);
    return {
        {Method::get, std::string(shared_path), Access::anyone, Lane::memory, "activities.shared_code", by_code(g, shared_code_page)},
        {Method::post, std::string(shared_path), Access::anyone, Lane::database, std::string(shared_route), by_code(g, shared_page)},
        {Method::get, "/personal/aktiviteter/{slug}/delade", runs, Lane::database, "activities.shares", of_activity(g, shares_page)},
        {Method::post, "/personal/aktiviteter/{slug}/delade", runs, Lane::database, std::string(make_share_route), of_activity(g, save_share)},
        {Method::post, "/personal/aktiviteter/{slug}/delade/ta-tillbaka", runs, Lane::database, std::string(end_share_route), of_activity(g, save_end_share)},
    };
}
}
