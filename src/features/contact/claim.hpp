#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
namespace contact {

enum class Over { no, yes };   // from a colleague who has it
// The actor takes the contact: the others see who has it. From a colleague only when that is said; who is away has let go of it.
base::Result<ContactId, DeskRefusal> claim(db::Transaction&, const rights::Actor&, base::Instant now, const ContactId&, Over);
base::Result<ContactId, DeskRefusal> release(db::Transaction&, const rights::Actor&, base::Instant now, const ContactId&);
}
