#include "features/sign_in/store.hpp"

namespace sign_in::store {
namespace {
using db::Sql;
using db::blob_of;

constexpr Sql by_account{"sign_in.account", "SELECT account, login_hash, password, totp_secret, totp_step, state, shortcuts, changed_at FROM sign_in_account WHERE account = ?1"};
constexpr Sql by_login{"sign_in.account_by_login", "SELECT account, login_hash, password, totp_secret, totp_step, state, shortcuts, changed_at FROM sign_in_account WHERE login_hash = ?1"};
constexpr Sql add{"sign_in.account_add", "INSERT INTO sign_in_account (account, login_hash, totp_step, state, shortcuts, created_at, changed_at) VALUES (?1, ?2, -1, ?3, 1, ?4, ?4) ON CONFLICT DO NOTHING"};
constexpr Sql credentials{"sign_in.account_credentials", "UPDATE sign_in_account SET password = ?2, totp_secret = ?3, totp_step = ?4, state = 'active', changed_at = ?5 WHERE account = ?1 AND state <> 'closed'"};
constexpr Sql no_credentials{"sign_in.account_void", "UPDATE sign_in_account SET password = NULL, totp_secret = NULL, totp_step = -1, state = 'invited', changed_at = ?2 WHERE account = ?1"};
constexpr Sql other_cost{"sign_in.account_rehash", "UPDATE sign_in_account SET password = ?3 WHERE account = ?1 AND password = ?2"};
constexpr Sql password{"sign_in.account_password", "UPDATE sign_in_account SET password = ?2, changed_at = ?3 WHERE account = ?1 AND state = 'active'"};
constexpr Sql totp{"sign_in.account_totp", "UPDATE sign_in_account SET totp_secret = ?2, totp_step = ?3, changed_at = ?4 WHERE account = ?1 AND state = 'active'"};
constexpr Sql no_more{"sign_in.account_close", "UPDATE sign_in_account SET login_hash = NULL, state = 'closed', changed_at = ?2 WHERE account = ?1"};
constexpr Sql open_ones{"sign_in.accounts_open", "SELECT account FROM sign_in_account WHERE state <> 'closed' ORDER BY account"};
constexpr Sql shortcuts{"sign_in.account_shortcuts", "UPDATE sign_in_account SET shortcuts = ?2 WHERE account = ?1"};
constexpr Sql step{"sign_in.account_step", "UPDATE sign_in_account SET totp_step = ?2 WHERE account = ?1 AND totp_step < ?2 AND state = 'active'"};

constexpr Sql codes{"sign_in.codes", "SELECT digest FROM sign_in_recovery_code WHERE account = ?1 AND used_at IS NULL ORDER BY digest"};
constexpr Sql strike{"sign_in.code_strike", "UPDATE sign_in_recovery_code SET used_at = ?3 WHERE account = ?1 AND digest = ?2 AND used_at IS NULL"};
constexpr Sql no_codes{"sign_in.codes_remove", "DELETE FROM sign_in_recovery_code WHERE account = ?1"};
constexpr Sql add_code{"sign_in.code_add", "INSERT INTO sign_in_recovery_code (account, digest) VALUES (?1, ?2)"};

std::string_view key(State s) { return s == State::invited ? "invited" : s == State::active ? "active" : "closed"; }
State state_from(std::string_view text) { return text == "invited" ? State::invited : text == "active" ? State::active : State::closed; }
std::optional<std::string> bytes(std::optional<db::Blob> blob) { return blob ? std::optional(std::string(db::bytes_of(*blob))) : std::nullopt; }

Account account(const db::Row& row) {
    const auto stored = row.optional_text(2);
    return {AccountId::stored(row.text(0)), bytes(row.optional_blob(1)).value_or(""), stored ? std::optional(std::string(*stored)) : std::nullopt, bytes(row.optional_blob(3)),
            row.integer(4), state_from(row.text(5)), row.truth(6), {row.integer(7)}};
}
}

std::optional<Account> find(db::Reader& reader, const AccountId& id) { return reader.optional_one(by_account, {id}, account); }
std::optional<Account> find_by_login(db::Reader& reader, std::string_view login_hash) { return reader.optional_one(by_login, {blob_of(login_hash)}, account); }

bool insert(db::Transaction& tx, const AccountId& id, std::optional<std::string> login_hash, State s, base::Instant now) {
    return tx.execute(add, {id, login_hash ? db::Param(blob_of(*login_hash)) : db::Param(std::nullopt), key(s), now.ms}) == 1;
}
void set_credentials(db::Transaction& tx, const AccountId& id, const Credentials& c, base::Instant now) {
    tx.execute(credentials, {id, c.password, blob_of(c.totp_secret), c.totp_step, now.ms});
}
void void_credentials(db::Transaction& tx, const AccountId& id, base::Instant now) {
    tx.execute(no_credentials, {id, now.ms});
    tx.execute(no_codes, {id});
}
void rehash(db::Transaction& tx, const AccountId& id, std::string_view former, std::string_view hash) { tx.execute(other_cost, {id, former, hash}); }
void set_password(db::Transaction& tx, const AccountId& id, std::string_view hash, base::Instant now) { tx.execute(password, {id, hash, now.ms}); }
void set_totp(db::Transaction& tx, const AccountId& id, std::string_view sealed, std::int64_t last, base::Instant now) { tx.execute(totp, {id, blob_of(sealed), last, now.ms}); }
void close(db::Transaction& tx, const AccountId& id, base::Instant now) { tx.execute(no_more, {id, now.ms}); }
std::vector<AccountId> not_closed(db::Reader& reader) {
    return reader.query(open_ones, {}, [](const db::Row& row) { return AccountId::stored(row.text(0)); });
}
void set_shortcuts(db::Transaction& tx, const AccountId& id, bool on) { tx.execute(shortcuts, {id, on ? 1 : 0}); }
bool take_step(db::Transaction& tx, const AccountId& id, std::int64_t used) { return tx.execute(step, {id, used}) == 1; }

std::vector<crypto::Digest> unused_codes(db::Reader& reader, const AccountId& id) {
    return reader.query(codes, {id}, [](const db::Row& row) {
        crypto::Digest digest{};
        const auto stored = db::bytes_of(row.blob(0));
        base::require(stored.size() == digest.size(), "a recovery code is kept as 32 bytes");
        std::copy(stored.begin(), stored.end(), digest.begin());
        return digest;
    });
}
bool strike_code(db::Transaction& tx, const AccountId& id, const crypto::Digest& digest, base::Instant now) { return tx.execute(strike, {id, blob_of(crypto::text(digest)), now.ms}) == 1; }
void replace_codes(db::Transaction& tx, const AccountId& id, const std::vector<crypto::Digest>& digests) {
    tx.execute(no_codes, {id});
    for (const auto& digest : digests) tx.execute(add_code, {id, blob_of(crypto::text(digest))});
}
}
