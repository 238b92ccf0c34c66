#pragma once
#include "features/sign_in/ground.hpp"
#include "features/sign_in/sessions.hpp"
#include "platform/oidc/sign_in.hpp"
// Signing in through the municipality's own provider, and showing again who one is there.
namespace sign_in {

// What is wrong, in words, and what to do. `status` of the page.
struct ProviderRefusal {
    const char *title, *what_to_do;
    int status;
};
ProviderRefusal in_words(oidc::Refusal);
extern const ProviderRefusal no_provider, other_browser, unknown_person, other_person, without_assignment;

// To the provider, with a cookie that binds the way back to this browser. `session`: of whom is to be confirmed, else empty.
std::variant<web::Response, ProviderRefusal> to_provider(const Ground&, const web::Request&, const std::string& back, const std::string& session);
// Back again: struck out first, whatever the answer is.
std::variant<web::Response, ProviderRefusal> back_from_provider(const Ground&, const web::Request&);
}
