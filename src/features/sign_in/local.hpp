#pragma once
#include "features/sign_in/credentials.hpp"
#include "features/sign_in/sessions.hpp"
// Signing in with an account of Lotsen's own: login name, password and a code, all at once, so that no answer tells which of them was right.
namespace sign_in {

struct LocalTry {
    std::string login;
    Typed typed;
};
struct SignedIn {
    NewSession session;
    std::string device;                              // for the cookie of known_device
    std::optional<std::size_t> codes_left = {};      // after a printed code was used
};
// wrong: the same for unknown name, wrong password, wrong code, and a code that has been used. wait: so many seconds first.
struct NotSignedIn {
    enum class Why { wrong, wait } why;
    std::int64_t seconds = 0;
};
std::variant<SignedIn, NotSignedIn> sign_in_locally(const Ground&, const web::Request&, const LocalTry&);

// Showing again who one is, as the account of the session and no other.
std::variant<Confirming, NotSignedIn> confirm_locally(const Ground&, const web::Request&, const Typed&);
}
