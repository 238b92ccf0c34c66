#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
namespace contact {

enum class EvenUnread { no, yes };   // though she has not read the last answer, and cannot afterwards
struct Closing {
    ContactId id;
    Outcome outcome;
    EvenUnread even_unread = EvenUnread::no;
};
// Only when every incoming text is judged, and every way out that it led to is handed over or withdrawn.
base::Result<ContactId, DeskRefusal> close(db::Transaction&, const rights::Actor&, base::Instant now, const Closing&);
}
