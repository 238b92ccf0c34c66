#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
#include "platform/facts/facts.hpp"
namespace contact {

struct Closing {
    ContactId id;
    Outcome outcome;
    facts::Drawn drawn;
};
// She can go on reading with her code, and what she writes opens it again. Only when every incoming text is judged, and every way out that it led to is handed over or withdrawn.
// The first closing is counted for follow-up.
base::Result<ContactId, DeskRefusal> close(db::Transaction&, const rights::Actor&, base::Instant now, const Closing&);
}
