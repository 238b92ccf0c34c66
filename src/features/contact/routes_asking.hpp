#pragma once
#include "features/contact/ground.hpp"
#include "features/contact/public.hpp"
namespace contact {

// The carer's addresses, and the page that says who reads.
web::Routes asking_routes(const Ground&, std::shared_ptr<Memory>);
}
