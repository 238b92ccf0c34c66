#pragma once
#include "features/contact/ground.hpp"
namespace contact {
// Calls, letters and safe contact: part of the staff's side.
web::Routes call_routes(const Ground&);
}
