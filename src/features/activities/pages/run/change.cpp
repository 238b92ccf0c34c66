// …/andra: an occasion is cancelled, moved, or changes between a room and the net. First who is told and how, then it is done.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/activities/parts_plan.hpp"
#include "features/activities/refusal_words.hpp"
#include "features/activities/settling.hpp"

namespace activities {
namespace {
enum class Wish { cancel, move, swap };
struct Asked {
    const Room& room;
    Wish wish;
    page::FieldErrors errors = {};
    int status = 200;
};
std::string action(const Room& room, Wish wish) { return room_path(room.session.id, wish == Wish::cancel ? "/stall-in" : wish == Wish::move ? "/flytta" : "/byt"); }
std::string_view route_of(Wish wish) { return wish == Wish::cancel ? cancel_route : wish == Wish::move ? move_route : swap_route; }

web::Fields as_it_is(const Room& room) {
    const auto& s = room.session;
    return {{"dag", calendar::iso(s.times.day())}, {"borjar", calendar::iso(s.times.begins())}, {"slutar", calendar::iso(s.times.ends())}, {"satt", std::string(key(s.way))}, {"lokal", s.place}};
}
void one_form(Html& h, const Visit& visit, const Room& room, Wish wish, std::string_view words, const std::function<void()>& fields) {
    page::form(h, visit, route_of(wish), visit.url(action(room, wish)), [&] {
        fields();
        button(h, "granska", words, wish == Wish::cancel);
    });
}
Response forms(const Visit& visit, const Room& room, const web::Fields& typed, const page::FieldErrors& errors, int status = 200) {
    return room_page(visit, room, {"/andra", std::string(visit.t("Flytta, byt, ställ in")), status}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (!room.session.takes_place()) return void(h.el("p", visit.t("Tillfället är inställt. Det går inte att ändra.")));
        if (!room.own) return;
        h.el("p", visit.t("Innan något ändras ser du vilka som får besked, och hur."));
        h.el("section", [&] {
            h.el("h2", visit.t("Flytta till en annan tid"));
            one_form(h, visit, room, Wish::move, visit.t("Granska flytten"), [&] {
                const auto value = [&](std::string_view name) { return web::Request::first(typed, name); };
                page::text_field(h, visit, {.name = "dag", .label = visit.t("Dag"), .value = value("dag"), .type = "date"}, errors);
                h.el("div", {{"class", "pair"}}, [&] {
                    page::text_field(h, visit, {.name = "borjar", .label = visit.t("Börjar"), .value = value("borjar"), .type = "time"}, errors);
                    page::text_field(h, visit, {.name = "slutar", .label = visit.t("Slutar"), .value = value("slutar"), .type = "time"}, errors);
                });
            });
        });
        h.el("section", [&] {
            h.el("h2", visit.t("Byta lokal, eller ses på nätet?"));
            one_form(h, visit, room, Wish::swap, visit.t("Granska bytet"), [&] { place_fields(h, visit, typed, errors); });
        });
        h.el("section", [&] {
            h.el("h2", visit.t("Ställ in"));
            h.el("p", room.activity.kind == Kind::individual ? visit.t("Tiden försvinner, och den som har den får veta det.") : visit.t("Bara det här tillfället. De andra blir av, och alla har kvar sin plats. Det går inte att ångra."));
            one_form(h, visit, room, Wish::cancel, visit.t("Ställ in tillfället"), [] {});
        });
    });
}
Response preview(const Visit& visit, const Ground& ground, const Room& room, Wish wish, std::string_view title, std::string_view becomes, std::string_view words) {
    const auto now = ground.clock.now();
    const auto ways = ground.database.read([&](db::Reader& reader) { return by_way(reader, AreaScope::of(*visit.request.actor, team, now), now, store::of_slot(reader, room.session.area, settling::slot_of(room.session, room.activity), EntryState::placed)); });
    return room_page(visit, room, {"/andra", std::string(title)}, [&](Html& h) {
        if (!becomes.empty()) h.el("p", {{"class", "lead"}}, becomes);
        who_is_told(h, visit, ways);
        be_there(h, visit, ways);
        page::form(h, visit, route_of(wish), visit.url(action(room, wish)), [&] {
            carry_fields(h, visit, {});
            h.el("div", {{"class", "row"}}, [&] { button(h, "ja", words), page::link(h, visit.url(room_path(room.session.id, "/andra")), visit.t("Nej, gå tillbaka")); });
        });
    });
}
// What was refused, at the field where it can be mended.
Response refused_at(const Visit& visit, const Room& room, std::string_view field, Refusal why) {
    if (why == Refusal::unknown) return Response::not_found();
    page::FieldErrors errors;
    errors.add(field, visit.t(words(why)));
    auto typed = as_it_is(room);
    for (const auto& [name, value] : visit.request.form) {
        std::erase_if(typed, [&, &n = name](const auto& had) { return had.first == n; });
        typed.emplace_back(name, value);
    }
    return forms(visit, room, typed, errors, 422);
}
std::optional<Times> times_in(const Visit& visit, page::FieldErrors& errors) {
    const auto& r = visit.request;
    const auto day = calendar::date_from(r.field("dag"));
    const auto begins = calendar::time_from(r.field("borjar")), ends = calendar::time_from(r.field("slutar"));
    if (!day) errors.add("dag", visit.t("Välj en dag."));
    if (!begins) errors.add("borjar", visit.t("Skriv när det börjar, till exempel 18:00."));
    if (!ends) errors.add("slutar", visit.t("Skriv när det slutar, till exempel 20:00."));
    if (errors.any()) return std::nullopt;
    const auto times = Times::of(*day, *begins, *ends);
    if (times) return *times;
    if (times.refusal() == Times::Refusal::backwards) errors.add("slutar", visit.t("Slutet måste vara efter början."));
    else errors.add("borjar", visit.t("Klockan ställs om då, så den tiden finns inte, eller kommer två gånger. Välj en annan tid."));
    return std::nullopt;
}
std::optional<Room> own_room(const Visit& visit, const Ground& ground) {
    auto room = room_asked(visit, ground);
    return room && room->own ? std::move(room) : std::nullopt;
}
bool sure(const Visit& visit) { return visit.request.field("vill") == "ja"; }
}

Response change_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    return room ? forms(visit, *room, as_it_is(*room), {}) : Response::not_found();
}
Response save_cancel(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = own_room(visit, ground);
    if (!room) return Response::not_found();
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    if (const auto off = cancelled(room->session, now); !off) return back_refused(visit, room->session.id, "/andra", settling::as(off.refusal()));
    if (!sure(visit)) return preview(visit, ground, *room, Wish::cancel, visit.t("Ställ in tillfället?"), "", visit.t("Ja, ställ in"));
    const auto answer = ground.database.write([&](db::Transaction& tx) { return cancel_session(tx, actor, planning_scope(actor, now), now, room->session.id); });
    return answer ? back_to(visit, room->session.id, "", "installt") : back_refused(visit, room->session.id, "/andra", answer.refusal());
}
Response save_move(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = own_room(visit, ground);
    if (!room) return Response::not_found();
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    page::FieldErrors errors;
    const auto to = times_in(visit, errors);
    auto typed = visit.request.form;
    for (const auto& [name, value] : as_it_is(*room))
        if (name == "satt" || name == "lokal") typed.emplace_back(name, value);
    if (!to) return forms(visit, *room, typed, errors, 422);
    const auto other = moved(room->session, *to, now);
    if (!other) return refused_at(visit, *room, "dag", settling::as(other.refusal()));
    if (!sure(visit)) return preview(visit, ground, *room, Wish::move, visit.t("Flytta tillfället?"), visit.t("Till: {when}", {{"when", when_words(visit, *other)}}), visit.t("Ja, flytta"));
    const auto answer = ground.database.write([&](db::Transaction& tx) { return move_session(tx, actor, planning_scope(actor, now), now, room->session.id, *to); });
    return answer ? back_to(visit, room->session.id, "", "flyttat") : refused_at(visit, *room, "dag", answer.refusal());
}
Response save_swap(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = own_room(visit, ground);
    if (!room) return Response::not_found();
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    page::FieldErrors errors;
    const auto where = where_in(visit, visit.request.form, errors);
    auto typed = visit.request.form;
    for (const auto& [name, value] : as_it_is(*room))
        if (name != "satt" && name != "lokal") typed.emplace_back(name, value);
    if (on_the_net(where.way) && where.link.empty() && room->meeting.empty()) errors.add("lank", visit.t(words(Refusal::meeting_missing)));
    if (errors.any()) return forms(visit, *room, typed, errors, 422);
    const auto other = swapped(room->session, where.way, where.place, now);
    if (!other) return refused_at(visit, *room, other.refusal() == SessionRefusal::place_missing || other.refusal() == SessionRefusal::place_unfit ? "lokal" : "satt", settling::as(other.refusal()));
    if (!sure(visit)) return preview(visit, ground, *room, Wish::swap, visit.t("Byt hur och var?"), visit.t("Till: {when}", {{"when", where_words(visit, *other)}}), visit.t("Ja, byt"));
    std::optional<SealedMeeting> meeting;
    if (on_the_net(where.way) && !where.link.empty()) meeting.emplace(sealed_meeting(ground.vault, ground.randomness, where.link));
    const Swap in{room->session.id, where.way, where.place, meeting ? &*meeting : nullptr};
    const auto answer = ground.database.write([&](db::Transaction& tx) { return swap_room_online(tx, ground.vault, actor, planning_scope(actor, now), now, in); });
    return answer ? back_to(visit, room->session.id, "", "bytt") : refused_at(visit, *room, "satt", answer.refusal());
}
}
