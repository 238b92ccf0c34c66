#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
#include "features/people/public.hpp"
namespace contact {

// A letter, a visit or a call that weighs as much as what is written on the site (O4): the same register, promise and questions.
struct Entering {
    ContactId id;
    UnitId unit;                    // one of the actor's
    Way way;                        // letter, visit or phone
    Subject subject;                // but no referral
    bool young = false;
    std::string text;
    const vault::NewKey& key;
    const people::NewPerson* person = nullptr;   // only when she wants to be reached again
    std::optional<base::Instant> promised_at;
    std::optional<base::Instant> arrived_at = {};   // when it came before it was entered
};
inline constexpr std::array entered_ways{Way::letter, Way::visit, Way::phone};
base::Result<ContactId, DeskRefusal> enter(db::Transaction&, const rights::Actor&, base::Instant now, const Entering&);
// The units where the actor may: her own in the team.
std::vector<rights::Assignment> entering_units(const rights::Actor&);
}
