// /personal/register: the register of OSL 5:1–2, for reading and for paper. No name: it is kept apart (5:2, second paragraph).
#include "base/text.hpp"
#include "features/contact/pages_desk.hpp"
#include "features/contact/register.hpp"
#include "platform/audit/audit.hpp"
#include <charconv>

namespace contact {
namespace {
using html::Html;

struct List {
    int year;
    std::vector<int> years;
    std::vector<Registered> rows;
    staff::Organisation all;
    std::vector<AreaId> areas;
};
List read(const Visit& visit, const Desk& desk) {
    const auto now = desk.now();
    const auto& actor = *visit.request.actor;
    int year = calendar::date(now).year;
    const auto asked = visit.request.asked("ar");
    if (asked.size() == 4) std::from_chars(asked.data(), asked.data() + asked.size(), year);
    return audit::read(desk.ground.database, actor, now, {.act = audit::Act::list, .kind = "contact.register"}, [&](db::Reader& reader, audit::Seen&) {
        const auto scope = rights::AreaScope::of(actor, register_readers, now);
        return List{year, registered_years(reader, scope), registered(reader, scope, year), staff::organisation(reader, now), scope.areas()};
    });
}
std::string about(const Visit& visit, const List& list, const Registered& row) {
    if (!row.sent_to) return std::string(visit.t(words(row.subject)));
    const auto* unit = list.all.unit(*row.sent_to);
    return visit.t(row.called_back ? "Överlämning till {unit}, tillbakatagen" : "Överlämning till {unit}", {{"unit", unit ? unit->name : std::string()}});
}
void years(Html& h, const Visit& visit, const List& list) {
    if (list.years.size() < 2) return;
    h.el("nav", {{"class", "filters no-print"}, {"aria-label", visit.t("År")}}, [&] {
        h.el("ul", [&] {
            for (const int year : list.years) h.el("li", [&] { h.el("a", {{"href", visit.url(register_path).with("ar", base::to_text(year))}, year == list.year ? html::Attr("aria-current", "true") : html::Attr::none()}, base::to_text(year)); });
        });
    });
}
void table(Html& h, const Visit& visit, const List& list, const AreaId& area) {
    std::vector<const Registered*> rows;
    for (const auto& row : list.rows)
        if (row.area == area) rows.push_back(&row);
    const auto* named = list.all.area(area);
    if (list.areas.size() > 1 && named) h.el("h2", named->name);
    if (rows.empty()) return void(h.el("p", visit.t("Inget är registrerat det året.")));
    const std::vector<page::Column> columns{{"", visit.t("Nummer"), false, true}, {"", visit.t("Datum")}, {"", visit.t("Handling"), false, true}, {"", visit.t("Avsändare")}, {"", visit.t("Vad det gäller"), false, true}};
    page::table(h, visit, {visit.t("Registret {year}", {{"year", base::to_text(list.year)}}), columns, {}, visit.url(register_path)}, rows.size(), [&](std::size_t i, std::size_t column) {
        const auto& row = *rows[i];
        switch (column) {
        case 0: h.text(text_of(row.number)); break;
        case 1: h.text(i18n::day(visit.language(), calendar::iso(calendar::date(row.at)))); break;
        case 2: h.text(row.sent_to ? visit.t("Skickad") : visit.t("Kom in")), h.el("span", {{"class", "also"}}, row.sent_to ? std::string_view() : visit.t(words(row.way))); break;
        case 3: h.text(row.sent_to ? visit.t("Enheten") : row.named ? visit.t("med namn") : visit.t("anonym")); break;
        default: h.text(about(visit, list, row));
        }
    });
}
}

Response register_page(const Visit& visit, const Desk& desk) {
    const auto list = read(visit, desk);
    return page::staff_page(visit, {.title = std::string(visit.t("Register")), .current = std::string(register_path)}, [&](Html& h) {
        page::staff_heading(h, visit.t("Register {year}", {{"year", base::to_text(list.year)}}), [&] { page::print_button(h, visit); });
        h.el("p", visit.t("Inkomna och skickade handlingar (OSL 5:1–2). Avsändarens namn hålls skilt från registret."));
        years(h, visit, list);
        for (const auto& area : list.areas) table(h, visit, list, area);
    });
}
}
