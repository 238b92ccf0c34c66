#pragma once
#include "features/contact/reception.hpp"
#include "features/contact/shown.hpp"
#include "features/contact/triage.hpp"
// Lent to who receives texts that are no contacts (views on the guideline): one that turns out to be somebody in need becomes a contact.
namespace contact {

struct HandingIn {
    ContactId id;
    AreaId area;                    // of the text; the actor has a unit of the team there
    Way way;                        // letter, visit or phone
    std::string text;
    Judgement judgement;            // as a human has judged it already
    std::array<store::RouteId, route_kinds.size()> routes;
    const vault::NewKey& key;
    base::Instant arrived_at;       // of the text: it is promised from then, and late if it is
};
// Entered in the actor's own unit, promised and judged, in the caller's transaction. Nothing when she has no such unit.
std::optional<ContactId> hand_in(db::Transaction&, const rights::Actor&, base::Instant now, const Shown&, const HandingIn&);
}
