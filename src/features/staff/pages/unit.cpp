// /personal/organisation/enhet/{id}: when it works, who has which role there, and which roles it needs.
#include "base/text.hpp"
#include "features/staff/attention.hpp"
#include "features/staff/pages.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace staff {
namespace {
using html::Html;

struct Shown {
    Organisation all;
    store::Stored stored;
    Operation operation;
    Names names;
    base::Instant now;
};
std::optional<Shown> read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto id = UnitId::from(visit.request.param("id"));
    if (!id) return std::nullopt;
    return ground.database.write([&](db::Transaction& tx) -> std::optional<Shown> {
        const auto operation = store::operation_of(tx, *id);
        if (!operation || !may_see(actor, operation->id)) return std::nullopt;
        auto all = seen_by(actor, organisation(tx, now));
        std::erase_if(all.assignments, [&](const Assignment& a) { return a.unit != *id; });
        auto names = Names::of(tx, ground.vault, actor, now, all, accounts_in(all.assignments));
        return Shown{std::move(all), *store::unit(tx, *id), *operation, std::move(names), now};
    });
}

void week(Html& h, const Visit& visit, const calendar::Hours& hours) {
    h.el("dl", {{"class", "keys"}}, [&] {
        for (std::size_t i = 0; i < hours.week.size(); ++i)
            h.el("div", [&] { h.el("dt", calendar::words(static_cast<calendar::Weekday>(i), visit.language())), h.el("dd", calendar::words(hours.week[i], visit.language())); });
    });
    h.el("p", hours.holidays == calendar::OnHolidays::closed ? visit.t("Stängt på helgdagar.") : visit.t("Öppet på helgdagar som andra dagar."));
    std::vector<std::string> closed, early;
    for (const auto& [eve, ends] : hours.eves) {
        const std::string name(calendar::name(eve, visit.language()));
        if (ends.minutes == 0) closed.push_back(name);
        else early.push_back(name + " " + calendar::iso(ends));
    }
    if (!closed.empty()) h.el("p", visit.t("Stängt hela dagen: {days}.", {{"days", base::joined(closed, ", ")}}));
    if (!early.empty()) h.el("p", visit.t("Stänger tidigare: {days}.", {{"days", base::joined(early, ", ")}}));
}
// What the promise means for somebody who writes at this moment.
void promise(Html& h, const Visit& visit, const Shown& shown) {
    const auto made = calendar::WorkingCalendar::of(shown.stored.hours);
    const auto until = made ? made->deadline(shown.now, 2) : std::nullopt;
    page::notice(h, visit.frame, page::Tone::info, visit.t("Inom två arbetsdagar"), [&] {
        h.el("p", until ? visit.t("Den som frågar nu ska ha svar senast {when}.", {{"when", calendar::words(*until, visit.language())}}) : std::string(visit.t("Enheten öppnar inte på länge, så ingen tid kan lovas.")));
    });
}
void closed_days(Html& h, const Visit& visit, const Shown& shown, bool changes) {
    const auto today = calendar::date(shown.now);
    std::vector<calendar::ClosedPeriod> coming;
    std::copy_if(shown.stored.hours.closed.begin(), shown.stored.hours.closed.end(), std::back_inserter(coming), [&](const auto& p) { return today <= p.last; });
    h.el("h3", visit.t("Stängda dagar framöver"));
    if (coming.empty()) return void(h.el("p", visit.t("Inga utöver helgdagar och aftnar.")));
    h.el("ul", {{"class", "steps-list"}}, [&] {
        for (const auto& p : coming)
            h.el("li", {{"class", "spread"}}, [&] {
                const auto days = p.first == p.last ? day_words(visit, p.first) : visit.t("{from} till {until}", {{"from", day_words(visit, p.first)}, {"until", day_words(visit, p.last)}});
                h.el("span", days + ": " + p.reason);
                if (changes)
                    page::form(h, visit, "staff.remove_closed", visit.url(path_of(shown.stored.unit) + "/oppet"), [&] {
                        page::hidden_field(h, "first", calendar::iso(p.first));
                        h.el("button", {{"class", "quiet"}, {"type", "submit"}}, visit.t("Ta bort"));
                    });
            });
    });
}
void time(Html& h, const Visit& visit, const Shown& shown, bool changes) {
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Arbetstid"));
        week(h, visit, shown.stored.hours);
        closed_days(h, visit, shown, changes);
        if (changes) h.el("p", [&] { page::link(h, visit.url(path_of(shown.stored.unit) + "/tider"), visit.t("Ändra namn, arbetstid och stängda dagar")); });
    });
}

void needed(Html& h, const Visit& visit, const Shown& shown, bool changes) {
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Roller som behövs"));
        std::vector<Needed> here;
        std::copy_if(shown.all.needed.begin(), shown.all.needed.end(), std::back_inserter(here), [&](const Needed& n) { return n.unit == shown.stored.unit.id; });
        if (here.empty()) h.el("p", visit.t("Inget är sagt om vilka roller enheten behöver. Säg det, så syns lediga uppdrag."));
        h.el("ul", [&] {
            for (const auto& n : here) {
                const auto held = std::count_if(shown.all.assignments.begin(), shown.all.assignments.end(), [&](const Assignment& a) { return a.role == n.role && current(a, shown.now); });
                h.el("li", visit.t("{role}: {held} av {count}", {{"role", visit.t(rights::words(n.role))}, {"held", base::to_text(held)}, {"count", base::to_text(n.count)}}));
            }
        });
        if (changes) h.el("p", [&] { page::link(h, visit.url(path_of(shown.stored.unit) + "/behov"), visit.t("Ändra vilka roller som behövs")); });
    });
}

void people_here(Html& h, const Visit& visit, const Shown& shown, bool changes) {
    const std::vector<page::Column> columns{{"", visit.t("Namn")}, {"", visit.t("Roll"), false, true}, {"", visit.t("Från")}, {"", visit.t("Till och med")}, {"", visit.t("Nästa steg"), false, true}};
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Uppdrag"));
        if (shown.all.assignments.empty()) return void(h.el("p", visit.t("Ingen har ett uppdrag här just nu.")));
        page::table(h, visit, {visit.t("Uppdrag i enheten"), columns, {}, visit.url(path_of(shown.stored.unit))}, shown.all.assignments.size(), [&](std::size_t row, std::size_t column) {
            const auto& a = shown.all.assignments[row];
            switch (column) {
            case 0: page::link(h, visit.url(std::string(home) + "/person/" + std::string(a.account.text())), name_of(visit, shown.names, a.account)); break;
            case 1: h.text(visit.t(rights::words(a.role))); break;
            case 2: h.text(day_words(visit, a.from)); break;
            case 3: h.text(a.until ? day_words(visit, *a.until) : std::string(visit.t("tills vidare"))); break;
            default:
                if (changes && !may_end(*visit.request.actor, shown.operation.id, a.role)) page::link_about(h, visit.url(std::string(home) + "/uppdrag/" + std::string(a.id.text()) + "/avsluta"), visit.t("Avsluta"), name_of(visit, shown.names, a.account));
            }
        });
    });
}
}

Response unit_page(const Visit& visit, const Ground& ground) {
    const auto shown = read(visit, ground);
    if (!shown) return Response::not_found();
    const bool changes = !may_run(*visit.request.actor, shown->operation.id);
    return page::staff_page(visit, {.title = shown->stored.unit.name, .current = std::string(home)}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}});
        if (visit.request.asked("klart") == "sparat") page::done(h, visit, visit.t("Sparat."));
        if (visit.request.asked("klart") == "avslutat") page::done(h, visit, visit.t("Uppdraget är avslutat."));
        page::staff_heading(h, shown->stored.unit.name, [&] {
            if (changes) page::button_link(h, visit.url(std::string(home) + "/person/ny").with("enhet", shown->stored.unit.id.text()), visit.t("Lägg till person"));
        });
        h.el("p", visit.t("{operation}, sekretessområde {area}", {{"operation", shown->operation.name}, {"area", shown->all.area(shown->operation.area)->name}}));
        promise(h, visit, *shown);
        people_here(h, visit, *shown, changes);
        h.el("div", {{"class", "panels"}}, [&] { time(h, visit, *shown, changes), needed(h, visit, *shown, changes); });
    });
}
}
