#pragma once
#include "features/work/entry.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
namespace work {

// Drawn before the transaction.
struct NewEntry {
    EntryId id;
    Given given;
    std::vector<facts::Drawn> drawn;
};
NewEntry new_entry(crypto::Randomness&, Given);
std::vector<facts::Drawn> draw_facts(crypto::Randomness&);

enum class Refusal {
    unknown,         // none in the actor's areas, or taken back already: say 404
    too_late,        // its day is over, or somebody else made it
    unknown_place,   // no such operation or unit
};
// In the unit of the assignment the actor acts in. Writes its line and its facts.
base::Result<EntryId, Refusal> log_entry(db::Transaction&, const rights::Actor&, base::Instant now, const NewEntry&);
// The entry stays, marked; its facts are met by others that take them back. Gives what it was.
base::Result<Entry, Refusal> take_back(db::Transaction&, const rights::Actor&, base::Instant now, const EntryId&, const std::vector<facts::Drawn>&);
}
