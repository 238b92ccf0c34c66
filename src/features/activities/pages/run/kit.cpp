// …/underlag: what the leader works from. The plan, the material, what the room needs, the checklist, who helps to lead; never a name (feature D15).
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/activities/refusal_words.hpp"
#include "platform/audit/audit.hpp"

namespace activities {
namespace {
struct Kit {
    std::string plan, material, checklist, ticked;
    std::array<int, experiences.size()> experienced{};
    NeedsSum needs;
};
Kit kit_of(const Visit& visit, const Ground& ground, const Room& room) {
    const auto now = ground.clock.now();
    const auto scope = AreaScope::of(*visit.request.actor, team, now);
    const audit::Line line{.act = audit::Act::read, .kind = "activities.session", .object = std::string(room.session.id.text()), .reason = "own_task", .area = room.session.area};
    return audit::read(ground.database, *visit.request.actor, now, line, [&](db::Reader& reader, audit::Seen&) {
        const auto text = [&](What what) { return store::text(reader, ground.vault, scope, room.session, what); };
        Kit out{text(What::plan), text(What::material), text(What::checklist), text(What::ticked), {}, needs_of(reader, ground.vault, scope, room)};
        for (const auto part : experiences) out.experienced[static_cast<std::size_t>(part)] = store::experience(reader, scope, room.session, part);
        return out;
    });
}

void section(Html& h, const Visit& visit, std::string_view title, std::string_view text) {
    h.el("section", [&] {
        h.el("h2", title);
        if (text.empty()) h.el("p", {{"class", "subtle"}}, visit.t("Inget är skrivet än."));
        else typed_text(h, text);
    });
}
void sum(std::vector<std::string>& parts, const Visit& visit, const char* words, int number) {
    if (number > 0) parts.push_back(visit.t(words, {{"n", base::to_text(number)}}));
}
void needs(Html& h, const Visit& visit, const NeedsSum& n) {
    h.el("section", [&] {
        h.el("h2", visit.t("Vad rummet behöver"));
        if (n.none()) return void(h.el("p", {{"class", "subtle"}}, visit.t("Ingen som kommer har sagt att något behövs.")));
        std::vector<std::string> parts;
        sum(parts, visit, i18n::key("{n} hörslinga"), n.loops);
        sum(parts, visit, i18n::key("{n} väg utan trappor"), n.step_free);
        sum(parts, visit, i18n::key("{n} hjälp med resan"), n.transport);
        sum(parts, visit, i18n::key("{n} specialkost"), n.food);
        sum(parts, visit, i18n::key("{n} tolk"), n.interpreters);
        h.el("p", {{"class", "lead"}}, base::joined(parts, ", "));
        if (n.foods.empty() && n.languages.empty()) return;
        h.el("div", {{"class", "no-print"}}, [&] {
            if (!n.foods.empty()) h.el("p", visit.t("Till köket: {what}", {{"what", base::joined(n.foods, "; ")}}));
            if (!n.languages.empty()) h.el("p", visit.t("Språk för tolk: {what}", {{"what", base::joined(n.languages, "; ")}}));
            h.el("p", {{"class", "small subtle"}}, visit.t("Vem som behöver vad står inte här. Det som står skrivs inte ut, och raderas när det är slut."));
        });
    });
}
void checklist(Html& h, const Visit& visit, const Room& room, const Kit& kit) {
    h.el("section", {{"id", "checklista"}}, [&] {
        h.el("h2", visit.t("Checklista"));
        if (kit.checklist.empty()) return void(h.el("p", {{"class", "subtle"}}, visit.t("Inget är skrivet än.")));
        const auto done = base::split(kit.ticked, '\n');
        h.el("ul", {{"class", "plain check-list"}, {"role", "list"}}, [&] {
            for (const auto line : base::split(kit.checklist, '\n')) {
                if (base::trimmed(line).empty()) continue;
                const bool on = std::find(done.begin(), done.end(), line) != done.end();
                h.el("li", [&] {
                    if (!room.own) return void(h.text(line));
                    page::form(h, visit, tick_route, visit.url(room_path(room.session.id, "/underlag/bocka")), [&] {
                        page::hidden_field(h, "rad", line);
                        page::hidden_field(h, "klar", on ? "nej" : "ja");
                        h.el("button", {{"class", "check-line"}, {"type", "submit"}, {"aria-pressed", on ? "true" : "false"}}, [&] { h.el("span", {{"class", "check-box"}}, [&] { if (on) page::icon(h, visit.frame, "check"); }), h.el("span", line); });
                    });
                });
            }
        });
    });
}

const char* words(Experience part) {
    switch (part) {
        case Experience::co_leader: return i18n::key("Leder tillsammans med dig");
        case Experience::guest: return i18n::key("Är gäst");
        case Experience::storyteller: return i18n::key("Berättar");
    }
    throw base::Bug("an unknown part");
}
void experience(Html& h, const Visit& visit, const Room& room, const Kit& kit) {
    h.el("section", {{"id", "egen-erfarenhet"}}, [&] {
        h.el("h2", visit.t("Egen erfarenhet"));
        h.el("p", visit.t("Har någon med egen erfarenhet hjälpt till? Räkna dem. Namnen skrivs aldrig."));
        if (!room.own) return;
        for (const auto part : experiences)
            page::form(h, visit, experience_route, visit.url(room_path(room.session.id, "/underlag/egen-erfarenhet")), [&] {
                const auto id = "erf-" + std::string(key(part));
                page::hidden_field(h, "del", key(part));
                h.el("div", {{"class", "count-line"}}, [&] {
                    h.el("label", {{"for", id}}, visit.t(words(part)));
                    h.empty("input", {{"class", "ds-input"}, {"id", id}, {"name", "antal"}, {"value", base::to_text(kit.experienced[static_cast<std::size_t>(part)])}, {"inputmode", "numeric"}, {"maxlength", "1"}, {"autocomplete", "off"}});
                    h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(visit.t("Spara")), h.el("span", {{"class", "visually-hidden"}}, ": " + std::string(visit.t(words(part)))); });
                });
            });
    });
}

struct Typed {
    std::string plan, material, checklist;
};
Response edit_form(const Visit& visit, const Room& room, const Typed& typed, const page::FieldErrors& errors) {
    return room_page(visit, room, {"/underlag/andra", std::string(visit.t("Skriv underlaget")), errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::notice(h, visit.frame, page::Tone::info, visit.t("Inga namn"), [&] { h.el("p", visit.t("Skriv om tillfället, aldrig om en person. Underlaget kan läsas av alla i arbetslaget och skrivas ut.")); });
        page::form(h, visit, save_kit_route, visit.url(room_path(room.session.id, "/underlag/andra")), [&] {
            page::text_area(h, visit, {.name = "plan", .label = visit.t("Plan för det här tillfället"), .hint = visit.t("Till exempel hälsa, runda, paus, tema, avslut."), .value = typed.plan, .longest = 4000, .may_be_empty = true}, 8, errors);
            page::text_area(h, visit, {.name = "material", .label = visit.t("Material, för alla tillfällen"), .hint = visit.t("En rad för varje sak. En adress på nätet, som börjar med https://, blir en länk."), .value = typed.material, .longest = 4000, .may_be_empty = true}, 6, errors);
            page::text_area(h, visit, {.name = "checklista", .label = visit.t("Checklista, för alla tillfällen"), .hint = visit.t("En rad för varje sak: nycklar, kaffe, hörslinga på."), .value = typed.checklist, .longest = 4000, .may_be_empty = true}, 6, errors);
            page::submit(h, visit.t("Spara"));
        });
    });
}
}

Response kit_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    if (!room) return Response::not_found();
    const auto kit = kit_of(visit, ground, *room);
    return room_page(visit, *room, {"/underlag", std::string(visit.t("Underlag"))}, [&](Html& h) {
        h.el("div", {{"class", "row no-print"}}, [&] {
            if (room->own) page::button_link_quiet(h, visit.url(room_path(room->session.id, "/underlag/andra")), visit.t("Skriv underlaget"));
            page::print_button(h, visit);
        });
        h.el("div", {{"class", "paper stack-large"}}, [&] {
            h.el("p", {{"class", "only-print"}}, [&] { h.el("b", {page::in_language(visit, i18n::Language::sv)}, discreet_title(room->activity)), h.text(". " + capital(when_words(visit, room->session))); });
            section(h, visit, visit.t("Plan"), kit.plan);
            needs(h, visit, kit.needs);
            checklist(h, visit, *room, kit);
            section(h, visit, visit.t("Material"), kit.material);
        });
        experience(h, visit, *room, kit);
    });
}
Response edit_kit_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    if (!room || !room->own) return Response::not_found();
    const auto kit = kit_of(visit, ground, *room);
    return edit_form(visit, *room, {kit.plan, kit.material, kit.checklist}, {});
}
Response save_kit(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    if (!room || !room->own) return Response::not_found();
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto names = names_around(visit, ground, *room);
    constexpr std::array fields{std::pair{"plan", What::plan}, std::pair{"material", What::material}, std::pair{"checklista", What::checklist}};
    page::FieldErrors errors;
    for (const auto& [field, what] : fields)
        if (const auto wrong = nameless(visit.request.field(field), longest(what), names)) errors.add(field, visit.t(words(*wrong)));
    if (errors.any()) return edit_form(visit, *room, {std::string(visit.request.field("plan")), std::string(visit.request.field("material")), std::string(visit.request.field("checklista"))}, errors);
    const auto with = words_with(ground.vault, ground.randomness);
    ground.database.write([&](db::Transaction& tx) {
        for (const auto& [field, what] : fields) {
            const auto kept = keep_text(tx, with, actor, planning_scope(actor, now), now, {room->session.id, what, std::string(visit.request.field(field))}, names);
            base::require(kept && static_cast<bool>(*kept), "the texts were looked at before");
        }
    });
    return back_to(visit, room->session.id, "/underlag", "underlag");
}
Response save_tick(const Visit& visit, const Ground& ground, const Shown&) {
    const auto session = session_asked(visit);
    if (!session) return Response::not_found();
    const auto& actor = *visit.request.actor;
    const auto now = ground.clock.now();
    const std::string line(visit.request.field("rad"));
    const auto with = words_with(ground.vault, ground.randomness);
    const auto answer = ground.database.write([&](db::Transaction& tx) { return tick_line(tx, with, actor, planning_scope(actor, now), now, *session, line, visit.request.field("klar") == "ja"); });
    return answer ? back_to(visit, *session, "/underlag", "bockat", "checklista") : back_refused(visit, *session, "/underlag", answer.refusal());
}
Response save_experience(const Visit& visit, const Ground& ground, const Shown&) {
    const auto session = session_asked(visit);
    if (!session) return Response::not_found();
    const auto& actor = *visit.request.actor;
    const auto now = ground.clock.now();
    const auto drawn = facts::draw(ground.randomness);
    const auto typed = base::trimmed(visit.request.field("antal"));
    const int people = typed.size() == 1 && typed[0] >= '0' && typed[0] <= '9' ? typed[0] - '0' : -1;
    const auto part = std::find_if(experiences.begin(), experiences.end(), [&](Experience e) { return key(e) == visit.request.field("del"); });
    if (part == experiences.end()) return Response::not_found();
    const auto answer = ground.database.write([&](db::Transaction& tx) { return count_experience(tx, actor, planning_scope(actor, now), now, {*session, *part, people, drawn}); });
    return answer ? back_to(visit, *session, "/underlag", "erfarenhet", "egen-erfarenhet") : back_refused(visit, *session, "/underlag", answer.refusal());
}
}
