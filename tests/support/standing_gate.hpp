#pragma once
#include "platform/web/router.hpp"
// Somebody who is signed in without having signed in, for tests of the staff's pages: the rules of the routes are asked as they are served.
namespace support {

class StandingGate final : public web::Gate {
    std::shared_ptr<const rights::Actor> actor_;
    bool fresh_ = true;

public:
    // From now on this one asks, and has just shown who they are.
    void let_in(rights::Actor actor) { actor_ = std::make_shared<const rights::Actor>(std::move(actor)), fresh_ = true; }
    void nobody() { actor_ = nullptr; }
    // It is long ago that they showed who they are.
    void stale() { fresh_ = false; }
    const rights::Actor* actor() const { return actor_.get(); }
    // 303 to /logga-in without anybody, 403 when the rule says no, 303 to /bekrafta when it must be fresh.
    std::variant<std::shared_ptr<const rights::Actor>, web::Response> admitted(const web::Request&, const web::Route&) const override;
};

// An actor with these assignments; the account is the letter 22 times, the ids of what is not said likewise.
template <class AnId> AnId id_of(char letter) { return *AnId::from(std::string(22, letter)); }
rights::Actor actor_with(char account, std::vector<rights::Assignment> assignments, std::string session = "session");
}
