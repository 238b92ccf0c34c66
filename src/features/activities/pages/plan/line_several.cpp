// One or several of the line: what would happen, with a reason where one is needed, before it is done.
#include "base/text.hpp"
#include "features/activities/parts_line.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
using Chosen = std::vector<const Standing*>;

Chosen found(const Line& line, const std::vector<EntryId>& who) {
    Chosen out;
    for (const auto& id : who)
        if (const auto* s = line.find(id.text()); s && s->entry.state != EntryState::offered) out.push_back(s);
    return out;
}
std::string_view stands(const Visit& visit, const Activity& a, EntryState state) {
    if (state == EntryState::waiting) return visit.t("väntar");
    if (state == EntryState::interested) return visit.t("vill vara med");
    return a.kind == Kind::individual ? visit.t("har en tid") : visit.t("har en plats");
}
void names(Html& h, const Visit& visit, const Activity& a, const Chosen& some) {
    h.el("ul", [&] {
        for (const auto* s : some) h.el("li", s->called + (s->entry.size == 2 ? ". " + std::string(visit.t("Två som kommer tillsammans")) : std::string()) + ", " + std::string(stands(visit, a, s->entry.state)));
    });
}
bool any(const Chosen& some, EntryState state) {
    return std::any_of(some.begin(), some.end(), [&](const Standing* s) { return s->entry.state == state; });
}
// What follows when they are taken away.
void follows(Html& h, const Visit& visit, const Activity& a, const Line& line, const Chosen& some) {
    const auto waiting = std::count_if(some.begin(), some.end(), [](const Standing* s) { return s->entry.state == EntryState::waiting; });
    const bool goes_on = any(some, EntryState::placed) && a.kind != Kind::individual && a.terms.offering == Offering::at_once && line.waiting.size() > static_cast<std::size_t>(waiting);
    if (goes_on) h.el("p", visit.t("En ledig plats går direkt till nästa i kön. Då går det inte att ångra."));
    else if (any(some, EntryState::placed)) h.el("p", a.kind == Kind::individual ? visit.t("Tiden blir ledig. Du kan ångra i ett dygn, om ingen annan har tagit den.") : visit.t("Platsen blir ledig. Du kan ångra i ett dygn, om ingen annan har fått den."));
    else h.el("p", visit.t("Du kan ångra i ett dygn. Då står personen på samma plats i kön igen."));
    h.el("p", visit.t("Ingen får besked om det. Prata med personen först."));
    h.el("p", visit.t("Det som behövs vid träffen och länkar i sms och mejl tas bort genast."));
}
void sure(Html& h, const Visit& visit, const Activity& a, const std::vector<EntryId>& who, std::string_view yes, const std::function<void()>& fields) {
    for (const auto& id : who) page::hidden_field(h, "anmalan", id.text());
    fields();
    h.el("p", {{"class", "row"}}, [&] { page::submit(h, yes), page::link(h, visit.url(line_path(a)), visit.t("Nej, gå tillbaka")); });
}

// ---- offering ---------------------------------------------------------------------------------------------------------------------------

struct Looked {
    std::vector<Entry> entries;
    std::optional<base::Instant> until;
    ByWay by;
};
Looked look(const PlanDesk& desk, const Activity& a, const Chosen& some) {
    return desk.ground.database.read([&](db::Reader& reader) {
        Looked out;
        for (const auto* s : some) out.entries.push_back(s->entry);
        out.until = queue::offer_ends(desk.now, a.terms.offer_hours, store::next_begins(reader, desk.scope, a.id, desk.now));
        out.by = by_way(reader, desk.scope, desk.now, out.entries);
        return out;
    });
}
std::vector<Entry> waiting(const Line& line) {
    std::vector<Entry> out;
    for (const auto& s : line.waiting) out.push_back(s.entry);
    return out;
}
std::string_view cannot(const Visit& visit, const Activity& a, const Looked& seen, queue::Refusal why) {
    if (!takes_sign_ups(a)) return says(visit, Refusal::not_open);
    if (!seen.until) return says(visit, Refusal::no_time_left);
    return why == queue::Refusal::no_seat ? visit.t("Det finns inte så många lediga platser. Välj färre.") : visit.t("Välj bara sådana som väntar.");
}
void reasons(Html& h, const Visit& visit, const FieldErrors& errors) {
    std::vector<page::Choice> all;
    for (const auto why : queue::by_hand) all.push_back({std::string(queue::key(why)), std::string(words(visit, why)), ""});
    h.el("p", visit.t("Någon som kom före väntar fortfarande. Skälet skrivs i listan över undantag."));
    page::radios(h, visit, {.name = "skal", .label = visit.t("Varför?"), .value = visit.request.field("skal")}, all, errors);
}
}

std::string line_path(const Activity& a, std::string_view rest) { return path_of(a, "/ko" + std::string(rest)); }
std::vector<EntryId> ticked_in(const Visit& visit) {
    std::vector<EntryId> out;
    for (const auto& text : web::Request::all(visit.request.form, "anmalan"))
        if (const auto id = EntryId::from(text); id && std::find(out.begin(), out.end(), *id) == out.end()) out.push_back(*id);
    return out;
}

Response ask_before_removing(const Visit& visit, const PlanDesk& desk, const Activity& a, const std::vector<EntryId>& who, const FieldErrors& errors) {
    const auto line = read_line(visit, desk, a, Show::names);
    const auto some = found(line, who);
    if (some.empty()) return Response::see_other(visit.url(line_path(a)).text());   // gone already, or offered
    std::vector<EntryId> ids;
    for (const auto* s : some) ids.push_back(s->entry.id);
    std::vector<page::Choice> whys;
    for (const auto why : all_why_out) whys.push_back({std::string(key(why)), std::string(words(visit, why)), ""});
    return plan_frame(visit, &a, {.title = std::string(visit.t("Ta bort en anmälan")), .errors = errors.any(), .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, some.size() == 1 ? visit.t("Ta bort {who}?", {{"who", some.front()->called}}) : visit.t("Ta bort {n} anmälningar?", {{"n", base::to_text(static_cast<long long>(some.size()))}}));
        names(h, visit, a, some);
        follows(h, visit, a, line, some);
        page::form(h, visit, leave_route, visit.url(line_path(a, "/lamna")), [&] {
            sure(h, visit, a, ids, visit.t("Ja, ta bort"), [&] { page::radios(h, visit, {.name = "skal", .label = visit.t("Varför?"), .value = visit.request.field("skal")}, whys, errors); });
        });
    });
}
Response ask_before_offering(const Visit& visit, const PlanDesk& desk, const Activity& a, const std::vector<EntryId>& who, const FieldErrors& wrong) {
    const auto line = read_line(visit, desk, a, Show::names);
    const auto some = found(line, who);
    const auto seen = look(desk, a, some);
    // Whether a reason is needed, and who goes before others by it.
    const auto picks = queue::chosen(waiting(line), line.free, a.terms, who, queue::Why::urgent);
    auto errors = wrong;
    if (!picks || !seen.until || !takes_sign_ups(a)) return errors.add("anmalan", std::string(cannot(visit, a, seen, picks ? queue::Refusal::not_waiting : picks.refusal()))), line_with(visit, desk, a, errors);
    const bool before_others = std::any_of(picks->begin(), picks->end(), [](const queue::Pick& p) { return p.why == queue::Why::urgent; });
    return plan_frame(visit, &a, {.title = std::string(visit.t("Erbjud platser")), .errors = errors.any(), .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, picks->size() == 1 ? visit.t("Erbjud en plats?") : visit.t("Erbjud {n} anmälningar plats?", {{"n", base::to_text(static_cast<long long>(picks->size()))}}));
        h.el("ol", [&] {
            for (const auto& p : *picks) {
                const auto* s = line.find(p.id.text());
                h.el("li", s->called + (p.why == queue::Why::in_turn ? std::string() : ". " + std::string(p.why == queue::Why::urgent ? visit.t("Går före någon som kom tidigare") : words(visit, p.why))));
            }
        });
        h.el("p", visit.t("Erbjudandet gäller till {time}, och går inte att ta tillbaka.", {{"time", calendar::words(*seen.until, visit.language())}}));
        h.el("section", {{"class", "panel stack-small"}}, [&] { h.el("h2", visit.t("Besked")), h.el("p", words(visit, seen.by)); });
        page::form(h, visit, offer_route, visit.url(line_path(a, "/erbjud")), [&] {
            page::hidden_field(h, "flera", "1");
            sure(h, visit, a, who, visit.t("Ja, erbjud"), [&] { if (before_others) reasons(h, visit, errors); });
        });
    });
}

Response review_several(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto who = ticked_in(visit);
    if (!who.empty()) return visit.request.field("vill") == "erbjud" ? ask_before_offering(visit, desk, a, who, {}) : ask_before_removing(visit, desk, a, who, {});
    FieldErrors errors;
    errors.add("anmalan", visit.t("Kryssa för minst en anmälan."));
    return line_with(visit, desk, a, errors);
}
}
