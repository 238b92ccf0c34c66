#pragma once
#include "features/people/details.hpp"
#include "features/people/safe_contact.hpp"
#include "features/people/watched.hpp"
#include "platform/crypto/random.hpp"
#include "platform/rights/actor.hpp"
#include "platform/vault/vault.hpp"
#include <chrono>
// The only holder of names, numbers and addresses, and the only door to them (SoLPuL 7 a, 10 §§; ADR 0032). Other features keep a
// PersonId. Everything here that shows a person writes a line in the access log in the same transaction: no line, no data.
// A person of another area, a protected one, an erased one and one that never was give the same answer.
namespace people {

using rights::Actor;
using rights::AreaId;
using rights::AreaScope;
using rights::PersonId;

// What the person is to the municipality. A carer and the one she helps are two rows that nothing joins (security T30).
enum class Kind { staff, carer, cared_for, young, contact };
inline constexpr std::array kinds{Kind::staff, Kind::carer, Kind::cared_for, Kind::young, Kind::contact};
std::string_view key(Kind); // "cared_for"

// Skyddade personuppgifter (feature H3; OSL 22:1, folkbokföringslagen 16–17 §§): masked for all but those named by grant_protected.
enum class Protection { none, protected_identity };

// Why somebody is looked at. A closed list, so that nothing about the person is written into the log.
enum class Reason { own_task, reception, contact, referral, correction, person_asked, review, staffing, emergency };
inline constexpr std::array reasons{Reason::own_task,     Reason::reception, Reason::contact,  Reason::referral, Reason::correction,
                                    Reason::person_asked, Reason::review,    Reason::staffing, Reason::emergency};
std::string_view key(Reason);   // "own_task": as it stands in the log
const char* words(Reason);      // the Swedish sentence to translate
std::optional<Reason> reason_from(std::string_view key);

struct Person {
    PersonId id;
    AreaId area;
    Kind kind;
    Protection protection;
    Details details;
    base::Instant created_at, changed_at;
};

// ---- a row: made, changed, erased -------------------------------------------------------------------------------------------------

// What lets a row about somebody exist (SoL 14:3–5, SoLPuL 6 §): there is none without it, and the schema holds it too. Anonymous
// information (A) and services without identity (14:5) have no rows here; needs-assessed support (D) is the case system's.
class Ground {
    std::string_view key_;
    std::string decision_;
    Ground(std::string_view key, std::string decision) : key_(key), decision_(std::move(decision)) {}

public:
    static Ground employment() { return {"employment", {}}; }               // staff, and nobody else
    static Ground agreed_follow_up() { return {"agreed_follow_up", {}}; }   // B: advice, and the person has agreed to be reached again
    // C: a service that the board has decided on, by the decision's number. Asked for by features/decisions alone (ground_of).
    static Ground service(std::string decision);
    std::string_view key() const { return key_; }
    std::optional<std::string> decision() const { return decision_.empty() ? std::nullopt : std::optional(decision_); }
};

// Sealed before the transaction, since it is random. `id` is what other features keep.
struct NewPerson {
    PersonId id;
    AreaId area;
    Kind kind;
    Ground ground;
    Protection protection;
    Sealed sealed;
    vault::NewKey key;
};
// Kind and ground must agree (staff by employment, everybody else by another ground): a Bug otherwise.
NewPerson sealed(const vault::Vault&, crypto::Randomness&, AreaId, Kind, const Ground&, Protection, const CheckedDetails&);
// A colleague, by employment.
NewPerson sealed(const vault::Vault&, crypto::Randomness&, AreaId, Kind, Protection, const CheckedDetails&);
// False when the area is not in the scope.
[[nodiscard]] bool add(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const NewPerson&);

struct Change {
    CheckedDetails details;
    Protection protection = Protection::none;
};
// False when there is none for the actor. Replaces all of it.
[[nodiscard]] bool change(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const PersonId&, const Change&);
// Row and key are gone and can be had from no backup once the next `keys` backup is written; a tombstone stays. False as above. Whether
// it may be destroyed is decided by who calls (SoL 16:1, SoLPuL 6 §).
[[nodiscard]] bool erase(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const PersonId&);

// ---- a person is looked at ----------------------------------------------------------------------------------------------------------

// The one way in. Who asks for a protected person without the right to gets nothing, and the area is told.
std::optional<Person> open(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const PersonId&, Reason);

// A name in a list. masked: say masked_words, the name is empty.
struct Name {
    PersonId id;
    AreaId area;
    Kind kind;
    std::string name;
    bool masked = false;
};
extern const char* const masked_words; // "Skyddade uppgifter"
// Those of `ids` that the actor may see, in the order asked: one line, and a subject for each name shown. For lists that must show names;
// a work list shows reference, subject and time instead.
std::vector<Name> names(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const std::vector<PersonId>& ids, Reason);

// ---- somebody is looked for ---------------------------------------------------------------------------------------------------------
// By name, by a number compared whole, or by a reference that another feature keeps; there is no other search (SoLPuF 15 §). By POST, and
// nothing of what is typed is kept. Each answer is given at a whole number of `step`s after the question, so that time does not tell how many
// there are, or whether one was hidden (security T9).
struct Search {
    db::Database& database;
    const vault::Vault& vault;
    const Actor& actor;
    const AreaScope& scope;
    Reason reason;
    base::Instant now;
    std::chrono::milliseconds step{100};
};
struct Hits {
    std::vector<Name> names; // at most 20; never how many there are
    bool more = false;       // write more of the name
};
// Words in any order, each may be the beginning of one; how it is compared: names.hpp. Fewer than two letters find nobody.
Hits find_by_name(const Search&, std::string_view typed);
// Nothing found when it is not such a number or address.
Hits find_by_personal_number(const Search&, std::string_view typed);
Hits find_by_phone(const Search&, std::string_view typed);
Hits find_by_email(const Search&, std::string_view typed);

// ---- protected persons (H3) ---------------------------------------------------------------------------------------------------------

// Named by the area's head: this account may see protected persons of the area until then. False when the area is not in the scope.
[[nodiscard]] bool grant_protected(db::Transaction&, const Actor& by, const AreaScope&, base::Instant now, AreaId, rights::AccountId, base::Instant until);
[[nodiscard]] bool revoke_protected(db::Transaction&, const Actor& by, const AreaScope&, base::Instant now, AreaId, rights::AccountId);
struct ProtectedReader {
    AreaId area;
    rights::AccountId account;
    base::Instant until;
};
std::vector<ProtectedReader> protected_readers(db::Reader&, const AreaScope&);

// ---- break-glass (H6) ---------------------------------------------------------------------------------------------------------------

inline constexpr rights::Roles may_break_glass{rights::Role::consultant, rights::Role::support_contact, rights::Role::assessor, rights::Role::head_of_operations};
inline constexpr std::int64_t break_glass_ms = 60 * 60 * 1000;
enum class BreakGlassRefusal { not_your_role, reason_missing, reason_too_long };
// For an hour, the area is in the actor's scope (AreaScope::of); its head is told by an alert. `why` is the actor's own words, 10–500
// characters, and is sealed. Protected persons stay closed.
base::Result<rights::Emergency, BreakGlassRefusal> break_glass(db::Transaction&, const vault::Vault&, crypto::Randomness&, const Actor&, base::Instant now, AreaId,
                                                               std::string_view why);
// Those in force, for the sign-in gate to put into the Actor.
std::vector<rights::Emergency> emergencies(db::Reader&, const rights::AccountId&, base::Instant now);

// Something the area's head must be told.
enum class AlertKind { break_glass, protected_person };
struct Alert {
    std::string id;
    AreaId area;
    AlertKind kind;
    rights::AccountId account;
    base::Instant at;
    std::optional<base::Instant> until; // of a break-glass
    std::string why;                    // of a break-glass: the actor's words
};
// Those not yet seen, oldest first.
std::vector<Alert> alerts(db::Reader&, const vault::Vault&, const AreaScope&);
// The head has read it. False when there is none in the scope.
[[nodiscard]] bool seen(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, std::string_view id);

// ---- for `lotsen doctor` and restore ------------------------------------------------------------------------------------------------

// How many rows have no key and can never be read again; says nothing about whom.
std::int64_t without_key(db::Reader&);
// After restore, once the vault's tombstones are replayed: the rows of erased persons go too. Returns how many.
std::int64_t remove_erased(db::Transaction&);
}
