#include "features/contact/store_asking.hpp"
#include "platform/db/stored.hpp"

namespace contact::kept {
namespace {
using db::ms;
using db::Sql;
using db::blob_of;

constexpr Sql find_draft{"asking.draft", "SELECT content, begun_at, until_at FROM contact_draft WHERE area = ?1 AND id = ?2"};
constexpr Sql insert_draft{"asking.add_draft", "INSERT INTO contact_draft (area, id, content, begun_at, until_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (area, id) DO NOTHING"};
constexpr Sql update_draft{"asking.save_draft", "UPDATE contact_draft SET content = ?3, until_at = ?4 WHERE area = ?1 AND id = ?2"};
constexpr Sql delete_read_draft{"asking.take_draft", "DELETE FROM contact_draft WHERE area = ?1 AND id = ?2 AND content = ?3"};
// Its time is over, or nobody can come back to it.
#define IS_OVER                                                                                                                                  \
    "(until_at <= ?1 OR (NOT EXISTS (SELECT 1 FROM contact_visit v WHERE v.area = contact_draft.area AND v.contact = contact_draft.id) " \
    "AND NOT EXISTS (SELECT 1 FROM contact_receipt r WHERE r.area = contact_draft.area AND r.contact = contact_draft.id)))"
constexpr Sql over{"asking.drafts_over", "SELECT area, id FROM contact_draft WHERE " IS_OVER};
constexpr Sql delete_over{"asking.remove_draft_over", "DELETE FROM contact_draft WHERE " IS_OVER " AND area = ?2 AND id = ?3"};
#undef IS_OVER

constexpr Sql find_visit{"asking.visit", "SELECT hash, area, contact, code, begun_at, seen_at FROM contact_visit WHERE hash = ?1"};
constexpr Sql insert_visit{"asking.add_visit", "INSERT INTO contact_visit (hash, area, contact, code, begun_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr Sql seen_visit{"asking.touch_visit", "UPDATE contact_visit SET seen_at = ?2 WHERE hash = ?1"};
constexpr Sql code_of_visit{"asking.keep_code", "UPDATE contact_visit SET code = ?2 WHERE hash = ?1"};
constexpr Sql delete_visit{"asking.remove_visit", "DELETE FROM contact_visit WHERE hash = ?1"};
constexpr Sql delete_visits{"asking.remove_visits", "DELETE FROM contact_visit WHERE area = ?1 AND contact = ?2"};
constexpr Sql old_visits{"asking.old_visits", "DELETE FROM contact_visit WHERE seen_at <= ?1 OR begun_at <= ?2"};
constexpr Sql move_visits{"asking.move_visits", "UPDATE contact_visit SET area = ?3 WHERE area = ?1 AND contact = ?2"};

constexpr Sql find_receipt{"asking.receipt", "SELECT proof, area, contact FROM contact_receipt WHERE lookup = ?1 AND (until_at IS NULL OR until_at > ?2)"};
constexpr Sql receipt_of{"asking.has_receipt", "SELECT 1 FROM contact_receipt WHERE area = ?1 AND contact = ?2"};
constexpr Sql insert_receipt{"asking.add_receipt", "INSERT INTO contact_receipt (lookup, proof, area, contact, made_at, until_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (area, contact) DO NOTHING"};
constexpr Sql until_of_receipt{"asking.extend_receipt", "UPDATE contact_receipt SET until_at = ?3 WHERE area = ?1 AND contact = ?2"};
constexpr Sql delete_receipt{"asking.remove_receipt", "DELETE FROM contact_receipt WHERE area = ?1 AND contact = ?2"};
constexpr Sql move_receipt{"asking.move_receipt", "UPDATE contact_receipt SET area = ?3 WHERE area = ?1 AND contact = ?2"};

constexpr Sql draw_number{"asking.draw_number", "INSERT INTO contact_number (area, year, next) VALUES (?1, ?2, 2) ON CONFLICT (area, year) DO UPDATE SET next = contact_number.next + 1"};
constexpr Sql drawn_number{"asking.drawn_number", "SELECT next - 1 FROM contact_number WHERE area = ?1 AND year = ?2"};
constexpr Sql insert_contact{"asking.add",
                             "INSERT INTO contact_contact (area, id, year, number, way, subject, young, language, interpreter, wording, person_area, person, named_at, unit, arrived_at, promised_at) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT (area, id) DO NOTHING"};
constexpr Sql insert_wording{"asking.add_wording", "INSERT INTO contact_wording (hash, wording, first_seen_at) VALUES (?1, ?2, ?3) ON CONFLICT (hash) DO UPDATE SET hash = ?1"};   // held, so that no sweep takes it meanwhile
constexpr Sql open_again{"asking.reopen", "UPDATE contact_contact SET closed_at = NULL, outcome = NULL, promised_at = ?3 WHERE area = ?1 AND id = ?2"};
constexpr Sql named{"asking.name", "UPDATE contact_contact SET person_area = ?1, person = ?3, named_at = ?4, named_seen_at = NULL WHERE area = ?1 AND id = ?2"};
constexpr Sql unnamed{"asking.unname", "UPDATE contact_contact SET person_area = NULL, person = NULL, named_at = NULL WHERE area = ?1 AND id = ?2"};
constexpr Sql ended{"asking.left", "UPDATE contact_contact SET left_at = ?3 WHERE area = ?1 AND id = ?2 AND left_at IS NULL"};

constexpr Sql said{"asking.messages", "SELECT position, kind, body, at, read_at FROM contact_message WHERE area = ?1 AND contact = ?2 AND kind <> 'note' ORDER BY position"};
constexpr Sql last{"asking.next_position", "SELECT COALESCE(MAX(position), 0) + 1 FROM contact_message WHERE area = ?1 AND contact = ?2"};
constexpr Sql insert_message{"asking.add_incoming", "INSERT INTO contact_message (area, contact, position, kind, body, at, form) VALUES (?1, ?2, ?3, 'incoming', ?4, ?5, ?6)"};
constexpr Sql written_since{"asking.written_since", "SELECT COUNT(*) FROM contact_message WHERE area = ?1 AND contact = ?2 AND kind = 'incoming' AND at > ?3 AND at <= ?4"};
constexpr Sql form_known{"asking.has_form", "SELECT 1 FROM contact_message WHERE area = ?1 AND contact = ?2 AND form = ?3"};
constexpr Sql read_now{"asking.mark_read", "UPDATE contact_message SET read_at = ?3 WHERE area = ?1 AND contact = ?2 AND kind IN ('answer', 'call') AND read_at IS NULL"};
constexpr Sql handed{"asking.shortcomings_handed",
                     "SELECT received_by, handed_at FROM contact_route WHERE area = ?1 AND contact = ?2 AND kind = 'shortcoming' AND handed_at IS NOT NULL AND received_by IS NOT NULL AND withdrawn_at IS NULL ORDER BY handed_at"};

std::string bytes(db::Blob blob) { return std::string(db::bytes_of(blob)); }
std::optional<db::Blob> blob(const std::optional<std::string>& text) { return text ? std::optional(blob_of(*text)) : std::nullopt; }
bool any(db::Reader& reader, const Sql& sql, db::Params params) {
    return reader.optional_one(sql, params, [](const db::Row& row) { return row.integer(0); }).has_value();
}
}

std::optional<DraftRow> draft(db::Reader& reader, const AreaId& area, const ContactId& id) {
    return reader.optional_one(find_draft, {area, id}, [](const db::Row& row) { return DraftRow{bytes(row.blob(0)), {row.integer(1)}, {row.integer(2)}}; });
}
bool add_draft(db::Transaction& tx, const AreaId& area, const ContactId& id, const DraftRow& row) {
    return tx.execute(insert_draft, {area, id, blob_of(row.content), row.begun_at.ms, row.until_at.ms}) == 1;
}
bool save_draft(db::Transaction& tx, const AreaId& area, const ContactId& id, std::string_view content, base::Instant until) { return tx.execute(update_draft, {area, id, blob_of(content), until.ms}) == 1; }
bool take_draft(db::Transaction& tx, const AreaId& area, const ContactId& id, std::string_view content) { return tx.execute(delete_read_draft, {area, id, blob_of(content)}) == 1; }

std::optional<VisitRow> visit(db::Reader& reader, std::string_view hash) {
    return reader.optional_one(find_visit, {blob_of(hash)}, [](const db::Row& row) {
        const auto code = row.optional_blob(3);
        return VisitRow{bytes(row.blob(0)), AreaId::stored(row.text(1)), ContactId::stored(row.text(2)), code ? std::optional(bytes(*code)) : std::nullopt, {row.integer(4)}, {row.integer(5)}};
    });
}
void add_visit(db::Transaction& tx, const VisitRow& v) { tx.execute(insert_visit, {blob_of(v.hash), v.area, v.contact, blob(v.code), v.begun_at.ms, v.seen_at.ms}); }
void touch_visit(db::Transaction& tx, std::string_view hash, base::Instant now) { tx.execute(seen_visit, {blob_of(hash), now.ms}); }
void keep_code(db::Transaction& tx, std::string_view hash, std::string_view sealed) { tx.execute(code_of_visit, {blob_of(hash), blob_of(sealed)}); }
void forget_code(db::Transaction& tx, std::string_view hash) { tx.execute(code_of_visit, {blob_of(hash), std::nullopt}); }
void remove_visit(db::Transaction& tx, std::string_view hash) { tx.execute(delete_visit, {blob_of(hash)}); }
void remove_visits(db::Transaction& tx, const AreaId& area, const ContactId& id) { tx.execute(delete_visits, {area, id}); }

std::optional<ReceiptRow> receipt(db::Reader& reader, std::string_view lookup, base::Instant now) {
    return reader.optional_one(find_receipt, {blob_of(lookup), now.ms}, [](const db::Row& row) { return ReceiptRow{std::string(row.text(0)), AreaId::stored(row.text(1)), ContactId::stored(row.text(2))}; });
}
bool has_receipt(db::Reader& reader, const AreaId& area, const ContactId& id) { return any(reader, receipt_of, {area, id}); }
bool add_receipt(db::Transaction& tx, std::string_view lookup, const ReceiptRow& r, base::Instant now, std::optional<base::Instant> until) {
    return tx.execute(insert_receipt, {blob_of(lookup), r.proof, r.area, r.contact, now.ms, ms(until)}) == 1;
}
void extend_receipt(db::Transaction& tx, const AreaId& area, const ContactId& id, std::optional<base::Instant> until) { tx.execute(until_of_receipt, {area, id, ms(until)}); }
void remove_receipt(db::Transaction& tx, const AreaId& area, const ContactId& id) { tx.execute(delete_receipt, {area, id}); }

Number next_number(db::Transaction& tx, const AreaId& area, int year) {
    tx.execute(draw_number, {area, year});
    return {year, tx.one(drawn_number, {area, year}, [](const db::Row& row) { return row.integer(0); })};
}
bool add_contact(db::Transaction& tx, const Contact& c, const Sealed& s) {
    const auto person_area = c.person ? std::optional(c.area) : std::nullopt;
    return tx.execute(insert_contact, {c.area, c.id, c.number.year, c.number.number, key(c.way), key(c.subject), c.young, c.language, blob(s.interpreter), s.wording_hash, person_area, c.person, ms(c.named_at), c.unit,
                                       c.arrived_at.ms, ms(c.promised_at)}) == 1;
}
void add_wording(db::Transaction& tx, std::string_view hash, std::string_view wording, base::Instant now) { tx.execute(insert_wording, {hash, wording, now.ms}); }
void move(db::Transaction& tx, const ContactId& id, const AreaId& from, const AreaId& to) {
    tx.execute(move_visits, {from, id, to});
    tx.execute(move_receipt, {from, id, to});
}
void reopen(db::Transaction& tx, const Contact& c, base::Instant promised) { tx.execute(open_again, {c.area, c.id, promised.ms}); }
void name(db::Transaction& tx, const Contact& c, const PersonId& person, base::Instant now) { tx.execute(named, {c.area, c.id, person, now.ms}); }
void unname(db::Transaction& tx, const Contact& c) { tx.execute(unnamed, {c.area, c.id}); }
void leave(db::Transaction& tx, const Contact& c, base::Instant now) { tx.execute(ended, {c.area, c.id, now.ms}); }

std::vector<MessageRow> messages(db::Reader& reader, const AreaId& area, const ContactId& id) {
    return reader.query(said, {area, id}, [](const db::Row& row) {
        const auto kind = message_kind_from(row.text(1));
        base::require(kind.has_value(), "an unknown kind of message");
        const auto read = row.optional_integer(4);
        return MessageRow{row.integer(0), *kind, bytes(row.blob(2)), {row.integer(3)}, read ? std::optional(base::Instant{*read}) : std::nullopt};
    });
}
std::int64_t next_position(db::Reader& reader, const AreaId& area, const ContactId& id) {
    return reader.one(last, {area, id}, [](const db::Row& row) { return row.integer(0); });
}
std::int64_t written_between(db::Reader& reader, const AreaId& area, const ContactId& id, base::Instant since, base::Instant now) {
    return reader.one(written_since, {area, id, since.ms, now.ms}, [](const db::Row& row) { return row.integer(0); });
}
bool has_form(db::Reader& reader, const AreaId& area, const ContactId& id, std::string_view form) { return any(reader, form_known, {area, id, blob_of(form)}); }
bool add_incoming(db::Transaction& tx, const AreaId& area, const ContactId& id, std::int64_t position, std::string_view body, base::Instant now, std::string_view form) {
    if (has_form(tx, area, id, form)) return false;
    return tx.execute(insert_message, {area, id, position, blob_of(body), now.ms, blob_of(form)}) == 1;
}
std::int64_t mark_read(db::Transaction& tx, const AreaId& area, const ContactId& id, base::Instant now) { return tx.execute(read_now, {area, id, now.ms}); }
std::vector<HandedRow> shortcomings_handed(db::Reader& reader, const AreaId& area, const ContactId& id) {
    return reader.query(handed, {area, id}, [](const db::Row& row) { return HandedRow{bytes(row.blob(0)), {row.integer(1)}}; });
}

void remove_old_visits(db::Transaction& tx, base::Instant idle_before, base::Instant begun_before) { tx.execute(old_visits, {idle_before.ms, begun_before.ms}); }
std::vector<Over> drafts_over(db::Reader& reader, base::Instant now) {
    return reader.query(over, {now.ms}, [](const db::Row& row) { return Over{AreaId::stored(row.text(0)), ContactId::stored(row.text(1))}; });
}
bool remove_draft_over(db::Transaction& tx, const AreaId& area, const ContactId& id, base::Instant now) {
    if (tx.execute(delete_over, {now.ms, area, id}) == 0) return false;
    remove_receipt(tx, area, id);
    remove_visits(tx, area, id);
    return true;
}
}
