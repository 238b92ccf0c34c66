#pragma once
#include "features/sign_in/ground.hpp"
#include "features/sign_in/store.hpp"
// Password and code, compared with what is kept. Slow (argon2id), so it is done before the transaction; what is used up, a one-time code or a
// printed one, is used up in it.
namespace sign_in {

struct Typed {
    std::string password, code;   // code: of the app, or a printed one
};
struct Compared {
    bool password = false;
    std::optional<std::int64_t> step = {};
    std::optional<crypto::Digest> printed = {};
    std::optional<std::string> former = {}, rehashed = {};   // when the cost has been raised since it was stored
    bool right() const { return password && (step || printed); }
};
// Takes the same time whether there is such an account, and whatever is wrong. Throws base::NotNow when too many ask at once.
Compared compared(const Ground&, const std::optional<store::Account>&, const std::vector<crypto::Digest>& unused_codes, const Typed&, base::Instant now);
// False when something else used the code, or changed the password, meanwhile.
[[nodiscard]] bool taken(db::Transaction&, const AccountId&, const Compared&, base::Instant now);

// The one-time secret as it is kept.
std::string sealed_totp(const vault::Vault&, const AccountId&, const crypto::Secret&);
std::optional<crypto::Secret> opened_totp(const vault::Vault&, const AccountId&, std::string_view sealed);
// The password as it is kept. Throws base::NotNow when too many ask at once; it is not too long.
std::string kept_password(const Ground&, std::string_view normalised);
}
