#include "features/sign_in/credentials.hpp"
#include "base/not_now.hpp"
#include "features/sign_in/hashes.hpp"
#include "features/sign_in/login.hpp"
#include "features/sign_in/password_rules.hpp"
#include "platform/crypto/recovery.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/crypto/totp.hpp"

namespace sign_in {
namespace {
constexpr std::string_view totp_column = "sign_in_account.totp_secret";

// What nobody has: compared with when there is no such account, so that it takes as long.
const crypto::Secret& nobodys_secret() {
    static const auto secret = crypto::totp_secret();
    return secret;
}

bool password_right(const Ground& ground, const std::optional<store::Account>& account, const std::string& password, Compared& out) {
    const auto stored = account ? account->password : std::nullopt;
    const auto match = ground.passwords.check(password, stored);
    if (!match) {
        if (match.refusal() == crypto::PasswordRefusal::busy) throw base::NotNow("too many passwords are being checked");
        return false;
    }
    if (*match == crypto::Match::right_but_rehash) out.rehashed = kept_password(ground, password);
    out.former = stored;
    return *match != crypto::Match::wrong;
}
}

Compared compared(const Ground& ground, const std::optional<store::Account>& account, const std::vector<crypto::Digest>& codes, const Typed& typed, base::Instant now) {
    Compared out;
    auto password = normalised_password(std::string_view(typed.password).substr(0, longest_password + 1));
    out.password = password_right(ground, account, password, out);
    crypto::wipe(password);
    const auto known = account && account->totp_secret ? opened_totp(ground.vault, account->account, *account->totp_secret) : std::nullopt;
    out.step = crypto::accepted_step(known ? *known : nobodys_secret(), typed.code, now, account ? account->totp_step : -1);
    if (const auto at = crypto::recovery_code_at(typed.code, recovery_hash(ground.vault), codes)) out.printed = codes[*at];
    if (!known || account->state != State::active) out.step.reset(), out.password = false;
    return out;
}

bool taken(db::Transaction& tx, const AccountId& account, const Compared& found, base::Instant now) {
    const auto stored = store::find(tx, account);
    if (!found.right() || !stored || stored->state != State::active || stored->password != found.former) return false;
    if (found.rehashed) store::rehash(tx, account, *found.former, *found.rehashed);
    return found.step ? store::take_step(tx, account, *found.step) : store::strike_code(tx, account, *found.printed, now);
}

std::string sealed_totp(const vault::Vault& vault, const AccountId& account, const crypto::Secret& secret) {
    return crypto::sealed(vault.purpose_key(vault::Purpose::session), {totp_column, account}, secret.text());
}
std::optional<crypto::Secret> opened_totp(const vault::Vault& vault, const AccountId& account, std::string_view sealed) {
    auto opened = crypto::opened(vault.purpose_key(vault::Purpose::session), {totp_column, account}, sealed);
    return opened ? std::optional(*std::move(opened)) : std::nullopt;
}

std::string kept_password(const Ground& ground, std::string_view normalised) {
    auto hashed = ground.passwords.hashed(normalised);
    if (!hashed) throw base::NotNow("too many passwords are being checked");
    return *std::move(hashed);
}
}
