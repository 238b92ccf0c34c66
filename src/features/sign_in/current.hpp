#pragma once
#include "features/sign_in/ground.hpp"
#include "features/sign_in/session.hpp"
#include "platform/rights/actor.hpp"
namespace sign_in {

// Who asks: the session of the request's cookie, and what its account may do at this moment.
struct Current {
    std::optional<Session> session = {};                  // also one that is over: its account's form may be kept as a draft
    std::shared_ptr<const rights::Actor> actor = {};      // null: nobody is signed in
    std::optional<Why> over = {};                         // why not any more
};
// Writes down that the session was used, or that it has come to its end.
Current current(const Ground&, const web::Request&);

// The account as an actor, in that session.
rights::Actor actor_of(db::Reader&, const rights::AccountId&, const Session&, base::Instant now);
}
