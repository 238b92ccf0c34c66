#pragma once
#include "features/retention/public.hpp"
#include "platform/calendar/date.hpp"
#include <variant>
// When something must, or may, be destroyed (gallring): computed from what is known of one record. Pure; whoever asks knows what day it is.
namespace retention {

enum class Class {
    anonymous,    // a question from nobody who is known
    view,         // what somebody thinks of a draft of the guideline, from nobody who is known
    named,        // a contact with a name, and no documented service
    documented,   // what belongs to a documented service: the five years of SoL 16:1
};
// What somebody who is responsible has said of a day of birth that nobody has written down here; never the day.
struct Told {
    bool research_day = false;         // born on the 5th, 15th or 25th
    std::optional<int> thirty_in = {};   // the year when a child turns thirty
    bool operator==(const Told&) const = default;
};
struct RecordFacts {
    Class which = Class::anonymous;
    calendar::Date ended;                       // the day of the last note; of a question the day it was closed
    std::optional<calendar::Date> born = {};    // when it is known
    bool child_protection = false;              // belongs to an investigation of a child's need of protection (SoL 16:2 a)
    std::optional<calendar::Date> held_until = {};   // the last day of a legal hold, counted
    bool busy = false;                          // a triage, a route or a hand-over is open
    std::optional<Told> told = {};              // where the day of birth is not known
};

enum class By { board_days, view_days, board_years, five_years, thirty_years };   // which rule gave the day
inline constexpr std::array all_by{By::board_days, By::view_days, By::board_years, By::five_years, By::thirty_years};
std::string_view key(By);       // "five_years": as it stands in a list of what is destroyed
const char* words(By);          // the Swedish sentence to translate
std::optional<By> by_from(std::string_view key);

// The first day it may go, and the last by which the law says that it must have gone (only SoL 16:1 has one).
struct Due {
    calendar::Date day;
    std::optional<calendar::Date> done_by;
    By rule;
    bool operator==(const Due&) const = default;
};
enum class Kept {
    undecided,       // the board has not decided
    research_day,    // born on the 5th, 15th or 25th, and kept for research (SoF 13:1)
    birth_unknown,   // nobody can tell whether it must be kept: what is destroyed by mistake never comes back. Somebody must say
    busy,
};
inline constexpr std::array all_kept{Kept::undecided, Kept::research_day, Kept::birth_unknown, Kept::busy};
const char* words(Kept);

using Answer = std::variant<Due, Kept>;
Answer due(const RecordFacts&, const Retention&);
}
