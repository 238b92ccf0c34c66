#pragma once
#include "features/activities/run/group_words.hpp"
#include "features/activities/store.hpp"
// All SQL on what is kept of running an occasion that is about nobody: the leader's texts, own experience, messages to the group, and where
// answers come in.
namespace activities {

// A text of the leader's kit. material and checklist belong to the whole activity, the others to one occasion; ticked: the lines that are done.
enum class What { plan, material, checklist, ticked, note, evaluation };
std::string_view key(What);
std::size_t longest(What);
inline bool of_the_whole(What what) { return what == What::material || what == What::checklist; }

// As what somebody with own experience helps to lead (guideline M3, P2).
enum class Experience { co_leader, guest, storyteller };
inline constexpr std::array experiences{Experience::co_leader, Experience::guest, Experience::storyteller};
std::string_view key(Experience);

using MessageId = base::Id<struct GroupMessageRow>;
struct Message {
    MessageId id;
    std::string words;
    base::Instant made_at;
};
// Where answers come in: how many more, and until when.
struct Answering {
    SessionId session;
    AreaId area;
    int room = 0;
    base::Instant until;
};

namespace store {
std::string text(db::Reader&, const vault::Vault&, const AreaScope&, const Session&, What);   // "" where nothing is written
// Sealed (group_words.hpp), as messages are. The activity is locked by the caller.
void keep_text(db::Transaction&, const WordsWith&, const AreaScope&, const Session&, What, std::string_view words, base::Instant now, const AccountId&);
int experience(db::Reader&, const AreaScope&, const Session&, Experience);
void keep_experience(db::Transaction&, const AreaScope&, const Session&, Experience, int people);

void add_message(db::Transaction&, const WordsWith&, const AreaScope&, const Activity&, std::string_view slot, const Message&, const AccountId&);
// The newest first.
std::vector<Message> messages(db::Reader&, const vault::Vault&, const AreaScope&, const Activity&, std::string_view slot, base::Instant since);

// Opened again it has the room that was left; those that are over go.
void open_answering(db::Transaction&, const AreaScope&, const Answering&, std::string_view code_hash, base::Instant now);
// Closed until it is opened again. How many may answer stays.
void close_answering(db::Transaction&, const AreaScope&, const Session&, base::Instant now);
std::optional<Answering> answering(db::Reader&, const AreaScope&, const Session&, base::Instant now);
// By what is shown in the room; also when no more may answer.
std::optional<Answering> answering_by(db::Reader&, std::string_view code_hash, base::Instant now);
// One answer of those that may come, once for each form. What is kept of the form is its keyed hash; it goes with the row of where answers come in.
enum class Taken { now, before, no_room };
[[nodiscard]] Taken take_answer(db::Transaction&, const Answering&, std::string_view form_hash, base::Instant now);
}
}
