#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
#include "platform/vault/vault.hpp"
// Who can sign in. Others make an account for a member of the staff, invite her, and close it; how she signs in is nobody else's business.
namespace sign_in {
using rights::AccountId;

// ---- an account ---------------------------------------------------------------------------------------------------------------------

// login_taken: somebody has it. login_unfit: 2–100 characters without blanks. has_one: the member has an account already.
enum class OpenRefusal { login_taken, login_unfit, has_one };
const char* words(OpenRefusal); // the Swedish sentence to translate
// A local account for a member of the staff; she cannot sign in before she has used an invitation. Only the login name's hash is kept.
base::Result<AccountId, OpenRefusal> open_account(db::Transaction&, const vault::Vault&, const rights::Actor& by, base::Instant now, const AccountId&,
                                                  std::string_view login);
std::optional<AccountId> account_of(db::Reader&, const vault::Vault&, std::string_view login);

enum class State { none, invited, active, closed };
State state_of(db::Reader&, const AccountId&);
// What lists of the staff say; none: signs in through the provider, or not at all.
const char* words(State);

// ---- invitation ---------------------------------------------------------------------------------------------------------------------

inline constexpr std::int64_t invitation_ms = 3 * 24 * 60 * 60 * 1000;   // "Länken gäller i tre dygn"
// The secret of a link, drawn before the transaction. It stands nowhere but on the paper that is handed over.
using Invitation = crypto::RandomId;
// "/l/{22 characters}"
std::string path_of(const Invitation&);
// Former invitations stop working. When the account is in use, its sessions end, and password, one-time codes and printed codes are void:
// for whoever has lost both telephone and codes, and stands in front of the one who invites (security 4.4). False when there is no account.
[[nodiscard]] bool invite(db::Transaction&, const vault::Vault&, const rights::Actor& by, base::Instant now, const AccountId&, const Invitation&);

// ---- through the provider -----------------------------------------------------------------------------------------------------------

// Whoever the provider knows by that subject signs in to this account. False when either is joined already.
[[nodiscard]] bool join_subject(db::Transaction&, const vault::Vault&, const rights::Actor& by, base::Instant now, const AccountId&, std::string_view issuer,
                                std::string_view subject);

// ---- the end ------------------------------------------------------------------------------------------------------------------------

// Nobody signs in with it any more: its sessions end now, password, one-time codes and printed codes are gone, and the login name is free
// for somebody else. Whom the provider knows by it stays remembered, so that a group there does not let her in again as somebody new.
void close_account(db::Transaction&, const rights::Actor& by, base::Instant now, const AccountId&);
// Closes what those have who no longer work here. Returns how many. A job's, each hour.
std::int64_t close_ended(db::Transaction&, base::Instant now);
// All sessions of an account end, for instance when its last assignment has. Returns how many.
std::int64_t end_sessions(db::Transaction&, base::Instant now, const AccountId&);
// How long what may be told apart afterwards is kept; the municipality's times (features/retention).
struct Kept {
    int session_hours = 24, draft_days = 7;
};
// Removes what is past its time: ended sessions, drafts, attempts, invitations, failures. Returns how many rows. A job's, each hour.
std::int64_t remove_old(db::Transaction&, base::Instant now, const Kept&);
}
