// Somebody signs up, by herself or through a member of the staff.
#include "features/activities/settling.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace activities {
namespace {
using decisions::Keeping;
using decisions::SignUpPermit;

// What is given of who she is, against what may be kept.
std::optional<Refusal> wrong_identity(const SignUpPermit& permit, const SignUp& in) {
    const auto persons = in.newly.size() + in.known.size();
    switch (permit.keeping()) {
        case Keeping::counts: return persons > 0 || in.alias ? std::optional(Refusal::too_much) : std::nullopt;
        case Keeping::alias: return persons > 0 ? std::optional(Refusal::too_much) : std::nullopt;
        case Keeping::reference_and_date:
            if (in.alias || persons > static_cast<std::size_t>(in.size)) return Refusal::too_much;
            return persons == 0 ? std::optional(Refusal::identity_missing) : std::nullopt;
        case Keeping::time_and_channel:
        case Keeping::nothing: break;
    }
    throw base::Bug("a permit to sign up that keeps nothing of a sign-up");
}
void require_ground(const SignUpPermit& permit, const SignUp& in) {
    const auto ground = decisions::ground_of(permit);
    for (const auto* person : in.newly) base::require(ground && person->ground.key() == ground->key() && person->ground.decision() == ground->decision(), "a person is kept on another ground than the permit's");
}
std::optional<Refusal> wrong_words(const Activity& a, const SignUp& in) {
    base::require(!in.form.empty(), "a sign-up comes with its form's stamp");
    if (in.size < 1 || in.size > 2 || (a.kind == Kind::individual && in.size > 1)) return Refusal::too_many;
    if (needs_guardian(a.for_whom) && !in.guardian_agrees) return Refusal::guardian_missing;
    if (in.not_reached && a.terms.preferred != Preferred::not_reached) return Refusal::not_asked;
    return std::nullopt;
}

struct Coming {
    const Actor& actor;
    const AreaScope& scope;
    base::Instant now;
    const SignUpPermit& permit;
    const SignUp& in;
    CameBy by;
    base::Instant arrived_at;
};

// What was gathered on paper before the activity was here stands in its true order too; a slip of the pen in the year does not.
constexpr std::int64_t arrived_before_ms = 366LL * 24 * 60 * 60'000;

std::optional<Refusal> wrong_time(db::Transaction& tx, const Coming& c, const Activity& a) {
    if (c.by != CameBy::web && (c.arrived_at > c.now || c.arrived_at.ms < c.now.ms - arrived_before_ms)) return Refusal::arrived_wrong;
    if (a.terms.stop_day && *a.terms.stop_day < calendar::date(c.arrived_at)) return Refusal::too_late;
    if (takes_interest(a)) return std::nullopt;
    if (a.kind != Kind::individual) return store::next_begins(tx, c.scope, a.id, c.now) ? std::nullopt : std::optional(Refusal::too_late);
    if (!c.in.time) return Refusal::time_missing;
    const auto session = store::find_session(tx, c.scope, *c.in.time);
    if (!session || session->activity != a.id) return Refusal::unknown;
    if (!session->takes_place()) return Refusal::time_taken;
    return session->times.begins_at() > c.now ? std::nullopt : std::optional(Refusal::too_late);
}
std::optional<Refusal> refusal(db::Transaction& tx, const Coming& c, const Activity& a) {
    if (!takes_sign_ups(a) && !(takes_interest(a) && a.kind != Kind::individual)) return Refusal::not_open;
    if (const auto wrong = wrong_words(a, c.in)) return wrong;
    if (const auto wrong = wrong_identity(c.permit, c.in)) return wrong;
    if (const auto wrong = wrong_time(tx, c, a)) return wrong;
    if (a.kind == Kind::individual && store::free_seats(tx, a.area, *c.in.time) == 0) return Refusal::time_taken;
    return std::nullopt;
}

EntryState state_of(db::Transaction& tx, const Activity& a, const SignUp& in) {
    if (takes_interest(a)) return EntryState::interested;
    if (a.kind == Kind::individual) return EntryState::placed;
    const bool waits = store::anyone_waits(tx, a.area, a.id);
    return queue::arrival(in.size, waits ? 0 : store::free_seats(tx, a.area, a.id), waits);
}
Entry entry_for(db::Transaction& tx, const Coming& c, const Activity& a) {
    Entry e{.id = c.in.id, .area = a.area, .activity = a.id, .slot = std::string(a.kind == Kind::individual ? c.in.time->text() : a.id.text()), .size = c.in.size, .state = state_of(tx, a, c.in),
            .arrived_at = c.arrived_at, .position = a.arrivals - 1, .keeping = c.permit.keeping(), .decision = c.permit.decision(), .came_by = c.by, .been_before = a.terms.preferred == Preferred::newcomers ? c.in.been_before : std::nullopt,
            .not_reached = c.in.not_reached, .shows_name = c.in.shows_name, .made_at = c.now};
    if (needs_guardian(a.for_whom)) e.guardian_agreed_at = c.now;
    std::vector<PersonId> persons = c.in.known;
    for (const auto* person : c.in.newly) persons.push_back(person->id);
    if (!persons.empty()) e.person = persons[0];
    if (persons.size() > 1) e.companion = persons[1];
    return e;
}
void keep(db::Transaction& tx, const Coming& c, const Entry& e) {
    require_ground(c.permit, c.in);
    for (const auto* person : c.in.newly) base::require(people::add(tx, c.actor, c.scope, c.now, *person), "a person is added in another area than the activity's");
    base::require(store::insert(tx, c.scope, e, c.in.form), "a form that was looked for under the lock was there all the same");
    if (holds_seats(e.state)) store::take_seats(tx, e);
    if (c.in.alias) store::keep_alias(tx, c.scope, e, *c.in.alias, c.now);
    if (c.in.needs) store::keep_needs(tx, c.scope, e, *c.in.needs, c.now);
    for (const auto* link : c.in.links) store::keep_link(tx, c.scope, e, *link, c.now);
    settling::wrote(tx, c.actor, c.now, e.area, settling::Thing::entry, e.id, "signed_up");
}
// "Starts at five": those who wanted it are told when there are five (D3).
std::vector<Notice> told_when_enough(db::Transaction& tx, const Coming& c, const Activity& a) {
    const auto many = enough(a, store::heads(tx, a, EntryState::interested), c.now);
    if (!many) return {};
    store::replace(tx, c.scope, *many);
    return settling::notices(store::entries(tx, c.scope, a, EntryState::interested), News::enough);
}
// Seats can be free though somebody waits: two are next and one is free, or an earlier call was entered late.
std::vector<Notice> settled(db::Transaction& tx, const Coming& c, const Activity& a, const Entry& e) {
    if (e.state == EntryState::interested) return told_when_enough(tx, c, a);
    if (e.state != EntryState::waiting || store::free_seats(tx, a.area, a.id) < e.size) return {};
    return settling::offered_to_the_next(tx, c.actor, c.scope, c.now, a);
}
SignUpAnswer signed_up(db::Transaction& tx, Coming c) {
    const auto a = store::locked_for_arrival(tx, c.scope, c.in.activity, c.now);
    if (!a) return base::refused(Refusal::unknown);
    if (const auto had = store::by_form(tx, c.scope, *a, c.in.form)) return SignedUp{.entry = *had, .again = true};
    if (c.by == CameBy::web) c.arrived_at = a->last_arrived_at;
    if (const auto why = refusal(tx, c, *a)) return base::refused(*why);
    const auto entry = entry_for(tx, c, *a);
    keep(tx, c, entry);
    auto told = settling::told(tx, c.scope, c.now, settled(tx, c, *a, entry));
    return SignedUp{.entry = told.notices.empty() ? entry : *store::find_entry(tx, c.scope, entry.id), .notices = std::move(told.notices)};
}
}

std::optional<SignUpPermit> permit_for(const decisions::Register& reg, const directory::Catalogue& catalogue, const Activity& a, base::Instant now) {
    const auto* offer = catalogue.find(a.offer);
    return offer ? SignUpPermit::of(decisions::standing(reg, *offer, calendar::day(now))) : std::nullopt;
}
SignUpAnswer sign_up(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SignUpPermit& permit, const SignUp& in) {
    return signed_up(tx, {actor, scope, now, permit, in, CameBy::web, now});
}
SignUpAnswer enter_by_staff(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SignUpPermit& permit, const SignUp& in, const ByStaff& how) {
    base::require(how.by != CameBy::web, "what the staff enters has come by telephone, on paper or at the desk");
    return signed_up(tx, {actor, scope, now, permit, in, how.by, how.arrived_at});
}
}
