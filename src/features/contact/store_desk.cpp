#include "features/contact/store_desk.hpp"
#include "platform/db/stored.hpp"

namespace contact::store {
namespace {
using db::instant;
using db::ms;
#define LISTED_COLUMNS CONTACT_COLUMNS ", " \
    "(SELECT max(m.position) FROM contact_message m WHERE m.area = c.area AND m.contact = c.id AND m.kind = 'incoming'), " \
    "(SELECT max(m.position) FROM contact_message m WHERE m.area = c.area AND m.contact = c.id AND m.kind IN ('answer', 'call')), " \
    "(SELECT count(*) FROM contact_route r WHERE r.area = c.area AND r.contact = c.id AND r.handed_at IS NULL AND r.withdrawn_at IS NULL), " \
    "(SELECT min(r.due_at) FROM contact_route r WHERE r.area = c.area AND r.contact = c.id AND r.handed_at IS NULL AND r.withdrawn_at IS NULL)"
constexpr db::Sql open_ones{"desk.open", "SELECT " LISTED_COLUMNS " FROM contact_contact c WHERE c.area = ?1 AND c.closed_at IS NULL ORDER BY c.promised_at, c.arrived_at, c.id"};
constexpr db::Sql closed_ones{"desk.closed", "SELECT " LISTED_COLUMNS " FROM contact_contact c WHERE c.area = ?1 AND c.closed_at IS NOT NULL ORDER BY c.closed_at DESC, c.id LIMIT ?2"};
constexpr db::Sql listed_one{"desk.listed", "SELECT " LISTED_COLUMNS " FROM contact_contact c WHERE c.area = ?1 AND c.id = ?2"};
constexpr db::Sql by_number{"desk.by_number", "SELECT c.id FROM contact_contact c WHERE c.area = ?1 AND c.year = ?2 AND c.number = ?3"};

constexpr db::Sql all_messages{"desk.messages", "SELECT position, kind, account, body, at, read_at FROM contact_message WHERE area = ?1 AND contact = ?2 ORDER BY position"};
constexpr db::Sql last_position{"desk.last_position", "SELECT max(position) FROM contact_message WHERE area = ?1 AND contact = ?2"};
constexpr db::Sql add_message{"desk.add_message", "INSERT INTO contact_message (area, contact, position, kind, account, body, at, read_at, form) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)"};
constexpr db::Sql read_incoming{"desk.read_incoming", "UPDATE contact_message SET read_at = ?3 WHERE area = ?1 AND contact = ?2 AND kind = 'incoming' AND read_at IS NULL"};
constexpr db::Sql wish{"desk.interpreter", "SELECT interpreter FROM contact_contact WHERE area = ?1 AND id = ?2"};
constexpr db::Sql code{"desk.has_code", "SELECT 1 FROM contact_receipt WHERE area = ?1 AND contact = ?2"};

constexpr db::Sql taken{"desk.take", "UPDATE contact_contact SET taken_by = ?3, taken_at = ?4 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql left{"desk.let_go", "UPDATE contact_contact SET taken_by = NULL, taken_at = NULL WHERE area = ?1 AND id = ?2"};
constexpr db::Sql answered{"desk.answered", "UPDATE contact_contact SET answered_at = ?3 WHERE area = ?1 AND id = ?2 AND answered_at IS NULL"};
constexpr db::Sql name_seen{"desk.name_seen", "UPDATE contact_contact SET named_seen_at = ?3 WHERE area = ?1 AND id = ?2 AND person IS NOT NULL AND named_seen_at IS NULL"};
constexpr db::Sql counting{"desk.count", "UPDATE contact_contact SET counted_at = ?3 WHERE area = ?1 AND id = ?2 AND counted_at IS NULL"};
constexpr db::Sql closing{"desk.close", "UPDATE contact_contact SET closed_at = ?3, outcome = ?4 WHERE area = ?1 AND id = ?2 AND closed_at IS NULL"};

constexpr db::Sql first_number{"desk.first_number", "INSERT INTO contact_number (area, year, next) VALUES (?1, ?2, 1) ON CONFLICT DO NOTHING"};
constexpr db::Sql step_number{"desk.step_number", "UPDATE contact_number SET next = next + 1 WHERE area = ?1 AND year = ?2"};
constexpr db::Sql drawn_number{"desk.drawn_number", "SELECT next - 1 FROM contact_number WHERE area = ?1 AND year = ?2"};
constexpr db::Sql add_contact{"desk.add_by_staff",
                              "INSERT INTO contact_contact (area, id, year, number, way, subject, young, language, person_area, person, named_at, named_seen_at, unit, arrived_at, promised_at, taken_by, taken_at) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"};

#define WAITS "c.closed_at IS NULL AND (c.answered_at IS NULL OR coalesce((SELECT max(m.position) FROM contact_message m WHERE m.area = c.area AND m.contact = c.id AND m.kind = 'incoming'), 0) > " \
              "coalesce((SELECT max(m.position) FROM contact_message m WHERE m.area = c.area AND m.contact = c.id AND m.kind IN ('answer', 'call')), 0))"
constexpr db::Sql count_area{"desk.count", "SELECT count(*), count(CASE WHEN c.promised_at < ?2 THEN 1 END), min(c.arrived_at) FROM contact_contact c WHERE c.area = ?1 AND " WAITS};
constexpr db::Sql count_all{"desk.count_all", "SELECT count(*), count(CASE WHEN c.promised_at < ?1 THEN 1 END), min(c.arrived_at) FROM contact_contact c WHERE " WAITS};


Listed listed_in(const db::Row& row) {
    constexpr int n = stored::column_count;
    return {stored::contact(row), row.optional_integer(n).value_or(0), row.optional_integer(n + 1).value_or(0), row.integer(n + 2), instant(row.optional_integer(n + 3))};
}
Message message_in(const db::Row& row) {
    const auto kind = message_kind_from(row.text(1));
    base::require(kind.has_value(), "an unknown kind in contact_message");
    const auto account = row.optional_text(2);
    return {row.integer(0), *kind, account ? std::optional(AccountId::stored(*account)) : std::nullopt, std::string(db::bytes_of(row.blob(3))), {row.integer(4)}, instant(row.optional_integer(5))};
}
Count count_in(const db::Row& row) { return {row.integer(0), row.integer(1), instant(row.optional_integer(2))}; }
}

std::vector<Listed> open(db::Reader& reader, const AreaScope& scope) {
    std::vector<Listed> out;
    for (const auto& area : scope.areas())
        for (auto& one : reader.query(open_ones, {area}, listed_in)) out.push_back(std::move(one));
    return out;
}
std::vector<Listed> closed(db::Reader& reader, const AreaScope& scope, std::size_t most) {
    std::vector<Listed> out;
    for (const auto& area : scope.areas())
        for (auto& one : reader.query(closed_ones, {area, most}, listed_in)) out.push_back(std::move(one));
    return out;
}
std::optional<Listed> listed(db::Reader& reader, const AreaScope& scope, const ContactId& id) {
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(listed_one, {area, id}, listed_in)) return found;
    return std::nullopt;
}
std::optional<ContactId> with_number(db::Reader& reader, const AreaScope& scope, const Number& number) {
    for (const auto& area : scope.areas())
        if (const auto found = reader.optional_one(by_number, {area, number.year, number.number}, [](const db::Row& row) { return ContactId::stored(row.text(0)); })) return found;
    return std::nullopt;
}

std::vector<Message> messages(db::Reader& reader, const Contact& c) { return reader.query(all_messages, {c.area, c.id}, message_in); }
std::int64_t next_position(db::Reader& reader, const Contact& c) {
    return reader.one(last_position, {c.area, c.id}, [](const db::Row& row) { return row.optional_integer(0).value_or(0); }) + 1;
}
void append(db::Transaction& tx, const Contact& c, const Message& m) {
    tx.execute(add_message, {c.area, c.id, m.position, key(m.kind), m.account, db::blob_of(m.body), m.at.ms, ms(m.read_at)});
}
void mark_read(db::Transaction& tx, const Contact& c, base::Instant now) { tx.execute(read_incoming, {c.area, c.id, now.ms}); }
std::optional<std::string> interpreter(db::Reader& reader, const Contact& c) {
    return reader.one(wish, {c.area, c.id}, [](const db::Row& row) {
        const auto sealed = row.optional_blob(0);
        return sealed ? std::optional(std::string(db::bytes_of(*sealed))) : std::nullopt;
    });
}
bool read_by_code(db::Reader& reader, const Contact& c) { return !reader.query(code, {c.area, c.id}, [](const db::Row&) { return true; }).empty(); }

void take(db::Transaction& tx, const Contact& c, const AccountId& account, base::Instant now) { tx.execute(taken, {c.area, c.id, account, now.ms}); }
void let_go(db::Transaction& tx, const Contact& c) { tx.execute(left, {c.area, c.id}); }
void set_answered(db::Transaction& tx, const Contact& c, base::Instant now) { tx.execute(answered, {c.area, c.id, now.ms}); }
void set_name_seen(db::Transaction& tx, const Contact& c, base::Instant now) { tx.execute(name_seen, {c.area, c.id, now.ms}); }
bool count_once(db::Transaction& tx, const Contact& c, base::Instant now) { return tx.execute(counting, {c.area, c.id, now.ms}) == 1; }
void close(db::Transaction& tx, const Contact& c, base::Instant now, Outcome outcome) { tx.execute(closing, {c.area, c.id, now.ms, key(outcome)}); }

std::int64_t draw_number(db::Transaction& tx, const AreaId& area, int year) {
    tx.execute(first_number, {area, year});
    tx.execute(step_number, {area, year});
    return tx.one(drawn_number, {area, year}, [](const db::Row& row) { return row.integer(0); });
}
void insert(db::Transaction& tx, const Contact& c) {
    tx.execute(add_contact, {c.area, c.id, c.number.year, c.number.number, key(c.way), key(c.subject), c.young ? 1 : 0, c.language, c.person ? std::optional(c.area) : std::nullopt, c.person, ms(c.named_at),
                             ms(c.named_seen_at), c.unit, c.arrived_at.ms, ms(c.promised_at), c.taken_by, ms(c.taken_at)});
}

Count count(db::Reader& reader, const AreaScope& scope, base::Instant now) {
    Count sum;
    for (const auto& area : scope.areas()) {
        const auto one = reader.one(count_area, {area, now.ms}, count_in);
        sum.waiting += one.waiting, sum.late += one.late;
        if (one.oldest && (!sum.oldest || *one.oldest < *sum.oldest)) sum.oldest = one.oldest;
    }
    return sum;
}
Count count_everywhere(db::Reader& reader, base::Instant now) { return reader.one(count_all, {now.ms}, count_in); }
}
