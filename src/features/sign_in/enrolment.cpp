#include "features/sign_in/enrolment.hpp"
#include "features/sign_in/credentials.hpp"
#include "features/sign_in/hashes.hpp"
#include "features/sign_in/known_device.hpp"
#include "features/sign_in/line.hpp"
#include "features/sign_in/login.hpp"
#include "features/sign_in/password_rules.hpp"
#include "features/sign_in/sessions.hpp"
#include "platform/crypto/totp.hpp"

namespace sign_in {
namespace {
bool open(const store::Invited& invited, base::Instant now) { return !invited.used_at && now < invited.expires_at; }

bool lasts(const store::Invited& invited, base::Instant now) {
    return invited.entered_at && invited.entered_at->ms <= now.ms + minute_ms && now.ms - invited.entered_at->ms < welcome_ms;
}
rights::Actor herself(const AccountId& account) { return rights::Actor({.account = account}); }
}

bool invitation_waits(const Ground& ground, std::string_view code) {
    if (!crypto::id_from(code)) return false;
    const auto found = ground.database.read([&](db::Reader& reader) { return store::invitation(reader, hashed(ground.vault, Secretly::invitation, code)); });
    return found && open(*found, ground.clock.now());
}

std::optional<std::string> enter_invitation(const Ground& ground, std::string_view code) {
    if (!crypto::id_from(code)) return std::nullopt;
    const auto secret = new_token(ground.randomness);
    const bool entered = ground.database.write([&](db::Transaction& tx) {
        return store::enter(tx, hashed(ground.vault, Secretly::invitation, code), hashed(ground.vault, Secretly::entered, secret), ground.clock.now());
    });
    return entered ? std::optional(secret) : std::nullopt;
}

std::optional<store::Invited> entered_by(const Ground& ground, const web::Request& request) {
    const auto secret = request.cookie(welcome_cookie);
    if (!is_token(secret)) return std::nullopt;
    auto found = ground.database.read([&](db::Reader& reader) { return store::entered(reader, hashed(ground.vault, Secretly::entered, secret)); });
    return found && lasts(*found, ground.clock.now()) && (found->used_at || open(*found, ground.clock.now())) ? found : std::nullopt;
}

std::string new_password(const page::Visit& visit, std::string_view login, page::FieldErrors& errors) {
    auto password = normalised_password(visit.request.field("nytt"));
    const auto fault = fault_of(password, {login, visit.frame.municipality, "lotsen"});
    if (fault) errors.add("nytt", visit.t(words(*fault)));
    else if (normalised_password(visit.request.field("igen")) != password) errors.add("igen", visit.t("De två lösenorden är inte lika. Skriv samma en gång till."));
    return password;
}

page::FieldErrors choose_password(const Ground& ground, const page::Visit& visit, const store::Invited& invited) {
    page::FieldErrors errors;
    const auto login = normalised_login(visit.request.field("namn"));
    const auto account = ground.database.read([&](db::Reader& reader) { return store::find(reader, invited.account); });
    if (!login || !account || hashed(ground.vault, Secretly::login, *login) != account->login_hash)
        errors.add("namn", visit.t("Länken gäller ett annat inloggningsnamn. Skriv det som du fick tillsammans med länken."));
    const auto password = new_password(visit, login.value_or(""), errors);
    if (errors.any()) return errors;
    const auto kept = kept_password(ground, password), secret = sealed_totp(ground.vault, invited.account, crypto::totp_secret());
    ground.database.write([&](db::Transaction& tx) { store::choose(tx, invited.hash, kept, secret); });
    return errors;
}

std::optional<crypto::Secret> chosen_secret(const Ground& ground, const store::Invited& invited) {
    return invited.password && invited.totp_secret ? opened_totp(ground.vault, invited.account, *invited.totp_secret) : std::nullopt;
}

std::optional<std::vector<std::string>> choose_app(const Ground& ground, const store::Invited& invited, std::string_view code) {
    const auto now = ground.clock.now();
    const auto secret = chosen_secret(ground, invited);
    const auto step = secret ? crypto::accepted_step(*secret, code, now, -1) : std::nullopt;
    if (!step) return std::nullopt;
    const auto codes = crypto::recovery_codes(ground.randomness, recovery_hash(ground.vault));
    const bool used = ground.database.write([&](db::Transaction& tx) {
        if (!store::use(tx, invited.hash, now)) return false;
        store::set_credentials(tx, invited.account, {*invited.password, *invited.totp_secret, *step}, now);
        store::replace_codes(tx, invited.account, codes.stored);
        store::end_all(tx, invited.account, now, Why::credentials);
        line::changed(tx, herself(invited.account), now, "account.ready", invited.account);
        return true;
    });
    return used ? std::optional(codes.printed) : std::nullopt;
}

std::optional<web::Response> finish_welcome(const Ground& ground, const web::Request& request, const store::Invited& invited, const std::string& to) {
    if (!invited.used_at) return std::nullopt;
    const auto made = new_session(ground, invited.account, Method::local);
    const auto login_hash = ground.database.write([&](db::Transaction& tx) -> std::optional<std::string> {
        const auto account = store::find(tx, invited.account);
        if (!account || account->state != State::active) return std::nullopt;
        store::leave(tx, invited.hash);
        begin(tx, ground.vault, made, "invitation", request.cookie(session_cookie));
        return account->login_hash;
    });
    if (!login_hash) return std::nullopt;
    auto response = signed_in(made, to);
    const auto device = known_device::made(ground.vault, ground.randomness, *login_hash, made.session.created_at);
    response.header("Set-Cookie", cookie(known_device::cookie, device, known_device::days));
    return std::move(response.header("Set-Cookie", no_cookie(welcome_cookie)));
}
}
