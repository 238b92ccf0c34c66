// /personal/inkorg: what has come in, by when it is promised an answer. Nobody's name, and nothing of what is written (SoLPuL 7 a §).
#include "base/text.hpp"
#include "features/contact/pages_desk.hpp"
#include "features/contact/working_time.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace contact {
namespace {
using html::Html;
using page::FieldErrors;
constexpr std::size_t most_closed = 200;

struct List {
    Which which;
    std::vector<store::Listed> rows;
    std::map<UnitId, std::optional<base::Instant>> soon;
    std::vector<Absence> absences;
    std::vector<Ahead> ahead;
    std::size_t handed_here = 0;
    Colleagues colleagues;
    base::Instant now;
};

std::vector<AccountId> named(const std::vector<store::Listed>& rows, const std::vector<Absence>& absences) {
    std::vector<AccountId> out;
    for (const auto& row : rows)
        if (row.contact.taken_by) {
            out.push_back(*row.contact.taken_by);
            for (const auto& a : absences)
                if (a.account == *row.contact.taken_by && a.deputy) out.push_back(*a.deputy);
        }
    return out;
}
List read(const Visit& visit, const Desk& desk) {
    const auto now = desk.now();
    const auto& actor = *visit.request.actor;
    const auto which = which_from(visit.request.asked("visa"));
    return desk.ground.database.write([&](db::Transaction& tx) {
        const auto scope = rights::AreaScope::of(actor, team, now);
        auto rows = which == Which::closed ? store::closed(tx, scope, most_closed) : store::open(tx, scope);
        const auto absences = contact::absences(tx, calendar::date(now));
        auto today = absences;
        std::erase_if(today, [&](const auto& a) { return !a.covers(calendar::date(now)); });
        std::erase_if(rows, [&](const auto& row) { return !shown_in(which, row, actor.account(), today); });
        if (which != Which::closed) order(rows);
        std::map<UnitId, std::optional<base::Instant>> soon;
        for (const auto& row : rows)
            if (!soon.contains(row.contact.unit)) soon[row.contact.unit] = after_open(staff::working_calendar(tx, row.contact.unit), now, soon_minutes);
        audit::record(tx, actor, now, {.act = audit::Act::list, .kind = "contact", .reason = "own_task"});
        Colleagues colleagues(tx, desk.ground.vault, actor, now, visit, named(rows, today));
        const auto handed = store::received_by(tx, receiving_units(actor)).size();
        return List{which, std::move(rows), std::move(soon), today, contact::ahead(tx, actor, now), handed, std::move(colleagues), now};
    });
}

std::string day_words(const Visit& visit, calendar::Date day) {
    auto words = calendar::words(day, visit.language());
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}
void about_unit(Html& h, const Visit& visit, const Ahead& unit) {
    if (unit.nobody_today)
        page::notice(h, visit.frame, page::Tone::warning, visit.t("Ingen är i tjänst i dag"), [&] { h.el("p", visit.t("Alla i {unit} är borta, eller ingen har uppdraget. Säg till verksamhetschefen.", {{"unit", unit.unit.name}})); });
    if (unit.closed.empty() && unit.vacant.empty()) return;
    page::notice(h, visit.frame, page::Tone::info, unit.unit.name, [&] {
        for (const auto& [day, why] : unit.closed) h.el("p", visit.t("{day} är stängt: {why}.", {{"day", day_words(visit, day)}, {"why", why}}));
        for (const auto& [role, missing] : unit.vacant) h.el("p", visit.t("Ledigt uppdrag: {role} ({n}).", {{"role", visit.t(rights::words(role))}, {"n", base::to_text(missing)}}));
    });
}

void filters(Html& h, const Visit& visit, Which now) {
    h.el("nav", {{"class", "filters"}, {"aria-label", visit.t("Visa")}}, [&] {
        h.el("ul", [&] {
            for (const auto which : whiches) {
                const auto url = visit.url(inbox_path);
                h.el("li", [&] { h.el("a", {{"href", which == Which::open ? url : url.with("visa", slug(which))}, which == now ? html::Attr("aria-current", "true") : html::Attr::none()}, visit.t(words(which))); });
            }
        });
    });
}

std::string_view state_words(const Visit& visit, const store::Listed& row, Urgency urgency) {
    if (!row.contact.open()) return visit.t(words(*row.contact.outcome));
    if (urgency == Urgency::late) return visit.t("Försenat");
    if (urgency == Urgency::soon) return visit.t("Snart: mindre än fyra arbetstimmar kvar");
    if (!row.waits()) return visit.t("Besvarad");
    return row.contact.answered_at ? visit.t("Nytt meddelande väntar") : visit.t("Väntar på svar");
}
void state(Html& h, const Visit& visit, const List& list, const store::Listed& row) {
    const auto urgency = contact::urgency(row, list.now, list.soon.at(row.contact.unit));
    const bool stands_out = urgency == Urgency::late || urgency == Urgency::soon;
    if (stands_out) page::icon(h, visit.frame, urgency == Urgency::late ? "warning" : "clock"), h.text(" ");
    h.el("span", {stands_out ? html::Attr("class", "soon") : html::Attr::none()}, state_words(visit, row, urgency));
    if (row.open_routes > 0) h.el("span", {{"class", "also"}}, row.route_due && *row.route_due <= list.now ? visit.t("Väg ut öppen: genast") : visit.t("Väg ut öppen"));
}

void table(Html& h, const Visit& visit, const List& list) {
    const std::vector<page::Column> columns{{"", visit.t("Nummer"), false, true}, {"", visit.t("Läge"), false, true}, {"", visit.t("Lovat svar")}, {"", visit.t("Gäller"), false, true}, {"", visit.t("Kom in")}, {"", visit.t("Vem har den")}};
    page::table(h, visit, {visit.t("Kontakter i inkorgen"), columns, {}, visit.url(inbox_path)}, list.rows.size(), [&](std::size_t i, std::size_t column) {
        const auto& row = list.rows[i];
        const auto& c = row.contact;
        switch (column) {
        case 0: page::link(h, visit.url(path_of(c.id)), text_of(c.number)); break;
        case 1: state(h, visit, list, row); break;
        case 2: h.text(c.promised_at ? when(visit, *c.promised_at) : std::string(visit.t("inget lovat"))); break;
        case 3: h.text(visit.t(words(c.subject))), h.el("span", {{"class", "also"}}, visit.t(words(c.way))); break;
        case 4: h.text(when(visit, c.arrived_at)); break;
        default: h.text(who_has(visit, c, visit.request.actor->account(), list.absences, calendar::date(list.now), list.colleagues));
        }
    });
}
void nothing(Html& h, const Visit& visit, Which which) {
    page::nothing_here(h, which == Which::closed ? visit.t("Inget är avslutat än") : visit.t("Inget här just nu"), [&] {
        h.el("p", visit.t("Det som skrivs på webbplatsen kommer hit av sig självt. Brev och besök skriver ni in."));
    });
}

void find_form(Html& h, const Visit& visit, std::string_view typed, const FieldErrors& errors) {
    page::form(h, visit, find_route, visit.url(std::string(inbox_path) + "/hitta"), [&] {
        page::text_field(h, visit, {.name = "nummer", .label = visit.t("Hitta med nummer"), .hint = visit.t("År och nummer, som 2026-12."), .value = typed, .input_mode = "numeric", .longest = 12}, errors);
        page::submit_quiet(h, visit.t("Hitta"));
    });
}

Response shown(const Visit& visit, const Desk& desk, std::string_view typed, const FieldErrors& errors) {
    const auto list = read(visit, desk);
    return page::staff_page(visit, {.title = std::string(visit.t("Inkorg")), .current = std::string(inbox_path), .errors = errors.any()}, [&](Html& h) {
        say_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Inkorg"), [&] {
            page::button_link_quiet(h, visit.url(enter_path), visit.t("Skriv in brev eller besök"));
            page::button_link_quiet(h, visit.url(absence_path), visit.t("Frånvaro"));
        });
        for (const auto& unit : list.ahead) about_unit(h, visit, unit);
        if (list.handed_here > 0) page::notice(h, visit.frame, page::Tone::info, visit.t("Något är överlämnat hit"), [&] { h.el("p", [&] { page::link(h, visit.url(received_path), visit.t("Se vad som väntar på er")); }); });
        filters(h, visit, list.which);
        list.rows.empty() ? nothing(h, visit, list.which) : table(h, visit, list);
        find_form(h, visit, typed, errors);
    }, errors.any() ? 422 : 200);
}
}

Response inbox_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, {}, {}); }

// By number only (SoLPuF 15 §). One of another area and one that never was give the same answer.
Response find(const Visit& visit, const Desk& desk) {
    const auto now = desk.now();
    const auto& actor = *visit.request.actor;
    const auto typed = base::trimmed(visit.request.field("nummer"));
    const auto number = number_from(typed);
    const auto found = desk.ground.database.write([&](db::Transaction& tx) {
        audit::record(tx, actor, now, {.act = audit::Act::search, .kind = "contact", .reason = "own_task"});
        return number ? store::with_number(tx, rights::AreaScope::of(actor, team, now), *number) : std::nullopt;
    });
    if (found) return Response::see_other(path_of(*found));
    FieldErrors errors;
    errors.add("nummer", number ? visit.t("Ingen kontakt har det numret i ditt område.") : visit.t("Skriv år, streck och nummer, som 2026-12."));
    return shown(visit, desk, typed, errors);
}
}
