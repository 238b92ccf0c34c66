// /personal/arbete/ny: a contact by telephone or at the door, in 20 seconds: two choices, and the rest only if one knows (feature B13).
#include "features/work/public.hpp"
#include "features/work/saving.hpp"
#include "platform/calendar/calendar.hpp"

namespace work {
namespace {
using html::Html;
using page::FieldErrors;

constexpr std::array in_the_optional_part{field::minutes, field::day, field::sex, field::age, field::target_group, field::helped_long, field::heard_of, field::children, field::outcome};

void two_choices(Html& h, const Visit& visit, const Typed& typed, const FieldErrors& errors) {
    h.el("div", {{"class", "quick"}}, [&] {
        page::radios(h, visit, {.name = field::channel, .label = visit.t("Hur togs kontakten?"), .value = value(typed, field::channel)}, choices(visit, channels()), errors);
    });
    h.el("div", {{"class", "quick"}}, [&] {
        page::radios(h, visit, {.name = field::subject, .label = visit.t("Vad gällde det mest?"), .value = value(typed, field::subject)}, choices(visit, subjects()), errors);
    });
    h.el("div", {{"class", "quick quick-one"}}, [&] {
        page::checkboxes(h, visit, {.name = field::concern, .label = visit.t("Något som oroar?")},
                         {{"ja", std::string(visit.t("Oro: följ rutinen")), std::string(visit.t("Stegen visas när du har sparat."))}}, {std::string(value(typed, field::concern))}, errors);
    });
}
void only_as_said(Html& h, const Visit& visit, const Typed& typed, const FieldErrors& errors) {
    h.el("p", {{"class", "hint"}}, visit.t("Bara det som personen själv har sagt. Gissa inte."));
    h.el("div", {{"class", "quick quick-short"}}, [&] {
        page::radios(h, visit, {.name = field::sex, .label = visit.t("Kön"), .value = value(typed, field::sex)}, choices_or(visit, i18n::key("Inte sagt"), sexes()), errors);
        page::radios(h, visit, {.name = field::age, .label = visit.t("Ålder"), .value = value(typed, field::age)}, choices_or(visit, i18n::key("Inte sagt"), ages()), errors);
    });
}
void optional_fields(Html& h, const Visit& visit, const Typed& typed, const FieldErrors& errors) {
    h.el("div", {{"class", "quick quick-short"}}, [&] {
        const auto asked = value(typed, field::children);
        page::radios(h, visit, {.name = field::children, .label = visit.t("Finns det barn här?"), .value = asked.empty() ? "not_asked" : asked}, choices(visit, children()), errors);
    });
    only_as_said(h, visit, typed, errors);
    const auto select = [&](std::string_view name, std::string_view label, Codes codes) {
        page::select(h, visit, {.name = name, .label = label, .value = value(typed, name)}, choices_or(visit, i18n::key("Inte sagt"), codes), errors);
    };
    select(field::target_group, visit.t("Vem eller vad gäller hjälpen?"), target_groups());
    select(field::helped_long, visit.t("Hur länge har du hjälpt?"), times());
    select(field::heard_of, visit.t("Hur fick du veta att vi finns?"), ways_here());
    select(field::outcome, visit.t("Vad ledde det till?"), outcomes());
    h.el("div", {{"class", "pair"}}, [&] { minutes_field(h, visit, typed, errors, false), day_field(h, visit, typed, errors); });
}
bool opened(const Typed& typed, const FieldErrors& errors, bool changing) {
    return std::any_of(in_the_optional_part.begin(), in_the_optional_part.end(), [&](std::string_view name) { return !errors.of(name).empty() || (changing && !value(typed, name).empty() && name != field::day); });
}
Response shown(const Visit& visit, const Typed& typed, const FieldErrors& errors) {
    const auto instead = value(typed, field::instead);
    const auto title = instead.empty() ? visit.t("Logga en kontakt") : visit.t("Ändra en kontakt");
    return page::staff_page(visit, {.title = std::string(title), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Arbete")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        h.el("p", visit.t("Två svar räcker. Inget om vem det var sparas."));
        page::form(h, visit, save_contact_route, visit.url(contact_path), [&] {
            if (!instead.empty()) page::hidden_field(h, field::instead, instead);
            // With the site's keys: an answer's first letter gives it and goes on.
            h.el("div", {{"class", "form-part"}, {"data-judge", true}}, [&] { two_choices(h, visit, typed, errors); });
            optional_part(h, visit, opened(typed, errors, !instead.empty()), [&] { optional_fields(h, visit, typed, errors); });
            page::submit(h, visit.t("Spara"));
        });
    }, errors.any() ? 422 : 200);
}
}

Response contact_page(const Visit& visit, const Ground& ground) {
    const auto id = visit.request.asked("andra");
    if (id.empty()) return shown(visit, {}, {});
    const auto entry = to_change(visit, ground, id);
    if (!entry || entry->given.own_work()) return Response::not_found();
    auto typed = typed_of(entry->given);
    typed[std::string(field::instead)] = id;
    return shown(visit, typed, {});
}

Response save_contact(const Visit& visit, const Ground& ground) {
    FieldErrors errors;
    const auto typed = typed_in(visit.request);
    const auto given = contact_of(visit, typed, calendar::date(ground.clock.now()), errors);
    if (errors.any()) return shown(visit, typed, errors);
    const auto done = save(visit, ground, {given, std::string(value(typed, field::instead))});
    if (done) return Response::see_other(visit.url(given.concern ? concern_path : home).with("klart", "sparat").text());
    errors.add("", visit.t(words(done.refusal())));
    return shown(visit, typed, errors);
}
}
