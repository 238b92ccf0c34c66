#pragma once
#include "features/contact/ground.hpp"
#include "features/contact/refusal_desk.hpp"
namespace contact {

// Whoever asks has skyddade personuppgifter (H3; OSL 22:1): from now on only those whom the area's head has named see who she is and what she
// has written, nothing is sent to her, and what she had said of how she is reached is gone.
base::Result<ContactId, DeskRefusal> protect(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const ContactId&);
}
