#pragma once
#include "features/activities/use_cases.hpp"
namespace activities {
// "Jag kan inte komma": to one occasion that has not ended; the place stays hers. Said twice is said once; the leader sees it when she ticks off
// who came (feature D6). From the day itself it stands beside what the leader has marked, and never replaces that somebody came.
Answer cannot_come(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const SessionId&, const EntryId&);
// Whether she has said so.
bool has_said_so(db::Reader&, const AreaScope&, const Session&, const EntryId&);
}
