#include "features/activities/personal_data.hpp"
#include "base/text.hpp"
#include "features/activities/store_kept.hpp"
#include "features/activities/store_personal.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "features/people/public.hpp"
#include "features/activities/line/taken_out.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"
#include "platform/outbox/outbox.hpp"

namespace activities {
namespace {
using rights::AreaScope;
using store::OfActivity;
using Facts = std::vector<std::pair<std::string, std::string>>;
constexpr auto swedish = i18n::Language::sv;
constexpr std::string_view kind = "activities.entry";

std::string when(base::Instant at) { return calendar::words(at, swedish, calendar::SayYear::yes); }
std::string day_of(const Session& s) { return std::string(calendar::words(s.times.day(), swedish, calendar::SayYear::yes)); }
const char* words(EntryState state) {
    switch (state) {
        case EntryState::interested: return "ville vara med om det blev av";
        case EntryState::waiting: return "står i kö";
        case EntryState::offered: return "erbjuden en plats";
        case EntryState::placed: return "har en plats";
        case EntryState::declined: return "tackade nej";
        case EntryState::lapsed: return "svarade inte i tid";
        case EntryState::left: return "lämnade sin plats";
        case EntryState::called_off: return "det blev inget av";
    }
    throw base::Bug("a state without words");
}
const char* words(CameBy by) {
    switch (by) {
        case CameBy::web: return "på webbplatsen";
        case CameBy::phone: return "per telefon";
        case CameBy::paper: return "på papper";
        case CameBy::desk: return "på plats";
    }
    throw base::Bug("a way without words");
}
// Why she went before others; what was told to all who wait, or what somebody decided.
const char* words(queue::Why why) {
    switch (why) {
        case queue::Why::in_turn: return "i turordning";
        case queue::Why::rule_new: return "kommunens regel: de som är nya går före";
        case queue::Why::rule_not_reached: return "kommunens regel: de som nås för sällan går före";
        case queue::Why::two_do_not_fit: return "de som stod före är två, och en plats var ledig";
        case queue::Why::urgent: return "det var bråttom";
        case queue::Why::fits_the_group: return "för att gruppen ska fungera ihop";
        case queue::Why::promised_before: return "en plats var lovad förut";
        case queue::Why::our_mistake: return "vi hade gjort fel";
    }
    throw base::Bug("a reason without words");
}
const char* words(WhyOut why) {
    switch (why) {
        case WhyOut::asked: return "hade bett om det";
        case WhyOut::stopped: return "kom inte längre";
        case WhyOut::twice: return "var anmäld två gånger";
        case WhyOut::mistake: return "var inskriven av misstag";
    }
    throw base::Bug("a reason without words");
}
// When it ended: her own end, or the activity's.
std::optional<base::Instant> ended_at(const OfActivity& of) {
    if (of.entry.ended_at) return of.entry.ended_at;
    return of.activity.state == State::closed ? std::optional(of.activity.changed_at) : std::nullopt;
}
// What lists say: the neutral title and the day, never who.
std::string called(const OfActivity& of) { return of.activity.neutral_title + ", " + calendar::day(of.entry.made_at); }

void tell_wishes(Facts& facts, const Needs& needs) {
    const auto add = [&](bool says, const char* what) { says ? void(facts.emplace_back("Behov vid tillfället", what)) : void(); };
    add(needs.hearing_loop, "hörslinga"), add(needs.step_free, "utan trappor"), add(needs.transport, "hjälp att ta sig dit");
    if (!needs.interpreter.empty()) facts.emplace_back("Tolk", needs.interpreter);
    if (!needs.food.empty()) facts.emplace_back("Mat", needs.food);
    if (!needs.address.empty()) facts.emplace_back("Adress för hembesöket", needs.address);
}
// What she has chosen, and what was done for her; the other of two has chosen nothing.
void tell_choices(Facts& facts, db::Reader& reader, const AreaScope& scope, const OfActivity& of) {
    const auto& e = of.entry;
    for (const auto& s : store::sessions(reader, scope, of.activity.id))
        if (const auto joins = store::choice(reader, scope, s, e.id)) facts.emplace_back("Tillfället " + day_of(s), *joins == Joins::room ? "ville komma till lokalen" : "ville vara med på nätet");
    if (store::wants_link(reader, scope, e.id)) facts.emplace_back("Länk i sms och mejl", "ja");
    for (const auto& x : store::exceptions(reader, scope, of.activity))
        if (x.entry == e.id) facts.emplace_back("Gick före andra i kön", when(x.at) + ", " + words(x.why));
    for (const auto& t : store::taken_out(reader, scope, of.activity, {}))
        if (t.entry == e.id) facts.emplace_back("Togs bort av personalen", when(t.at) + ", " + words(t.why));
    for (const auto& at : store::reminded_at(reader, scope, e)) facts.emplace_back("Påminnelse skickad", when(at));
}
personal::Part part_of(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const OfActivity& of, const PersonId& person) {
    const auto& e = of.entry;
    personal::Part out{"Anmälan till " + of.activity.title, {{"Kom in", when(e.arrived_at) + ", " + words(e.came_by)}, {"Läge", words(e.state)}}};
    auto& facts = out.facts;
    if (e.ended_at) facts.emplace_back("Avslutades", when(*e.ended_at));
    if (!e.decision.empty()) facts.emplace_back("Enligt nämndens beslut", e.decision);
    if (e.size == 2) facts.emplace_back("Anmälan gällde", e.person == person ? "två som kom tillsammans" : "två som kom tillsammans; den andra anmälde");
    for (const auto& c : store::came_to(reader, scope, e)) facts.emplace_back("Tillfället " + day_of(c.session), c.came == 1 && e.size == 2 ? "en av två kom" : c.came > 0 ? "kom" : c.said_so ? "sa till att det inte gick" : "kom inte");
    if (e.person != person) return out;   // what the other of two has said is hers
    if (e.been_before) facts.emplace_back("Har varit med förut", *e.been_before == Been::newcomer ? "nej" : "ja");
    if (e.not_reached) facts.emplace_back("Kommunens regel om vem som går före", "sa att den gällde");
    if (e.guardian_agreed_at) facts.emplace_back("Vårdnadshavare sade ja", when(*e.guardian_agreed_at));
    if (const auto needs = store::needs(reader, vault, scope, e)) tell_wishes(facts, *needs);
    if (const auto shown = store::shown_name(reader, vault, scope, e)) facts.emplace_back("Namn som de andra ser", base::joined(shown->names(), ", "));
    tell_choices(facts, reader, scope, of);
    return out;
}
std::vector<personal::Part> extract(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const PersonId& person) {
    std::vector<personal::Part> out;
    for (const auto& of : store::of_person(reader, scope, person)) out.push_back(part_of(reader, vault, scope, of, person));
    return out;
}

personal::Record record(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const OfActivity& of) {
    const auto& e = of.entry;
    const auto who = e.person ? e.person : e.companion;
    const auto because = who ? people::kept_because(reader, vault, scope, *who) : std::nullopt;
    return {.area = e.area, .kind = std::string(kind), .object = std::string(e.id.text()), .called = called(of), .ended_at = *ended_at(of), .anonymous = !who, .documented = because && because->documented,
            .person = who, .born = because ? because->born : std::nullopt};
}
std::vector<personal::Record> ended(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope) {
    std::vector<personal::Record> out;
    for (const auto& of : store::ended_ones(reader, scope)) out.push_back(record(reader, vault, scope, of));
    return out;
}
std::optional<personal::Record> one(db::Reader& reader, const vault::Vault& vault, const AreaId& area, std::string_view object) {
    const auto scope = AreaScope::of_the_system(area);
    const auto id = EntryId::from(object);
    const auto found = id ? store::with_activity(reader, scope, *id) : std::nullopt;
    return found && ended_at(*found) ? std::optional(record(reader, vault, scope, *found)) : std::nullopt;
}
std::vector<personal::Record> ongoing(db::Reader& reader, const AreaScope& scope) {
    std::vector<personal::Record> out;
    for (const auto& of : store::ongoing_ones(reader, scope))
        out.push_back({.area = of.entry.area, .kind = std::string(kind), .object = std::string(of.entry.id.text()), .called = called(of), .ended_at = of.entry.arrived_at});
    return out;
}

bool forget(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const AreaId& area, std::string_view object) {
    const auto scope = AreaScope::of_the_system(area);
    const auto id = EntryId::from(object);
    const auto found = id ? store::with_activity(tx, scope, *id) : std::nullopt;
    if (!found || !ended_at(*found)) return false;
    store::remove_shown_name(tx, vault, scope, found->entry, now);
    for (const auto sealed : {alias_key, needs_key})
        if (vault.key(tx, {sealed, *id})) vault.erase(tx, {sealed, *id}, now);
    outbox::erase(tx, area, object);
    store::remove(tx, scope, found->entry);
    return true;
}
void lock(db::Transaction& tx, const AreaId& area, std::string_view object) {
    if (const auto id = EntryId::from(object)) store::lock_entry(tx, AreaScope::of_the_system(area), *id);
}
}

personal::Data personal_data() { return {"activities", extract, ended, one, store::any_of_person, forget, lock, ongoing}; }
}
