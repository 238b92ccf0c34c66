#include "features/contact/routes_desk.hpp"
#include "features/contact/pages_desk.hpp"
#include "features/contact/register.hpp"

namespace contact {
namespace {
using web::Access;
using web::Lane;
using web::Method;
// Who may say that somebody is away: oneself, and the head.
constexpr rights::Roles absence_setters{rights::Role::consultant, rights::Role::support_contact, rights::Role::head_of_operations};
}

web::Page on(const Ground& ground, Response (*page)(const Visit&, const Desk&)) {
    return [ground, page](const web::Request& request) {
        const auto shown = ground.source();
        return page({request, *shown->frame}, {ground, *shown});
    };
}

web::Routes desk_routes(const Ground& g) {
    const auto read = Access::only(team), hand = Access::only(handover_readers), list = Access::only(register_readers), away = Access::only(absence_setters), ask = Access::only(may_ask_about_violence);
    const auto lane = Lane::database;
    const auto name = [](std::string_view route) { return std::string(route); };
    return {
        {Method::get, "/personal/inkorg", read, lane, "contact.inbox", on(g, inbox_page)},
        {Method::post, "/personal/inkorg/hitta", read, lane, name(find_route), on(g, find)},
        {Method::get, "/personal/inkorg/ny", read, lane, "contact.new", on(g, enter_page)},
        {Method::post, "/personal/inkorg/ny", read, lane, name(enter_route), on(g, save_enter)},
        {Method::get, "/personal/inkorg/franvaro", away, lane, "contact.absence", on(g, absence_page)},
        {Method::post, "/personal/inkorg/franvaro", away, lane, name(absence_route), on(g, save_absence)},
        {Method::post, "/personal/inkorg/franvaro/ta-bort", away, lane, name(no_absence_route), on(g, save_no_absence)},
        {Method::get, "/personal/inkorg/{id}", read, lane, "contact.contact", on(g, contact_page)},
        {Method::post, "/personal/inkorg/{id}/ta", read, lane, name(take_route), on(g, save_take)},
        {Method::post, "/personal/inkorg/{id}/slapp", read, lane, name(release_route), on(g, save_release)},
        {Method::post, "/personal/inkorg/{id}/svara", read, lane, name(answer_route), on(g, save_answer)},
        {Method::post, "/personal/inkorg/{id}/anteckna", read, lane, name(note_route), on(g, save_note)},
        {Method::post, "/personal/inkorg/{id}/avsluta", read, lane, name(close_route), on(g, save_close)},
        {Method::get, "/personal/inkorg/{id}/bedom", read, lane, "contact.triage", on(g, triage_page)},
        {Method::post, "/personal/inkorg/{id}/bedom", read, lane, name(judge_route), on(g, save_triage)},
        {Method::post, "/personal/inkorg/{id}/vag/{vag}/lamnad", read, lane, name(hand_route_route), on(g, save_hand_route)},
        {Method::get, "/personal/inkorg/{id}/vald", read, lane, "contact.ask_alone", on(g, violence_page)},
        {Method::get, "/personal/trygghetsplan", ask, lane, "contact.safety_plan", on(g, safety_plan_page)},
        {Method::get, "/personal/inkorg/{id}/lamna-over", read, lane, "contact.hand_over_page", on(g, hand_over_page)},
        {Method::post, "/personal/inkorg/{id}/lamna-over/granska", read, lane, name(preview_route), on(g, preview_hand_over)},
        {Method::post, "/personal/inkorg/{id}/lamna-over", read, lane, name(hand_over_route), on(g, save_hand_over)},
        {Method::post, "/personal/inkorg/{id}/lamna-over/{vad}/tillbaka", read, lane, name(call_back_route), on(g, save_call_back)},
        {Method::get, "/personal/overlamnat", hand, lane, "contact.received", on(g, received_page)},
        {Method::get, "/personal/overlamnat/{id}", hand, lane, "contact.copy", on(g, copy_page)},
        {Method::post, "/personal/overlamnat/{id}/oppna", hand, lane, name(open_copy_route), on(g, save_open_copy)},
        {Method::post, "/personal/overlamnat/{id}/ta-emot", hand, lane, name(receive_route), on(g, save_receive)},
        {Method::get, "/personal/register", list, lane, "contact.register", on(g, register_page)},
    };
}
}
