#pragma once
#include "base/instant.hpp"
#include "platform/calendar/date.hpp"
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
// All SQL on holds and destructions. Each function takes the AreaScope whose rows it may touch.
namespace privacy::store {
using rights::AccountId;
using rights::AreaId;
using rights::AreaScope;

struct Hold {
    std::string id;
    AreaId area;
    std::string kind, object, called, reason;
    calendar::Date until;   // counted
};
void insert_hold(db::Transaction&, const AreaScope&, const Hold&, const AccountId& by, base::Instant now);
// Those not lifted, whether over or not, by their last day.
std::vector<Hold> holds(db::Reader&, const AreaScope&);
std::optional<calendar::Date> held_until(db::Reader&, const AreaScope&, const AreaId&, std::string_view kind, std::string_view object);
std::optional<AreaId> lift(db::Transaction&, const AreaScope&, std::string_view id, base::Instant now);

// What somebody has said of a day of birth that is not known here; the newest counts.
struct Told {
    AreaId area;
    std::string kind, object;
    bool research_day = false;
    std::optional<int> thirty_in = {};
};
void tell(db::Transaction&, const AreaScope&, const Told&, const AccountId& by, base::Instant now);
std::optional<Told> told(db::Reader&, const AreaScope&, const AreaId&, std::string_view kind, std::string_view object);
void untell(db::Transaction&, const AreaScope&, const AreaId&, std::string_view kind, std::string_view object);

struct Item {
    AreaId area;
    std::string kind, object, called, rule;
    calendar::Date due;
    std::optional<base::Instant> done_at = {}, spared_at = {};
};
struct Destruction {
    std::string id;
    AccountId listed_by;
    base::Instant listed_at;
    std::optional<AccountId> confirmed_by;
    std::optional<base::Instant> thrown_at, confirmed_at, erased_at, emptied_at, done_at;
    bool waiting() const { return !thrown_at && !confirmed_at; }
};
void insert_destruction(db::Transaction&, std::string_view id, const AccountId& by, base::Instant now, const std::vector<Item>&);
// The newest first; only those whose areas are all in the scope.
std::vector<Destruction> destructions(db::Reader&, const AreaScope&, std::size_t most);
std::optional<Destruction> destruction(db::Reader&, const AreaScope&, std::string_view id);
std::vector<Item> items(db::Reader&, const AreaScope&, std::string_view destruction);
bool confirm(db::Transaction&, std::string_view id, const AccountId& by, base::Instant now);   // false: thrown away, confirmed, or one's own
bool throw_away(db::Transaction&, std::string_view id, base::Instant now);
void mark(db::Transaction&, const AreaScope&, std::string_view destruction, const Item&, bool destroyed, base::Instant now);
void mark_erased(db::Transaction&, std::string_view id, base::Instant now);
// The files have been emptied; a backup of the keys was made. Whatever the areas: for the job that follows destructions to their end.
std::vector<std::string> to_empty(db::Reader&);
void mark_emptied(db::Transaction&, const std::vector<std::string>& ids, base::Instant now);
void mark_done(db::Transaction&, base::Instant emptied_before, base::Instant now);
}
