#pragma once
#include "features/contact/ground.hpp"
#include "features/contact/promise.hpp"
#include "features/contact/stored.hpp"
// What a carer does in her own conversation.
namespace contact {

// Something more that she writes. `body` is sealed for `position`; `form` is the stamp's hash, so that sent twice is one.
struct Writing {
    AreaId area;
    ContactId contact;
    std::int64_t position;
    std::string body, form;
    std::optional<Promise> promise;   // nothing when none can be given any more: then the former one stands
};
// moved_on: something came in between, so the text must be sealed for another position. not_there: she has ended it.
enum class Wrote { now, before, moved_on, not_there };
Wrote write_more(db::Transaction&, base::Instant now, const Writing&);
std::string form_hash(std::string_view stamp);

// She ends it: the code opens nothing any more, and nobody's visit shows it. False when it was ended before.
bool end_conversation(db::Transaction&, base::Instant now, const AreaId&, const ContactId&);

// The last thing that was said came from her, so she waits for an answer.
bool waits(db::Reader&, const Contact&);
}
