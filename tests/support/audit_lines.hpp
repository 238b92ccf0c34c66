#pragma once
#include "platform/db/database.hpp"
#include <string>
#include <vector>
// What the access log holds, for tests that ask whether an act wrote its line.
namespace support {

struct AuditLine {
    std::string account, role, unit, area, act, kind, object, reason;
    std::int64_t at, subjects;
};
// In the order they were written, as far as their time tells.
inline std::vector<AuditLine> audit_lines(db::Database& database) {
    static constexpr db::Sql all{"test.audit_lines", "SELECT account, coalesce(role, ''), coalesce(unit, ''), coalesce(area, ''), act, kind, object, reason, at, subjects FROM audit_line ORDER BY at, id"};
    return database.read([](db::Reader& reader) {
        return reader.query(all, {}, [](const db::Row& row) {
            const auto text = [&](int column) { return std::string(row.text(column)); };
            return AuditLine{text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), row.integer(8), row.integer(9)};
        });
    });
}
}
