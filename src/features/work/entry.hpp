#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include "features/work/codes.hpp"
#include "platform/calendar/date.hpp"
#include "platform/facts/facts.hpp"
#include "platform/rights/ids.hpp"
#include <optional>
#include <string>
#include <vector>
// Work that was done, without whom it was done for. Pure.
namespace work {

using rights::AccountId;
using rights::AreaId;
using rights::OperationId;
using rights::UnitId;
using EntryId = base::Id<struct WorkEntry>;

// What is known of it. A code is null when nothing was said; nothing is ever guessed. There is no field for a name or for free words.
struct Given {
    const Code* kind = nullptr;      // of channels(), or of works()
    const Code* subject = nullptr;   // a contact has one,
    const Code* focus = nullptr;     // own work one of these
    calendar::Date day;
    std::optional<int> minutes = {}, heads = {};
    std::optional<OperationId> operation = {};
    std::optional<UnitId> visited = {};
    std::string place = {};          // the school, the library: never a person (refused.hpp)
    const Code *sex = nullptr, *age = nullptr, *helped_for = nullptr, *helped_long = nullptr, *heard_of = nullptr, *children = nullptr, *outcome = nullptr;
    bool concern = false;            // "Oro: följ rutinen"
    bool own_work() const { return focus != nullptr; }
};
struct Entry {
    EntryId id;
    AreaId area;
    UnitId unit;
    AccountId account;
    Given given;
    base::Instant made_at;
};

// Until the day is over, by who made it.
bool may_take_back(const Entry&, const AccountId&, base::Instant now);
// How long ago something may have happened that is logged today.
inline constexpr int most_days_late = 14;
inline constexpr int most_minutes = 600, most_heads = 2000, longest_place = 60;

// What it says for the follow-up. The day is the work's own, unless its four months are over: then today, since a closed period never
// changes (security 7.2). `operation`: the kind of the operation that was visited, as it stands in the facts.
std::vector<facts::Fact> facts_of(const Given&, calendar::Date today, std::string_view operation = {});
// No entry says more than this.
inline constexpr std::size_t most_facts = 3;
}
