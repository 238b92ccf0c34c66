#include "features/sign_in/through_provider.hpp"
#include "features/sign_in/back.hpp"
#include "features/sign_in/current.hpp"
#include "features/sign_in/hashes.hpp"
#include "features/sign_in/line.hpp"
#include "features/sign_in/provider_account.hpp"
#include "features/sign_in/provider_keeper.hpp"
#include "features/sign_in/store.hpp"
#include "features/sign_in/throttle.hpp"
#include "platform/crypto/seal.hpp"

namespace sign_in {
namespace {
using Answer = std::variant<web::Response, ProviderRefusal>;
constexpr std::string_view column = "sign_in_oidc_attempt.kept";
constexpr std::chrono::seconds at_once{0};

std::shared_ptr<oidc::Provider> provider_of(const Ground& ground, const Shown& shown) {
    const bool chosen = ground.provider && shown.settings && *shown.settings;
    return chosen ? ground.provider->provider(**shown.settings, shown.frame->own_address) : nullptr;
}

// Nonce and verifier, sealed for that state.
std::string kept(const Ground& ground, const oidc::Begun& begun) {
    return crypto::sealed(ground.vault.purpose_key(vault::Purpose::session), {column, hashed(ground.vault, Secretly::state, begun.state)}, begun.nonce + "\n" + begun.code_verifier);
}
std::optional<oidc::Expected> expected(const Ground& ground, const store::Attempt& attempt, const std::string& state) {
    const auto opened = crypto::opened(ground.vault.purpose_key(vault::Purpose::session), {column, hashed(ground.vault, Secretly::state, state)}, attempt.kept);
    if (!opened) return std::nullopt;
    const auto text = opened->text();
    const auto line = text.find('\n');
    oidc::Expected out{state, std::string(text.substr(0, line)), std::string(text.substr(line + 1)), attempt.began_at};
    if (attempt.max_age) out.max_age = std::chrono::seconds(*attempt.max_age);
    return out;
}

// One browser only: whoever is lured to an answer that somebody else began has not the cookie (login CSRF, mix-up; security T15, T20).
bool same_browser(const Ground& ground, const web::Request& request, const store::Attempt& attempt) {
    const auto secret = request.cookie(provider_cookie);
    return is_token(secret) && crypto::equal(crypto::bytes(hashed(ground.vault, Secretly::browser, secret)), crypto::bytes(attempt.browser_hash));
}

// Anybody on the net can begin a sign-in and spoil its answer, as often as she likes, and the log is kept for years: fifty such lines in ten
// minutes, and then one a minute (security T17).
void refused(const Ground& ground, oidc::Refusal why, base::Instant now) {
    const throttle::From anybody{.login_hash = hashed(ground.vault, Secretly::state, "refused"), .network = {}, .device = {}};
    ground.database.write([&](db::Transaction& tx) {
        if (!throttle::counted(tx, ground.vault, anybody, now)) line::tried(tx, now, std::nullopt, "oidc." + std::string(oidc::text_of(why)));
    });
}

Answer confirmed_there(const Ground& ground, const web::Request& request, const store::Attempt& attempt, const std::optional<AccountId>& account) {
    const auto found = current(ground, request);
    if (!found.actor || found.session->id != *attempt.session) return web::Response::see_other("/logga-in");
    const auto now = ground.clock.now();
    if (account != found.session->account) {
        ground.database.write([&](db::Transaction& tx) { line::not_confirmed(tx, *found.actor, now); });
        return other_person;
    }
    const Confirming made{*attempt.session, std::string(request.cookie(session_cookie)), new_token(ground.randomness)};
    if (!ground.database.write([&](db::Transaction& tx) { return confirm(tx, ground.vault, *found.actor, made, now); })) return web::Response::see_other("/logga-in");
    auto response = web::Response::see_other(attempt.back);
    return std::move(response.header("Set-Cookie", cookie(session_cookie, made.secret)));
}

Answer signed_in_there(const Ground& ground, const web::Request& request, const store::Attempt& attempt, const oidc::Identity& identity, const Settings& settings) {
    const auto now = ground.clock.now();
    const auto plan = plan_account(ground, settings, identity);
    auto made = new_session(ground, plan.account, Method::oidc, identity.acr);
    const auto outcome = ground.database.write([&](db::Transaction& tx) { return stored_account(tx, ground, settings, identity, plan, now); });
    if (outcome == Admission::unknown) return unknown_person;
    if (outcome == Admission::no_assignment) return without_assignment;
    // Who it is may have been settled by another request at the same time.
    const auto account = ground.database.read([&](db::Reader& reader) { return store::account_of_subject(reader, subject_hash(ground.vault, settings.provider.issuer, identity.subject)); });
    made.session.account = account.value_or(plan.account);
    ground.database.write([&](db::Transaction& tx) { begin(tx, ground.vault, made, "oidc", request.cookie(session_cookie)); });
    return signed_in(made, attempt.back);
}
}

const ProviderRefusal no_provider{i18n::key("Kommunens inloggning är inte påslagen"), i18n::key("Logga in med ditt konto i Lotsen, eller fråga systemadministratören."), 404};
const ProviderRefusal other_browser{i18n::key("Inloggningen började någon annanstans"), i18n::key("Börja om härifrån, i samma webbläsare hela vägen. Ingenting har hänt."), 403};
const ProviderRefusal unknown_person{i18n::key("Du finns inte i Lotsen än"), i18n::key("Inloggningen fungerade, men ingen har kopplat dig till ett uppdrag. Fråga din verksamhetschef."), 403};
const ProviderRefusal other_person{i18n::key("Det var någon annan som bekräftade"), i18n::key("Du behöver bekräfta som samma person som du är inloggad som. Ingenting har hänt."), 403};
const ProviderRefusal without_assignment{i18n::key("Du har inget uppdrag i Lotsen"), i18n::key("Kontot är avslutat, eller så har uppdraget tagit slut. Fråga din verksamhetschef om det är fel."), 403};

ProviderRefusal in_words(oidc::Refusal refusal) {
    switch (oidc::kind_of(refusal)) {
        case oidc::Kind::cancelled: return {i18n::key("Inloggningen avbröts"), i18n::key("Ingenting har hänt. Du kan börja om när du vill."), 403};
        case oidc::Kind::again: return {i18n::key("Inloggningen tog för lång tid"), i18n::key("Börja om, så går det troligen bra. Ingenting har hänt."), 403};
        case oidc::Kind::later: return {i18n::key("Kommunens inloggning svarar inte"), i18n::key("Vänta några minuter och försök igen. Fråga systemadministratören om det inte går över."), 503};
        case oidc::Kind::stronger: return {i18n::key("Du behöver identifiera dig säkrare"), i18n::key("Välj ett sätt med e-legitimation eller kort när du loggar in hos kommunen."), 403};
        case oidc::Kind::ours: return {i18n::key("Inloggningen är inte rätt inställd"), i18n::key("Säg till systemadministratören. Det beror inte på dig."), 502};
        case oidc::Kind::refused: return {i18n::key("Inloggningen godtogs inte"), i18n::key("Svaret från kommunens inloggning gick inte att lita på. Börja om, och säg till systemadministratören om det händer igen."), 403};
    }
    return other_browser;
}

Answer to_provider(const Ground& ground, const web::Request& request, const std::string& back, const std::string& session) {
    const auto shown = ground.source();
    const auto provider = provider_of(ground, *shown);
    if (!provider) return no_provider;
    const auto now = ground.clock.now();
    const auto max_age = session.empty() ? std::nullopt : std::optional(at_once);
    const auto begun = oidc::begin(*provider, ground.randomness, now, max_age);
    if (!begun) return in_words(begun.refusal());
    // Two tabs may begin at once: they share the browser's cookie.
    const auto former = request.cookie(provider_cookie);
    const auto secret = is_token(former) ? std::string(former) : new_token(ground.randomness);
    const store::Attempt attempt{hashed(ground.vault, Secretly::browser, secret), kept(ground, *begun), back, now, max_age ? std::optional(max_age->count()) : std::nullopt,
                                 session.empty() ? std::nullopt : std::optional(session)};
    ground.database.write([&](db::Transaction& tx) { store::insert(tx, hashed(ground.vault, Secretly::state, begun->state), attempt); });
    auto response = web::Response::see_other(begun->url);
    return std::move(response.header("Set-Cookie", cookie(provider_cookie, secret)).header("Cache-Control", "no-store"));
}

Answer back_from_provider(const Ground& ground, const web::Request& request) {
    const auto shown = ground.source();
    const auto provider = provider_of(ground, *shown);
    const auto state = oidc::state_of(request.query);
    if (!provider || !state) return provider ? other_browser : no_provider;
    const auto attempt = ground.database.write([&](db::Transaction& tx) { return store::take_attempt(tx, hashed(ground.vault, Secretly::state, *state)); });
    if (!attempt || !same_browser(ground, request, *attempt)) return other_browser;
    const auto wanted = expected(ground, *attempt, *state);
    if (!wanted) return other_browser;
    const auto now = ground.clock.now();
    const auto identity = oidc::finish(*provider, ground.randomness, *wanted, request.query, now);
    if (!identity) {
        refused(ground, identity.refusal(), now);
        return in_words(identity.refusal());
    }
    const auto& settings = **shown->settings;
    if (!attempt->session) return signed_in_there(ground, request, *attempt, *identity, settings);
    const auto account = ground.database.read([&](db::Reader& reader) { return store::account_of_subject(reader, subject_hash(ground.vault, settings.provider.issuer, identity->subject)); });
    return confirmed_there(ground, request, *attempt, account);
}
}
