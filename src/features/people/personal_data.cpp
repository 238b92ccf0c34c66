// What is kept of a person herself: for her extract (GDPR 15), and when it must go.
#include "base/text.hpp"
#include "features/people/numbers.hpp"
#include "features/people/public.hpp"
#include "features/people/sealing.hpp"
#include "platform/outbox/forget.hpp"
#include "platform/calendar/words.hpp"

namespace people {
namespace {
using Facts = std::vector<std::pair<std::string, std::string>>;
constexpr auto swedish = i18n::Language::sv;

std::string day_of(base::Instant at) { return calendar::words(calendar::date(at), swedish, calendar::SayYear::yes); }
void add(Facts& facts, const char* label, const std::string& says) {
    if (!says.empty()) facts.emplace_back(label, says);
}
std::string yes_or_no(bool yes) { return yes ? "ja" : "nej"; }
const char* words_of(Kind kind) {
    switch (kind) {
        case Kind::staff: return "medarbetare";
        case Kind::carer: return "anhörig";
        case Kind::cared_for: return "närstående";
        case Kind::young: return "ung anhörig";
        case Kind::contact: return "kontakt";
    }
    throw base::Bug("a kind without words");
}

personal::Part details_of(const Person& p) {
    Facts facts;
    add(facts, "Namn", p.details.name), add(facts, "Telefon", p.details.phone), add(facts, "E-post", p.details.email);
    add(facts, "Adress", p.details.address), add(facts, "Personnummer", p.details.personal_number);
    add(facts, "Registrerad som", words_of(p.kind));
    add(facts, "Skyddade personuppgifter", yes_or_no(p.protection != Protection::none));
    add(facts, "Lades in", day_of(p.created_at)), add(facts, "Ändrades senast", day_of(p.changed_at));
    return {"Uppgifter om personen", std::move(facts)};
}
personal::Part safe_contact_of(const SafeContact& s) {
    Facts facts{{"Får ringas upp", yes_or_no(s.may_call)}, {"Får sms", yes_or_no(s.may_sms)}, {"Får e-post", yes_or_no(s.may_mail)}, {"Får brev", yes_or_no(s.may_write)},
                {"Meddelande på telefonsvararen", yes_or_no(s.voicemail)}, {"Numret är lämnat av personen själv", yes_or_no(s.own_number)}};
    for (std::size_t i = 0; i < s.week.size(); ++i)
        if (!s.week[i].empty()) facts.emplace_back("Säkert på " + std::string(calendar::words(static_cast<calendar::Weekday>(i), swedish)), calendar::words(s.week[i], swedish));
    add(facts, "Vi frågar efter", s.ask_for), add(facts, "Vi säger att vi är", s.present_as);
    return {"Så får personen kontaktas", std::move(facts)};
}
personal::Part corrections_of(const vault::Vault& vault, const store::Stored& person, const std::vector<store::StoredCorrection>& all) {
    const auto key = vault.opened({person_key, person.id}, person.wrapped);
    Facts facts;
    for (const auto& c : all) facts.emplace_back("Personen anser, antecknat " + day_of(c.noted_at), unsealed_correction(key, c));
    return {"Rättelser", std::move(facts)};
}

std::vector<personal::Part> extract(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const PersonId& id) {
    std::vector<personal::Part> out;
    const auto stored = store::find(reader, scope, id);
    if (!stored) return out;
    out.push_back(details_of(unsealed(vault, *stored)));
    if (const auto safe = store::find_safe(reader, scope, stored->area, id)) out.push_back(safe_contact_of(unsealed_safe(vault, *stored, *safe)));
    if (const auto corrections = store::corrections(reader, scope, stored->area, id); !corrections.empty()) out.push_back(corrections_of(vault, *stored, corrections));
    return out;
}

personal::Record record(const vault::Vault& vault, const store::Stored& stored, bool by_decision) {
    return {stored.area, std::string(person_key), std::string(stored.id.text()), std::string(stored.id.text()), stored.changed_at, false, by_decision, false, stored.id,
            born(unsealed(vault, stored).details.personal_number), {}};
}
std::vector<personal::Record> ended(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope) {
    std::vector<personal::Record> out;
    for (const auto& area : scope.areas())
        for (const auto& [stored, by_decision] : store::not_staff(reader, scope, area))
            out.push_back(record(vault, stored, by_decision));
    return out;
}

std::optional<personal::Record> one(db::Reader& reader, const vault::Vault& vault, const rights::AreaId& area, std::string_view object) {
    const auto scope = AreaScope::of_the_system(area);
    const auto id = PersonId::from(object);
    const auto stored = id ? store::find(reader, scope, *id) : std::nullopt;
    if (!stored || stored->kind == Kind::staff) return std::nullopt;
    return record(vault, *stored, store::by_decision(reader, scope, area, *id));
}

bool forget(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const rights::AreaId& area, std::string_view object) {
    const auto id = PersonId::from(object);
    const auto scope = AreaScope::of_the_system(area);
    if (!id || !store::find(tx, scope, *id)) return false;
    store::remove(tx, scope, *id);
    outbox::forget(tx, area, *id);
    vault.erase(tx, {person_key, *id}, now);
    return true;
}

void lock(db::Transaction& tx, const rights::AreaId& area, std::string_view object) {
    if (const auto id = PersonId::from(object)) store::lock(tx, AreaScope::of_the_system(area), area, *id);
}
}

personal::Data personal_data() {
    return {"people", extract, ended, one, [](db::Reader&, const AreaScope&, const PersonId&) { return false; }, forget, lock};
}
}
