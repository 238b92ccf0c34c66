#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/language.hpp"
#include "platform/outbox/channel.hpp"
#include "platform/rights/actor.hpp"
#include <string>
#include <vector>
// What is to be sent (design 2, feature C3): a row written in the transaction of what it is about, with a person and a neutral template, never
// an address and never a content. sender.hpp sends it. Rows of the channels call and letter are tasks for a human, and so is what could not
// be sent. The staff's answer puts its notice through contact::put_notice (features/contact/notify.hpp), which asks what she has said yes to.
namespace outbox {
using MessageId = base::Id<struct ToBeSent>;

// All that can be said to anybody. Nothing here may tell who we are or what it is about: somebody else may hold the telephone (security T3).
enum class Template { message_waits };
inline constexpr std::array templates{Template::message_waits};
std::string_view key(Template);
std::string subject(Template, i18n::Language);   // of a mail
std::string text(Template, i18n::Language);

enum class State { waiting, sending, sent, refused, failed, unclear, done_by_hand };
inline constexpr std::array states{State::waiting, State::sending, State::sent, State::refused, State::failed, State::unclear, State::done_by_hand};
std::string_view key(State);
const char* words(State);   // the Swedish words to translate

// Why a task is there, or why something was not sent: a word of the program (a–z and _).
namespace why {
inline constexpr std::string_view restored = "restored", demo = "demo", not_set_up = "not_set_up", gave_up = "gave_up", sms_unclear = "sms_unclear", sms_failed = "sms_failed", mail_failed = "mail_failed",
                                  no_answer = "no_answer", wrong_moment = "wrong_moment", asked = "asked";
}
// The Swedish sentence to translate: why a human is asked. Something for every word.
const char* words_why(std::string_view why);

struct Message {
    MessageId id;
    rights::AreaId area;
    rights::PersonId person;
    std::string about;   // what it is about: a contact's id
    Template what = Template::message_waits;
    Channel channel = Channel::sms;
    i18n::Language language = i18n::Language::sv;
    base::Instant not_before = {};
    std::string why = {};   // of a task: why it is there
};
// False, and nothing written, when one to the same person about the same thing already waits for the same channel: two answers give one notice.
bool put(db::Transaction&, base::Instant now, const Message&);

// A row as it stands.
struct Kept {
    Message message;   // why: also of what was not sent
    State state = State::waiting;
    int tries = 0;
    base::Instant made_at;
    std::optional<base::Instant> ended_at = {};
};
std::optional<Kept> find(db::Reader&, const rights::AreaScope&, const MessageId&);
// How it went with what was put about one thing, oldest first.
std::vector<Kept> about(db::Reader&, const rights::AreaScope&, std::string_view about);
// Calls and letters that wait for a human, the oldest due first.
std::vector<Kept> tasks(db::Reader&, const rights::AreaScope&);
// A human has done it. False when there is none that waits in the scope.
[[nodiscard]] bool done_by_hand(db::Transaction&, const rights::AreaScope&, base::Instant now, const MessageId&);
// She has been reached: no call about this is needed any more. An area of a row that was found in a scope.
void close_calls(db::Transaction&, const rights::AreaId&, std::string_view about, base::Instant now);
// What it was about is closed: nothing more is sent.
void stop(db::Transaction&, const rights::AreaId&, std::string_view about, base::Instant now);
// What it was about is destroyed.
void erase(db::Transaction&, const rights::AreaId&, std::string_view about);

// When the oldest row that should have been sent by itself was due; nothing when none waits. For the metrics.
std::optional<base::Instant> oldest_unsent(db::Reader&, base::Instant now);

// What a restored database must not do again: a notice that waited when the backup was made may have been sent since, so a human looks.
extern const db::Sql after_restore;
}
