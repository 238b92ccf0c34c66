// Somebody who is known already is chosen, rather than typed anew: looked for by name, number or address, and each look is in the log.
#include "base/text.hpp"
#include "features/activities/line/entering.hpp"
#include "features/activities/parts_plan.hpp"

namespace activities {
namespace {
// Who can stand in a line: those who come themselves. The one somebody helps is never joined with her (security T30).
bool comes(const PlanDesk&, const Activity& a, const people::Name& n) { return n.area == a.area && (n.kind == people::Kind::carer || n.kind == people::Kind::young); }
people::Hits looked_up(const people::Search& search, std::string_view typed) {
    if (typed.find('@') != typed.npos) return people::find_by_email(search, typed);
    const auto digits = std::count_if(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits < 6 ? people::find_by_name(search, typed) : people::find_by_phone(search, typed);
}
}

Known find_known(const PlanDesk& desk, const Activity& a, const EnterTyped& in) {
    Known out{.looked = !in.look_for.empty()};
    if (!in.look_for.empty()) {
        auto hits = looked_up({desk.ground.database, desk.ground.vault, desk.actor, desk.scope, people::Reason::own_task, desk.now}, in.look_for);
        out.names = std::move(hits.names), out.more = hits.more;
    } else if (in.known) {
        out.names = desk.ground.database.write([&](db::Transaction& tx) { return people::names(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, {*in.known}, people::Reason::own_task); });
    }
    std::erase_if(out.names, [&](const people::Name& n) { return !comes(desk, a, n); });
    return out;
}
void known_fields(Html& h, const Visit& visit, const EnterTyped& in, const Known& known, const FieldErrors& errors) {
    h.el("section", {{"class", "panel stack-small"}}, [&] {
        h.el("h2", visit.t("Känner ni personen redan?"));
        page::text_field(h, visit, {.name = "sok", .label = visit.t("Sök på namn, telefon eller e-post"), .value = in.look_for, .longest = 100, .may_be_empty = true}, errors);
        button(h, "sok", visit.t("Sök"), true);
        if (known.looked && known.names.empty()) h.el("p", {{"role", "status"}}, visit.t("Ingen hittades. Skriv namnet här nedanför."));
        if (known.more) h.el("p", visit.t("Det finns fler. Skriv mer av namnet."));
        if (known.names.empty()) return;
        std::vector<page::Choice> choices;
        for (const auto& n : known.names) choices.push_back({std::string(n.id.text()), n.masked ? std::string(visit.t(people::masked_words)) : n.name, ""});
        choices.push_back({"", std::string(visit.t("Ingen av dem")), ""});
        page::radios(h, visit, {.name = "kand", .label = visit.t("Vem är det?"), .hint = visit.t("Namn och trygga vägar finns då redan. Lämna fälten för namn och telefon tomma."), .value = in.known ? in.known->text() : std::string_view()}, choices, errors);
    });
    h.el("p", {{"class", "hint"}}, [&] {
        h.text(visit.t("Har personen skyddade personuppgifter? Skriv inget namn här.")), h.text(" ");
        h.text(visit.t("Ta emot personen i inkorgen och skydda kontakten. Den som är utsedd kan sedan välja personen här.")), h.text(" ");
        page::link(h, visit.url("/personal/inkorg"), visit.t("Till inkorgen"));
    });
}
}
