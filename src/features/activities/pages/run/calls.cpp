// …/ring: whom to call about this occasion. A number is opened one at a time, in the hours that are safe.
#include "base/text.hpp"
#include "features/activities/run/calling.hpp"
#include "features/activities/pages_run.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
std::string ring_path(const Room& room, const EntryId& who) { return room_path(room.session.id, "/ring/" + std::string(who.text())); }
void task(Html& h, const Visit& visit, const Room& room, const CallTask& c, base::Instant now) {
    const auto& who = c.called;
    h.el("li", {{"class", "panel"}}, [&] {
        h.el("p", [&] { h.el("b", who), h.text(". " + std::string(visit.t(outbox::words_why(c.task.message.why))) + "."); });
        const auto at = c.task.message.not_before;
        if (at > now) h.el("p", visit.t("Tryggt tidigast {when}", {{"when", calendar::words(at, visit.language())}}));
        if (room.own) h.el("p", [&] { page::link_about(h, visit.url(ring_path(room, c.entry.id)), visit.t("Visa numret"), who); });
    });
}
const char* words(people::Unreachable::Why why) {
    using enum people::Unreachable::Why;
    switch (why) {
        case not_safe: return i18n::key("Personen har inte sagt att det är tryggt att ringa. Ring inte.");
        case no_address: return i18n::key("Det finns inget nummer.");
        case outside_hours: return i18n::key("Det är inte en trygg tid just nu.");
        case is_protected: return i18n::key("Personen har skyddade uppgifter. Ring inte härifrån.");
        case erased: return i18n::key("Uppgifterna är raderade.");
        case unverified: return i18n::key("Numret är inte bekräftat.");
    }
    throw base::Bug("an unknown reason");
}
void number(Html& h, const Visit& visit, const Number& n) {
    h.el("div", {{"class", "panel"}}, [&] {
        if (n.to.empty()) {
            h.el("p", visit.t(words(*n.why)));
            if (n.next) h.el("p", visit.t("Tryggt tidigast {when}", {{"when", calendar::words(*n.next, visit.language())}}));
            return;
        }
        h.el("p", visit.t("Fråga efter {name}.", {{"name", n.ask_for}}));
        h.el("p", {{"class", "call-number"}}, [&] { h.el("a", {{"href", Url::phone(n.to)}}, n.to); });
        if (!n.present_as.empty()) h.el("p", visit.t("Säg att det är {name} som ringer.", {{"name", n.present_as}}));
        if (!n.verified) h.el("p", visit.t("Någon annan har lämnat numret. Säg inget om varför du ringer förrän du vet vem som svarar."));
        h.el("p", n.voicemail ? visit.t("Det går bra att tala in ett meddelande.") : visit.t("Tala inte in något meddelande."));
        if (n.until) h.el("p", visit.t("Tryggt till {when}.", {{"when", calendar::words(*n.until, visit.language())}}));
    });
}
}

std::string calls_page_about(db::Reader& reader, const rights::AreaScope& scope, base::Instant now, std::string_view entry) {
    const auto session = occasion_to_call_about(reader, scope, now, entry);
    return session ? room_path(*session, "/ring") : std::string();
}
Response calls_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    if (!room) return Response::not_found();
    const auto now = ground.clock.now();
    const auto all = ground.database.write([&](db::Transaction& tx) { return calls_of(tx, ground.vault, *visit.request.actor, now, *room, visit.t); });
    return room_page(visit, *room, {"/ring", std::string(visit.t("Att ringa"))}, [&](Html& h) {
        h.el("p", visit.t("De här personerna ska få besked per telefon. Vad som har ändrats står på tillfällets sida: läs den innan du ringer."));
        if (all.empty()) return page::nothing_here(h, visit.t("Ingen väntar på samtal"), [&] { h.el("p", [&] { page::link(h, visit.url(room_path(room->session.id)), visit.t("Till närvaron")); }); });
        h.el("ul", {{"class", "plain stack-small"}, {"role", "list"}}, [&] {
            for (const auto& c : all) task(h, visit, *room, c, now);
        });
    });
}
Response call_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    const auto who = EntryId::from(visit.request.param("entry"));
    if (!room || !room->own || !who) return Response::not_found();
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto numbers = ground.database.write([&](db::Transaction& tx) { return numbers_of(tx, ground.vault, actor, planning_scope(actor, now), now, room->session.id, *who); });
    if (numbers.empty()) return Response::not_found();
    return room_page(visit, *room, {"/ring", std::string(visit.t("Ring"))}, [&](Html& h) {
        for (const auto& c : room->coming)
            if (c.entry.id == *who) h.el("h2", c.called);
        for (const auto& n : numbers) number(h, visit, n);
        page::form(h, visit, called_route, visit.url(ring_path(*room, *who) + "/klar"), [&] { page::submit_quiet(h, visit.t("Samtalet är klart")); });
    });
}
Response save_called(const Visit& visit, const Ground& ground, const Shown&) {
    const auto session = session_asked(visit);
    const auto who = EntryId::from(visit.request.param("entry"));
    if (!session || !who) return Response::not_found();
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto answer = ground.database.write([&](db::Transaction& tx) { return called(tx, actor, planning_scope(actor, now), now, *session, *who); });
    return answer ? back_to(visit, *session, "/ring", "ringt") : back_refused(visit, *session, "/ring", answer.refusal());
}
}
