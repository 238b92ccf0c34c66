#pragma once
#include <string_view>
namespace oidc {

// Every reason to say no, one value each. For the log text_of; for the page kind_of.
enum class Refusal {
    // the provider as such
    provider_unreachable,      // no answer, a broken certificate, too slow, too much
    provider_busy,             // too many of us ask at the same time
    provider_answer_broken,    // not the JSON it should be
    provider_other_issuer,     // its document names another issuer
    provider_unfit,            // an address that is neither https nor this machine, or it cannot do what we need
    // what came back with the visitor
    callback_malformed,        // a field twice, too long, or neither code nor error
    state_wrong,
    issuer_of_answer_wrong,    // RFC 9207: the answer comes from another provider (mix-up)
    issuer_of_answer_missing,  // the provider promised to name itself, and did not
    too_late,                  // begun more than 15 minutes ago
    cancelled,                 // access_denied: the visitor changed their mind, or the provider said no
    level_not_reached,         // unmet_authentication_requirements and its kin
    provider_in_trouble,       // server_error, temporarily_unavailable
    request_not_accepted,      // our settings and the provider's do not agree
    refused_by_provider,       // any other error
    // the exchange of the code
    code_refused,              // invalid_grant: used before, too old, or another code_verifier
    client_refused,            // invalid_client: our key or client_id is not what the provider has
    token_refused,             // any other refusal, or an answer without an ID token
    // the ID token
    token_too_long,
    token_malformed,           // not three parts of base64url
    header_malformed,          // not strict JSON, or a member twice
    algorithm_not_allowed,     // none, HS256, and all but RS256 and ES256
    critical_header,           // RFC 7515 4.1.11: a header that must be understood, and is not
    type_wrong,                // typ of another kind of token
    keys_malformed,            // the provider's key set is not one
    key_id_missing,            // several keys, and the token does not say which
    key_unknown,
    key_unfit,                 // of another type, another use or another algorithm than the token says, or too weak
    signature_wrong,
    claims_malformed,          // not strict JSON, a claim twice, or of the wrong type
    issuer_wrong,
    audience_wrong,
    authorized_party_wrong,    // several audiences without azp, or azp is not us
    expired,
    issued_in_future,
    issued_too_long_ago,
    not_yet_valid,             // nbf
    nonce_missing,
    nonce_wrong,
    acr_missing,
    acr_wrong,
    auth_time_missing,         // max_age was asked for
    auth_time_too_long_ago,    // an older sign-in was used although a new one was asked for
    subject_missing,
};

// What the visitor is told. cancelled: nothing happened. again: begin anew, it may go well. later: the provider's trouble.
// stronger: another way of identifying is needed. ours: the municipality's administrator must look. refused: not accepted.
enum class Kind { cancelled, again, later, stronger, ours, refused };
Kind kind_of(Refusal);
// The value's own name, for the log: "nonce_wrong". Says nothing about the visitor.
std::string_view text_of(Refusal);
}
