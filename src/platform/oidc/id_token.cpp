#include "platform/oidc/id_token.hpp"
#include "base/text.hpp"
#include "platform/oidc/base64url.hpp"
#include "platform/oidc/json.hpp"
#include "platform/oidc/signature.hpp"
#include <algorithm>

namespace oidc {
namespace {
constexpr std::size_t most_token = 16'384, most_header = 4'096, most_subject = 255, most_name = 200, most_groups = 500;
using Verdict = std::optional<Refusal>; // nothing: no objection
using Seconds = std::int64_t;

struct Compact {
    Json header, claims;
    std::string signature;
    std::string_view signed_text;
};

base::Result<Compact, Refusal> taken_apart(std::string_view token) {
    if (token.size() > most_token) return base::refused(Refusal::token_too_long);
    const auto parts = base::split(token, '.');
    if (parts.size() != 3 || parts[0].empty() || parts[1].empty()) return base::refused(Refusal::token_malformed);
    const auto header = from_base64url(parts[0]), claims = from_base64url(parts[1]);
    auto signature = from_base64url(parts[2]);
    if (!header || !claims || !signature) return base::refused(Refusal::token_malformed);
    auto header_json = Json::object(*header, most_header), claims_json = Json::object(*claims, most_token);
    if (!header_json) return base::refused(Refusal::header_malformed);
    if (!claims_json) return base::refused(Refusal::claims_malformed);
    return Compact{std::move(*header_json), std::move(*claims_json), std::move(*signature), token.substr(0, token.rfind('.'))};
}

std::optional<Algorithm> algorithm_of(const Json& header) {
    const auto name = header.text_of("alg");
    return name == "RS256" ? std::optional(Algorithm::rs256) : name == "ES256" ? std::optional(Algorithm::es256) : std::nullopt;
}
Verdict header_objection(const Json& header) {
    if (!algorithm_of(header)) return Refusal::algorithm_not_allowed;
    if (header.find("crit")) return Refusal::critical_header;
    const auto type = base::lower(header.text_of("typ"));
    if (header.find("typ") && type != "jwt" && type != "application/jwt") return Refusal::type_wrong;
    if (const auto* id = header.find("kid"); id && !id->text()) return Refusal::header_malformed;
    return {};
}

// Without kid only when there is no choice (OpenID Connect Core, 10.1).
base::Result<const PublicKey*, Refusal> chosen(const KeySet& set, const Json& header) {
    const auto* id = header.find("kid");
    if (!id && set.keys.size() > 1) return base::refused(Refusal::key_id_missing);
    bool named = false;
    for (const auto& key : set.keys) {
        if (id && key.id != *id->text()) continue;
        named = true;
        if (key.algorithm && key.algorithm == algorithm_of(header)) return &key;
    }
    return base::refused(named ? Refusal::key_unfit : Refusal::key_unknown);
}

Verdict audience_objection(const Json& claims, const std::string& us) {
    const auto* named = claims.find("aud");
    const auto audiences = named ? named->texts() : std::nullopt;
    if (!audiences || std::find(audiences->begin(), audiences->end(), us) == audiences->end()) return Refusal::audience_wrong;
    const auto* party = claims.find("azp");
    if (party ? !party->text() || *party->text() != us : audiences->size() > 1) return Refusal::authorized_party_wrong;
    return {};
}

// A time that must be there; refused when it is absent or no time.
base::Result<Seconds, Refusal> time_of(const Json& claims, std::string_view name) {
    const auto* claim = claims.find(name);
    const auto seconds = claim ? claim->seconds() : std::nullopt;
    return seconds ? base::Result<Seconds, Refusal>(*seconds) : base::refused(Refusal::claims_malformed);
}
Verdict time_objection(const Json& claims, const Settings& settings, Seconds now) {
    const auto leeway = settings.leeway.count();
    const auto expires = time_of(claims, "exp"), issued = time_of(claims, "iat");
    if (!expires || !issued) return Refusal::claims_malformed;
    if (now >= *expires + leeway) return Refusal::expired;
    if (*issued > now + leeway) return Refusal::issued_in_future;
    if (now - *issued > settings.oldest_id_token.count() + leeway) return Refusal::issued_too_long_ago;
    if (!claims.find("nbf")) return {};
    const auto from = time_of(claims, "nbf");
    return !from ? Verdict(Refusal::claims_malformed) : *from > now + leeway ? Verdict(Refusal::not_yet_valid) : Verdict();
}

Verdict nonce_objection(const Json& claims, const std::string& expected) {
    const auto nonce = claims.text_of("nonce");
    if (nonce.empty() || expected.empty()) return Refusal::nonce_missing;
    return crypto::equal(crypto::bytes(nonce), crypto::bytes(expected)) ? Verdict() : Verdict(Refusal::nonce_wrong);
}
Verdict level_objection(const Json& claims, const std::vector<std::string>& accepted) {
    if (accepted.empty()) return {};
    const auto acr = claims.text_of("acr");
    if (acr.empty()) return Refusal::acr_missing;
    return std::find(accepted.begin(), accepted.end(), acr) == accepted.end() ? Verdict(Refusal::acr_wrong) : Verdict();
}
// prompt=login was asked for: who was signed in at the provider already has not proved anything to us now.
Verdict freshness_objection(const Json& claims, const Settings& settings, const Demanded& demanded, Seconds now) {
    if (!claims.find("auth_time")) return demanded.max_age ? Verdict(Refusal::auth_time_missing) : Verdict();
    const auto proved = time_of(claims, "auth_time");
    if (!proved) return Refusal::claims_malformed;
    const auto leeway = settings.leeway.count();
    const bool before_we_asked = *proved + leeway < demanded.began_at.ms / 1000;
    const bool too_long_ago = demanded.max_age && now - *proved > demanded.max_age->count() + leeway;
    return before_we_asked || too_long_ago ? Verdict(Refusal::auth_time_too_long_ago) : Verdict();
}

Verdict claims_objection(const Json& claims, const Settings& settings, const Demanded& demanded, Seconds now) {
    if (claims.text_of("iss") != settings.issuer || settings.issuer.empty()) return Refusal::issuer_wrong;
    if (const auto objection = audience_objection(claims, settings.client_id)) return objection;
    if (const auto objection = time_objection(claims, settings, now)) return objection;
    if (const auto objection = nonce_objection(claims, demanded.nonce)) return objection;
    if (const auto objection = level_objection(claims, settings.acr_accepted)) return objection;
    return freshness_objection(claims, settings, demanded, now);
}

base::Result<std::vector<std::string>, Refusal> groups_of(const Json& claims, const std::string& name) {
    const auto* claim = name.empty() ? nullptr : claims.find(name);
    if (!claim) return std::vector<std::string>{};
    auto groups = claim->texts();
    if (!groups || groups->size() > most_groups) return base::refused(Refusal::claims_malformed);
    return std::move(*groups);
}
// A name is shown and written into lines: nothing in it may end one.
std::string without_controls(std::string text) {
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
    return text;
}
base::Result<Identity, Refusal> identity(const Json& claims, const Settings& settings) {
    Identity out{claims.text_of(settings.subject_claim), claims.text_of("sub")};
    const auto fits = [](const std::string& subject) { return !subject.empty() && subject.size() <= most_subject && subject == without_controls(subject); };
    if (!fits(out.subject) || !fits(out.provider_subject)) return base::refused(Refusal::subject_missing);
    auto groups = groups_of(claims, settings.groups_claim);
    if (!groups) return base::refused(groups.refusal());
    out.groups = *std::move(groups);
    if (!settings.name_claim.empty()) out.name = base::shortened(base::trimmed(without_controls(claims.text_of(settings.name_claim))), most_name);
    out.acr = claims.text_of("acr");
    if (const auto proved = time_of(claims, "auth_time")) out.authenticated_at = base::Instant{*proved * 1000};
    return out;
}
}

base::Result<Identity, Refusal> verified(std::string_view id_token, const KeySet& keys, const Settings& settings, const Demanded& demanded, base::Instant now) {
    const auto token = taken_apart(id_token);
    if (!token) return base::refused(token.refusal());
    if (const auto objection = header_objection(token->header)) return base::refused(*objection);
    const auto algorithm = algorithm_of(token->header);
    const auto key = chosen(keys, token->header);
    if (!key) return base::refused(key.refusal());
    if (!algorithm || !verifies(*(*key)->key, *algorithm, token->signed_text, token->signature)) return base::refused(Refusal::signature_wrong);
    if (const auto objection = claims_objection(token->claims, settings, demanded, now.ms / 1000)) return base::refused(*objection);
    return identity(token->claims, settings);
}
}
