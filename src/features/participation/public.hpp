#pragma once
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
#include <optional>
// What others may know of what people say: how much of it waits for an answer. Never a text.
namespace participation {
// Views on a draft that nobody has sorted, or that are among a proposal without an answer.
std::int64_t unanswered(db::Reader&, std::string_view draft);
// Those that nobody has read, in the areas where the actor reads them, is the deputy of who does, or her head.
struct Unread {
    std::int64_t number = 0;
    std::optional<base::Instant> oldest = {};
};
// Summaries that somebody else has written and the actor may publish.
std::int64_t to_publish(db::Reader&, const rights::Actor&, base::Instant now);
inline constexpr rights::Roles told_of_unread{rights::Role::consultant, rights::Role::support_contact, rights::Role::head_of_operations};
Unread unread(db::Reader&, const rights::Actor&, base::Instant now);
}
