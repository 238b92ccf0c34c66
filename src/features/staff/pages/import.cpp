// …/importera and …/exportera: the organisation as a file. What a file would do is shown before it is done.
#include "base/text.hpp"
#include "features/staff/import.hpp"
#include "features/staff/pages.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;
using Thing = Listed::Thing;

std::string_view thing_words(const Visit& visit, Thing thing) {
    switch (thing) {
    case Thing::area: return visit.t("Sekretessområde");
    case Thing::controller: return visit.t("Personuppgiftsansvarig");
    case Thing::operation: return visit.t("Verksamhet");
    case Thing::unit: return visit.t("Enhet");
    case Thing::person: return visit.t("Person");
    case Thing::assignment: return visit.t("Uppdrag");
    case Thing::needed: return visit.t("Behov");
    }
    throw base::Bug("an unknown thing in a plan");
}
std::string_view effect_words(const Visit& visit, Effect effect) {
    return effect == Effect::added ? visit.t("Läggs till") : effect == Effect::changed ? visit.t("Ändras") : visit.t("Avslutas");
}
std::string what(const Visit& visit, const Listed& listed) {
    auto out = listed.name;
    if (listed.role) out += ", " + std::string(visit.t(rights::words(*listed.role)));
    if (!listed.unit.empty()) out += ", " + listed.unit;
    if (listed.day) out += ", " + (listed.effect == Effect::ended ? visit.t("till och med {day}", {{"day", day_words(visit, *listed.day)}}) : visit.t("från {day}", {{"day", day_words(visit, *listed.day)}}));
    return out;
}

void text_form(Html& h, const Visit& visit, std::string_view csv, const FieldErrors& errors) {
    page::form(h, visit, "staff.import", visit.url(std::string(home) + "/importera"), [&] {
        page::text_area(h, visit, {.name = "csv", .label = visit.t("Filens innehåll"), .hint = visit.t("Öppna filen som text, kopiera allt och klistra in det här."), .value = csv, .longest = 50000}, 12, errors);
        page::submit(h, visit.t("Visa vad som skulle ändras"));
    });
}
void changes(Html& h, const Visit& visit, const Plan& plan, std::string_view csv) {
    h.el("h2", visit.t("Det här skulle ändras"));
    if (plan.changes_nothing()) return void(h.el("p", visit.t("Ingenting. Allt i filen finns redan.")));
    const std::vector<page::Column> columns{{"", visit.t("Rad"), true}, {"", visit.t("Vad")}, {"", visit.t("Hur")}, {"", visit.t("Vilket")}};
    page::table(h, visit, {visit.t("Ändringar, i filens ordning"), columns, {}, visit.url(std::string(home) + "/importera")}, plan.listed.size(), [&](std::size_t row, std::size_t column) {
        const auto& listed = plan.listed[row];
        switch (column) {
        case 0: h.number(listed.line); break;
        case 1: h.text(thing_words(visit, listed.thing)); break;
        case 2: h.text(effect_words(visit, listed.effect)); break;
        default: h.text(what(visit, listed));
        }
    });
    page::form(h, visit, "staff.import", visit.url(std::string(home) + "/importera"), [&] {
        page::hidden_field(h, "csv", csv);
        page::hidden_field(h, "do", "yes");
        page::submit(h, visit.t("Gör ändringarna"));
    });
}
Response shown(const Visit& visit, std::string_view csv, const Plan* plan, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Läs in eller spara som fil")), .current = std::string(home), .errors = errors.any()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Läs in eller spara som fil"), [&] { page::button_link_quiet(h, visit.url(std::string(home) + "/exportera"), visit.t("Spara organisationen som fil")); });
        h.el("p", visit.t("Filen är en tabell med semikolon mellan kolumnerna (CSV). Spara organisationen som fil för att se hur den ser ut. Rader som inte finns i filen lämnas som de är."));
        if (plan && !errors.any()) changes(h, visit, *plan, csv);
        text_form(h, visit, csv, errors);
        h.el("p", visit.t("Större filer läses in vid servern med kommandot lotsen staff import."));
    }, errors.any() ? 422 : 200);
}
FieldErrors errors_of(const Visit& visit, const Plan& plan) {
    FieldErrors errors;
    for (const auto& fault : plan.faults) errors.add("csv", visit.t("Rad {line}: {what}", {{"line", base::to_text(fault.line)}, {"what", visit.t(fault.says)}}));
    return errors;
}
}

Response import_page(const Visit& visit, const Ground&) { return shown(visit, "", nullptr, {}); }

Response save_import(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto csv = visit.request.field("csv");
    const auto plan = plan_import(ground.database, ground.vault, ground.randomness, actor, now, table_from(csv, calendar::date(now)));
    const auto errors = errors_of(visit, plan);
    if (errors.any() || visit.request.field("do") != "yes") return shown(visit, csv, &plan, errors);
    import(ground.database, ground.vault, ground.randomness, actor, now, plan);
    return Response::see_other(std::string(home) + "?klart=importerat");
}

Response export_file(const Visit& visit, const Ground& ground) {
    return Response::file(exported(ground.database, ground.vault, *visit.request.actor, ground.clock.now()), "text/csv; charset=utf-8", "organisation.csv");
}
}
