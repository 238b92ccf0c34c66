#pragma once
#include "features/contact/drafts.hpp"
#include "features/contact/ground.hpp"
#include "features/contact/naming.hpp"
#include "features/contact/promise.hpp"
#include "features/contact/receipt.hpp"
#include "features/contact/visits.hpp"
// From the first word to a contact: kept as a draft, given a code to come back by, sent once.
namespace contact {

// ---- begun ------------------------------------------------------------------------------------------------------------------------------
struct Beginning {
    ContactId id;
    AreaId area;
    const Draft& draft;
    const vault::NewKey& key;
    std::string sealed;         // the draft, with that key
    const NewVisit& visit;
    base::Instant until;
    bool may_add = true;        // false: the form has made its draft before
};
// now: the draft is there. before: the same form had brought the same words already. used: it was used for something else.
enum class Begun { now, before, used };
Begun begin_draft(db::Transaction&, const vault::Vault&, base::Instant now, const Beginning&);

// ---- kept for later ---------------------------------------------------------------------------------------------------------------------
// False when the draft has a code already: that one goes on opening it.
bool give_code(db::Transaction&, base::Instant now, const AreaId&, const ContactId&, const NewReceipt&, std::string_view visit, std::string_view sealed_code, base::Instant until);

// ---- sent -------------------------------------------------------------------------------------------------------------------------------
// All that is random is made before the transaction; all of it is stored in one, or none (security T29).
struct Sending {
    ContactId id;
    AreaId area;                          // where the draft lies
    const Draft& draft;
    std::string read_content;             // the draft's row as it was read
    Promise promise;
    std::string wording;                  // the exact words she saw
    std::string body;                     // the first message, sealed
    std::optional<std::string> interpreter;   // sealed
    const Naming* naming = nullptr;       // when she has said who she is
    const NewReceipt& receipt;
    std::string visit, sealed_code;
};
// before: it has become a contact already. changed: she changed it in another window. gone: there is no such draft.
enum class Sent { now, before, changed, gone };
Sent send(db::Transaction&, const vault::Vault&, base::Instant now, const Sending&);

// What the first message says: her words, and what she has asked for about the answer.
std::string first_message(const Draft&);
}
