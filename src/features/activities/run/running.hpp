#pragma once
#include "features/activities/run/nameless.hpp"
#include "features/activities/run/store_running.hpp"
#include "features/activities/use_cases.hpp"
// Running an occasion, beside use_cases.hpp: the tap that is taken back, the leader's kit, what is said to the group, and own experience as a
// form of work. One verb a file; each locks the activity first.
namespace activities {

// ---- attendance: mark_attendance.cpp --------------------------------------------------------------------------------------------------

struct Unmark {
    SessionId session;
    EntryId entry;
    facts::Drawn drawn;
};
// As before anybody ticked; what she has said herself stays.
Answer unmark_attendance(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Unmark&);
// "Alla kom": those of whom nothing is said yet, in the order of arrival, as many as there are numbers drawn.
Answer mark_all(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const SessionId&, const std::vector<facts::Drawn>&);
struct CountMore {
    SessionId session;
    int by = 1;
    facts::Drawn drawn;
};
Answer count_more(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const CountMore&);

// ---- the leader's kit: keep_kit.cpp ----------------------------------------------------------------------------------------------------

// The kit holds no name (feature D15).
struct KitText {
    SessionId session;
    What what;
    std::string words;
};
using KitAnswer = base::Result<Told, Nameless>;
// Nothing when there is no such session in the scope. `names`: what those who come are called.
std::optional<KitAnswer> keep_text(db::Transaction&, const WordsWith&, const Actor&, const AreaScope&, base::Instant now, const KitText&, const std::vector<std::string>& names);
// A line of the checklist, done or not.
Answer tick_line(db::Transaction&, const WordsWith&, const Actor&, const AreaScope&, base::Instant now, const SessionId&, const std::string& line, bool on);
struct Experienced {
    SessionId session;
    Experience part;
    int people = 0;
    facts::Drawn drawn;
};
// Replaces what was said before.
Answer count_experience(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Experienced&);

// ---- to the group: send_message.cpp ----------------------------------------------------------------------------------------------------

struct GroupMessage {
    MessageId id;
    SessionId session;   // whose group it is
    std::string words;
};
// Each with a place is told that there is something to read, by her own safe way, and reads it with her code. The text is sent to nobody (T3).
Answer send_message(db::Transaction&, const WordsWith&, const Actor&, const AreaScope&, base::Instant now, const GroupMessage&);
}
