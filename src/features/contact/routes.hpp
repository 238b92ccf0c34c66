#pragma once
#include "features/contact/ground.hpp"
#include "features/contact/public.hpp"
namespace contact {

// All addresses: the carer's and the staff's.
web::Routes routes(const Ground&, std::shared_ptr<Memory>);
// Without a vault nothing can be kept: the telephone, the visit and the letter.
web::Routes phone_routes(Source);
}
