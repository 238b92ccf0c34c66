#include "features/activities/routes_public.hpp"
#include "features/activities/pages_public.hpp"

namespace activities {
namespace {
using web::Access;
using web::Lane;
using web::Method;
using web::Request;

using BoardPage = Response (*)(const Visit&, const Board&);
using OnePage = Response (*)(const Visit&, const Board&, const Listed&);
web::Page on(const Source& source, const Agenda& agenda, BoardPage page) {
    return [source, &agenda, page](const Request& request) {
        const auto shown = source();
        const auto listing = agenda.get();
        return page({request, *shown->frame}, {*shown, *listing, shown->clock->now()});
    };
}
using Find = const Listed* (Listing::*)(std::string_view) const;
web::Page of_one(const Source& source, const Agenda& agenda, OnePage page, Find find = &Listing::find) {
    return [source, &agenda, page, find](const Request& request) {
        const auto shown = source();
        const auto listing = agenda.get();
        const auto* one = (*listing.*find)(request.param("slug"));
        return one ? page({request, *shown->frame}, {*shown, *listing, shown->clock->now()}, *one) : Response::not_found();
    };
}
using GroundPage = Response (*)(const Visit&, const Ground&, const Shown&);
using SignUpPage = Response (*)(const Visit&, const Ground&, const Shown&, const Listed&);
web::Page at(const Ground& ground, GroundPage page) {
    return [ground, page](const Request& request) {
        const auto shown = ground.source();
        return page({request, *shown->frame}, ground, *shown);
    };
}
web::Page at_one(const Ground& ground, SignUpPage page) {
    return [ground, page](const Request& request) {
        const auto shown = ground.source();
        const auto listing = ground.agenda.get();
        const auto* one = listing->find(request.param("slug"));
        return one ? page({request, *shown->frame}, ground, *shown, *one) : Response::not_found();
    };
}
Response calendar_named(const Visit& visit, const Board& board) { return calendar_feed(visit, board, visit.request.param("name")); }
}

web::Routes public_routes(const Source& s, const Agenda& a) {
    return {
        {Method::get, "/aktiviteter", Access::anyone, Lane::memory, "activities.list", on(s, a, list_page)},
        {Method::get, "/aktiviteter/atom.xml", Access::anyone, Lane::memory, "activities.atom", on(s, a, atom_feed)},
        {Method::get, "/aktiviteter/{slug}", Access::anyone, Lane::memory, "activities.activity", of_one(s, a, activity_page)},
        {Method::get, "/aktiviteter/{slug}/kalender.ics", Access::anyone, Lane::memory, "activities.calendar_of_one", of_one(s, a, calendar_of_one, &Listing::find_for_calendar)},
        {Method::get, "/kalender/{name}", Access::anyone, Lane::memory, "activities.calendar", on(s, a, calendar_named)},
        {Method::get, "/skarm/aktiviteter", Access::anyone, Lane::memory, "activities.screen", on(s, a, screen_page)},
        {Method::get, "/skarm/{slug}", Access::anyone, Lane::memory, "activities.screen_of_one", of_one(s, a, screen_of_one_page)},
        {Method::get, "/inbaddat/aktiviteter", Access::anyone, Lane::memory, "activities.widget", on(s, a, widget_page)},
    };
}
web::Routes sign_up_routes(const Ground& g) {
    return {
        {Method::get, "/aktiviteter/{slug}/anmal", Access::anyone, Lane::memory, "activities.begin", at_one(g, begin_page)},
        {Method::post, "/aktiviteter/{slug}/anmal", Access::anyone, Lane::database, std::string(sign_up_route), at_one(g, next_page)},
        {Method::get, "/p/{token}", Access::anyone, Lane::memory, "activities.link", at(g, link_page)},
        {Method::get, std::string(place_path), Access::anyone, Lane::memory, "activities.place_code", at(g, place_code_page)},
        {Method::post, std::string(place_path), Access::anyone, Lane::database, std::string(place_route), at(g, place_page)},
        {Method::post, std::string(background_path), Access::anyone, Lane::database, std::string(background_route), at(g, background_page)},
    };
}
}
