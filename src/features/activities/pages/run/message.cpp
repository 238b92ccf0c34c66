// …/meddelande: once to all who have a place. First as it will be read, and who is told how; then it goes. Nothing of it stands in a mail.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/activities/settling.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
constexpr std::size_t longest_message = 600;

struct Group {
    ByWay ways;
    std::vector<Message> before;
};
Group group_of(const Visit& visit, const Ground& ground, const Room& room) {
    const auto now = ground.clock.now();
    const auto scope = AreaScope::of(*visit.request.actor, team, now);
    return ground.database.read([&](db::Reader& reader) {
        const auto slot = settling::slot_of(room.session, room.activity);
        return Group{by_way(reader, scope, now, store::of_slot(reader, room.session.area, slot, EntryState::placed)), store::messages(reader, ground.vault, scope, room.activity, slot, {})};
    });
}
void written_before(Html& h, const Visit& visit, const std::vector<Message>& all) {
    if (all.empty()) return;
    h.el("h2", visit.t("Skickat förut"));
    h.el("ul", {{"class", "plain stack-small"}, {"role", "list"}}, [&] {
        for (const auto& m : all) h.el("li", {{"class", "panel"}}, [&] { h.el("p", {{"class", "small subtle"}}, calendar::words(m.made_at, visit.language())), typed_text(h, m.words); });
    });
}
Response form_page(const Visit& visit, const Room& room, const Group& group, std::string_view typed, const page::FieldErrors& errors) {
    return room_page(visit, room, {"/meddelande", std::string(visit.t("Meddelande till gruppen")), errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (room.coming.empty()) h.el("p", visit.t("Ingen har plats än, så det finns ingen att skriva till."));
        else if (room.own) page::form(h, visit, send_route, visit.url(room_path(room.session.id, "/meddelande")), [&] {
            page::text_area(h, visit, {.name = "text", .label = visit.t("Meddelande"), .hint = visit.t("Samma till alla med plats. Skriv inget om någon person. Högst 600 tecken."), .value = typed, .longest = static_cast<int>(longest_message)}, 6, errors);
            button(h, "granska", visit.t("Se hur det når fram"));
        });
        written_before(h, visit, group.before);
    });
}
Response preview(const Visit& visit, const Room& room, const Group& group, std::string_view text) {
    return room_page(visit, room, {"/meddelande", std::string(visit.t("Så här blir det"))}, [&](Html& h) {
        h.el("div", {{"class", "panel"}}, [&] { typed_text(h, text); });
        who_is_told(h, visit, group.ways);
        page::form(h, visit, send_route, visit.url(room_path(room.session.id, "/meddelande")), [&] {
            page::hidden_field(h, "text", text);
            h.el("div", {{"class", "row"}}, [&] { button(h, "skicka", visit.t("Skicka till gruppen")), button(h, "andra", visit.t("Ändra texten"), true); });
        });
    });
}
}

Response message_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    if (!room) return Response::not_found();
    return form_page(visit, *room, group_of(visit, ground, *room), "", {});
}
Response save_message(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    if (!room || !room->own) return Response::not_found();
    const auto group = group_of(visit, ground, *room);
    const auto text = std::string(base::trimmed(base::replaced(visit.request.field("text"), "\r\n", "\n")));
    page::FieldErrors errors;
    if (text.empty()) errors.add("text", visit.t("Skriv vad gruppen ska få veta."));
    else if (const auto wrong = nameless(text, longest_message, names_around(visit, ground, *room))) errors.add("text", visit.t(words(*wrong)));
    const auto wish = visit.request.field("vill");
    if (errors.any() || wish == "andra") return form_page(visit, *room, group, text, errors);
    if (wish != "skicka") return preview(visit, *room, group, text);
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const GroupMessage in{crypto::new_id<MessageId>(ground.randomness), room->session.id, text};
    const auto with = words_with(ground.vault, ground.randomness);
    const auto answer = ground.database.write([&](db::Transaction& tx) { return send_message(tx, with, actor, planning_scope(actor, now), now, in); });
    return answer ? back_to(visit, room->session.id, "/meddelande", "skickat") : back_refused(visit, room->session.id, "/meddelande", answer.refusal());
}
}
