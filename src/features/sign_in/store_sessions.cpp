#include "features/sign_in/store.hpp"

namespace sign_in::store {
namespace {
using db::Sql;
using db::blob_of;

constexpr Sql add{"sign_in.session_add", "INSERT INTO sign_in_session (id, secret_hash, account, method, acr, assigned, created_at, last_seen_at, confirmed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"};
constexpr Sql by_secret{"sign_in.session", "SELECT id, account, method, acr, assigned, created_at, last_seen_at, confirmed_at, why FROM sign_in_session WHERE secret_hash = ?1"};
constexpr Sql of_account{"sign_in.sessions_of", "SELECT id, account, method, acr, assigned, created_at, last_seen_at, confirmed_at, why FROM sign_in_session WHERE account = ?1 AND ended_at IS NULL ORDER BY created_at DESC, id"};
constexpr Sql seen{"sign_in.session_seen", "UPDATE sign_in_session SET last_seen_at = ?2, assigned = CASE WHEN ?3 = 1 THEN 1 ELSE assigned END WHERE id = ?1 AND last_seen_at < ?2 AND ended_at IS NULL"};
constexpr Sql end_one{"sign_in.session_end", "UPDATE sign_in_session SET ended_at = ?2, why = ?3 WHERE id = ?1 AND ended_at IS NULL"};
constexpr Sql end_others{"sign_in.sessions_end", "UPDATE sign_in_session SET ended_at = ?2, why = ?3 WHERE account = ?1 AND ended_at IS NULL AND id <> ?4"};
constexpr Sql other_secret{"sign_in.session_exchange", "UPDATE sign_in_session SET secret_hash = ?3, confirmed_at = ?4, last_seen_at = ?4 WHERE id = ?1 AND secret_hash = ?2 AND ended_at IS NULL"};

constexpr Sql add_draft{"sign_in.draft_add", "INSERT INTO sign_in_draft (id, account, route, path, form, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr Sql drafts{"sign_in.drafts", "SELECT id, route, path, form, created_at FROM sign_in_draft WHERE account = ?1 AND created_at >= ?2 ORDER BY created_at DESC, id"};
constexpr Sql no_draft{"sign_in.draft_remove", "DELETE FROM sign_in_draft WHERE id = ?2 AND account = ?1"};
constexpr Sql old_drafts{"sign_in.drafts_but", "DELETE FROM sign_in_draft WHERE account = ?1 AND id NOT IN (SELECT id FROM sign_in_draft WHERE account = ?1 ORDER BY created_at DESC, id LIMIT ?2)"};

Session session(const db::Row& row) {
    const auto why = row.optional_text(8);
    return {std::string(row.text(0)), AccountId::stored(row.text(1)), *method_from(row.text(2)), std::string(row.text(3)), row.truth(4),
            {row.integer(5)}, {row.integer(6)}, {row.integer(7)}, why ? why_from(*why) : std::nullopt};
}
}

void insert(db::Transaction& tx, const Session& s, std::string_view secret_hash) {
    tx.execute(add, {s.id, blob_of(secret_hash), s.account, key(s.method), s.acr, s.assigned ? 1 : 0, s.created_at.ms, s.last_seen_at.ms, s.confirmed_at.ms});
}
std::optional<Session> session_by_secret(db::Reader& reader, std::string_view hash) { return reader.optional_one(by_secret, {blob_of(hash)}, session); }
std::vector<Session> sessions_of(db::Reader& reader, const AccountId& account) { return reader.query(of_account, {account}, session); }
void note_seen(db::Transaction& tx, std::string_view id, base::Instant now, bool assigned) { tx.execute(seen, {id, now.ms, assigned ? 1 : 0}); }
bool end(db::Transaction& tx, std::string_view id, base::Instant now, Why why) { return tx.execute(end_one, {id, now.ms, key(why)}) == 1; }
std::int64_t end_all(db::Transaction& tx, const AccountId& account, base::Instant now, Why why, std::string_view but_not) { return tx.execute(end_others, {account, now.ms, key(why), but_not}); }
bool exchange(db::Transaction& tx, std::string_view id, std::string_view former, std::string_view secret_hash, base::Instant now) {
    return tx.execute(other_secret, {id, blob_of(former), blob_of(secret_hash), now.ms}) == 1;
}

void insert(db::Transaction& tx, const AccountId& account, const Draft& d) { tx.execute(add_draft, {d.id, account, d.route, d.path, blob_of(d.form), d.created_at.ms}); }
std::vector<Draft> drafts_of(db::Reader& reader, const AccountId& account, base::Instant since) {
    return reader.query(drafts, {account, since.ms}, [](const db::Row& row) {
        return Draft{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(db::bytes_of(row.blob(3))), {row.integer(4)}};
    });
}
void remove_draft(db::Transaction& tx, const AccountId& account, std::string_view id) { tx.execute(no_draft, {account, id}); }
void remove_drafts_but(db::Transaction& tx, const AccountId& account, std::size_t newest) { tx.execute(old_drafts, {account, newest}); }
}
