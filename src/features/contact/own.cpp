#include "features/contact/own.hpp"

namespace contact {
rights::AreaScope own_scope(const rights::Actor& actor, base::Instant now) { return rights::AreaScope::of(rights::Actor({.account = actor.account(), .assignments = actor.assignments()}), team, now); }
}
