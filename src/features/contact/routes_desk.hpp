#pragma once
#include "features/contact/ground.hpp"
namespace contact {
// The staff's side of contacts.
web::Routes desk_routes(const Ground&);
}
