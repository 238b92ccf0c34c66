// Part of /personal/gallring: what nobody can say the day of, since no day of birth is known; and what the registrar says of it.
#include "base/text.hpp"
#include "features/privacy/areas.hpp"
#include "features/privacy/pages_destruction.hpp"
#include "platform/calendar/words.hpp"
#include <charconv>

namespace privacy {
namespace {
using html::Html;
constexpr std::string_view which_name = "vad", says_name = "fodd", year_name = "ar";

std::string name_of(const personal::Record& r) { return std::string(r.area.text()) + "/" + r.kind + "/" + r.object; }
std::optional<store::Told> named(std::string_view typed) {
    const auto parts = base::split(typed, '/');
    const auto area = parts.size() == 3 ? rights::AreaId::from(parts[0]) : std::nullopt;
    if (!area || !base::valid_utf8(typed)) return std::nullopt;
    return store::Told{*area, std::string(parts[1]), std::string(parts[2])};
}
std::string said(const Visit& visit, const Weighed& w) {
    if (!w.told) return std::string(visit.t("Inte bestämt"));
    if (w.told->research_day) return std::string(visit.t("Sparas för forskning"));
    const auto* due = std::get_if<retention::Due>(&w.answer);
    return due ? visit.t("Får gallras från {day}", {{"day", calendar::words(due->day, visit.language(), calendar::SayYear::yes)}}) : std::string(visit.t("Bestämt"));
}
void table(Html& h, const Visit& visit, const std::vector<Weighed>& all) {
    const std::vector<page::Column> columns{{"", visit.t("Nummer")}, {"", visit.t("Slag")}, {"", visit.t("Avslutades")}, {"", visit.t("Bestämt")}};
    page::table(h, visit, {visit.t("Dokumenterat, utan födelsedag"), columns, {}, visit.url(destruction_path)}, all.size(), [&](std::size_t row, std::size_t column) {
        const auto& w = all[row];
        switch (column) {
            case 0: return void(h.el("code", {{"class", "reference"}}, w.record.called));
            case 1: return void(h.text(visit.t(thing_words(w.record.kind))));
            case 2: return void(h.text(calendar::words(calendar::date(w.record.ended_at), visit.language(), calendar::SayYear::yes)));
            default: return void(h.text(said(visit, w)));
        }
    });
}
void form(Html& h, const Visit& visit, const std::vector<Weighed>& all, const page::FieldErrors& errors) {
    const auto typed = [&](std::string_view name) { return base::valid_utf8(visit.request.field(name)) ? visit.request.field(name) : std::string_view(); };
    std::vector<page::Choice> things{{"", std::string(visit.t("Välj ett nummer"))}};
    for (const auto& w : all) things.push_back({name_of(w.record), w.record.called + ", " + said(visit, w)});
    page::form(h, visit, birth_route, visit.url(std::string(destruction_path) + "/fodelsedag"), [&] {
        page::select(h, visit, {.name = which_name, .label = visit.t("Vilket gäller det?"), .value = typed(which_name)}, things, errors);
        page::radios(h, visit, {.name = says_name, .label = visit.t("Vad säger personakten?"), .hint = visit.t("Födelsedagen sparas inte här, bara svaret. Går den inte att få veta: fråga nämnden först."), .value = typed(says_name)},
                     {{"annan", std::string(visit.t("Inte född den 5, 15 eller 25")), std::string(visit.t("Tas bort när tiden har gått."))},
                      {"forskning", std::string(visit.t("Född den 5, 15 eller 25")), std::string(visit.t("Sparas för forskning (SoF 13:1)."))}}, errors);
        page::text_field(h, visit, {.name = year_name, .label = visit.t("Året då barnet fyller trettio"), .hint = visit.t("Bara när det hör till en utredning om skydd för ett barn (SoL 16:2 a)."), .value = typed(year_name), .input_mode = "numeric", .longest = 4, .may_be_empty = true}, errors);
        page::submit(h, visit.t("Spara svaret"));
    });
}
// Nothing typed is nothing; what is no year is an error.
std::optional<int> year_in(const Visit& visit, calendar::Date today, page::FieldErrors& errors) {
    const auto typed = base::trimmed(visit.request.field(year_name));
    if (typed.empty()) return std::nullopt;
    int year = 0;
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), year);
    if (fault != std::errc() || end != typed.data() + typed.size() || year < today.year - 100 || year > today.year + 31) return errors.add(year_name, visit.t("Skriv ett år, med fyra siffror.")), std::nullopt;
    return year;
}
}

void births(Html& h, const Visit& visit, const std::vector<Weighed>& all, const page::FieldErrors& errors) {
    if (all.empty()) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Saknar födelsedag: bestäm"));
        h.el("p", visit.t("Lagen säger att det ska bort fem år efter den sista anteckningen. Är personen född den 5, 15 eller 25 sparas det för forskning. Lotsen vet inte födelsedagen. Utan ett svar blir det kvar."));
        table(h, visit, all);
        if (visit.request.actor->is_any(lists_what_is_due)) form(h, visit, all, errors);
        else h.el("p", visit.t("Registratorn svarar."));
    });
}

Response save_birth(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    page::FieldErrors errors;
    auto wanted = named(visit.request.field(which_name));
    const auto says = visit.request.field(says_name);
    if (!wanted) errors.add(which_name, visit.t("Välj ett nummer i listan."));
    if (says != "annan" && says != "forskning") errors.add(says_name, visit.t("Välj ett av svaren."));
    const auto year = year_in(visit, calendar::date(now), errors);
    if (errors.any()) return destruction_page_with(visit, ground, errors);
    wanted->research_day = says == "forskning";
    if (!wanted->research_day) wanted->thirty_in = year;
    const auto done = ground.database.write([&](db::Transaction& tx) { return say_birth(tx, ground, *visit.request.actor, areas_of_destruction(tx, *visit.request.actor, lists_what_is_due, now), now, *wanted); });
    if (done) return Response::see_other(std::string(destruction_path) + "?klart=fodelsedag");
    if (done.refusal() == BirthRefusal::year_missing) errors.add(year_name, visit.t("Skriv året då barnet fyller trettio. Det hör till en utredning om skydd för ett barn."));
    else errors.add(which_name, visit.t("Det finns inte kvar, eller väntar inte på svar. Välj ett annat."));
    return destruction_page_with(visit, ground, errors);
}
}
