#include "features/people/store_safe.hpp"
#include "features/people/safe_week.hpp"
#include "platform/db/stored.hpp"

namespace people::store {
namespace {
using db::bytes;
constexpr db::Sql upsert_safe{"people.keep_safe", "INSERT INTO people_safe_contact (area, person, may_call, may_sms, may_mail, may_write, voicemail, own_number, hours, ask_for, present_as, changed_at) "
                                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (area, person) DO UPDATE SET may_call = ?3, may_sms = ?4, may_mail = ?5, "
                                                  "may_write = ?6, voicemail = ?7, own_number = ?8, hours = ?9, ask_for = ?10, present_as = ?11, changed_at = ?12"};
constexpr db::Sql safe_of{"people.safe_contact", "SELECT may_call, may_sms, may_mail, may_write, voicemail, own_number, hours, ask_for, present_as FROM people_safe_contact WHERE area = ?1 AND person = ?2"};
constexpr db::Sql delete_safe{"people.remove_safe", "DELETE FROM people_safe_contact WHERE area = ?1 AND person = ?2"};

std::optional<db::Blob> given(const std::string& sealed) { return sealed.empty() ? std::nullopt : std::optional(db::blob_of(sealed)); }
SafeRow stored(const db::Row& row) {
    const auto week = week_from(row.text(6));
    base::require(week.has_value(), "the hours of a safe contact are written wrongly in the database");
    return {{.may_call = row.truth(0), .may_sms = row.truth(1), .may_mail = row.truth(2), .may_write = row.truth(3), .voicemail = row.truth(4), .own_number = row.truth(5), .week = *week},
            bytes(row, 7), bytes(row, 8)};
}
void need(const AreaScope& scope, const rights::AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

void keep_safe(db::Transaction& tx, const AreaScope& scope, base::Instant now, const rights::AreaId& area, const PersonId& person, const SafeRow& row) {
    need(scope, area);
    const auto& s = row.said;
    tx.execute(upsert_safe, {area, person, s.may_call, s.may_sms, s.may_mail, s.may_write, s.voicemail, s.own_number, text_of(s.week), given(row.ask_for), given(row.present_as), now.ms});
}
void remove_safe(db::Transaction& tx, const AreaScope& scope, const rights::AreaId& area, const PersonId& person) {
    need(scope, area);
    tx.execute(delete_safe, {area, person});
}
std::optional<SafeRow> find_safe(db::Reader& reader, const AreaScope& scope, const rights::AreaId& area, const PersonId& person) {
    need(scope, area);
    return reader.optional_one(safe_of, {area, person}, stored);
}
}
