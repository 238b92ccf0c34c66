#include "features/work/typed.hpp"
#include "base/text.hpp"
#include "features/work/refused.hpp"
#include <charconv>

namespace work {
namespace {
using page::FieldErrors;
using page::Visit;
constexpr std::array fields{field::channel, field::subject, field::concern, field::day,   field::minutes, field::sex,     field::age,   field::target_group, field::helped_long,
                            field::heard_of, field::children, field::outcome, field::work, field::focus,  field::visited, field::place, field::heads,        field::instead};

// A choice that is not one of ours cannot come from our form: it is as if nothing was chosen.
const Code* chosen(const Typed& typed, std::string_view name, Codes codes) { return find(codes, value(typed, name)); }
const Code* must_choose(const Typed& typed, std::string_view name, Codes codes, const Visit& visit, const char* otherwise, FieldErrors& errors) {
    const auto* code = chosen(typed, name, codes);
    if (!code) errors.add(name, visit.t(otherwise));
    return code;
}
std::optional<int> number(const Typed& typed, std::string_view name, int most, const std::string& otherwise, FieldErrors& errors) {
    const auto text = value(typed, name);
    if (text.empty()) return std::nullopt;
    int out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error == std::errc() && end == text.data() + text.size() && out >= 1 && out <= most) return out;
    errors.add(name, otherwise);
    return std::nullopt;
}
calendar::Date day(const Typed& typed, calendar::Date today, const Visit& visit, FieldErrors& errors) {
    const auto text = value(typed, field::day);
    if (text.empty()) return today;
    const auto found = calendar::date_from(text);
    if (!found) errors.add(field::day, visit.t("Skriv dagen så här: 2026-12-31."));
    else if (*found > today) errors.add(field::day, visit.t("Dagen har inte varit än. Logga när det är gjort."));
    else if (calendar::days_between(*found, today) > most_days_late) errors.add(field::day, visit.t("Det går att logga högst 14 dagar i efterhand."));
    else return *found;
    return today;
}
void place_of_visit(Given& given, const Typed& typed) {
    const auto text = value(typed, field::visited);
    if (text.starts_with("v.")) given.operation = OperationId::from(text.substr(2));
    if (text.starts_with("e.")) given.visited = UnitId::from(text.substr(2));
}
void minutes_and_day(Given& given, const Typed& typed, calendar::Date today, const Visit& visit, FieldErrors& errors) {
    given.day = day(typed, today, visit, errors);
    given.minutes = number(typed, field::minutes, most_minutes, std::string(visit.t("Skriv minuterna med siffror, mellan 1 och 600.")), errors);
}
void put(Typed& typed, std::string_view name, const Code* code) {
    if (code) typed[std::string(name)] = code->key;
}
void put(Typed& typed, std::string_view name, const std::optional<int>& number) {
    if (number) typed[std::string(name)] = base::to_text(*number);
}
}

Typed typed_in(const web::Request& request) {
    Typed out;
    for (const auto name : fields)
        if (const auto text = base::trimmed(request.field(name)); !text.empty()) out[std::string(name)] = text;
    return out;
}
Typed typed_of(const Given& g) {
    Typed out;
    put(out, g.own_work() ? field::work : field::channel, g.kind), put(out, field::subject, g.subject), put(out, field::focus, g.focus), put(out, field::sex, g.sex), put(out, field::age, g.age);
    put(out, field::target_group, g.helped_for), put(out, field::helped_long, g.helped_long), put(out, field::heard_of, g.heard_of), put(out, field::children, g.children), put(out, field::outcome, g.outcome);
    put(out, field::minutes, g.minutes), put(out, field::heads, g.heads);
    out[std::string(field::day)] = calendar::iso(g.day);
    if (g.concern) out[std::string(field::concern)] = "ja";
    if (!g.place.empty()) out[std::string(field::place)] = g.place;
    if (g.visited) out[std::string(field::visited)] = "e." + std::string(g.visited->text());
    else if (g.operation) out[std::string(field::visited)] = "v." + std::string(g.operation->text());
    return out;
}
std::string_view value(const Typed& typed, std::string_view name) {
    const auto found = typed.find(name);
    return found == typed.end() ? std::string_view() : std::string_view(found->second);
}

Given contact_of(const Visit& visit, const Typed& typed, calendar::Date today, FieldErrors& errors) {
    Given given;
    given.kind = must_choose(typed, field::channel, channels(), visit, i18n::key("Välj hur kontakten togs."), errors);
    given.subject = must_choose(typed, field::subject, subjects(), visit, i18n::key("Välj vad det gällde."), errors);
    given.concern = value(typed, field::concern) == "ja";
    minutes_and_day(given, typed, today, visit, errors);
    given.sex = chosen(typed, field::sex, sexes()), given.age = chosen(typed, field::age, ages()), given.helped_for = chosen(typed, field::target_group, target_groups());
    given.helped_long = chosen(typed, field::helped_long, times()), given.heard_of = chosen(typed, field::heard_of, ways_here());
    given.children = chosen(typed, field::children, children()), given.outcome = chosen(typed, field::outcome, outcomes());
    return given;
}
Given own_work_of(const Visit& visit, const Typed& typed, calendar::Date today, FieldErrors& errors) {
    Given given;
    given.kind = must_choose(typed, field::work, works(), visit, i18n::key("Välj vad du gjorde."), errors);
    given.focus = must_choose(typed, field::focus, focuses(), visit, i18n::key("Välj vilket av riktlinjens två områden det gällde mest."), errors);
    place_of_visit(given, typed);
    given.place = value(typed, field::place);
    if (const auto why = refused_text(given.place)) errors.add(field::place, visit.t(words(*why))), given.place.clear();
    given.heads = number(typed, field::heads, most_heads, std::string(visit.t("Skriv antalet med siffror, mellan 1 och 2000.")), errors);
    minutes_and_day(given, typed, today, visit, errors);
    return given;
}
}
