#pragma once
#include "features/activities/ground.hpp"
#include "platform/web/web.hpp"
namespace activities {
// What anybody may see, from memory. Without anything to keep persons in there is nothing to sign up for, and the list is empty.
web::Routes public_routes(const Source&, const Agenda&);
// Where somebody signs up, and sees her own place.
web::Routes sign_up_routes(const Ground&);
}
