#pragma once
#include "platform/db/database.hpp"
// What others may know of what people say: how much of it waits for an answer. Never a text.
namespace participation {
// Views on a draft that nobody has sorted, or that are among a proposal without an answer.
std::int64_t unanswered(db::Reader&, std::string_view draft);
}
