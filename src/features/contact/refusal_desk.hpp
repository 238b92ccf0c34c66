#pragma once
#include "features/contact/contact.hpp"
#include "platform/db/database.hpp"
namespace contact {

// Why something on the staff's side of a contact is not done.
enum class DeskRefusal {
    unknown,            // no such contact, or not the actor's: say 404
    closed,
    taken,              // a colleague has it, and is here
    not_yours,          // only who has taken it lets it go
    text_missing, text_too_long,
    left,               // she has ended it and can read no answer
    triage_missing,     // a text that nobody has judged
    route_open,         // a route that nobody has taken over yet
    not_answered,       // the outcome says that she was answered, and nobody has
    no_message,         // the text to judge is not there, or is none of hers
    no_route,           // not there, or handed over already
    receiver_missing,
    nothing_chosen,     // a hand-over of nothing
    no_receiver,        // no such unit, the sender's own, or nobody there who may open it
    ground_wrong,       // "in the same area", and it is not, or the other way round
    opened,             // by the receiver: it cannot be called back any more
    name_wrong,
    days_wrong, deputy_wrong, not_a_member,
};
const char* words(DeskRefusal);   // the Swedish sentence to translate

// The line of a change to a contact: what was done as a word of the program.
void wrote(db::Transaction&, const rights::Actor&, base::Instant now, const Contact&, std::string_view what);
// Asked for and not there for this actor.
void refused(db::Transaction&, const rights::Actor&, base::Instant now, const ContactId&);

inline constexpr std::size_t longest_desk_text = 10'000;
// Trimmed, without characters that no eye sees.
std::string clean(std::string_view typed);
std::optional<DeskRefusal> wrong_text(std::string_view cleaned);
}
