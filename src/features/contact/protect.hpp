#pragma once
#include "features/contact/ground.hpp"
#include "features/contact/refusal_desk.hpp"
namespace contact {

// Whoever asks has skyddade personuppgifter (H3; OSL 22:1): from now on only those whom the area's head has named see who she is and what she
// has written, nothing is sent to her, and what she had said of how she is reached is gone.
base::Result<ContactId, DeskRefusal> protect(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const ContactId&);

// Why somebody is protected no more: a closed list, which stands in the log.
enum class Unprotect { mistake, ended };
inline constexpr std::array unprotects{Unprotect::mistake, Unprotect::ended};
std::string_view key(Unprotect);     // as the log has it
const char* words(Unprotect);
std::optional<Unprotect> unprotect_from(std::string_view key);
// By whoever may set it and may see the person: the area's head names who. What was said of how she is reached does not come back, so nobody
// reaches her before she is asked anew (H2). Done once is done.
base::Result<ContactId, DeskRefusal> unprotect(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const ContactId&, Unprotect why);
}
