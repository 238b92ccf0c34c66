#pragma once
#include "features/contact/contact.hpp"
namespace contact {
// The areas where the actor has an assignment of the team. Break-glass opens another area for reading, and never for writing or copying (H6).
rights::AreaScope own_scope(const rights::Actor&, base::Instant now);
}
