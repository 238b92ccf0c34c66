#include "base/text.hpp"
#include "features/staff/attention.hpp"
#include "features/staff/pages.hpp"
#include "platform/calendar/words.hpp"

namespace staff {
using html::Html;

std::string path_of(const Unit& unit) { return std::string(home) + "/enhet/" + std::string(unit.id.text()); }

std::string name_of(const Visit& visit, const Names& names, const AccountId& account) {
    const auto* found = names.find(account);
    if (!found) return std::string(visit.t("Namnet är borttaget"));
    return found->masked ? std::string(visit.t(people::masked_words)) : found->name;
}
std::string day_words(const Visit& visit, calendar::Date day) { return i18n::day(visit.language(), calendar::iso(day)); }

std::vector<page::Choice> role_choices(const Visit& visit) {
    const bool any = !may_build(*visit.request.actor);
    std::vector<page::Choice> out{{"", std::string(visit.t("Välj en roll"))}};
    for (const auto role : rights::roles)
        if (any || !beyond_a_head.has(role)) out.push_back({std::string(rights::key(role)), std::string(visit.t(rights::words(role)))});
    return out;
}
std::vector<page::Choice> unit_choices(const Organisation& all) {
    std::vector<page::Choice> out;
    for (const auto& operation : all.operations)
        for (const auto& unit : all.units)
            if (unit.operation == operation.id) out.push_back({std::string(unit.id.text()), operation.name + " – " + unit.name});
    return out;
}

void first_day_field(Html& h, const Visit& visit, std::string_view value, const page::FieldErrors& errors) {
    page::text_field(h, visit, {.name = "from", .label = visit.t("Första dag"), .value = value, .type = "date"}, errors);
}
void last_day_field(Html& h, const Visit& visit, std::string_view value, const page::FieldErrors& errors) {
    page::text_field(h, visit, {.name = "until", .label = visit.t("Sista dag"), .hint = visit.t("Den dagen räknas med. Tomt betyder tills vidare."), .value = value, .type = "date", .may_be_empty = true}, errors);
}
std::optional<calendar::Date> day_in(const Visit& visit, std::string_view field, page::FieldErrors& errors) {
    const auto typed = base::trimmed(visit.request.field(field));
    if (typed.empty()) return std::nullopt;
    auto day = calendar::date_from(typed);
    if (!day) errors.add(field, visit.t("Skriv dagen så här: 2026-12-31."));
    return day;
}

void add(page::FieldErrors& errors, const Visit& visit, Refusal why, std::string_view otherwise) {
    const auto field = [&]() -> std::string_view {
        switch (why) {
        case Refusal::days_backwards:
        case Refusal::ends_before_today:
        case Refusal::ends_later_than_before: return "until";
        case Refusal::overlaps:
        case Refusal::role_not_yours: return "role";
        case Refusal::name_missing:
        case Refusal::name_too_long:
        case Refusal::name_taken: return "name";
        default: return otherwise;
        }
    }();
    errors.add(field, visit.t(words(why)));
}

Organisation seen(const Visit& visit, const Ground& ground) {
    return seen_by(*visit.request.actor, ground.database.read([&](db::Reader& reader) { return organisation(reader, ground.clock.now()); }));
}
}
