#include "features/participation/store_councils.hpp"
#include "platform/db/stored.hpp"
#include "platform/i18n/language.hpp"

namespace participation {
std::string_view key(Purpose p) { return p == Purpose::council ? "council" : "provider"; }
std::optional<Purpose> purpose_from(std::string_view k) {
    for (const auto p : {Purpose::council, Purpose::provider})
        if (key(p) == k) return p;
    return std::nullopt;
}
std::string_view key(Knowledge k) {
    switch (k) {
        case Knowledge::carers: return "carers";
        case Knowledge::professionals: return "professionals";
        case Knowledge::research: return "research";
    }
    throw base::Bug("knowledge without a key");
}
const char* words(Knowledge k) {
    switch (k) {
        case Knowledge::carers: return i18n::key("Från anhöriga");
        case Knowledge::professionals: return i18n::key("Från dem som arbetar");
        case Knowledge::research: return i18n::key("Från forskningen");
    }
    throw base::Bug("knowledge without words");
}
std::optional<Knowledge> knowledge_from(std::string_view wanted) {
    for (const auto k : all_knowledge)
        if (key(k) == wanted) return k;
    return std::nullopt;
}

namespace store {
namespace {
constexpr db::Sql all_councils{"participation.councils", "SELECT id, name FROM participation_council WHERE ended_at IS NULL ORDER BY name, id"};
constexpr db::Sql one_council{"participation.council", "SELECT id, name FROM participation_council WHERE id = ?1"};
constexpr db::Sql add_council{"participation.add_council", "INSERT INTO participation_council (id, name, made_at) SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM participation_council WHERE name = ?2 AND ended_at IS NULL)"};
#define MEETING "id, council, draft, day, minutes, role, made_at"
constexpr db::Sql add_meeting{"participation.add_meeting", "INSERT INTO participation_meeting (" MEETING ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"};
constexpr db::Sql all_meetings{"participation.meetings", "SELECT " MEETING " FROM participation_meeting ORDER BY day DESC, made_at DESC, id"};
constexpr db::Sql one_meeting{"participation.meeting", "SELECT " MEETING " FROM participation_meeting WHERE id = ?1"};
#define CODE "id, purpose, about, until_at, made_at, revoked_at FROM participation_code "
constexpr db::Sql add_code{"participation.add_code", "INSERT INTO participation_code (id, purpose, about, until_at, made_at, code, role) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"};
constexpr db::Sql all_codes{"participation.codes", "SELECT " CODE "WHERE purpose = ?1 ORDER BY made_at DESC, id"};
constexpr db::Sql hashed_code{"participation.code_with", "SELECT " CODE "WHERE code = ?1"};
constexpr db::Sql one_code{"participation.code", "SELECT " CODE "WHERE id = ?1"};
constexpr db::Sql revoke_code{"participation.revoke", "UPDATE participation_code SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL"};
constexpr db::Sql revoke_former{"participation.revoke_former", "UPDATE participation_code SET revoked_at = ?3 WHERE purpose = ?1 AND about = ?2 AND revoked_at IS NULL"};
#define SOURCE "id, statement, knowledge, words, where_from, role, made_at, public_at"
constexpr db::Sql add_source{"participation.add_source", "INSERT INTO participation_source (" SOURCE ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"};
constexpr db::Sql all_sources{"participation.sources", "SELECT " SOURCE " FROM participation_source WHERE taken_back_at IS NULL ORDER BY made_at, id"};
constexpr db::Sql statement_sources{"participation.sources_of", "SELECT " SOURCE " FROM participation_source WHERE statement = ?1 AND taken_back_at IS NULL ORDER BY made_at, id"};
constexpr db::Sql no_source{"participation.take_back_source", "UPDATE participation_source SET taken_back_at = ?2 WHERE id = ?1 AND taken_back_at IS NULL"};
constexpr db::Sql show_source{"participation.show_source", "UPDATE participation_source SET public_at = ?2 WHERE id = ?1 AND taken_back_at IS NULL"};
#undef MEETING
#undef CODE
#undef SOURCE

Council council_in(const db::Row& row) { return {CouncilId::stored(row.text(0)), std::string(row.text(1))}; }
Meeting meeting_in(const db::Row& row) {
    const auto role = row.optional_text(5);
    return {MeetingId::stored(row.text(0)), CouncilId::stored(row.text(1)), std::string(row.text(2)), db::known(calendar::date_from(row.text(3))), std::string(row.text(4)), role ? std::optional(db::known(rights::role_from(*role))) : std::nullopt, {row.integer(6)}};
}
Code code_in(const db::Row& row) { return {CodeId::stored(row.text(0)), db::known(purpose_from(row.text(1))), std::string(row.text(2)), {row.integer(3)}, {row.integer(4)}, db::instant(row.optional_integer(5))}; }
Source source_in(const db::Row& row) {
    return {SourceId::stored(row.text(0)), std::string(row.text(1)), db::known(knowledge_from(row.text(2))), std::string(row.text(3)), std::string(row.text(4)), db::known(rights::role_from(row.text(5))), {row.integer(6)}, db::instant(row.optional_integer(7))};
}
}

std::vector<Council> councils(db::Reader& reader) { return reader.query(all_councils, {}, council_in); }
std::optional<Council> find_council(db::Reader& reader, const CouncilId& id) { return reader.optional_one(one_council, {id}, council_in); }
bool add(db::Transaction& tx, const Council& c, base::Instant now) { return tx.execute(add_council, {c.id, c.name, now.ms}) == 1; }
void add(db::Transaction& tx, const Meeting& m) { tx.execute(add_meeting, {m.id, m.council, m.draft, calendar::iso(m.day), m.minutes, m.role ? std::optional(rights::key(*m.role)) : std::nullopt, m.made_at.ms}); }
std::vector<Meeting> meetings(db::Reader& reader) { return reader.query(all_meetings, {}, meeting_in); }
std::optional<Meeting> find_meeting(db::Reader& reader, const MeetingId& id) { return reader.optional_one(one_meeting, {id}, meeting_in); }

void add(db::Transaction& tx, const Code& c, std::string_view hash, rights::Role role) { tx.execute(add_code, {c.id, key(c.purpose), c.about, c.until.ms, c.made_at.ms, db::blob_of(hash), rights::key(role)}); }
std::vector<Code> codes(db::Reader& reader, Purpose purpose) { return reader.query(all_codes, {key(purpose)}, code_in); }
std::optional<Code> code_with(db::Reader& reader, std::string_view hash) { return reader.optional_one(hashed_code, {db::blob_of(hash)}, code_in); }
std::optional<Code> find_code(db::Reader& reader, const CodeId& id) { return reader.optional_one(one_code, {id}, code_in); }
bool revoke(db::Transaction& tx, const CodeId& id, base::Instant now) { return tx.execute(revoke_code, {id, now.ms}) == 1; }
void revoke_all(db::Transaction& tx, Purpose purpose, std::string_view about, base::Instant now) { tx.execute(revoke_former, {key(purpose), about, now.ms}); }

std::vector<Source> sources(db::Reader& reader) { return reader.query(all_sources, {}, source_in); }
std::vector<Source> sources_of(db::Reader& reader, std::string_view statement) { return reader.query(statement_sources, {statement}, source_in); }
void add(db::Transaction& tx, const Source& s) { tx.execute(add_source, {s.id, s.statement, key(s.knowledge), s.words, s.where_from, rights::key(s.role), s.made_at.ms, db::ms(s.public_at)}); }
bool take_back(db::Transaction& tx, const SourceId& id, base::Instant now) { return tx.execute(no_source, {id, now.ms}) == 1; }
bool show(db::Transaction& tx, const SourceId& id, std::optional<base::Instant> since) { return tx.execute(show_source, {id, db::ms(since)}) == 1; }
}
}
