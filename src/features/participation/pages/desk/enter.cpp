// /personal/riktlinje/synpunkter/skriv-in: what came by telephone, on paper or at a council's meeting weighs as much, from when it came (J3).
#include "base/text.hpp"
#include "features/participation/writing.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
struct Form {
    std::string draft = {}, paragraph = {}, way = "phone", meeting = {}, day = {}, time = {}, perspective = {}, text = {};
};
struct Choices {
    std::vector<Draft> drafts;
    std::vector<Council> councils;
    std::vector<Meeting> meetings;
};
Choices choices(const Desk& desk) {
    return desk.ground.database.read([&](db::Reader& reader) { return Choices{desk.ground.drafts ? desk.ground.drafts(reader) : std::vector<Draft>(), store::councils(reader), store::meetings(reader)}; });
}
const Draft* draft_of(const Choices& all, const Form& form) {
    if (const auto* d = find(all.drafts, form.draft)) return d;
    return form.draft.empty() && !all.drafts.empty() ? &all.drafts.front() : nullptr;
}
std::vector<page::Choice> meeting_choices(const Visit& visit, const Choices& all, const Draft& d) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Nej, från någon enskild"))}};
    for (const auto& m : all.meetings)
        for (const auto& c : all.councils)
            if (m.draft == d.id && c.id == m.council) out.push_back({std::string(m.id.text()), c.name + ", " + i18n::day(visit.language(), calendar::iso(m.day))});
    return out;
}
Response shown(const Visit& visit, const Choices& all, const Form& form, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Skriv in en synpunkt")), .current = "/personal/riktlinje", .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{"/personal/riktlinje", visit.t("Riktlinjen")}, {std::string(views_path), visit.t("Synpunkter")}});
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Skriv in en synpunkt"));
        const auto* d = draft_of(all, form);
        if (!d) return page::nothing_here(h, visit.t("Inget utkast är ute på samråd"), [&] { h.el("p", visit.t("Synpunkter skrivs in på ett utkast som människor har fått läsa.")); });
        h.el("p", visit.t("Det som kommer per telefon, på papper eller vid ett möte väger lika mycket, från den stund det kom."));
        h.el("p", {{"lang", "sv"}}, [&] { h.el("b", d->title); });
        page::form(h, visit, enter_route, visit.url(enter_path), [&] {
            page::hidden_field(h, "utkast", d->id);
            page::select(h, visit, {.name = "punkt", .label = visit.t("Vilken punkt?"), .value = form.paragraph}, paragraph_choices(visit, *d), errors);
            page::select(h, visit, {.name = "mote", .label = visit.t("Från ett råds möte?"), .value = form.meeting}, meeting_choices(visit, all, *d), errors);
            page::radios(h, visit, {.name = "satt", .label = visit.t("Hur kom det?"), .value = form.way}, {{"phone", std::string(visit.t("Per telefon"))}, {"paper", std::string(visit.t("På papper"))}, {"meeting", std::string(visit.t("Vid ett möte"))}}, errors);
            page::text_field(h, visit, {.name = "dag", .label = visit.t("Vilken dag kom det?"), .value = form.day, .type = "date"}, errors);
            page::text_field(h, visit, {.name = "tid", .label = visit.t("Klockslag"), .value = form.time, .type = "time", .may_be_empty = true}, errors);
            page::text_area(h, visit, {.name = "text", .label = visit.t("Vad sades, eller vad står det?"), .hint = visit.t("Så som det sades. Inte vem som sade det."), .value = form.text, .longest = static_cast<int>(longest_view)}, 8, errors);
            page::radios(h, visit, {.name = "perspektiv", .label = visit.t("Perspektiv"), .hint = visit.t("Bara om personen har sagt det."), .value = form.perspective, .may_be_empty = true}, perspective_choices(visit), errors);
            page::submit(h, visit.t("Skriv in"));
        });
    }, errors.any() ? 422 : 200);
}
// When it came; never later than now. Without a time of day, noon: nothing is guessed nearer than the day.
std::optional<base::Instant> arrival(const Visit& visit, const Form& form, base::Instant now, FieldErrors& errors) {
    const auto day = calendar::date_from(form.day);
    const auto time = form.time.empty() ? calendar::time_from("12:00") : calendar::time_from(form.time);
    if (!day || *day > calendar::date(now)) errors.add("dag", visit.t("Välj en dag som har varit, eller idag."));
    if (!time) errors.add("tid", visit.t("Skriv klockslaget som 14:30, eller lämna det tomt."));
    if (errors.any()) return std::nullopt;
    return std::min(now, calendar::instant(calendar::at(*day, *time)));
}
}

Response enter_page(const Visit& visit, const Desk& desk) {
    const auto now = desk.now();
    Form form{.draft = std::string(visit.request.asked("utkast")), .day = calendar::day(now)};
    const auto all = choices(desk);
    for (const auto& m : all.meetings)
        if (m.id.text() == visit.request.asked("mote")) form.meeting = std::string(m.id.text()), form.draft = m.draft, form.way = "meeting", form.day = calendar::iso(m.day);
    return shown(visit, all, form, {});
}

Response save_enter(const Visit& visit, const Desk& desk) {
    const auto field = [&](std::string_view name) { return base::valid_utf8(visit.request.field(name)) ? std::string(visit.request.field(name)) : std::string(); };
    const Form form{field("utkast"), field("punkt"), field("satt"), field("mote"), field("dag"), field("tid"), field("perspektiv"), field("text")};
    const auto& actor = *visit.request.actor;
    const auto now = desk.now();
    const auto all = choices(desk);
    const auto* d = find(all.drafts, form.draft);
    FieldErrors errors;
    const auto way = way_from(form.way);
    const auto text = checked(form.text, longest_view);
    const auto meetings = d ? meeting_choices(visit, all, *d) : std::vector<page::Choice>();
    if (!d || !d->has(form.paragraph)) errors.add("punkt", visit.t(words(Refusal::no_paragraph)));
    if (d && std::none_of(meetings.begin(), meetings.end(), [&](const auto& m) { return m.value == form.meeting; })) errors.add("mote", visit.t("Välj ett möte i listan."));
    if (!way || *way == Way::web) errors.add("satt", visit.t("Välj hur det kom."));
    if (!text) errors.add("text", visit.t(words(text.refusal())));
    const auto came = arrival(visit, form, now, errors);
    if (errors.any()) return shown(visit, all, form, errors);
    const auto scope = own_scope(actor, now);
    if (scope.areas().empty()) return Response::not_found();
    const auto meeting = MeetingId::from(form.meeting);
    const auto perspective = meeting ? Perspective::association : perspective_from(form.perspective).value_or(Perspective::unsaid);
    (void)keep(desk, actor, scope, scope.areas().front(), {.draft = d->id, .paragraph = form.paragraph, .text = *text, .perspective = perspective, .meeting = meeting, .way = meeting ? Way::meeting : *way, .arrived_at = *came});
    return Response::see_other(std::string(views_path) + "?klart=inskriven");
}
}
