// /personal/organisation: what needs attention, then the operations, then who has which role.
#include "base/text.hpp"
#include "features/staff/attention.hpp"
#include "features/staff/pages.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
using html::Html;

// Everything the page shows, read at once.
struct Desk {
    Organisation all;                  // as the reader may see it
    Names names;
    std::vector<Attention> attention;
    std::vector<AccountId> idle;       // an account that is not ended, and no assignment
    base::Instant now;
};
std::vector<AccountId> without_assignment(const Organisation& all) {
    std::vector<AccountId> out;
    for (const auto& m : all.members)
        if (!m.ended_at && std::none_of(all.assignments.begin(), all.assignments.end(), [&](const Assignment& a) { return a.account == m.account; })) out.push_back(m.account);
    return out;
}
Desk read(const Actor& actor, const Ground& ground, base::Instant now) {
    return ground.database.write([&](db::Transaction& tx) {
        const auto whole = organisation(tx, now);
        auto all = seen_by(actor, whole);
        auto idle = without_assignment(all);
        auto accounts = accounts_in(all.assignments);
        accounts.insert(accounts.end(), idle.begin(), idle.end());
        auto names = Names::of(tx, ground.vault, actor, now, all, accounts);
        return Desk{std::move(all), std::move(names), attention(whole, actor, now), std::move(idle), now};
    });
}

void what_was_done(Html& h, const Visit& visit) {
    const auto word = visit.request.asked("klart");
    if (word == "sparat") page::done(h, visit, visit.t("Sparat."));
    if (word == "avslutat") page::done(h, visit, visit.t("Uppdraget är avslutat."));
    if (word == "importerat") page::done(h, visit, visit.t("Filen är inläst. Organisationen är ändrad."));
}

// ---- what needs attention

std::string place(const Desk& desk, const Attention& a) {
    const auto* operation = a.operation ? desk.all.operation(*a.operation) : nullptr;
    const auto* unit = a.units.size() == 1 ? desk.all.unit(a.units.front()) : nullptr;
    return (operation ? operation->name : "") + (operation && unit ? " – " : "") + (unit ? unit->name : "");
}
std::string unit_names(const Desk& desk, const Attention& a) {
    std::vector<std::string> out;
    for (const auto& id : a.units) out.push_back(desk.all.unit(id)->name);
    return base::joined(out, ", ");
}
std::string words_of(const Visit& visit, const Desk& desk, const Attention& a) {
    const std::string role(visit.t(rights::words(a.role)));
    switch (a.lack) {
    case Lack::no_head: return visit.t("{operation} saknar verksamhetschef", {{"operation", desk.all.operation(*a.operation)->name}});
    case Lack::vacancy: return visit.t("Ledigt uppdrag: {role}, {place}", {{"role", role}, {"place", place(desk, a)}});
    case Lack::ends_soon: {
        const auto& ending = *desk.all.assignment(*a.assignment);
        return visit.t("{name} slutar {day}: {role}, {place}",
                       {{"name", name_of(visit, desk.names, ending.account)}, {"day", day_words(visit, *ending.until)}, {"role", role}, {"place", desk.all.unit(ending.unit)->name}});
    }
    case Lack::no_consultant: return std::string(visit.t("Ingen i kommunen är anhörigkonsulent"));
    case Lack::no_support_contact: return std::string(visit.t("Ingen i kommunen är stödkontakt"));
    case Lack::no_ombud: return visit.t("Utan anhörigombud: {units}", {{"units", unit_names(desk, a)}});
    }
    throw base::Bug("an unknown lack");
}
void next_step(Html& h, const Visit& visit, const Desk& desk, const Attention& a) {
    const bool mine = !may_build(*visit.request.actor) || !beyond_a_head.has(a.role);
    if (!visit.request.actor->is_any({Role::administrator, Role::head_of_operations}) || !mine) return;
    const auto role = std::string(rights::key(a.role));
    if (a.lack == Lack::ends_soon) {
        const auto& ending = *desk.all.assignment(*a.assignment);
        const auto url = visit.url(std::string(home) + "/person/" + std::string(ending.account.text()) + "/uppdrag").with("enhet", ending.unit.text()).with("roll", role);
        return page::link_about(h, url.with("fran", calendar::iso(calendar::plus_days(*ending.until, 1))), visit.t("Låt uppdraget fortsätta"), words_of(visit, desk, a));
    }
    auto url = visit.url(std::string(home) + "/person/ny").with("roll", role);
    if (!a.units.empty()) url = url.with("enhet", a.units.front().text());
    page::link_about(h, url, visit.t("Lägg till någon"), words_of(visit, desk, a));
}
void needs_attention(Html& h, const Visit& visit, const Desk& desk) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Behöver ses över"));
        if (desk.attention.empty()) return void(h.el("p", visit.t("Inget uppdrag är ledigt och inget slutar de närmaste 30 dagarna.")));
        h.el("ul", {{"class", "steps-list"}}, [&] {
            for (const auto& a : desk.attention)
                h.el("li", {{"class", "spread"}}, [&] {
                    h.el("span", words_of(visit, desk, a));
                    next_step(h, visit, desk, a);
                });
        });
    });
}

// ---- operations and units

void units_of(Html& h, const Visit& visit, const Desk& desk, const Operation& operation) {
    h.el("ul", [&] {
        for (const auto& unit : desk.all.units) {
            if (unit.operation != operation.id) continue;
            const auto people = std::count_if(desk.all.assignments.begin(), desk.all.assignments.end(), [&](const Assignment& a) { return a.unit == unit.id && current(a, desk.now); });
            h.el("li", [&] {
                page::link(h, visit.url(path_of(unit)), unit.name);
                h.text(" "), h.el("small", people == 1 ? std::string(visit.t("1 uppdrag")) : visit.t("{n} uppdrag", {{"n", base::to_text(people)}}));
            });
        }
    });
}
void operation_panel(Html& h, const Visit& visit, const Desk& desk, const Operation& operation) {
    const auto* controller = desk.all.controller(operation.controller);
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h3", operation.name);
        h.el("p", std::string(visit.t(words(operation.kind))) + " · " + controller->name);
        units_of(h, visit, desk, operation);
        if (may_build(*visit.request.actor)) return;
        h.el("p", {{"class", "row"}}, [&] {
            page::link_about(h, visit.url(std::string(home) + "/enhet/ny").with("verksamhet", operation.id.text()), visit.t("Ny enhet"), operation.name);
            page::link_about(h, visit.url(std::string(home) + "/verksamhet/" + std::string(operation.id.text())), visit.t("Ändra"), operation.name);
        });
    });
}
void operations(Html& h, const Visit& visit, const Desk& desk) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Verksamheter och enheter"));
        h.el("div", {{"class", "panels"}}, [&] {
            for (const auto& operation : desk.all.operations) operation_panel(h, visit, desk, operation);
        });
        if (may_build(*visit.request.actor)) return;
        h.el("p", {{"class", "row"}}, [&] {
            page::link(h, visit.url(std::string(home) + "/verksamhet/ny"), visit.t("Ny verksamhet"));
            page::link(h, visit.url(std::string(home) + "/omrade"), visit.t("Sekretessområden och personuppgiftsansvariga"));
            page::link(h, visit.url(std::string(home) + "/importera"), visit.t("Läs in eller spara som fil"));
        });
    });
}

// ---- assignments

struct Row {
    const Assignment* assignment;
    std::string name, role, unit, from, until;
};
std::vector<Row> rows(const Visit& visit, const Desk& desk, const std::optional<OperationId>& only) {
    std::vector<Row> out;
    for (const auto& a : desk.all.assignments) {
        const auto* unit = desk.all.unit(a.unit);
        if (only && unit->operation != *only) continue;
        out.push_back({&a, name_of(visit, desk.names, a.account), std::string(visit.t(rights::words(a.role))), unit->name, calendar::iso(a.from), a.until ? calendar::iso(*a.until) : ""});
    }
    return out;
}
void sort(std::vector<Row>& all, const page::Sorting& by) {
    // Without a last day comes after every day.
    const auto key = [&](const Row& r) { return by.key == "roll" ? base::swedish_order(r.role) : by.key == "enhet" ? base::swedish_order(r.unit) : by.key == "fran" ? r.from : by.key == "till" ? (r.until.empty() ? "9999" : r.until) : base::swedish_order(r.name); };
    std::stable_sort(all.begin(), all.end(), [&](const Row& one, const Row& other) { return by.falling ? key(other) < key(one) : key(one) < key(other); });
}
void until_cell(Html& h, const Visit& visit, const Desk& desk, const Assignment& a) {
    if (!a.until) return void(h.text(visit.t("tills vidare")));
    const bool soon = *a.until <= calendar::plus_days(calendar::date(desk.now), soon_days);
    if (soon) h.el("span", {{"class", "soon"}}, day_words(visit, *a.until));
    else h.text(day_words(visit, *a.until));
}
void cell(Html& h, const Visit& visit, const Desk& desk, const Row& row, std::size_t column) {
    switch (column) {
    case 0: page::link(h, visit.url(std::string(home) + "/person/" + std::string(row.assignment->account.text())), row.name); break;
    case 1: h.text(row.role); break;
    case 2: page::link(h, visit.url(path_of(*desk.all.unit(row.assignment->unit))), row.unit); break;
    case 3:
        h.text(day_words(visit, row.assignment->from));
        if (!current(*row.assignment, desk.now)) h.text(" "), h.el("span", {{"class", "tag"}}, visit.t("inte påbörjat"));
        break;
    default: until_cell(h, visit, desk, *row.assignment);
    }
}
void filter(Html& h, const Visit& visit, const Desk& desk, std::string_view chosen) {
    if (desk.all.operations.size() < 2) return;
    std::vector<page::Choice> choices{{"", std::string(visit.t("Alla verksamheter"))}};
    for (const auto& operation : desk.all.operations) choices.push_back({std::string(operation.id.text()), operation.name});
    h.el("form", {{"class", "form filter"}, {"method", "get"}, {"action", visit.url(home)}, {"autocomplete", "off"}}, [&] {
        page::select(h, visit, {.name = "verksamhet", .label = visit.t("Visa uppdrag i"), .value = chosen}, choices, {});
        page::submit_quiet(h, visit.t("Visa"));
    });
}
void assignments(Html& h, const Visit& visit, const Desk& desk) {
    const auto asked = OperationId::from(visit.request.asked("verksamhet"));
    const auto only = asked && desk.all.operation(*asked) ? asked : std::nullopt;
    const std::vector<page::Column> columns{{"namn", visit.t("Namn")}, {"roll", visit.t("Roll"), false, true}, {"enhet", visit.t("Enhet"), false, true}, {"fran", visit.t("Från")}, {"till", visit.t("Till och med")}};
    const auto by = page::Sorting::asked(visit.request, columns);
    auto shown = rows(visit, desk, only);
    sort(shown, by);
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Uppdrag"));
        filter(h, visit, desk, only ? only->text() : "");
        if (shown.empty()) return void(h.el("p", visit.t("Ingen har ett uppdrag här just nu.")));
        const auto self = only ? visit.url(home).with("verksamhet", only->text()) : visit.url(home);
        page::table(h, visit, {visit.t("Uppdrag som pågår eller ska börja"), columns, by, self}, shown.size(), [&](std::size_t row, std::size_t column) { cell(h, visit, desk, shown[row], column); });
    });
}
void idle(Html& h, const Visit& visit, const Desk& desk) {
    if (desk.idle.empty() || may_build(*visit.request.actor)) return;
    page::details(h, visit.t("Personer utan uppdrag ({n})", {{"n", base::to_text(static_cast<long long>(desk.idle.size()))}}), [&] {
        h.el("ul", [&] {
            for (const auto& account : desk.idle) h.el("li", [&] { page::link(h, visit.url(std::string(home) + "/person/" + std::string(account.text())), name_of(visit, desk.names, account)); });
        });
    });
}

// A new municipality: nothing yet, or only the unit that the first administrator was put in.
bool just_begun(const Desk& desk) { return desk.all.operations.size() < 2 && desk.all.units.size() < 2; }
void beginning(Html& h, const Visit& visit) {
    page::nothing_here(h, visit.t("Börja med nämnden och verksamheterna"), [&] {
        h.el("p", visit.t("Skriv först vem som är personuppgiftsansvarig och vilka sekretessområden ni har. Lägg sedan till verksamheter, enheter och personer. Har ni en lista kan den läsas in på en gång."));
        h.el("p", {{"class", "row"}}, [&] {
            page::button_link(h, visit.url(std::string(home) + "/omrade"), visit.t("Börja med nämnden"));
            page::button_link_quiet(h, visit.url(std::string(home) + "/importera"), visit.t("Läs in en fil"));
        });
    });
}
}

Response organisation_page(const Visit& visit, const Ground& ground) {
    const auto desk = read(*visit.request.actor, ground, ground.clock.now());
    const bool builder = !may_build(*visit.request.actor), changes = visit.request.actor->is_any({Role::administrator, Role::head_of_operations});
    return page::staff_page(visit, {.title = std::string(visit.t("Organisation")), .current = std::string(home)}, [&](Html& h) {
        what_was_done(h, visit);
        page::staff_heading(h, visit.t("Organisation"), [&] {
            if (changes && !desk.all.units.empty() && !(builder && just_begun(desk))) page::button_link(h, visit.url(std::string(home) + "/person/ny"), visit.t("Lägg till person"));
        });
        if (builder && just_begun(desk)) beginning(h, visit);
        else needs_attention(h, visit, desk);
        if (!desk.all.operations.empty()) operations(h, visit, desk);
        if (!desk.all.units.empty()) assignments(h, visit, desk);
        idle(h, visit, desk);
    });
}
}
