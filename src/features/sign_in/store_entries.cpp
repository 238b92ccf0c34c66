#include "features/sign_in/store.hpp"
#include "platform/db/stored.hpp"
// Invitations, what comes through the provider, and what is removed by age.

namespace sign_in::store {
namespace {
using db::instant;
using db::Sql;
using db::blob_of;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

constexpr Sql add_invitation{"sign_in.invitation_add", "INSERT INTO sign_in_invitation (hash, account, created_by, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)"};
constexpr Sql no_invitations{"sign_in.invitations_remove", "DELETE FROM sign_in_invitation WHERE account = ?1"};
constexpr Sql by_hash{"sign_in.invitation", "SELECT hash, account, expires_at, used_at, entered_at, password, totp_secret FROM sign_in_invitation WHERE hash = ?1"};
constexpr Sql by_entry{"sign_in.invitation_entered", "SELECT hash, account, expires_at, used_at, entered_at, password, totp_secret FROM sign_in_invitation WHERE entered_hash = ?1"};
constexpr Sql enter_one{"sign_in.invitation_enter", "UPDATE sign_in_invitation SET entered_hash = ?2, entered_at = ?3, password = NULL, totp_secret = NULL WHERE hash = ?1 AND used_at IS NULL AND expires_at > ?3"};
constexpr Sql choose_one{"sign_in.invitation_choose", "UPDATE sign_in_invitation SET password = ?2, totp_secret = ?3 WHERE hash = ?1 AND used_at IS NULL"};
constexpr Sql use_one{"sign_in.invitation_use", "UPDATE sign_in_invitation SET used_at = ?2, password = NULL, totp_secret = NULL WHERE hash = ?1 AND used_at IS NULL"};
constexpr Sql leave_one{"sign_in.invitation_leave", "UPDATE sign_in_invitation SET entered_hash = NULL WHERE hash = ?1"};

constexpr Sql add_attempt{"sign_in.attempt_add", "INSERT INTO sign_in_oidc_attempt (state_hash, browser_hash, kept, began_at, back, max_age, session) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"};
constexpr Sql attempt{"sign_in.attempt", "SELECT browser_hash, kept, back, began_at, max_age, session FROM sign_in_oidc_attempt WHERE state_hash = ?1"};
constexpr Sql no_attempt{"sign_in.attempt_remove", "DELETE FROM sign_in_oidc_attempt WHERE state_hash = ?1"};
constexpr Sql by_subject{"sign_in.subject", "SELECT account FROM sign_in_oidc_subject WHERE subject_hash = ?1"};
constexpr Sql count_subjects{"sign_in.subjects_of", "SELECT COUNT(*) FROM sign_in_oidc_subject WHERE account = ?1"};
constexpr Sql add_subject{"sign_in.subject_add", "INSERT INTO sign_in_oidc_subject (subject_hash, account, created_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"};

// One that nobody has ended is over after a day at the latest, however short the others are kept.
constexpr Sql old_sessions{"sign_in.old_sessions", "DELETE FROM sign_in_session WHERE ended_at < ?1 OR (ended_at IS NULL AND created_at < ?2)"};
constexpr Sql old_drafts{"sign_in.old_drafts", "DELETE FROM sign_in_draft WHERE created_at < ?1"};
constexpr Sql old_attempts{"sign_in.old_attempts", "DELETE FROM sign_in_oidc_attempt WHERE began_at < ?1"};
constexpr Sql old_invitations{"sign_in.old_invitations", "DELETE FROM sign_in_invitation WHERE expires_at < ?1"};

std::optional<std::string> text(std::optional<std::string_view> found) { return found ? std::optional(std::string(*found)) : std::nullopt; }

Invited invited(const db::Row& row) {
    const auto secret = row.optional_blob(6);
    return {std::string(db::bytes_of(row.blob(0))), AccountId::stored(row.text(1)), {row.integer(2)}, instant(row.optional_integer(3)), instant(row.optional_integer(4)),
            text(row.optional_text(5)), secret ? std::optional(std::string(db::bytes_of(*secret))) : std::nullopt};
}
}

void insert_invitation(db::Transaction& tx, std::string_view hash, const AccountId& account, const AccountId& by, base::Instant now) {
    tx.execute(add_invitation, {blob_of(hash), account, by, now.ms, now.ms + invitation_ms});
}
void remove_invitations(db::Transaction& tx, const AccountId& account) { tx.execute(no_invitations, {account}); }
std::optional<Invited> invitation(db::Reader& reader, std::string_view hash) { return reader.optional_one(by_hash, {blob_of(hash)}, invited); }
std::optional<Invited> entered(db::Reader& reader, std::string_view hash) { return reader.optional_one(by_entry, {blob_of(hash)}, invited); }
bool enter(db::Transaction& tx, std::string_view hash, std::string_view entered_hash, base::Instant now) { return tx.execute(enter_one, {blob_of(hash), blob_of(entered_hash), now.ms}) == 1; }
void choose(db::Transaction& tx, std::string_view hash, std::string_view password, std::string_view secret) { tx.execute(choose_one, {blob_of(hash), password, blob_of(secret)}); }
bool use(db::Transaction& tx, std::string_view hash, base::Instant now) { return tx.execute(use_one, {blob_of(hash), now.ms}) == 1; }
void leave(db::Transaction& tx, std::string_view hash) { tx.execute(leave_one, {blob_of(hash)}); }

void insert(db::Transaction& tx, std::string_view state_hash, const Attempt& a) {
    tx.execute(add_attempt, {blob_of(state_hash), blob_of(a.browser_hash), blob_of(a.kept), a.began_at.ms, a.back, a.max_age, a.session});
}
std::optional<Attempt> take_attempt(db::Transaction& tx, std::string_view state_hash) {
    auto found = tx.optional_one(attempt, {blob_of(state_hash)}, [](const db::Row& row) {
        return Attempt{std::string(db::bytes_of(row.blob(0))), std::string(db::bytes_of(row.blob(1))), std::string(row.text(2)), {row.integer(3)}, row.optional_integer(4), text(row.optional_text(5))};
    });
    // Two at once read the row; one removes it.
    return found && tx.execute(no_attempt, {blob_of(state_hash)}) == 1 ? found : std::nullopt;
}
std::optional<AccountId> account_of_subject(db::Reader& reader, std::string_view hash) {
    return reader.optional_one(by_subject, {blob_of(hash)}, [](const db::Row& row) { return AccountId::stored(row.text(0)); });
}
bool joined(db::Reader& reader, const AccountId& account) {
    return reader.one(count_subjects, {account}, [](const db::Row& row) { return row.integer(0) > 0; });
}
bool join(db::Transaction& tx, std::string_view hash, const AccountId& account, base::Instant now) { return tx.execute(add_subject, {blob_of(hash), account, now.ms}) == 1; }

std::int64_t remove_old(db::Transaction& tx, base::Instant now, const Kept& kept) {
    const auto sessions = now.ms - kept.session_hours * 60 * minute_ms, drafts = now.ms - kept.draft_days * day_ms;
    return tx.execute(old_sessions, {sessions, now.ms - day_ms}) + tx.execute(old_drafts, {drafts}) + tx.execute(old_attempts, {now.ms - 15 * minute_ms}) + tx.execute(old_invitations, {now.ms});
}
}
