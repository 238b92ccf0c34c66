// /personal/riktlinje/rad: councils (KFR, KPR), when they took a draft up, and a code by which they answer themselves (J2, SA9).
#include "base/text.hpp"
#include "features/participation/parts.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
struct Known {
    std::vector<Council> councils;
    std::vector<Meeting> meetings;
    std::vector<Code> codes;
    std::vector<Draft> drafts;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> said;   // by council: views, and those without an answer
};
Known known(const Desk& desk) {
    return desk.ground.database.read([&](db::Reader& reader) {
        Known k{store::councils(reader), store::meetings(reader), store::codes(reader, Purpose::council), desk.ground.drafts ? desk.ground.drafts(reader) : std::vector<Draft>(), {}};
        for (const auto& c : k.councils)
            for (const auto& d : k.drafts)
                for (const auto& v : store::of_meetings(reader, c.id, d.id)) {
                    auto& [all, waiting] = k.said[std::string(c.id.text())];
                    ++all, waiting += v.answered() ? 0 : 1;
                }
        return k;
    });
}
struct Filled {
    std::string council, draft, day, minutes, name;
};

void code_of(Html& h, const Visit& visit, const Desk& desk, const Known& k, const Council& c) {
    const Code* open = nullptr;
    for (const auto& code : k.codes)
        if (!open && code.about == c.id.text() && code.opens(desk.now())) open = &code;
    h.el("p", open ? visit.t("Rådet har en kod som gäller till {day}.", {{"day", day(visit, open->until)}}) : std::string(visit.t("Rådet har ingen kod. Med en kod kan det svara själv på webben.")));
    h.el("div", {{"class", "row"}}, [&] {
        page::form(h, visit, council_code_route, visit.url(std::string(councils_path) + "/" + std::string(c.id.text()) + "/kod"), [&] { page::submit_quiet(h, open ? visit.t("Gör en ny kod") : visit.t("Gör en kod")); });
        if (open) page::form(h, visit, revoke_route, visit.url("/personal/riktlinje/koder/" + std::string(open->id.text()) + "/dra-in"), [&] { page::submit_quiet(h, visit.t("Dra in koden")); });
    });
}
void council(Html& h, const Visit& visit, const Desk& desk, const Known& k, const Council& c) {
    h.el("section", {{"class", "panel stack-small"}, {"aria-labelledby", c.id.text()}}, [&] {
        h.el("h2", {{"id", c.id.text()}}, c.name);
        const auto said = k.said.find(std::string(c.id.text()));
        if (said == k.said.end()) h.el("p", visit.t("Har inte sagt något än."));
        else h.el("p", how_many(visit, said->second.first, said->second.second));
        h.el("ul", [&] {
            for (const auto& m : k.meetings) {
                if (m.council != c.id) continue;
                const auto* d = find(k.drafts, m.draft);
                h.el("li", [&] {
                    h.text(i18n::day(visit.language(), calendar::iso(m.day)) + (d ? ": " + d->title : "") + ". " + visit.t("Protokoll: {where}", {{"where", m.minutes}}) + " ");
                    if (!m.role) h.text(std::string(visit.t("Inlagt av rådet självt.")) + " ");
                    if (visit.request.actor->is_any(reads_texts)) page::link_about(h, visit.url(std::string(enter_path) + "?mote=" + std::string(m.id.text())), visit.t("Skriv in vad de sade"), calendar::iso(m.day));
                });
            }
        });
        code_of(h, visit, desk, k, c);
    });
}
void meeting_form(Html& h, const Visit& visit, const Known& k, const Filled& typed, const FieldErrors& errors) {
    if (k.councils.empty() || k.drafts.empty()) return;
    std::vector<page::Choice> councils, about;
    for (const auto& c : k.councils) councils.push_back({std::string(c.id.text()), c.name});
    for (const auto& d : k.drafts) about.push_back({d.id, d.title});
    h.el("h2", visit.t("Anteckna ett råds möte"));
    page::form(h, visit, meeting_route, visit.url(std::string(councils_path) + "/mote"), [&] {
        page::select(h, visit, {.name = "rad", .label = visit.t("Vilket råd?"), .value = typed.council}, councils, errors);
        page::select(h, visit, {.name = "utkast", .label = visit.t("Utkast"), .value = typed.draft}, about, errors);
        page::text_field(h, visit, {.name = "dag", .label = visit.t("Dag"), .value = typed.day, .type = "date"}, errors);
        page::text_field(h, visit, {.name = "protokoll", .label = visit.t("Protokoll"), .hint = visit.t("Länk eller diarienummer."), .value = typed.minutes, .longest = 300}, errors);
        page::submit(h, visit.t("Spara mötet"));
    });
}
Response shown(const Visit& visit, const Desk& desk, const Filled& typed, const FieldErrors& errors) {
    const auto k = known(desk);
    return page::staff_page(visit, {.title = std::string(visit.t("Råd")), .current = "/personal/riktlinje", .errors = errors.any(), .narrow = true}, [&](Html& h) {
        around(h, visit, councils_path);
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Råd"));
        h.el("p", visit.t("Råden för personer med funktionsnedsättning och för pensionärer lämnar synpunkter på riktlinjen. De svarar vid möten, på papper eller själva med en kod."));
        for (const auto& c : k.councils) council(h, visit, desk, k, c);
        meeting_form(h, visit, k, typed, errors);
        h.el("h2", visit.t("Lägg till ett råd"));
        page::form(h, visit, add_council_route, visit.url(councils_path), [&] {
            page::text_field(h, visit, {.name = "namn", .label = visit.t("Rådets namn"), .hint = visit.t("Riktlinjen nämner KFR och KPR."), .value = typed.name, .longest = 120}, errors);
            page::submit(h, visit.t("Lägg till"));
        });
    }, errors.any() ? 422 : 200);
}
std::string typed(const Visit& visit, std::string_view name) { return base::valid_utf8(visit.request.field(name)) ? std::string(visit.request.field(name)) : std::string(); }
}

Response councils_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, {"", "", calendar::day(desk.now()), "", ""}, {}); }

Response save_council(const Visit& visit, const Desk& desk) {
    const auto name = typed(visit, "namn");
    const auto id = crypto::new_id<CouncilId>(desk.ground.randomness);
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return add_council(tx, *visit.request.actor, desk.now(), {id, name}); });
    if (done) return Response::see_other(std::string(councils_path) + "?klart=sparat");
    FieldErrors errors;
    errors.add("namn", done.refusal() == Refusal::text_missing ? visit.t("Skriv rådets namn.") : visit.t(words(done.refusal())));
    return shown(visit, desk, {"", "", calendar::day(desk.now()), "", name}, errors);
}

Response save_meeting(const Visit& visit, const Desk& desk) {
    const Filled form{typed(visit, "rad"), typed(visit, "utkast"), typed(visit, "dag"), typed(visit, "protokoll"), ""};
    const auto council = CouncilId::from(form.council);
    const auto on = calendar::date_from(form.day);
    const auto all = drafts(desk);
    FieldErrors errors;
    if (!council) errors.add("rad", visit.t("Välj ett råd."));
    if (!find(all, form.draft)) errors.add("utkast", visit.t("Välj ett utkast."));
    if (!on) errors.add("dag", visit.t("Välj en dag som har varit, eller idag."));
    if (errors.any()) return shown(visit, desk, form, errors);
    const auto* as = visit.request.actor->as(answers_points);
    const Meeting m{.id = crypto::new_id<MeetingId>(desk.ground.randomness), .council = *council, .draft = form.draft, .day = *on, .minutes = form.minutes, .role = as ? std::optional(as->role) : std::nullopt};
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return note_meeting(tx, *visit.request.actor, desk.now(), m); });
    if (done) return Response::see_other(std::string(councils_path) + "?klart=sparat");
    if (done.refusal() == Refusal::unknown) errors.add("rad", visit.t("Välj ett råd."));
    else if (done.refusal() == Refusal::not_later) errors.add("dag", visit.t(words(done.refusal())));
    else errors.add("protokoll", done.refusal() == Refusal::text_missing ? visit.t("Skriv var protokollet finns.") : visit.t(words(done.refusal())));
    return shown(visit, desk, form, errors);
}
}
