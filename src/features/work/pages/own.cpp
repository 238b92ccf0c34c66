// /personal/arbete/eget: a visit, a lecture, a network meeting. About workplaces and groups, never about a person (I6, I11, AP3).
#include "features/work/public.hpp"
#include "features/work/saving.hpp"
#include "platform/calendar/calendar.hpp"

namespace work {
namespace {
using html::Html;
using page::FieldErrors;

// Operations and their units, by name.
std::vector<page::Choice> places(const Visit& visit, const staff::Organisation& all) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Ingen av kommunens enheter"))}};
    for (const auto& operation : all.operations) {
        out.push_back({"v." + std::string(operation.id.text()), operation.name});
        for (const auto& unit : all.units)
            if (unit.operation == operation.id) out.push_back({"e." + std::string(unit.id.text()), operation.name + ": " + unit.name});
    }
    return out;
}
void fields(Html& h, const Visit& visit, const staff::Organisation& all, const Typed& typed, const FieldErrors& errors) {
    h.el("div", {{"class", "quick"}}, [&] {
        page::radios(h, visit, {.name = field::work, .label = visit.t("Vad gjorde du?"), .value = value(typed, field::work)}, choices(visit, works()), errors);
    });
    h.el("div", {{"class", "quick"}}, [&] {
        page::radios(h, visit, {.name = field::focus, .label = visit.t("Vilket av riktlinjens två områden gällde det mest?"), .value = value(typed, field::focus)}, choices(visit, focuses()), errors);
    });
    page::select(h, visit, {.name = field::visited, .label = visit.t("Verksamhet eller enhet"), .value = value(typed, field::visited)}, places(visit, all), errors);
    page::text_field(h, visit, {.name = field::place, .label = visit.t("Plats"), .hint = visit.t("En skola, ett bibliotek, ett nätverk. Aldrig en person."), .value = value(typed, field::place), .longest = 120, .may_be_empty = true}, errors);
    h.el("div", {{"class", "pair"}}, [&] {
        page::text_field(h, visit, {.name = field::heads, .label = visit.t("Hur många var med?"), .value = value(typed, field::heads), .input_mode = "numeric", .longest = 5, .may_be_empty = true}, errors);
        minutes_field(h, visit, typed, errors, true);
        day_field(h, visit, typed, errors);
    });
}
Response shown(const Visit& visit, const Ground& ground, const Typed& typed, const FieldErrors& errors) {
    const auto all = ground.database.read([&](db::Reader& reader) { return staff::organisation(reader, ground.clock.now()); });
    const auto instead = value(typed, field::instead);
    const auto title = instead.empty() ? visit.t("Logga eget arbete") : visit.t("Ändra eget arbete");
    return page::staff_page(visit, {.title = std::string(title), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Arbete")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        page::form(h, visit, save_own_route, visit.url(own_path), [&] {
            if (!instead.empty()) page::hidden_field(h, field::instead, instead);
            fields(h, visit, all, typed, errors);
            page::submit(h, visit.t("Spara"));
        });
    }, errors.any() ? 422 : 200);
}
}

Response own_page(const Visit& visit, const Ground& ground) {
    const auto id = visit.request.asked("andra");
    if (id.empty()) return shown(visit, ground, {}, {});
    const auto entry = to_change(visit, ground, id);
    if (!entry || !entry->given.own_work()) return Response::not_found();
    auto typed = typed_of(entry->given);
    typed[std::string(field::instead)] = id;
    return shown(visit, ground, typed, {});
}

Response save_own(const Visit& visit, const Ground& ground) {
    FieldErrors errors;
    const auto typed = typed_in(visit.request);
    const auto given = own_work_of(visit, typed, calendar::date(ground.clock.now()), errors);
    if (errors.any()) return shown(visit, ground, typed, errors);
    const auto done = save(visit, ground, {given, std::string(value(typed, field::instead))});
    if (done) return Response::see_other(visit.url(home).with("klart", "sparat").text());
    errors.add(done.refusal() == Refusal::unknown_place ? field::visited : "", visit.t(words(done.refusal())));
    return shown(visit, ground, typed, errors);
}
}
