#include "features/work/saving.hpp"
#include "features/staff/public.hpp"
#include "features/work/public.hpp"
#include "features/work/store.hpp"

namespace work {
namespace {
// What log_entry refuses, asked before the old entry is taken back: a use case that refuses does not undo what was done before it.
bool place_is_there(db::Reader& reader, const Given& given, base::Instant now) {
    if (!given.operation && !given.visited) return true;
    const auto all = staff::organisation(reader, now);
    return given.visited ? all.operation_of(*given.visited) != nullptr : all.operation(*given.operation) != nullptr;
}
}

base::Result<EntryId, Refusal> save(const Visit& visit, const Ground& ground, const Wanted& wanted) {
    const auto now = ground.clock.now();
    const auto entry = new_entry(ground.randomness, wanted.given);
    const auto drawn = draw_facts(ground.randomness);
    const auto instead = EntryId::from(wanted.instead);
    if (!wanted.instead.empty() && !instead) return base::refused(Refusal::unknown);
    return ground.database.write([&](db::Transaction& tx) -> base::Result<EntryId, Refusal> {
        const auto& actor = *visit.request.actor;
        if (!place_is_there(tx, wanted.given, now)) return base::refused(Refusal::unknown_place);
        if (instead)
            if (const auto back = take_back(tx, actor, now, *instead, drawn); !back) return base::refused(back.refusal());
        return log_entry(tx, actor, now, entry);
    });
}

std::optional<Entry> to_change(const Visit& visit, const Ground& ground, std::string_view text) {
    const auto id = EntryId::from(text);
    if (!id) return std::nullopt;
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    auto entry = ground.database.read([&](db::Reader& reader) { return store::find(reader, rights::AreaScope::of(actor, who_log, now), *id); });
    return entry && may_take_back(*entry, actor.account(), now) ? std::move(entry) : std::nullopt;
}

const char* words(Refusal why) {
    switch (why) {
        case Refusal::unknown: return i18n::key("Raden finns inte kvar. Logga på nytt.");
        case Refusal::too_late: return i18n::key("Raden går bara att ändra samma dag, av den som skrev den.");
        case Refusal::unknown_place: return i18n::key("Enheten finns inte kvar. Välj en annan.");
    }
    throw base::Bug("a refusal without words");
}

void optional_part(html::Html& h, const Visit& visit, bool open, const page::Body& body) {
    h.el("details", {{"class", "ds-details"}, {"open", open}}, [&] {
        h.el("summary", visit.t("Mer, om du vet"));
        h.el("div", {{"class", "form-part"}}, body);
    });
}
std::vector<page::Choice> choices(const Visit& visit, Codes codes) {
    std::vector<page::Choice> out;
    for (const auto& code : codes) out.push_back({std::string(code.key), std::string(visit.t(code.words))});
    return out;
}
std::vector<page::Choice> choices_or(const Visit& visit, const char* nothing, Codes codes) {
    auto out = choices(visit, codes);
    out.insert(out.begin(), {"", std::string(visit.t(nothing))});
    return out;
}
void minutes_field(html::Html& h, const Visit& visit, const Typed& typed, const page::FieldErrors& errors, bool says_that_it_may_be_empty) {
    page::text_field(h, visit, {.name = field::minutes, .label = visit.t("Minuter"), .value = value(typed, field::minutes), .input_mode = "numeric", .longest = 4, .may_be_empty = says_that_it_may_be_empty}, errors);
}
void day_field(html::Html& h, const Visit& visit, const Typed& typed, const page::FieldErrors& errors) {
    page::text_field(h, visit, {.name = field::day, .label = visit.t("Dag"), .hint = visit.t("Tomt betyder i dag."), .value = value(typed, field::day), .type = "date"}, errors);
}
}
