#pragma once
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
#include "platform/vault/vault.hpp"
#include <functional>
namespace privacy {

inline constexpr std::string_view alerts_path = "/personal/larm";
// Who is told when somebody breaks the glass or asks for a protected person.
inline constexpr rights::Roles told{rights::Role::head_of_operations, rights::Role::director};
// How many alerts of the actor's own areas nobody has seen yet. 0 for who is not told.
std::size_t waiting_alerts(db::Reader&, const vault::Vault&, const rights::Actor&, base::Instant now);

// Months of the log that are over and unsigned, for who reviews it (rights::Role::log_reviewer) or answers for it (director); 0 for others.
struct MonthsToReview {
    std::size_t waiting = 0, overdue = 0;
};
MonthsToReview months_to_review(db::Reader&, const rights::Actor&, rights::Roles, base::Instant now);
// The last month, "2026-10", until which every controller's log is reviewed and signed without a gap; nothing when one has none.
std::optional<std::string> log_reviewed(db::Reader&, base::Instant now);
inline constexpr std::string_view review_path = "/personal/logg/granskning";

// Follows destructions to their end: when rows and keys are gone, empties what the database's own files remember (empty_files, throws when it
// cannot), and calls them done once a backup was made afterwards. A job's, every minute.
void settle(db::Database&, base::Instant now, const std::function<void()>& empty_files, std::optional<base::Instant> last_backup);
}
