#include "platform/audit/first_reason.hpp"

namespace audit {
namespace {
constexpr db::Sql oldest{"audit.first_reason", "SELECT reason FROM audit_line WHERE act = ?1 AND kind = ?2 AND object = ?3 ORDER BY at, id LIMIT 1"};
}
std::optional<std::string> first_reason(db::Reader& reader, Act act, std::string_view kind, std::string_view object) {
    return reader.optional_one(oldest, {key(act), kind, object}, [](const db::Row& row) { return std::string(row.optional_text(0).value_or("")); });
}
}
