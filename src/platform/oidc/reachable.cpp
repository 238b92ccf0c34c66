#include "platform/oidc/provider.hpp"
#include <algorithm>

namespace oidc {
namespace {
using Grade = Finding::Grade;
bool contains(const std::vector<std::string>& texts, std::string_view text) { return std::find(texts.begin(), texts.end(), text) != texts.end(); }

Finding about_document(Refusal refusal, const std::string& issuer, const std::string& words) {
    switch (refusal) {
    case Refusal::provider_other_issuer: return {Grade::wrong, "the sign-in provider calls itself something else than " + issuer, "Write the issuer exactly as it stands in its /.well-known/openid-configuration, also the last slash."};
    case Refusal::provider_unfit: return {Grade::wrong, "the sign-in provider cannot do what is needed", "It must have https addresses, PKCE with S256, and ID tokens signed with RS256 or ES256."};
    case Refusal::provider_answer_broken: return {Grade::wrong, "the sign-in provider's document cannot be read", "Open " + issuer + "/.well-known/openid-configuration: it must be strict JSON of at most 256 KiB."};
    default: return {Grade::wrong, "the sign-in provider " + issuer + " does not answer" + (words.empty() ? "" : ": " + words), "Check the address, the firewall outwards, https_proxy, IPAddressAllow= in the unit, and that this machine trusts its certificate."};
    }
}
Finding about_keys(const KeySet& set) {
    const auto usable = std::count_if(set.keys.begin(), set.keys.end(), [](const PublicKey& key) { return key.algorithm.has_value(); });
    if (usable == 0) return {Grade::wrong, "none of the sign-in provider's keys can be used", "It must publish RSA of at least 2048 bits for RS256, or EC P-256 for ES256."};
    return {Grade::good, "the sign-in provider's keys can be read (" + std::to_string(usable) + " of " + std::to_string(set.keys.size()) + " can be used)"};
}
void add_notes(const Metadata& m, const Settings& settings, std::vector<Finding>& out) {
    if (!contains(m.authentication_methods, "private_key_jwt"))
        out.push_back({Grade::note, "the sign-in provider does not say that it knows private_key_jwt", "Lotsen proves who it is with a key, never with a password. Ask the provider."});
    if (!m.claims_parameter && !settings.acr_wanted.empty())
        out.push_back({Grade::note, "the sign-in provider does not take the claims parameter", "The level is asked for with acr_values instead; what comes back is checked all the same."});
    if (!m.names_itself_in_answers) out.push_back({Grade::note, "the sign-in provider does not name itself in its answers (RFC 9207)", "Nothing to do while Lotsen has one provider."});
    for (const auto& acr : settings.acr_wanted)
        if (!m.acr_values.empty() && !contains(m.acr_values, acr)) out.push_back({Grade::note, "the sign-in provider does not list the level " + acr, "Ask the provider what it calls the level."});
}
}

std::vector<Finding> Provider::reachable() {
    std::vector<Finding> out;
    const auto document = fetched_metadata();
    if (!document) {
        const bool silent = kind_of(document.refusal()) == Kind::later && document.refusal() != Refusal::provider_answer_broken;
        const auto again = silent ? http_.get(settings_.issuer) : base::Result<Answer, NoAnswer>(Answer{});
        return {about_document(document.refusal(), settings_.issuer, again ? "" : again.refusal().words)};
    }
    out.push_back({Grade::good, "the sign-in provider " + settings_.issuer + " answers"});
    add_notes(**document, settings_, out);
    const auto keys = fetched_keys((*document)->jwks_uri);
    out.push_back(keys ? about_keys(**keys) : Finding{Grade::wrong, "the sign-in provider's keys cannot be read", "Open " + (*document)->jwks_uri + ": it must be strict JSON with a list \"keys\"."});
    return out;
}
}
