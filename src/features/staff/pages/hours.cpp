// …/enhet/{id}/tider: the unit's name, its week, eves and closed days.
#include "base/text.hpp"
#include "features/staff/building.hpp"
#include "features/staff/hours.hpp"
#include "features/staff/pages.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/day_hours.hpp"
#include "platform/calendar/words.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;

constexpr auto& day_fields = calendar::day_keys;
struct Form {
    std::string name;
    std::array<std::string, 7> week;
    std::map<calendar::Eve, std::string> eves; // "" as other days, or the time it closes: "00:00" the whole day
    bool open_on_holidays = false;
    std::string first, last, reason;           // a closed period to add
};
Form form_of(const store::Stored& stored) {
    Form form{.name = stored.unit.name};
    for (std::size_t i = 0; i < form.week.size(); ++i) form.week[i] = calendar::typed(stored.hours.week[i]);
    for (const auto& [eve, ends] : stored.hours.eves) form.eves[eve] = calendar::iso(ends);
    form.open_on_holidays = stored.hours.holidays == calendar::OnHolidays::as_other_days;
    return form;
}
Form form_in(const web::Request& request) {
    Form form{.name = std::string(request.field("name"))};
    for (std::size_t i = 0; i < form.week.size(); ++i) form.week[i] = request.field(day_fields[i]);
    for (const auto eve : calendar::eves) form.eves[eve] = request.field(calendar::key(eve));
    form.open_on_holidays = request.field("holidays") == "open";
    return form;
}
// "Måndag", as a label begins.
std::string label(std::string_view word) {
    std::string out(word);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}
std::string label(const Visit& visit, std::size_t day) { return label(calendar::words(static_cast<calendar::Weekday>(day), visit.language())); }
calendar::Hours hours_in(const Visit& visit, const Form& form, FieldErrors& errors) {
    calendar::Hours hours;
    hours.eves.clear();
    for (std::size_t i = 0; i < form.week.size(); ++i) {
        const auto day = calendar::typed_day(form.week[i]);
        if (!day) errors.add(day_fields[i], visit.t("{day}: skriv tiderna så här: 08:00–12:00, 13:00–16:30. Tomt betyder stängt.", {{"day", label(visit, i)}}));
        else hours.week[i] = *day;
    }
    for (const auto& [eve, ends] : form.eves)
        if (const auto time = calendar::time_from(ends)) hours.eves[eve] = *time;
    hours.holidays = form.open_on_holidays ? calendar::OnHolidays::as_other_days : calendar::OnHolidays::closed;
    return hours;
}

std::vector<page::Choice> eve_choices(const Visit& visit, const std::string& chosen) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Som andra dagar"))}, {"00:00", std::string(visit.t("Stängt hela dagen"))}};
    std::vector<std::string> times{"12:00", "13:00", "14:00", "15:00", "16:00"};
    if (!chosen.empty() && chosen != "00:00" && std::find(times.begin(), times.end(), chosen) == times.end()) times.push_back(chosen);
    for (const auto& time : times) out.push_back({time, visit.t("Stänger {time}", {{"time", time}})});
    return out;
}
void week_fields(Html& h, const Visit& visit, const Form& form, const FieldErrors& errors) {
    h.el("fieldset", {{"class", "ds-fieldset stack"}}, [&] {
        h.el("legend", {{"class", "ds-label"}}, visit.t("Arbetstid"));
        h.el("p", {{"class", "hint"}}, visit.t("Till exempel 08:00–12:00, 13:00–16:30. Tomt betyder stängt."));
        for (std::size_t i = 0; i < day_fields.size(); ++i)
            page::text_field(h, visit, {.name = day_fields[i], .label = label(visit, i), .value = form.week[i], .longest = 80}, errors);
    });
}
void eve_fields(Html& h, const Visit& visit, const Form& form, const FieldErrors& errors) {
    h.el("fieldset", {{"class", "ds-fieldset stack"}}, [&] {
        h.el("legend", {{"class", "ds-label"}}, visit.t("Aftnar"));
        for (const auto eve : calendar::eves) {
            const auto chosen = form.eves.contains(eve) ? form.eves.at(eve) : std::string();
            page::select(h, visit, {.name = calendar::key(eve), .label = label(calendar::name(eve, visit.language())), .value = chosen}, eve_choices(visit, chosen), errors);
        }
    });
}
void closing(Html& h, const Visit& visit, const Unit& unit, const Form& form, const FieldErrors& errors) {
    h.el("h2", visit.t("Stäng enheten vissa dagar"));
    page::form(h, visit, "staff.add_closed", visit.url(path_of(unit) + "/stangt"), [&] {
        page::text_field(h, visit, {.name = "first", .label = visit.t("Första stängda dag"), .value = form.first, .type = "date"}, errors);
        page::text_field(h, visit, {.name = "last", .label = visit.t("Sista stängda dag"), .hint = visit.t("Tomt betyder att det bara är en dag."), .value = form.last, .type = "date", .may_be_empty = true}, errors);
        page::text_field(h, visit, {.name = "reason", .label = visit.t("Varför"), .hint = visit.t("Till exempel planeringsdag. Visas för den som frågar."), .value = form.reason, .longest = 120}, errors);
        page::submit_quiet(h, visit.t("Lägg till stängda dagar"));
    });
}
Response shown(const Visit& visit, const Unit& unit, const Form& form, const FieldErrors& errors) {
    const auto title = visit.t("Arbetstid i {unit}", {{"unit", unit.name}});
    return page::staff_page(visit, {.title = title, .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}, {path_of(unit), unit.name}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        page::form(h, visit, "staff.save_hours", visit.url(path_of(unit) + "/tider"), [&] {
            page::text_field(h, visit, {.name = "name", .label = visit.t("Enhetens namn"), .value = form.name, .longest = 120}, errors);
            week_fields(h, visit, form, errors);
            page::radios(h, visit, {.name = "holidays", .label = visit.t("Helgdagar"), .value = form.open_on_holidays ? "open" : "closed"},
                         {{"closed", std::string(visit.t("Stängt"))}, {"open", std::string(visit.t("Öppet som andra dagar"))}}, errors);
            eve_fields(h, visit, form, errors);
            page::submit(h, visit.t("Spara"));
        });
        closing(h, visit, unit, form, errors);
    }, errors.any() ? 422 : 200);
}
// The unit when the actor may change it.
std::optional<store::Stored> found(const Visit& visit, const Ground& ground) {
    const auto id = UnitId::from(visit.request.param("id"));
    if (!id) return std::nullopt;
    return ground.database.read([&](db::Reader& reader) -> std::optional<store::Stored> {
        const auto operation = store::operation_of(reader, *id);
        if (!operation || may_run(*visit.request.actor, operation->id)) return std::nullopt;
        return store::unit(reader, *id);
    });
}
Response saved(const Unit& unit) { return Response::see_other(path_of(unit) + "?klart=sparat"); }
}

Response hours_page(const Visit& visit, const Ground& ground) {
    const auto stored = found(visit, ground);
    return stored ? shown(visit, stored->unit, form_of(*stored), {}) : Response::not_found();
}

Response save_hours(const Visit& visit, const Ground& ground) {
    const auto stored = found(visit, ground);
    if (!stored) return Response::not_found();
    FieldErrors errors;
    const auto form = form_in(visit.request);
    const auto hours = hours_in(visit, form, errors);
    if (errors.any()) return shown(visit, stored->unit, form, errors);
    const auto done = ground.database.write([&](db::Transaction& tx) { return change_unit(tx, *visit.request.actor, ground.clock.now(), {stored->unit.id, form.name, hours}); });
    if (done) return saved(stored->unit);
    add(errors, visit, done.refusal(), day_fields[0]);
    return shown(visit, stored->unit, form, errors);
}

Response add_closed(const Visit& visit, const Ground& ground) {
    const auto stored = found(visit, ground);
    if (!stored) return Response::not_found();
    FieldErrors errors;
    const auto first = day_in(visit, "first", errors), last = day_in(visit, "last", errors);
    auto form = form_of(*stored);
    form.first = visit.request.field("first"), form.last = visit.request.field("last"), form.reason = visit.request.field("reason");
    if (!first && !errors.any()) errors.add("first", visit.t(words(Refusal::closed_wrong)));
    if (errors.any()) return shown(visit, stored->unit, form, errors);
    const auto done = ground.database.write([&](db::Transaction& tx) { return close_unit(tx, *visit.request.actor, ground.clock.now(), stored->unit.id, {*first, last.value_or(*first), form.reason}); });
    if (done) return saved(stored->unit);
    errors.add(done.refusal() == Refusal::days_backwards ? "last" : "reason", visit.t(words(done.refusal())));
    return shown(visit, stored->unit, form, errors);
}

Response remove_closed(const Visit& visit, const Ground& ground) {
    const auto stored = found(visit, ground);
    const auto first = calendar::date_from(visit.request.field("first"));
    if (!stored || !first) return Response::not_found();
    const auto done = ground.database.write([&](db::Transaction& tx) { return reopen_unit(tx, *visit.request.actor, ground.clock.now(), stored->unit.id, *first); });
    return done ? saved(stored->unit) : Response::not_found();
}
}
