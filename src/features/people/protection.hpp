#pragma once
#include "features/people/store.hpp"
// Who is asked for, and may be seen (feature H3).
namespace people {

// The row, if the actor may see it. If not, a line says that it was refused; of a protected person the area's head is told too.
std::optional<store::Stored> visible(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const PersonId&, Reason);
// Somebody without the right asked for a protected person of the area: line and alert.
void tell_of(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const AreaId&, const PersonId&);
}
