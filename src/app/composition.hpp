#pragma once
#include "features/activities/show/agenda.hpp"
#include "features/sign_in/gate.hpp"
#include "features/sign_in/provider_keeper.hpp"
#include "platform/db/database.hpp"
#include "platform/once/ledger.hpp"
#include "platform/vault/vault.hpp"
#include "platform/web/router.hpp"
#include "site/workings.hpp"
#include <mutex>
namespace app {

// What a site is made from.
struct Ingredients {
    db::Database& database;
    const base::Clock& clock;
    const web::Assets& assets;
    bool demo = false;
    std::shared_ptr<vault::Vault> vault = nullptr;   // null: no key was given, so nobody can sign in
    const web::Gate* gate = nullptr;                 // only in tests: who stands before the staff's pages, instead of sign-in
    std::filesystem::path oidc_key = {};             // our key at the provider; empty: only local accounts
    oidc::Http* http = nullptr;                      // only in tests: how the provider is asked, instead of the network
};

// A whole site, built by hand in one place; the program serves it, and tests ask it without sockets. Throws Refusal when the content
// cannot be served.
class Composition {
    Ingredients from_;
    web::Stamps stamps_;
    web::UsedStamps used_;
    activities::Agenda agenda_;
    site::Parts parts_;
    site::Current current_;
    once::Ledger once_;
    std::mutex reloading_;
    pack::Editor editor_;
    crypto::SystemRandomness random_;
    crypto::Passwords passwords_;
    std::unique_ptr<oidc::Http> http_;
    std::optional<sign_in::ProviderKeeper> provider_;
    std::optional<sign_in::Ground> ground_;
    std::optional<sign_in::Gate> gate_;
    void make_sign_in();
    std::unique_ptr<web::Router> router_;

public:
    explicit Composition(const Ingredients&);
    Composition(const Composition&) = delete;
    const web::Router& router() const { return *router_; }
    const site::Current& current() const { return current_; }
    const web::Stamps& stamps() const { return stamps_; }
    const web::Gate* gate() const { return from_.gate ? from_.gate : gate_ ? &*gate_ : nullptr; }
    // What is coming is looked at each time; the content is read anew when somebody has changed it, and true is the answer then.
    bool reload();
};
}
