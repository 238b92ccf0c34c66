#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
#include "features/people/public.hpp"
#include "platform/outbox/outbox.hpp"
// A member of the team calls, or prints a letter: what she is shown, and what she says of how it went (feature H2).
namespace contact {

// What who calls is shown. number: nothing when it is covered; `no` says why.
struct Calling {
    Contact contact;
    bool own = true;                    // false: read by break-glass, so nothing may be done here
    std::optional<std::string> number = {};
    std::optional<people::Unreachable> no = {};
    std::string ask_for = {};           // the name she said, or her first name; known only when she may be called
    std::string present_as = {};
    bool verified = true, voicemail = false;
    bool said_something = false;        // how she may be reached at all
    bool may_write = false;             // a letter
    std::optional<base::Instant> until = {};   // when the safe hour ends
};
// Opened in the transaction, which writes its lines. Nothing: no such contact for the actor, and the refusal is in the log.
std::optional<Calling> calling(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const ContactId&);

// Why a covered number is shown all the same: a closed list, which stands in the log.
enum class Uncover { she_asked, danger, agreed };
inline constexpr std::array uncovers{Uncover::she_asked, Uncover::danger, Uncover::agreed};
std::string_view key(Uncover);
const char* words(Uncover);
std::optional<Uncover> uncover_from(std::string_view key);
// The number. Nothing: there is none, or the person may not be seen by this actor.
std::optional<std::string> uncovered(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const ContactId&, Uncover);

enum class CallResult { reached, no_answer, wrong_moment };
inline constexpr std::array call_results{CallResult::reached, CallResult::no_answer, CallResult::wrong_moment};
std::string_view key(CallResult);
const char* words(CallResult);      // the Swedish words of its button
const char* written(CallResult);    // the sentence that stands in the conversation; nobody types anything
std::optional<CallResult> call_result_from(std::string_view key);

struct CallMade {
    ContactId id;
    CallResult result;
    outbox::MessageId next;   // of the task to call again
};
// Who was reached is answered. Otherwise there is a new task, not before it is safe; after a wrong moment the contact is let go of, too.
base::Result<ContactId, DeskRefusal> note_call(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const CallMade&);

// A letter that is to be printed, with the address it goes to, opened now. no: why there is none.
struct ToPrint {
    outbox::Kept task;
    std::optional<Contact> contact = {};
    std::string name = {}, address = {};
    bool left = false;   // she has ended it: nothing is opened, and nothing sent
    std::optional<people::Unreachable> no = {};
};
std::optional<ToPrint> letter(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const outbox::MessageId&);
// A task that a human has done; its line. False when there is none for the actor.
[[nodiscard]] bool task_done(db::Transaction&, const rights::Actor&, base::Instant now, const outbox::MessageId&);
}
