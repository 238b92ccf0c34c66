#pragma once
#include "features/sign_in/public.hpp"
#include "features/sign_in/session.hpp"
// All SQL on the feature's tables, but for throttling's own (throttle.cpp). Hashes are 32 bytes, as hashed() makes them.
namespace sign_in::store {

// ---- accounts ---------------------------------------------------------------------------------------------------------------------------
struct Account {
    AccountId account;
    std::string login_hash;              // "" for one that only the provider knows
    std::optional<std::string> password, totp_secret;
    std::int64_t totp_step;
    State state;
    bool shortcuts;
    base::Instant changed_at;
};
std::optional<Account> find(db::Reader&, const AccountId&);
std::optional<Account> find_by_login(db::Reader&, std::string_view login_hash);
// False when account or login name is there already.
bool insert(db::Transaction&, const AccountId&, std::optional<std::string> login_hash, State, base::Instant now);
struct Credentials {
    std::string password, totp_secret;
    std::int64_t totp_step;
};
void set_credentials(db::Transaction&, const AccountId&, const Credentials&, base::Instant now);
void void_credentials(db::Transaction&, const AccountId&, base::Instant now);
// The same password with another cost: unless it was changed meanwhile. Changes no time.
void rehash(db::Transaction&, const AccountId&, std::string_view former, std::string_view password);
void set_password(db::Transaction&, const AccountId&, std::string_view password, base::Instant now);
void set_totp(db::Transaction&, const AccountId&, std::string_view sealed_secret, std::int64_t step, base::Instant now);
// Without credentials and login name, for ever.
void close(db::Transaction&, const AccountId&, base::Instant now);
std::vector<AccountId> not_closed(db::Reader&);
void set_shortcuts(db::Transaction&, const AccountId&, bool on);
// True for one of those who use the same one-time code at the same time.
bool take_step(db::Transaction&, const AccountId&, std::int64_t step);

std::vector<crypto::Digest> unused_codes(db::Reader&, const AccountId&);
bool strike_code(db::Transaction&, const AccountId&, const crypto::Digest&, base::Instant now);
void replace_codes(db::Transaction&, const AccountId&, const std::vector<crypto::Digest>&);

// ---- sessions ---------------------------------------------------------------------------------------------------------------------------
void insert(db::Transaction&, const Session&, std::string_view secret_hash);
std::optional<Session> session_by_secret(db::Reader&, std::string_view secret_hash);
std::vector<Session> sessions_of(db::Reader&, const AccountId&);   // not ended, newest first
void note_seen(db::Transaction&, std::string_view id, base::Instant now, bool assigned);
bool end(db::Transaction&, std::string_view id, base::Instant now, Why);
std::int64_t end_all(db::Transaction&, const AccountId&, base::Instant now, Why, std::string_view but_not = {});
// The person has shown again who they are: another secret from now on. False when the session has ended or its secret was exchanged.
bool exchange(db::Transaction&, std::string_view id, std::string_view former_hash, std::string_view secret_hash, base::Instant now);

// ---- drafts -----------------------------------------------------------------------------------------------------------------------------
struct Draft {
    std::string id, route, path, form;   // form: sealed
    base::Instant created_at;
};
void insert(db::Transaction&, const AccountId&, const Draft&);
std::vector<Draft> drafts_of(db::Reader&, const AccountId&, base::Instant since);   // newest first
void remove_draft(db::Transaction&, const AccountId&, std::string_view id);
// Only the newest ones are kept.
void remove_drafts_but(db::Transaction&, const AccountId&, std::size_t newest);

// ---- invitations ------------------------------------------------------------------------------------------------------------------------
struct Invited {
    std::string hash;
    AccountId account;
    base::Instant expires_at;
    std::optional<base::Instant> used_at, entered_at;
    std::optional<std::string> password, totp_secret;
};
void insert_invitation(db::Transaction&, std::string_view hash, const AccountId&, const AccountId& by, base::Instant now);
void remove_invitations(db::Transaction&, const AccountId&);
std::optional<Invited> invitation(db::Reader&, std::string_view hash);
std::optional<Invited> entered(db::Reader&, std::string_view entered_hash);
// Opened: from now on the cookie counts, and no former one. False when it has been used.
bool enter(db::Transaction&, std::string_view hash, std::string_view entered_hash, base::Instant now);
void choose(db::Transaction&, std::string_view hash, std::string_view password, std::string_view totp_secret);
bool use(db::Transaction&, std::string_view hash, base::Instant now);
// The cookie has done its work.
void leave(db::Transaction&, std::string_view hash);

// ---- sign-in through the provider -------------------------------------------------------------------------------------------------------
struct Attempt {
    std::string browser_hash, kept, back;
    base::Instant began_at;
    std::optional<std::int64_t> max_age;
    std::optional<std::string> session;
};
void insert(db::Transaction&, std::string_view state_hash, const Attempt&);
// Struck out: an answer works once.
std::optional<Attempt> take_attempt(db::Transaction&, std::string_view state_hash);
std::optional<AccountId> account_of_subject(db::Reader&, std::string_view subject_hash);
// Whether the account signs in through the provider.
bool joined(db::Reader&, const AccountId&);
// False when the person or the account is joined already.
bool join(db::Transaction&, std::string_view subject_hash, const AccountId&, base::Instant now);

std::int64_t remove_old(db::Transaction&, base::Instant now, const Kept&);
}
