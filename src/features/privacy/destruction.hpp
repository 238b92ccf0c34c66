#pragma once
#include "features/privacy/shown.hpp"
#include "features/privacy/store_destruction.hpp"
#include "features/retention/public.hpp"
// Destruction (gallring; security 6): what is due is listed, another person says yes, each thing is looked at once more and goes with its keys.
namespace privacy {

inline constexpr rights::Roles lists_what_is_due{rights::Role::registrar};
inline constexpr rights::Roles may_confirm{rights::Role::registrar, rights::Role::head_of_operations, rights::Role::director};

// One thing whose time runs, and what the rules say of it.
struct Weighed {
    personal::Record record;
    retention::Answer answer;
    std::optional<calendar::Date> held_until;   // of a hold not lifted
    std::optional<retention::Told> told = {};   // of a day of birth that is not known
    bool due(calendar::Date today) const;
    bool asks_for_birth() const;                // nobody can say when before somebody has said, or has said, what the day of birth would
    bool held(calendar::Date today) const { return held_until && today <= *held_until; }
};
// All that has ended in the scope, what goes first first.
std::vector<Weighed> weighed(db::Reader&, const Ground&, const rights::AreaScope&);
// One of them, as it stands now.
std::optional<Weighed> weighed(db::Reader&, const Ground&, const rights::AreaId&, std::string_view kind, std::string_view object);

enum class HoldReason { dispute, insight, supervision, research };
inline constexpr std::array hold_reasons{HoldReason::dispute, HoldReason::insight, HoldReason::supervision, HoldReason::research};
std::string_view key(HoldReason);
const char* words(HoldReason);
std::optional<HoldReason> hold_reason_from(std::string_view key);
const char* thing_words(std::string_view kind);   // "Kontakt"

// The row of that thing, whatever it is, until the transaction ends: a hold and a destruction of it wait for each other.
void hold_still(db::Transaction&, const Ground&, const rights::AreaId&, std::string_view object);
// What has that number in the register or that reference; a number may be of more than one area.
std::vector<personal::Record> called(db::Reader&, const Ground&, const rights::AreaScope&, std::string_view typed);
// False when it has gone meanwhile.
[[nodiscard]] bool hold(db::Transaction&, const Ground&, const rights::Actor&, const rights::AreaScope&, base::Instant now, const store::Hold&);

// What somebody responsible says of a day of birth that is not known here, so that nothing is kept for ever in silence (SoL 16:1). Again is anew.
enum class BirthRefusal { unknown, year_missing };   // year: of a child's protection, when she turns thirty (SoL 16:2 a)
base::Result<std::string, BirthRefusal> say_birth(db::Transaction&, const Ground&, const rights::Actor&, const rights::AreaScope&, base::Instant now, const store::Told&);

// The list's id; nothing when nothing is due.
std::optional<std::string> make_list(const Ground&, const rights::Actor&, const rights::AreaScope&, base::Instant now);
enum class ConfirmRefusal { unknown, own_list, not_waiting };
base::Result<std::string, ConfirmRefusal> confirm(const Ground&, const rights::Actor&, const rights::AreaScope&, base::Instant now, std::string_view id);
// Destroys what a confirmed list names: each thing in a transaction of its own, weighed once more. May be called again after a crash.
void destroy(const Ground&, const rights::Actor&, const rights::AreaScope&, base::Instant now, std::string_view id);
}
