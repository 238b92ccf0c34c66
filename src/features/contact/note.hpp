#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
namespace contact {

struct Noting {
    ContactId id;
    std::string text;
};
// For the staff only. The carer may ask to see it all the same, and the one she helps what is said about them (OSL 12:1, 26:5).
base::Result<ContactId, DeskRefusal> note(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const Noting&);
}
