#include "features/privacy/store_review.hpp"

namespace privacy::store {
namespace {
using db::Sql;
#define LINE_COLUMNS "l.id, l.at, l.account, l.role, l.unit, l.area, l.act, l.kind, l.object, l.reason"
constexpr Sql of_month{"privacy.month_lines", "SELECT " LINE_COLUMNS " FROM audit_line l WHERE l.at >= ?1 AND l.at < ?2 AND (l.area IS NULL OR replace(?3, l.area, '') <> ?3) ORDER BY l.at, l.id"};
constexpr Sql persons_of_month{"privacy.month_persons", "SELECT s.line, s.person FROM audit_subject s JOIN audit_line l ON l.id = s.line WHERE l.at >= ?1 AND l.at < ?2 AND (l.area IS NULL OR replace(?3, l.area, '') <> ?3) ORDER BY s.line, s.person"};
constexpr Sql oldest{"privacy.oldest_line", "SELECT min(at) FROM audit_line"};
constexpr Sql add{"privacy.review_add", "INSERT INTO privacy_review (controller, month, line, why) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"};
constexpr Sql all{"privacy.reviewed", "SELECT r.line, l.at, l.account, l.role, l.unit, l.area, l.act, l.kind, l.object, l.reason, r.why, r.outcome FROM privacy_review r LEFT JOIN audit_line l ON l.id = r.line "
                                      "WHERE r.controller = ?1 AND r.month = ?2 ORDER BY l.at, r.line"};
constexpr Sql any{"privacy.picked", "SELECT 1 FROM privacy_review WHERE controller = ?1 AND month = ?2 LIMIT 1"};
constexpr Sql set{"privacy.review_outcome", "UPDATE privacy_review SET outcome = ?4, reviewer = ?5, reviewed_at = ?6 WHERE controller = ?1 AND month = ?2 AND line = ?3"};
constexpr Sql signed_month{"privacy.signature", "SELECT signed_at, picked, wrong FROM privacy_signature WHERE controller = ?1 AND month = ?2"};
constexpr Sql add_signature{"privacy.sign", "INSERT INTO privacy_signature (controller, month, reviewer, signed_at, picked, wrong) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING"};

Line line_in(const db::Row& row) {
    const auto text = [&](int column) { return std::string(row.optional_text(column).value_or("")); };
    return {text(0), {row.optional_integer(1).value_or(0)}, text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9)};
}
std::string joined(const std::vector<rights::AreaId>& areas) {
    std::string out = " ";
    for (const auto& area : areas) out += std::string(area.text()) + " ";
    return out;
}
}

std::vector<Seen> lines_of(db::Reader& reader, const Month& month, const std::vector<rights::AreaId>& areas) {
    const auto from = month.begins().ms, until = month.ends().ms;
    auto out = reader.query(of_month, {from, until, joined(areas)}, [](const db::Row& row) { return Seen{line_in(row), {}}; });
    std::map<std::string_view, Seen*> by_id;
    for (auto& seen : out) by_id[seen.line.id] = &seen;
    reader.query(persons_of_month, {from, until, joined(areas)}, [&](const db::Row& row) {
        if (const auto found = by_id.find(row.text(0)); found != by_id.end()) found->second->persons.push_back(rights::PersonId::stored(row.text(1)));
    });
    return out;
}
std::optional<Month> first_month(db::Reader& reader) {
    const auto at = reader.one(oldest, {}, [](const db::Row& row) { return row.optional_integer(0); });
    return at ? std::optional(month_of({*at})) : std::nullopt;
}

void insert_review(db::Transaction& tx, const staff::ControllerId& controller, const Month& month, std::string_view line, std::string_view why) { tx.execute(add, {controller, text_of(month), line, why}); }
std::vector<Reviewed> reviewed(db::Reader& reader, const staff::ControllerId& controller, const Month& month) {
    return reader.query(all, {controller, text_of(month)}, [](const db::Row& row) { return Reviewed{line_in(row), std::string(row.text(10)), std::string(row.optional_text(11).value_or(""))}; });
}
bool picked(db::Reader& reader, const staff::ControllerId& controller, const Month& month) {
    return reader.optional_one(any, {controller, text_of(month)}, [](const db::Row&) { return true; }).has_value();
}
void set_outcome(db::Transaction& tx, const staff::ControllerId& controller, const Month& month, std::string_view line, std::string_view outcome, const rights::AccountId& by, base::Instant now) {
    tx.execute(set, {controller, text_of(month), line, outcome, by, now.ms});
}
std::optional<Signature> signature(db::Reader& reader, const staff::ControllerId& controller, const Month& month) {
    return reader.optional_one(signed_month, {controller, text_of(month)}, [](const db::Row& row) { return Signature{{row.integer(0)}, row.integer(1), row.integer(2)}; });
}
bool sign(db::Transaction& tx, const staff::ControllerId& controller, const Month& month, const rights::AccountId& by, base::Instant now, std::int64_t how_many, std::int64_t wrong) {
    return tx.execute(add_signature, {controller, text_of(month), by, now.ms, how_many, wrong}) == 1;
}
}
