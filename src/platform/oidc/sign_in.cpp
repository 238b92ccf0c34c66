#include "platform/oidc/sign_in.hpp"
#include "base/text.hpp"
#include "platform/html/url.hpp"
#include "platform/oidc/base64url.hpp"
#include "platform/oidc/json.hpp"
#include <algorithm>

namespace oidc {
namespace {
constexpr std::size_t most_field = 2000, most_answer = 65'536;
using Pairs = std::vector<std::pair<std::string_view, std::string>>;

std::string random_text(crypto::Randomness& randomness) {
    std::array<unsigned char, 32> bytes;
    randomness.fill(bytes);
    return base64url(bytes);
}
std::string urlencoded(const Pairs& pairs) {
    std::string out;
    for (const auto& [name, value] : pairs) out += (out.empty() ? "" : "&") + std::string(name) + "=" + html::percent_encoded(value);
    return out;
}

// OpenID Connect Core, 5.5: what must stand in the ID token itself, so that no second request is needed.
std::string claims_asked(const Settings& settings) {
    std::vector<std::string> members;
    std::vector<std::string> levels;
    levels.reserve(settings.acr_wanted.size());
    for (const auto& acr : settings.acr_wanted) levels.push_back(json_text(acr));
    if (!levels.empty()) members.push_back(R"("acr":{"essential":true,"values":[)" + base::joined(levels, ",") + "]}");
    if (settings.subject_claim != "sub") members.push_back(json_text(settings.subject_claim) + R"(:{"essential":true})");
    for (const auto& name : {settings.groups_claim, settings.name_claim})
        if (!name.empty() && name != settings.subject_claim && name != "sub") members.push_back(json_text(name) + ":null");
    return members.empty() ? "" : R"({"id_token":{)" + base::joined(members, ",") + "}}";
}
// The level is asked for in one way or the other: both at once means nothing certain (Core, 5.5.1.1).
void ask_for_claims(const Settings& settings, const Metadata& metadata, Pairs& out) {
    if (!metadata.claims_parameter) {
        if (!settings.acr_wanted.empty()) out.emplace_back("acr_values", base::joined(settings.acr_wanted, " "));
        return;
    }
    if (auto claims = claims_asked(settings); !claims.empty()) out.emplace_back("claims", std::move(claims));
}

// Nothing when it is absent; refused when it stands there twice or is absurdly long.
base::Result<std::optional<std::string>, Refusal> field(Callback callback, std::string_view name) {
    std::optional<std::string> out;
    for (const auto& [its_name, value] : callback) {
        if (its_name != name) continue;
        if (out || value.size() > most_field) return base::refused(Refusal::callback_malformed);
        out = value;
    }
    return out;
}
Refusal from_error(std::string_view error) {
    if (error == "access_denied") return Refusal::cancelled;
    if (error == "server_error" || error == "temporarily_unavailable") return Refusal::provider_in_trouble;
    for (const std::string_view level : {"unmet_authentication_requirements", "login_required", "interaction_required"})
        if (error == level) return Refusal::level_not_reached;
    for (const std::string_view ours : {"invalid_request", "unauthorized_client", "unsupported_response_type", "invalid_scope", "invalid_client"})
        if (error == ours) return Refusal::request_not_accepted;
    return Refusal::refused_by_provider;
}

// The code, once it is certain that it is the answer to our question.
base::Result<std::string, Refusal> code_of(const Metadata& metadata, const Expected& expected, Callback callback, base::Instant now) {
    const auto state = field(callback, "state"), issuer = field(callback, "iss"), error = field(callback, "error"), code = field(callback, "code");
    if (!state || !issuer || !error || !code) return base::refused(Refusal::callback_malformed);
    if (expected.state.empty() || !crypto::equal(crypto::bytes(state->value_or("")), crypto::bytes(expected.state))) return base::refused(Refusal::state_wrong);
    if (issuer->value_or(metadata.issuer) != metadata.issuer) return base::refused(Refusal::issuer_of_answer_wrong);
    if (!issuer->has_value() && metadata.names_itself_in_answers) return base::refused(Refusal::issuer_of_answer_missing);
    if (std::chrono::milliseconds(now.ms - expected.began_at.ms) > longest_sign_in) return base::refused(Refusal::too_late);
    if (error->has_value()) return base::refused(from_error(error->value_or("")));
    auto its_code = code->value_or("");
    if (its_code.empty()) return base::refused(Refusal::callback_malformed);
    return its_code;
}

std::string token_request(const Provider& provider, const Metadata& metadata, crypto::Randomness& randomness, const std::string& code, const std::string& verifier, base::Instant now) {
    const auto& settings = provider.settings();
    const auto& audience = settings.audience == Audience::issuer ? metadata.issuer : metadata.token_endpoint;
    return urlencoded({{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", settings.redirect_uri}, {"code_verifier", verifier}, {"client_id", settings.client_id},
                       {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                       {"client_assertion", provider.key().assertion(settings.client_id, audience, now, randomness)}});
}
Refusal from_token_error(const Answer& answer) {
    if (answer.status >= 500) return Refusal::provider_in_trouble;
    const auto document = Json::object(answer.body, most_answer);
    const auto error = document ? document->text_of("error") : "";
    return error == "invalid_grant" ? Refusal::code_refused : error == "invalid_client" ? Refusal::client_refused : Refusal::token_refused;
}
base::Result<std::string, Refusal> id_token_in(const Answer& answer) {
    if (answer.status != 200) return base::refused(from_token_error(answer));
    const auto document = Json::object(answer.body, most_answer);
    if (!document) return base::refused(Refusal::provider_answer_broken);
    auto token = document->text_of("id_token");
    if (token.empty() || base::lower(document->text_of("token_type")) != "bearer") return base::refused(Refusal::token_refused);
    return token;
}

// Keys change: a token may name one that came after ours were fetched.
base::Result<Identity, Refusal> judged(Provider& provider, const std::string& id_token, const Demanded& demanded, base::Instant now) {
    const auto keys = provider.keys(now);
    if (!keys) return base::refused(keys.refusal());
    auto judgement = verified(id_token, **keys, provider.settings(), demanded, now);
    if (judgement || judgement.refusal() != Refusal::key_unknown) return judgement;
    const auto newer = provider.newer_keys(now);
    return newer ? verified(id_token, **newer, provider.settings(), demanded, now) : judgement;
}
}

base::Result<Begun, Refusal> begin(Provider& provider, crypto::Randomness& randomness, base::Instant now, std::optional<std::chrono::seconds> max_age) {
    const auto metadata = provider.metadata(now);
    if (!metadata) return base::refused(metadata.refusal());
    const auto& settings = provider.settings();
    Begun out{{}, random_text(randomness), random_text(randomness), random_text(randomness)};
    Pairs pairs{{"response_type", "code"}, {"client_id", settings.client_id}, {"redirect_uri", settings.redirect_uri}, {"scope", base::joined(settings.scopes, " ")},
                {"state", out.state}, {"nonce", out.nonce}, {"code_challenge", base64url(crypto::bytes(sha256(out.code_verifier)))}, {"code_challenge_method", "S256"}, {"prompt", "login"}};
    if (max_age) pairs.emplace_back("max_age", std::to_string(max_age->count()));
    ask_for_claims(settings, **metadata, pairs);
    const auto& address = (*metadata)->authorization_endpoint;
    out.url = address + (address.find('?') == std::string::npos ? "?" : "&") + urlencoded(pairs);
    return out;
}

std::optional<std::string> state_of(Callback callback) {
    const auto found = field(callback, "state");
    auto state = found ? found->value_or("") : "";
    return state.size() == 43 && from_base64url(state) ? std::optional(std::move(state)) : std::nullopt;
}

base::Result<Identity, Refusal> finish(Provider& provider, crypto::Randomness& randomness, const Expected& expected, Callback callback, base::Instant now) {
    const auto metadata = provider.metadata(now);
    if (!metadata) return base::refused(metadata.refusal());
    const auto code = code_of(**metadata, expected, callback, now);
    if (!code) return base::refused(code.refusal());
    const auto answer = provider.post_form((*metadata)->token_endpoint, token_request(provider, **metadata, randomness, *code, expected.code_verifier, now));
    if (!answer) return base::refused(answer.refusal());
    const auto id_token = id_token_in(*answer);
    if (!id_token) return base::refused(id_token.refusal());
    return judged(provider, *id_token, {expected.nonce, expected.began_at, expected.max_age}, now);
}
}
