#include "features/sign_in/local.hpp"
#include "features/sign_in/hashes.hpp"
#include "features/sign_in/known_device.hpp"
#include "features/sign_in/line.hpp"
#include "features/sign_in/login.hpp"
#include "features/sign_in/throttle.hpp"
#include "features/staff/public.hpp"
#include "platform/crypto/recovery.hpp"

namespace sign_in {
namespace {
// Everything that is kept about a name, read at once.
struct Kept {
    std::optional<store::Account> account;
    std::vector<crypto::Digest> codes;
};
Kept kept(db::Reader& reader, std::optional<store::Account> account) {
    const auto codes_of = account ? account->account : *AccountId::from("nobody----------------");
    return {std::move(account), store::unused_codes(reader, codes_of)};
}

NotSignedIn wait(std::int64_t ms) { return {NotSignedIn::Why::wait, (ms + 999) / 1000}; }

// How long the try must wait; nothing when it was counted and may go on. Looked at without writing first, so that a flood writes nothing.
std::optional<std::int64_t> waiting(const Ground& ground, const throttle::From& from, base::Instant now) {
    if (const auto ms = ground.database.read([&](db::Reader& reader) { return throttle::waiting(reader, ground.vault, from, now); })) return ms;
    return ground.database.write([&](db::Transaction& tx) { return throttle::counted(tx, ground.vault, from, now); });
}

throttle::From where_from(const Ground& ground, const web::Request& request, const std::string& login_hash, const Kept& found, const Typed& typed, base::Instant now) {
    const auto printed = crypto::recovery_code_at(typed.code, recovery_hash(ground.vault), found.codes);
    return {login_hash, request.peer, known_device::read(ground.vault, request.cookie(known_device::cookie), login_hash, now), printed.has_value()};
}

std::variant<SignedIn, NotSignedIn> stored(const Ground& ground, const web::Request& request, const Kept& found, const Compared& compared, const throttle::From& from, base::Instant now) {
    const auto account = found.account ? std::optional(found.account->account) : std::nullopt;
    const auto made = new_session(ground, account.value_or(*AccountId::from("nobody----------------")), Method::local);
    const bool right = ground.database.write([&](db::Transaction& tx) {
        const auto member = account ? staff::member(tx, *account) : std::nullopt;
        if (!account || !taken(tx, *account, compared, now) || !member || member->ended_at) return line::tried(tx, now, account, "wrong"), false;
        throttle::forgiven(tx, ground.vault, from);
        begin(tx, ground.vault, made, compared.step ? "password_totp" : "password_recovery", request.cookie(session_cookie));
        return true;
    });
    if (!right) return NotSignedIn{NotSignedIn::Why::wrong};
    SignedIn out{made, known_device::made(ground.vault, ground.randomness, from.login_hash, now)};
    if (!compared.step) out.codes_left = found.codes.size() - 1;
    return out;
}
}

std::variant<SignedIn, NotSignedIn> sign_in_locally(const Ground& ground, const web::Request& request, const LocalTry& tried) {
    const auto now = ground.clock.now();
    const auto login_hash = hashed(ground.vault, Secretly::login, normalised_login(tried.login).value_or("?"));
    const auto found = ground.database.read([&](db::Reader& reader) { return kept(reader, store::find_by_login(reader, login_hash)); });
    const auto from = where_from(ground, request, login_hash, found, tried.typed, now);
    if (const auto ms = waiting(ground, from, now)) return wait(*ms);
    return stored(ground, request, found, compared(ground, found.account, found.codes, tried.typed, now), from, now);
}

std::variant<Confirming, NotSignedIn> confirm_locally(const Ground& ground, const web::Request& request, const Typed& typed) {
    const auto now = ground.clock.now();
    const auto& actor = *request.actor;
    const auto found = ground.database.read([&](db::Reader& reader) { return kept(reader, store::find(reader, actor.account())); });
    // Her own session is a device that is known: tries from elsewhere do not keep her out.
    const throttle::From from{{}, {}, "session:" + actor.session(), false};
    if (const auto ms = waiting(ground, from, now)) return wait(*ms);
    const auto result = compared(ground, found.account, found.codes, typed, now);
    const auto made = confirming(ground, request);
    const bool right = ground.database.write([&](db::Transaction& tx) {
        if (!taken(tx, actor.account(), result, now) || !confirm(tx, ground.vault, actor, made, now)) return line::not_confirmed(tx, actor, now), false;
        throttle::forgiven(tx, ground.vault, from);
        return true;
    });
    if (!right) return NotSignedIn{NotSignedIn::Why::wrong};
    return made;
}
}
