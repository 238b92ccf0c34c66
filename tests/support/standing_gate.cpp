#include "support/standing_gate.hpp"

namespace support {

std::variant<std::shared_ptr<const rights::Actor>, web::Response> StandingGate::admitted(const web::Request&, const web::Route& route) const {
    if (!actor_) return web::Response::see_other("/logga-in");
    if (!route.access.admits(*actor_)) return web::Response{.status = 403};
    if (route.access.must_be_fresh() && !fresh_) return web::Response::see_other("/bekrafta");
    return std::make_shared<const rights::Actor>(actor_->acting(route.access));
}

rights::Actor actor_with(char account, std::vector<rights::Assignment> assignments, std::string session) {
    return rights::Actor({.account = id_of<rights::AccountId>(account), .assignments = std::move(assignments), .session = std::move(session)});
}
}
