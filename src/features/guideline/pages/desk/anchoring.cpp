#include "features/guideline/desk.hpp"
#include "platform/calendar/date.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::FieldErrors;
using page::Visit;

std::string words(const Visit& visit, const std::vector<Workplace>& units, const std::optional<rights::UnitId>& unit) {
    if (!unit) return std::string(visit.t("Ledningsgruppen"));
    for (const auto& u : units)
        if (u.id == *unit) return u.name;
    return std::string(visit.t("En enhet som inte finns längre"));
}
// Has been: a day to come counts as no meeting.
bool held(const Anchoring& a, std::string_view today) { return calendar::iso(a.day) <= today; }
const Anchoring* last_of(const std::vector<Anchoring>& all, const std::optional<rights::UnitId>& unit, std::string_view today) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.unit == unit && held(a, today); });
    return found == all.end() ? nullptr : &*found;
}
std::string a_year_before(std::string_view today) {
    const auto date = calendar::date_from(today);
    base::require(date.has_value(), "today is no day");
    return calendar::iso(calendar::plus_days(*date, -365));
}

// Which have not taken it up within a year: the management group first, then each unit.
void missing(Html& h, const Visit& visit, const std::vector<Anchoring>& all, const std::vector<Workplace>& units, std::string_view today) {
    const auto since = a_year_before(today);
    std::vector<std::pair<std::string, const Anchoring*>> late;
    const auto ask = [&](const std::string& name, const std::optional<rights::UnitId>& unit) {
        const auto* last = last_of(all, unit, today);
        if (!last || calendar::iso(last->day) < since) late.emplace_back(name, last);
    };
    ask(std::string(visit.t("Ledningsgruppen")), std::nullopt);
    for (const auto& unit : units) ask(unit.name + ", " + unit.operation, unit.id);
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Har inte tagit upp anhöriga det senaste året"));
        if (late.empty()) return void(h.el("p", visit.t("Ledningsgruppen och alla enheter har tagit upp anhörigperspektivet det senaste året.")));
        h.el("ul", [&] {
            for (const auto& [name, last] : late)
                h.el("li", [&] {
                    h.el("b", name), h.text(": ");
                    h.text(last ? visit.t("senast {day}", {{"day", i18n::day(visit.language(), calendar::iso(last->day))}}) : std::string(visit.t("ingen anteckning")));
                });
        });
    });
}

void form(Html& h, const Visit& visit, const std::vector<Workplace>& units, const AnchoringForm& typed, const FieldErrors& errors) {
    const auto& actor = *visit.request.actor;
    std::vector<page::Choice> places;
    if (may_anchor(actor, std::nullopt)) places.push_back({"ledningsgruppen", std::string(visit.t("Ledningsgruppen"))});
    for (const auto& unit : units)
        if (unit.mine) places.push_back({std::string(unit.id.text()), unit.name + ", " + unit.operation});
    if (places.empty()) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Anteckna ett möte"));
        page::form(h, visit, anchor_route, visit.url(anchoring_path), [&] {
            page::select(h, visit, {.name = "where", .label = visit.t("Vilka möttes?"), .hint = visit.t("Ledningsgruppen, eller en enhets arbetsplatsträff"), .value = typed.where}, places, errors);
            page::text_field(h, visit, {.name = "day", .label = visit.t("Dag"), .value = typed.day, .type = "date"}, errors);
            page::text_area(h, visit, {.name = "decision", .label = visit.t("Vad togs upp och bestämdes?"), .hint = visit.t("Aldrig om en enskild anhörig, närstående eller medarbetare."), .value = typed.decision, .longest = 600}, 3, errors);
            page::text_area(h, visit, {.name = "next_step", .label = visit.t("Nästa steg"), .value = typed.next_step, .longest = 400, .may_be_empty = true}, 2, errors);
            page::text_field(h, visit, {.name = "link", .label = visit.t("Länk till protokoll"), .value = typed.link, .may_be_empty = true}, errors);
            page::submit(h, visit.t("Spara anteckningen"));
        });
    });
}

void notes(Html& h, const Visit& visit, const std::vector<Anchoring>& all, const std::vector<Workplace>& units, std::string_view today) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("När det har tagits upp"));
        if (all.empty()) return void(h.el("p", visit.t("Ingen har antecknat något möte än.")));
        h.el("ul", {{"class", "offers"}}, [&] {
            for (const auto& a : all)
                h.el("li", {{"class", "offer"}}, [&] {
                    const auto name = words(visit, units, a.unit), day = i18n::day(visit.language(), calendar::iso(a.day));
                    h.el("h3", day + ": " + name);
                    if (!held(a, today)) h.el("p", [&] { h.el("span", {{"class", "tag"}}, visit.t("Har inte varit än och räknas inte")); });
                    h.el("p", a.decision);
                    if (!a.next_step.empty()) h.el("p", [&] { h.el("b", visit.t("Nästa steg")), h.text(": " + a.next_step); });
                    if (const auto url = html::Url::outside(a.link)) h.el("p", [&] { page::link_about(h, *url, visit.t("Protokoll"), name + " " + day); });
                    else if (!a.link.empty()) h.el("p", a.link);
                    const bool mine = std::any_of(units.begin(), units.end(), [&](const auto& u) { return a.unit == u.id && u.mine; }) || may_anchor(*visit.request.actor, std::nullopt);
                    if (mine)
                        page::details(h, visit.t("Återkalla"), [&] {
                            page::form(h, visit, unanchor_route, visit.url(std::string(anchoring_path) + "/" + std::string(a.id.text()) + "/aterkalla"), [&] { page::submit_quiet(h, visit.t("Återkalla anteckningen")); });
                        });
                });
        });
    });
}

void cooperation(Html& h, const Visit& visit, const Shown& shown, std::string_view today) {
    const auto& rows = shown.registers->forums;
    const auto since = a_year_before(today);
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", {{"id", "samverkan"}}, visit.t("Forum för samverkan"));
        std::vector<std::string> wanting;
        for (const auto& level : levels()) {
            const bool any = std::any_of(rows.begin(), rows.end(), [&](const Row& r) { return r[forum::level] == level.key; });
            if (!any) wanting.push_back(visit.t("{level}: inget forum är inlagt", {{"level", visit.t(level.words)}}));
        }
        for (const auto& row : rows)
            if (row[forum::last].empty()) wanting.push_back(visit.t("{name}: ingen dag är inlagd", {{"name", row.title()}}));
            else if (row[forum::last] > today) wanting.push_back(visit.t("{name}: dagen för det senaste mötet har inte varit än", {{"name", row.title()}}));
            else if (row[forum::last] < since) wanting.push_back(visit.t("{name}: har inte mötts det senaste året", {{"name", row.title()}}));
        if (!wanting.empty()) page::notice(h, visit.frame, page::Tone::warning, visit.t("Det här saknas"), [&] { h.el("ul", [&] { for (const auto& item : wanting) h.el("li", item); }); });
        sheet_list(h, visit, shown, forums(), today);
        if (visit.request.actor->is_any(writers(forums()))) h.el("p", [&] { page::button_link_quiet(h, visit.url(std::string(forums().path) + "/ny"), visit.t(forums().add)); });
    });
}
}

web::Response anchoring_page(const Visit& visit, const Shown& shown, const std::vector<Anchoring>& all, const std::vector<Workplace>& units, std::string_view today, const AnchoringForm& typed, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Förankring och samverkan")), .current = std::string(workspace_path), .errors = errors.any()}, [&](Html& h) {
        around(h, visit, anchoring_path);
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Förankring och samverkan"));
        missing(h, visit, all, units, today);
        form(h, visit, units, typed, errors);
        notes(h, visit, all, units, today);
        cooperation(h, visit, shown, today);
    }, errors.any() ? 422 : 200);
}
}
