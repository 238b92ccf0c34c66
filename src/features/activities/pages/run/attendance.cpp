// /personal/aktiviteter/tillfalle/{session}: who comes, one tap each; how many; and who is missing without a word.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"

namespace activities {
namespace {
std::string number(int n) { return base::to_text(n); }
std::string anchor_of(const Coming& c) { return "rad-" + base::to_text(c.entry.position + 1); }

// A form of one button: what is tapped, and of whom.
void tap(Html& h, const Visit& visit, const Room& room, const Coming& c, std::string_view what, std::string_view words, bool quiet = false) {
    page::form(h, visit, mark_route, visit.url(room_path(room.session.id, "/narvaro")), [&] {
        page::hidden_field(h, "anmalan", c.entry.id.text());
        h.el("button", {{"class", quiet ? "quiet" : "ds-button"}, quiet ? html::Attr::none() : html::Attr("data-variant", "secondary"), {"type", "submit"}, {"name", "kryss"}, {"value", what}}, [&] { h.text(words), h.el("span", {{"class", "visually-hidden"}}, ": " + c.called); });
    });
}
void taps(Html& h, const Visit& visit, const Room& room, const Coming& c) {
    h.el("div", {{"class", "taps"}}, [&] {
        if (c.ticked()) return tap(h, visit, room, c, "angra", visit.t("Ångra"), true);
        tap(h, visit, room, c, number(c.entry.size), c.entry.size == 2 ? visit.t("Båda kom") : visit.t("Kom"));
        if (c.entry.size == 2) tap(h, visit, room, c, "1", visit.t("En kom"));
        tap(h, visit, room, c, "0", visit.t("Kom inte"));
        if (!c.said || !c.said->said_so) tap(h, visit, room, c, "sagt", visit.t("Har sagt till"), true);
    });
}
std::string state_words(const Visit& visit, const Coming& c) {
    if (c.ticked() && c.said->came > 0) return std::string(c.entry.size == 1 ? visit.t("Kom") : c.said->came == 2 ? visit.t("Båda kom") : visit.t("En kom"));
    if (c.said && c.said->cannot_come()) return std::string(visit.t("Har sagt till att det inte går"));
    return c.ticked() ? std::string(visit.t("Kom inte")) : std::string();
}
// A time by telephone: the number is opened when it is time, and whoever left none calls us.
void to_call(Html& h, const Visit& visit, const Room& room, const Coming& c) {
    if (!c.entry.person) return void(h.el("p", visit.t("Vi har inget nummer. Personen ringer själv.")));
    if (room.own) h.el("p", [&] { page::link_about(h, visit.url(room_path(room.session.id, "/ring/" + std::string(c.entry.id.text()))), visit.t("Visa numret"), c.called); });
}
void one(Html& h, const Visit& visit, const Room& room, const Coming& c) {
    const auto state = state_words(visit, c);
    const auto* icon = c.ticked() && c.said->came > 0 ? "check" : "info";
    h.el("li", {{"class", c.ticked() ? "tapped" : "to-tap"}, {"id", anchor_of(c)}}, [&] {
        h.el("p", [&] {
            h.el("b", c.called);
            if (c.joins) h.text(" "), h.el("span", {{"class", "tag"}}, *c.joins == Joins::net ? visit.t("På nätet") : visit.t("På plats"));
            if (!state.empty()) h.text(" "), h.el("span", {{"class", "tap-state"}}, [&] { page::icon(h, visit.frame, icon), h.text(state); });
        });
        if (room.session.way == Way::phone && room.session.takes_place()) to_call(h, visit, room, c);
        if (room.own && room.begun && room.session.takes_place()) taps(h, visit, room, c);
    });
}
void all_came(Html& h, const Visit& visit, const Room& room) {
    const auto left = std::count_if(room.coming.begin(), room.coming.end(), [](const Coming& c) { return !c.said; });
    if (left < 2) return;
    page::form(h, visit, all_came_route, visit.url(room_path(room.session.id, "/alla-kom")), [&] { page::submit_quiet(h, left == static_cast<std::ptrdiff_t>(room.coming.size()) ? visit.t("Alla kom") : visit.t("Alla andra kom")); });
}
void list(Html& h, const Visit& visit, const Room& room) {
    h.el("div", {{"class", "room-head"}}, [&] {
        h.el("h2", room.begun ? visit.t("{n} av {total} har kommit", {{"n", number(room.came())}, {"total", number(room.expected())}}) : visit.t("{n} har plats", {{"n", number(room.expected())}}));
        if (room.own && room.begun && room.session.takes_place()) all_came(h, visit, room);
    });
    if (room.coming.empty()) return void(h.el("p", visit.t("Ingen har plats än.")));
    if (room.joins) h.el("p", visit.t("{room} har sagt att de kommer hit, {net} att de är med på nätet.", {{"room", number(room.joins->room)}, {"net", number(room.joins->net)}}));
    if (!room.begun && room.session.takes_place()) h.el("p", visit.t("Du kan börja kryssa den dag ni ses."));
    h.el("ul", {{"class", "plain tap-list"}, {"role", "list"}}, [&] {
        for (const auto& c : room.coming) one(h, visit, room, c);
    });
    if (room.session.way == Way::home) h.el("p", [&] { page::link(h, visit.url("/personal/aktiviteter/" + room.activity.slug + "/ko").with("visa", "behov"), visit.t("Visa adressen och vad som behövs")), h.text(". "), h.text(visit.t("Det skrivs i åtkomstloggen att du har tittat.")); });
    page::button_link_quiet(h, visit.url(room_path(room.session.id, "/lista")), visit.t("Lista att skriva ut"));
}

void step(Html& h, const Visit& visit, const Room& room, std::string_view by, std::string_view words, std::string_view sign) {
    page::form(h, visit, count_route, visit.url(room_path(room.session.id, "/antal")), [&] {
        page::hidden_field(h, "fler", by);
        h.el("button", {{"class", "ds-button"}, {"type", "submit"}, by == "1" ? html::Attr::none() : html::Attr("data-variant", "secondary"), {"aria-label", words}}, sign);
    });
}
void heads(Html& h, const Visit& visit, const Room& room) {
    const int counted = room.session.heads.value_or(0);
    h.el("div", {{"class", "heads"}, {"id", "antal-raknat"}}, [&] {
        step(h, visit, room, "-1", visit.t("En mindre"), "−1");
        h.el("output", [&] { h.text(number(counted)); });
        step(h, visit, room, "1", visit.t("En till"), "+1");
    });
    page::form(h, visit, count_route, visit.url(room_path(room.session.id, "/antal")), [&] {
        page::text_field(h, visit, {.name = "antal", .label = visit.t("Eller skriv antalet"), .value = number(counted), .input_mode = "numeric", .longest = 4}, {});
        page::submit_quiet(h, visit.t("Spara antalet"));
    });
}
void counting(Html& h, const Visit& visit, const Room& room) {
    if (!room.own || !room.begun || !room.session.takes_place()) {
        if (room.session.heads) h.el("p", visit.t("Räknade utan namn: {n}", {{"n", number(*room.session.heads)}}));
        else if (room.activity.kind == Kind::drop_in) h.el("p", visit.t("Du kan börja räkna den dag ni ses. Ingen skriver sitt namn."));
        return;
    }
    if (room.activity.kind == Kind::drop_in) {
        h.el("h2", visit.t("Så många har kommit"));
        h.el("p", visit.t("Räkna huvuden. Inga namn skrivs."));
        return heads(h, visit, room);
    }
    if (room.activity.kind == Kind::individual) return;
    page::details(h, visit.t("Räkna dem som kom utan anmälan ({n})", {{"n", number(room.session.heads.value_or(0))}}), [&] { heads(h, visit, room); });
}

void missing(Html& h, const Visit& visit, const Room& room) {
    const auto who = room.missing();
    if (who.empty()) return;
    h.el("h2", visit.t("Saknades utan besked"));
    h.el("p", visit.t("Inget skickas av sig självt. Ring om du vill höra hur det är."));
    h.el("ul", [&] {
        for (const auto* c : who)
            h.el("li", [&] {
                h.text(c->called + ". ");
                if (c->nameless() || !c->entry.person) h.text(visit.t("Vi har inget nummer."));
                else if (room.own) page::link_about(h, visit.url(room_path(room.session.id, "/ring/" + std::string(c->entry.id.text()))), visit.t("Ring?"), c->called);
            });
    });
}
void meeting(Html& h, const Visit& visit, const Room& room) {
    const auto url = room.meeting.empty() ? std::nullopt : Url::outside(room.meeting);
    if (url && room.session.takes_place()) h.el("p", [&] { h.el("a", {{"href", *url}, {"rel", "external noreferrer noopener"}}, visit.t("Gå till mötet på nätet")); });
}
// "2", "1", "0": so many came. "sagt": the leader was told. "angra": as before.
Answer marked(db::Transaction& tx, const Visit& visit, const Ground& ground, const SessionId& session, const EntryId& entry, std::string_view what, const facts::Drawn& drawn) {
    const auto& actor = *visit.request.actor;
    const auto now = ground.clock.now();
    const auto scope = planning_scope(actor, now);
    if (what == "angra") return unmark_attendance(tx, actor, scope, now, {session, entry, drawn});
    if (what == "sagt") return mark_attendance(tx, actor, scope, now, {session, entry, 0, true, drawn});
    if (what.size() != 1 || what[0] < '0' || what[0] > '2') return base::refused(Refusal::heads_wrong);
    return mark_attendance(tx, actor, scope, now, {session, entry, what[0] - '0', false, drawn});
}
}

Response run_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    if (!room) return Response::not_found();
    return room_page(visit, *room, {""}, [&](Html& h) {
        meeting(h, visit, *room);
        if (room->activity.kind == Kind::drop_in) counting(h, visit, *room);
        else list(h, visit, *room), counting(h, visit, *room);
        missing(h, visit, *room);
        h.el("p", [&] { page::link(h, visit.url(room_path(room->session.id, "/ring")), visit.t("Att ringa om det här tillfället")); });
    });
}
Response save_mark(const Visit& visit, const Ground& ground, const Shown&) {
    const auto session = session_asked(visit);
    const auto entry = EntryId::from(visit.request.field("anmalan"));
    if (!session || !entry) return Response::not_found();
    const auto what = visit.request.field("kryss");
    const auto drawn = facts::draw(ground.randomness);
    std::int64_t position = 0;
    const auto answer = ground.database.write([&](db::Transaction& tx) {
        const auto out = marked(tx, visit, ground, *session, *entry, what, drawn);
        if (out) position = store::find_entry(tx, planning_scope(*visit.request.actor, ground.clock.now()), *entry)->position;
        return out;
    });
    return answer ? back_to(visit, *session, "", what == "angra" ? "angrat" : "kryssat", "rad-" + base::to_text(position + 1)) : back_refused(visit, *session, "", answer.refusal());
}
Response save_all_came(const Visit& visit, const Ground& ground, const Shown&) {
    const auto session = session_asked(visit);
    if (!session) return Response::not_found();
    const auto& actor = *visit.request.actor;
    const auto now = ground.clock.now();
    const auto scope = planning_scope(actor, now);
    const auto many = ground.database.read([&](db::Reader& reader) {
        const auto s = store::find_session(reader, scope, *session);
        const auto a = s ? store::find(reader, scope, s->activity) : std::nullopt;
        return a ? store::of_slot(reader, s->area, a->kind == Kind::individual ? s->id.text() : a->id.text(), EntryState::placed).size() : 0;
    });
    std::vector<facts::Drawn> drawn;
    for (std::size_t i = 0; i < many; ++i) drawn.push_back(facts::draw(ground.randomness));
    const auto answer = ground.database.write([&](db::Transaction& tx) { return mark_all(tx, actor, scope, now, *session, drawn); });
    return answer ? back_to(visit, *session, "", "alla") : back_refused(visit, *session, "", answer.refusal());
}
Response save_count(const Visit& visit, const Ground& ground, const Shown&) {
    const auto session = session_asked(visit);
    if (!session) return Response::not_found();
    const auto& actor = *visit.request.actor;
    const auto now = ground.clock.now();
    const auto scope = planning_scope(actor, now);
    const auto drawn = facts::draw(ground.randomness);
    const auto more = visit.request.field("fler");
    const auto typed = base::trimmed(visit.request.field("antal"));
    const bool figures = !typed.empty() && typed.size() <= 4 && typed.find_first_not_of("0123456789") == typed.npos;
    const auto answer = ground.database.write([&](db::Transaction& tx) -> Answer {
        if (more == "1" || more == "-1") return count_more(tx, actor, scope, now, {*session, more == "1" ? 1 : -1, drawn});
        return head_count(tx, actor, scope, now, {*session, figures ? std::stoi(std::string(typed)) : -1, drawn});
    });
    return answer ? back_to(visit, *session, "", "raknat", "antal-raknat") : back_refused(visit, *session, "", answer.refusal());
}
}
