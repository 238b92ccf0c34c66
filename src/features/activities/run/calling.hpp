#pragma once
#include "features/activities/run/room.hpp"
#include "platform/outbox/outbox.hpp"
// Somebody of an occasion is called, by a human: the number she has said is safe, in the hours she has said, and never otherwise (H2, D6).
namespace activities {

struct CallTask {
    Entry entry;
    outbox::Kept task;
    std::string called = {};   // as on the list of those who come, also of who waits, was offered a place or has lost it
};
// Calls that wait about those of this occasion, the oldest due first; of each whom it is about, which writes a line. The number is another page.
std::vector<CallTask> calls_of(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const Room&, const i18n::Words&);

// Where a call about that sign-up is made: its own time, the group's next occasion, or the last one it had. Nothing for what is no sign-up here.
std::optional<SessionId> occasion_to_call_about(db::Reader&, const AreaScope&, base::Instant now, std::string_view entry);

// One number, or why there is none just now.
struct Number {
    std::string ask_for = {}, present_as = {};   // whom to ask for, and who we say that we are
    std::string to = {};               // empty: see why
    bool verified = true, voicemail = false;
    std::optional<base::Instant> until = {}, next = {};
    std::optional<people::Unreachable::Why> why = {};
};
// Of one, or of two; each opening writes a line. Nothing for a sign-up that holds nobody, or for whom it is not.
std::vector<Number> numbers_of(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const SessionId&, const EntryId&);
// They have been reached: no call about this sign-up is needed any more.
Answer called(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const SessionId&, const EntryId&);
}
