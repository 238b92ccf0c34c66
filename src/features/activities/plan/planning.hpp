#pragma once
#include "features/activities/use_cases.hpp"
// Planning: what is made, changed and taken back. Each change is remembered, so that the latest can be undone while nobody has been told of it.
namespace activities {

enum class Did { added, edited, sessions_added, sessions_changed, session_removed, stepped };
inline constexpr std::array all_did{Did::added, Did::edited, Did::sessions_added, Did::sessions_changed, Did::session_removed, Did::stepped};
std::string_view key(Did);
std::optional<Did> did_from(std::string_view key);

// Why a change cannot be undone: somebody has been told, or the link of a meeting is destroyed.
enum class Bar { told, link };
std::string_view key(Bar);
std::optional<Bar> bar_from(std::string_view key);

// A row of activities_change. was and became: plans as text, never anything of who comes.
struct Change {
    std::int64_t number = 0;
    Did did = Did::added;
    std::string was = {}, became = {};
    std::optional<Bar> bar = {};
    AccountId account;
    base::Instant at;
};

// The areas where somebody works. What break-glass has opened may be read and is never planned in (H6).
AreaScope planning_scope(const Actor&, base::Instant now);

// An occasion to be kept, with the link of its meeting if there is one.
struct Occasion {
    Session session;
    const SealedMeeting* meeting = nullptr;
};
// One more activity, new or a copy, with its occasions. Nobody who came to another is taken along.
base::Result<ActivityId, Refusal> add_planned(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const Activity&, const std::vector<Occasion>&);
// What it is and its terms, seats too. What may be asked of who comes stays once somebody has signed up: offer, kind and for whom.
Answer edit_activity(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Activity&);
Answer take_step(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&, Step);

// All of them, or none. The room and the link may come later.
base::Result<int, Refusal> add_sessions(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&, const std::vector<Occasion>&);
struct SessionEdit {
    SessionId session;
    std::optional<Times> times = {};
    std::optional<Way> way = {};
    std::string place = {};                    // of a room
    const SealedMeeting* meeting = nullptr;
};
// All of them, or none; whoever is concerned by several is told once. A first room or link is nobody's news.
Answer change_sessions(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&, const std::vector<SessionEdit>&);
// Who would be told by that, without doing it.
std::vector<Entry> told_of(db::Reader&, const AreaScope&, const Activity&, const std::vector<SessionEdit>&);
// An occasion nobody has a place for; otherwise it is cancelled, so that they are told.
base::Result<SessionId, Refusal> remove_session(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const SessionId&);

// Takes back the latest change. Refused when somebody has been told, or something has been changed since.
base::Result<Did, Refusal> undo(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&, std::int64_t number);
}
