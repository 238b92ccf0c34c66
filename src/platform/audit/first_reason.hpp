#pragma once
#include "platform/audit/audit.hpp"
// What was written of something when it was done, for who asks whether it still stands.
namespace audit {
// The reason of the oldest line of that act and kind about the object; nothing when the log has none any more.
std::optional<std::string> first_reason(db::Reader&, Act, std::string_view kind, std::string_view object);
}
