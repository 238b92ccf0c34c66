#include "features/contact/personal_data.hpp"
#include "features/contact/store_personal.hpp"
#include "features/contact/stored.hpp"
#include "features/people/public.hpp"
#include "platform/calendar/words.hpp"
#include "platform/outbox/outbox.hpp"

namespace contact {
namespace {
using rights::AreaScope;
constexpr auto swedish = i18n::Language::sv;
constexpr std::string_view kind = "contact", handover_key = "handover";

std::string when(base::Instant at) { return calendar::words(at, swedish, calendar::SayYear::yes); }
std::string label(MessageKind which, base::Instant at) {
    switch (which) {
        case MessageKind::incoming: return "Skrevs till oss " + when(at);
        case MessageKind::answer: return "Vårt svar " + when(at);
        case MessageKind::note: return "Anteckning " + when(at);
        case MessageKind::call: return "Samtal " + when(at);
    }
    throw base::Bug("a kind of message without words");
}
const char* words(Answer answer) { return answer == Answer::yes ? "ja" : answer == Answer::no ? "nej" : "osäkert"; }

void tell_register(personal::Part& part, const Contact& c) {
    part.facts = {{"Kom in", when(c.arrived_at)}, {"Hur", contact::words(c.way)}, {"Vad det gäller", contact::words(c.subject)}};
    if (c.answered_at) part.facts.emplace_back("Besvarades första gången", when(*c.answered_at));
    if (c.children != Children::not_known) part.facts.emplace_back("Finns det barn här?", contact::words(c.children));
    if (c.closed_at) part.facts.emplace_back("Avslutades", when(*c.closed_at) + " – " + contact::words(*c.outcome));
}
void tell_texts(personal::Part& part, db::Reader& reader, const AreaScope& scope, const Contact& c, const crypto::Key& key) {
    if (const auto sealed = store::interpreter(reader, scope, c); !sealed.empty()) part.facts.emplace_back("Tolk", opened(key, interpreter_column, c.id, sealed));
    for (const auto& text : store::texts(reader, scope, c)) part.facts.emplace_back(label(text.kind, text.at), opened(key, message_column, c.id, text.body, text.position));
}
void tell_triage(personal::Part& part, db::Reader& reader, const AreaScope& scope, const Contact& c, const crypto::Key& key) {
    for (const auto& j : store::judged(reader, scope, c)) part.facts.emplace_back("Bedömning " + when(j.at), std::string(contact::words(j.question)) + " – " + words(j.answer));
    for (const auto& way : store::routes(reader, scope, c)) {
        const auto says = way.withdrawn_at ? "Återtogs " + when(*way.withdrawn_at) : way.handed_at ? "Lämnades vidare " + when(*way.handed_at) : "Inte lämnad vidare än";
        part.facts.emplace_back("Rutin: " + std::string(contact::words(way.kind)), way.received_by.empty() ? says : says + ", till " + opened(key, received_column, c.id, way.received_by));
    }
}

std::vector<personal::Part> extract(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const PersonId& person) {
    std::vector<personal::Part> out;
    for (const auto& c : store::of_person(reader, scope, person)) {
        personal::Part part{"Kontakt " + text_of(c.number), {}};
        tell_register(part, c);
        if (const auto key = vault.key(reader, owner_of(c.id))) tell_texts(part, reader, scope, c, *key), tell_triage(part, reader, scope, c, *key);
        out.push_back(std::move(part));
    }
    return out;
}

std::string held_by(db::Reader& reader, const AreaScope& scope, const Contact& c) {
    for (const auto& way : store::routes(reader, scope, c))
        if (!way.handed_at && !way.withdrawn_at) return way.kind == RouteKind::shortcoming ? "shortcoming" : "triage";
    return store::handover_open(reader, scope, c) ? "handover" : "";
}
bool about_child(db::Reader& reader, const AreaScope& scope, const Contact& c) {
    const auto ways = store::routes(reader, scope, c);
    return std::any_of(ways.begin(), ways.end(), [](const store::Way_on& way) { return way.kind == RouteKind::child && way.handed_at; });
}

personal::Record record(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Contact& c) {
    const auto because = c.person ? people::kept_because(reader, vault, scope, *c.person) : std::nullopt;
    return {c.area, std::string(kind), std::string(c.id.text()), text_of(c.number), *c.closed_at, c.anonymous(), because && because->documented, about_child(reader, scope, c), c.person,
            because ? because->born : std::nullopt, held_by(reader, scope, c)};
}
std::vector<personal::Record> ended(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope) {
    std::vector<personal::Record> out;
    for (const auto& c : store::closed(reader, scope)) out.push_back(record(reader, vault, scope, c));
    return out;
}
std::optional<personal::Record> one(db::Reader& reader, const vault::Vault& vault, const AreaId& area, std::string_view object) {
    const auto scope = AreaScope::of_the_system(area);
    const auto id = ContactId::from(object);
    const auto found = id ? store::closed_one(reader, scope, *id) : std::nullopt;
    return found ? std::optional(record(reader, vault, scope, *found)) : std::nullopt;
}

bool forget(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const AreaId& area, std::string_view object) {
    const auto scope = AreaScope::of_the_system(area);
    const auto id = ContactId::from(object);
    const auto found = id ? stored::locked(tx, scope, *id) : std::nullopt;
    // One that is open, or has no key any more, is not there to be destroyed.
    if (!found || !store::closed_one(tx, scope, *id) || !held_by(tx, scope, *found).empty()) return false;
    for (const auto& handover : store::handovers(tx, scope, *found)) vault.erase(tx, {handover_key, handover}, now);
    store::empty(tx, scope, *found);
    outbox::erase(tx, found->area, found->id.text());
    vault.erase(tx, owner_of(*id), now);
    return true;
}

void lock(db::Transaction& tx, const AreaId& area, std::string_view object) {
    if (const auto id = ContactId::from(object)) (void)stored::locked(tx, AreaScope::of_the_system(area), *id);
}
std::vector<personal::Record> ongoing(db::Reader& reader, const AreaScope& scope) {
    std::vector<personal::Record> out;
    for (const auto& c : store::ongoing(reader, scope)) out.push_back({.area = c.area, .kind = std::string(kind), .object = std::string(c.id.text()), .called = text_of(c.number), .ended_at = c.arrived_at});
    return out;
}
}

personal::Data personal_data() { return {"contact", extract, ended, one, store::any_of_person, forget, lock, ongoing}; }
}
