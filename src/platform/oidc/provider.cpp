#include "platform/oidc/provider.hpp"
#include "platform/oidc/json.hpp"
#include <algorithm>

namespace oidc {
namespace {
constexpr std::size_t most_bytes = 262'144;
constexpr std::int64_t hour = 3'600'000, minute = 60'000, rest_after_failure = 10'000;
constexpr std::chrono::milliseconds patience{500};

// Absent means that the provider does not say; then we try.
bool may(const std::vector<std::string>& said, std::string_view wanted) { return said.empty() || std::find(said.begin(), said.end(), wanted) != said.end(); }

// A provider on the net does not send us to this machine.
bool fit_endpoint(const std::string& address, const std::string& issuer) { return fit_address(address) && (is_https(address) || !is_https(issuer)); }
bool fit(const Metadata& m) {
    return fit_endpoint(m.authorization_endpoint, m.issuer) && fit_endpoint(m.token_endpoint, m.issuer) && fit_endpoint(m.jwks_uri, m.issuer) &&
           may(m.challenge_methods, "S256") && (may(m.algorithms, "RS256") || may(m.algorithms, "ES256"));
}
bool is_true(const Json& document, std::string_view member) { return document.find(member) && document.find(member)->is_true(); }
std::string document_address(std::string issuer) {
    if (issuer.ends_with('/')) issuer.pop_back();
    return issuer + "/.well-known/openid-configuration";
}
Refusal why(const NoAnswer& none) { return none.why == NoAnswer::Why::busy ? Refusal::provider_busy : Refusal::provider_unreachable; }
}

base::Result<Metadata, Refusal> parsed_metadata(std::string_view json, std::string_view issuer) {
    const auto document = Json::object(json, most_bytes);
    if (!document) return base::refused(Refusal::provider_answer_broken);
    Metadata out{document->text_of("issuer"), document->text_of("authorization_endpoint"), document->text_of("token_endpoint"), document->text_of("jwks_uri")};
    out.names_itself_in_answers = is_true(*document, "authorization_response_iss_parameter_supported");
    out.authentication_methods = document->texts_of("token_endpoint_auth_methods_supported");
    out.algorithms = document->texts_of("id_token_signing_alg_values_supported");
    out.challenge_methods = document->texts_of("code_challenge_methods_supported");
    out.acr_values = document->texts_of("acr_values_supported");
    out.claims_parameter = is_true(*document, "claims_parameter_supported");
    if (out.issuer != issuer) return base::refused(Refusal::provider_other_issuer);
    if (!fit(out)) return base::refused(Refusal::provider_unfit);
    return out;
}

Provider::Provider(Settings settings, ClientKey key, Http& http) : settings_(std::move(settings)), key_(std::move(key)), http_(http) {}

base::Result<std::string, Refusal> Provider::fetched(const std::string& url) {
    auto answer = http_.get(url);
    if (!answer) return base::refused(why(answer.refusal()));
    if (answer->status != 200) return base::refused(answer->status >= 500 ? Refusal::provider_unreachable : Refusal::provider_answer_broken);
    return (*std::move(answer)).body;
}
base::Result<std::shared_ptr<const Metadata>, Refusal> Provider::fetched_metadata() {
    const auto text = fetched(document_address(settings_.issuer));
    if (!text) return base::refused(text.refusal());
    auto read = parsed_metadata(*text, settings_.issuer);
    if (!read) return base::refused(read.refusal());
    return std::make_shared<const Metadata>(*std::move(read));
}
base::Result<std::shared_ptr<const KeySet>, Refusal> Provider::fetched_keys(const std::string& url) {
    const auto text = fetched(url);
    if (!text) return base::refused(text.refusal());
    auto read = parsed_keys(*text);
    if (!read) return base::refused(read.refusal());
    return std::make_shared<const KeySet>(*std::move(read));
}

// What needs no asking: young enough, or asked in vain a moment ago.
template <class T> std::optional<base::Result<std::shared_ptr<const T>, Refusal>> Provider::at_hand(const Kept<T>& slot, base::Instant now, std::int64_t oldest_ms) {
    const std::lock_guard alone(slots_);
    if (slot.value && now.ms - slot.asked_at.ms < oldest_ms) return slot.value;
    const auto since = now.ms - slot.failed_at.ms;
    if (since >= 0 && since < rest_after_failure) return base::refused(slot.why);
    return std::nullopt;
}
template <class T, class Fetch> base::Result<std::shared_ptr<const T>, Refusal> Provider::kept(Kept<T>& slot, base::Instant now, std::int64_t oldest_ms, Fetch fetch) {
    if (auto found = at_hand(slot, now, oldest_ms)) return *found;
    const std::unique_lock asking(one_at_a_time_, patience);
    if (asking) {
        if (auto found = at_hand(slot, now, oldest_ms)) return *found;
        auto fresh = fetch();
        const std::lock_guard alone(slots_);
        if (!fresh) return slot.failed_at = now, slot.why = fresh.refusal(), base::Result<std::shared_ptr<const T>, Refusal>(base::refused(fresh.refusal()));
        slot.asked_at = now;
        return slot.value = *fresh;
    }
    const std::lock_guard alone(slots_);
    if (slot.value) return slot.value;
    return base::refused(Refusal::provider_busy);
}
base::Result<std::shared_ptr<const Metadata>, Refusal> Provider::metadata(base::Instant now) {
    return kept(metadata_, now, hour, [this] { return fetched_metadata(); });
}
base::Result<std::shared_ptr<const KeySet>, Refusal> Provider::kept_keys(base::Instant now, std::int64_t oldest_ms) {
    const auto document = metadata(now);
    if (!document) return base::refused(document.refusal());
    return kept(keys_, now, oldest_ms, [&] { return fetched_keys((*document)->jwks_uri); });
}
base::Result<std::shared_ptr<const KeySet>, Refusal> Provider::keys(base::Instant now) { return kept_keys(now, hour); }
base::Result<std::shared_ptr<const KeySet>, Refusal> Provider::newer_keys(base::Instant now) { return kept_keys(now, minute); }

base::Result<Answer, Refusal> Provider::post_form(const std::string& url, const std::string& body) {
    auto answer = http_.post_form(url, body);
    if (!answer) return base::refused(why(answer.refusal()));
    return *std::move(answer);
}
}
