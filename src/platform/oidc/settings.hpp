#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>
// Sign-in through OpenID Connect (Authorization Code with PKCE and private_key_jwt; Swedish OpenID Connect profile 1.0, security T20):
//   settings.hpp  what the municipality chooses      provider.hpp  the provider: its document and keys, looking at it (lotsen doctor)
//   sign_in.hpp   begin and finish                   client_key.hpp  our own key, and what the provider is told of it
//   id_token.hpp  judging an ID token, pure          refusal.hpp   every reason to say no
// It stores nothing: the one who signs in keeps what begin() gave until finish(). ADR 0031.
namespace oidc {

// Whom our assertion is for. issuer: RFC 7523bis and FAPI; token_endpoint: older providers know nothing else.
enum class Audience { issuer, token_endpoint };

// What the municipality has agreed with its provider.
struct Settings {
    std::string issuer;                                   // "https://login.kommunen.se": exactly as the provider writes it
    std::string client_id;
    std::filesystem::path private_key;                    // PEM: RSA of at least 2048 bits (RS256) or EC P-256 (ES256)
    std::string key_id{};                                 // our key's name at the provider; empty: its thumbprint (RFC 7638)
    Audience audience = Audience::issuer;
    std::string redirect_uri{};                           // where the provider sends people back
    std::vector<std::string> scopes{"openid"};
    std::vector<std::string> acr_wanted{};                // asked for as essential, best first; empty: none is asked for
    std::vector<std::string> acr_accepted{};              // one of these must stand in the ID token; empty: whatever the provider does
    std::string subject_claim = "sub";                    // says who it is: "sub", or "https://id.oidc.se/claim/orgAffiliation"
    std::string groups_claim{};                           // a list of texts, or one text; empty: not read
    std::string name_claim = "name";                      // empty: not read
    std::chrono::seconds leeway{60};                      // how wrong the clocks may be
    std::chrono::seconds oldest_id_token{300};            // Swedish profile: five minutes
};

// One thing that is wrong: the member's name, and a Swedish sentence that i18n knows.
struct Fault {
    const char* member;
    const char* words;
};
// Nothing when the settings can be used. Asks neither the network nor the disk.
std::vector<Fault> check(const Settings&);

// https, or http to this machine itself (tests, a provider in the same house); no user, no fragment, no blanks.
bool fit_address(std::string_view);
bool is_https(std::string_view);
}
