#pragma once
#include "platform/oidc/client_key.hpp"
#include "platform/oidc/http.hpp"
#include "platform/oidc/id_token.hpp"
#include "platform/oidc/settings.hpp"
#include <mutex>
#include <optional>
namespace oidc {

// What the provider says of itself (OpenID Connect Discovery 1.0), as far as we use it.
struct Metadata {
    std::string issuer, authorization_endpoint, token_endpoint, jwks_uri;
    bool names_itself_in_answers = false; // authorization_response_iss_parameter_supported
    // For lotsen doctor only; empty when the document does not say.
    std::vector<std::string> authentication_methods{}, algorithms{}, challenge_methods{}, acr_values{};
    bool claims_parameter = false;
};
base::Result<Metadata, Refusal> parsed_metadata(std::string_view json, std::string_view issuer);

// One line for `lotsen doctor`, in its English.
struct Finding {
    enum class Grade { good, note, wrong } grade;
    std::string what, remedy{};
};

// The provider the municipality has chosen. Keeps its document and keys for an hour; asks for keys again when a token names one it does
// not know, at most once a minute; after a failure it waits ten seconds, so that no crowd stands and waits for a provider that is down. Nor
// while one asks: after half a second the others take what was known before, or provider_busy, and their thread is free (security T17).
// Thread-safe. Calls block (5 s at most for each request): use it on lane database, never on lane memory.
class Provider {
public:
    // `settings` have passed check(). `http` outlives this.
    Provider(Settings settings, ClientKey key, Http& http);
    const Settings& settings() const { return settings_; }
    const ClientKey& key() const { return key_; }
    base::Result<std::shared_ptr<const Metadata>, Refusal> metadata(base::Instant now);
    base::Result<std::shared_ptr<const KeySet>, Refusal> keys(base::Instant now);
    // After key_unknown: asked anew unless that was done within the last minute.
    base::Result<std::shared_ptr<const KeySet>, Refusal> newer_keys(base::Instant now);
    base::Result<Answer, Refusal> post_form(const std::string& url, const std::string& body);
    // Asks document and keys now, past what is kept, and says what is good and what is not.
    std::vector<Finding> reachable();

private:
    template <class T> struct Kept {
        std::shared_ptr<const T> value;
        base::Instant asked_at{}, failed_at{};
        Refusal why{};
    };
    base::Result<std::string, Refusal> fetched(const std::string& url);
    base::Result<std::shared_ptr<const Metadata>, Refusal> fetched_metadata();
    base::Result<std::shared_ptr<const KeySet>, Refusal> fetched_keys(const std::string& url);
    base::Result<std::shared_ptr<const KeySet>, Refusal> kept_keys(base::Instant now, std::int64_t oldest_ms);
    template <class T> std::optional<base::Result<std::shared_ptr<const T>, Refusal>> at_hand(const Kept<T>&, base::Instant now, std::int64_t oldest_ms);
    template <class T, class Fetch> base::Result<std::shared_ptr<const T>, Refusal> kept(Kept<T>&, base::Instant now, std::int64_t oldest_ms, Fetch);

    Settings settings_;
    ClientKey key_;
    Http& http_;
    std::timed_mutex one_at_a_time_;   // who asks the provider
    std::mutex slots_;                 // what is kept; never held while somebody asks
    Kept<Metadata> metadata_;
    Kept<KeySet> keys_;
};
}
