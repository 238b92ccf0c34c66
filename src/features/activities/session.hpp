#pragma once
#include "features/activities/activity.hpp"
// One occasion of an activity: when by the clock on the wall, where, and what becomes of it. Pure.
namespace activities {
using SessionId = base::Id<struct Session>;

enum class Way { room, online, hybrid, phone, video, home };
inline constexpr std::array ways{Way::room, Way::online, Way::hybrid, Way::phone, Way::video, Way::home};
std::string_view key(Way);
std::optional<Way> way_from(std::string_view key);
inline bool on_the_net(Way way) { return way == Way::online || way == Way::hybrid || way == Way::video; }
inline bool in_a_room(Way way) { return way == Way::room || way == Way::hybrid; }

// What we have of somebody whose time is by telephone or at her home. we_ask: no address, and she may be called about it.
enum class Agreed { nothing, known, we_ask };

// When it is: what the clock on the wall shows is what was agreed, also when the clocks are changed in between.
class Times {
    calendar::Date day_;
    calendar::TimeOfDay begins_, ends_;
    Times(calendar::Date day, calendar::TimeOfDay begins, calendar::TimeOfDay ends) : day_(day), begins_(begins), ends_(ends) {}

public:
    // left_out: the clock never shows that time, in the hour that is skipped in March. comes_twice: it shows it twice in October, so that
    // nobody would know which is meant.
    enum class Refusal { backwards, left_out, comes_twice };
    static base::Result<Times, Refusal> of(calendar::Date, calendar::TimeOfDay begins, calendar::TimeOfDay ends);
    calendar::Date day() const { return day_; }
    calendar::TimeOfDay begins() const { return begins_; }
    calendar::TimeOfDay ends() const { return ends_; }
    base::Instant begins_at() const;
    base::Instant ends_at() const;
    bool operator==(const Times&) const = default;
};
// The same time of day each so many weeks, `count` times. A day that is a public holiday is left out, and one more comes at the end.
base::Result<std::vector<Times>, Times::Refusal> every_weeks(const Times& first, int weeks, int count);

// A row of activities_session.
struct Session {
    SessionId id;
    AreaId area;
    ActivityId activity;
    Times times;
    Way way = Way::room;
    std::string place = {};   // a public room; empty where there is none
    std::optional<base::Instant> cancelled_at = {};
    std::optional<int> heads = {};   // how many came, counted without names
    std::int64_t changed = 0;        // SEQUENCE of its calendar entry
    base::Instant changed_at;
    bool takes_place() const { return !cancelled_at; }
};

enum class SessionRefusal { cancelled, over, place_missing, place_unfit, not_changed };
using ChangedSession = base::Result<Session, SessionRefusal>;
ChangedSession cancelled(const Session&, base::Instant now);
ChangedSession moved(const Session&, const Times&, base::Instant now);
// place: where it is in a room, fit for everybody to read (D5); otherwise it is taken away.
ChangedSession swapped(const Session&, Way, const std::string& place, base::Instant now);
}
