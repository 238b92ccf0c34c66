#pragma once
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "platform/calendar/date.hpp"
#include "platform/rights/ids.hpp"
#include "platform/rights/rule.hpp"
#include <array>
#include <optional>
#include <string>
#include <vector>
// A group, a lecture, a course, a time with the consultant: what it is, and how it goes from interest to closed. Pure.
namespace activities {
using rights::AccountId;
using rights::AreaId;
using rights::PersonId;
using rights::UnitId;
using ActivityId = base::Id<struct Activity>;

enum class Kind {
    lecture,      // once
    drop_in,      // come as you are; heads are counted, nobody signs up (D4)
    series,       // occasions that belong together, with fewest and most seats and a stop day (D1)
    group,        // starts when enough want it (D3); may go on without us
    course,
    individual,   // times with the consultant; a time is a session with one seat (C1)
};
inline constexpr std::array kinds{Kind::lecture, Kind::drop_in, Kind::series, Kind::group, Kind::course, Kind::individual};
std::string_view key(Kind);   // "drop_in": as it stands in the database
std::optional<Kind> kind_from(std::string_view key);

// Who may come (G6). parents: the parent guide. Below 15 a guardian must agree (SoL 21:2).
enum class ForWhom { anyone, parents, siblings, young_adults, from_15_to_17, under_15 };
inline constexpr std::array for_whoms{ForWhom::anyone, ForWhom::parents, ForWhom::siblings, ForWhom::young_adults, ForWhom::from_15_to_17, ForWhom::under_15};
std::string_view key(ForWhom);
std::optional<ForWhom> for_whom_from(std::string_view key);
inline bool needs_guardian(ForWhom who) { return who == ForWhom::under_15; }

enum class State {
    interest,    // may become something
    threshold,   // enough want it; somebody has to plan it
    planned,     // occasions are being set
    open,        // takes sign-ups
    running,
    self_led,    // goes on without us
    closed,
};
inline constexpr std::array states{State::interest, State::threshold, State::planned, State::open, State::running, State::self_led, State::closed};
std::string_view key(State);
std::optional<State> state_from(std::string_view key);

enum class EndedAs { held, called_off };
std::string_view key(EndedAs);
std::optional<EndedAs> ended_as_from(std::string_view key);

// Whether a seat that becomes free is offered to the next at once, or by a person.
enum class Offering { at_once, by_hand };
std::string_view key(Offering);
std::optional<Offering> offering_from(std::string_view key);

// What happens when two who come as one are first in the line and one seat is free.
enum class Two { wait, next_who_fits };
std::string_view key(Two);
std::optional<Two> two_from(std::string_view key);

// Who goes before others by the municipality's own rule, told to all who wait (D13).
enum class Preferred { nobody, newcomers, not_reached };
std::string_view key(Preferred);
std::optional<Preferred> preferred_from(std::string_view key);

// Numbers and rules of the sign-up, as the consultant sets them.
struct Terms {
    int wanted = 0;    // "starts at five"; 0: does not begin with interest
    int minimum = 0;
    int seats = 0;
    std::optional<calendar::Date> stop_day = {};   // the last day to sign up
    Offering offering = Offering::at_once;
    int offer_hours = 48;
    Two two = Two::wait;
    Preferred preferred = Preferred::nobody;
    std::string preferred_why = {};   // the rule in the municipality's own words
    bool operator==(const Terms&) const = default;
};

// A row of activities_activity.
struct Activity {
    ActivityId id;
    AreaId area;
    UnitId unit;
    std::string slug;     // /aktiviteter/{slug}
    std::string offer;    // /stod/{offer}
    Kind kind;
    ForWhom for_whom = ForWhom::anyone;
    std::string title, neutral_title;
    bool sensitive = false;
    std::string partner = {};   // held together with; never a person
    State state = State::planned;
    std::optional<EndedAs> ended_as = {};
    Terms terms;
    std::int64_t arrivals = 0;   // the next position in the line
    base::Instant last_arrived_at = {};
    std::int64_t changed = 0;
    base::Instant made_at;
    AccountId made_by;
    base::Instant changed_at;
};
// What is said where others may see it: calendars, notices, file names, the browser's title (D9).
inline const std::string& discreet_title(const Activity& a) { return a.sensitive ? a.neutral_title : a.title; }
inline bool takes_interest(const Activity& a) { return a.state == State::interest || a.state == State::threshold; }
inline bool takes_sign_ups(const Activity& a) { return a.kind != Kind::drop_in && (a.state == State::open || (a.state == State::running && a.kind != Kind::lecture)); }

// ---- what it must be before it is kept ------------------------------------------------------------------------------------------------

enum class Fault { title, neutral_title, slug, offer, partner, seats, minimum, wanted, offer_hours, preferred_why };
// All that is wrong. A title is 3–120 characters, fit for everybody to read (D5); a slug a–z 0–9 and hyphens.
std::vector<Fault> faults(const Activity&);

// ---- its life: each change gives the new value, or why not -----------------------------------------------------------------------------

enum class LifeRefusal {
    not_from_here,   // that does not follow on the state it is in
    too_few,         // fewer than wanted, or than the minimum
    no_session,      // nothing to sign up for
    not_alone,       // only a group, a series or a course can go on without us
};
using Changed = base::Result<Activity, LifeRefusal>;
Changed enough(const Activity&, int interested, base::Instant now);        // interest → threshold
Changed planned(const Activity&, base::Instant now);                       // interest, threshold → planned
Changed opened(const Activity&, int sessions, base::Instant now);          // planned → open
Changed started(const Activity&, int placed, base::Instant now);           // open → running
Changed handed_over(const Activity&, base::Instant now);                   // running → self_led
Changed closed(const Activity&, EndedAs, base::Instant now);               // any but closed; held: running or self_led
// After the stop day with fewer than the minimum (D1): to be called off.
bool falls_short(const Activity&, int placed, calendar::Date today);
}
