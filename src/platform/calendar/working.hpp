#pragma once
#include "base/result.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/holidays.hpp"
#include <array>
#include <map>
#include <vector>
// When a unit works, and until when "within two working days" lasts. Values only: whoever stores the hours hands them in.
namespace calendar {

// From and including the first to the second, by the clock on the wall.
struct Interval {
    TimeOfDay from, to;
    bool operator==(const Interval&) const = default;
};
using DayHours = std::vector<Interval>; // in order, not overlapping; empty: closed

struct ClosedPeriod {
    Date first, last; // both closed all day
    std::string reason; // "planeringsdag"; shown to visitors
    bool operator==(const ClosedPeriod&) const = default;
};
enum class OnHolidays { closed, as_other_days };

// What a unit says about its time. The eves named here end at that time; 00:00 closes the whole day; an eve that is not named is an
// ordinary day. Sundays and holidays: a holiday closes the unit unless it works on holidays, a Sunday is whatever `week` says.
struct Hours {
    std::array<DayHours, 7> week; // Monday first
    std::map<Eve, TimeOfDay> eves = {{Eve::midsummers_eve, {0}}, {Eve::christmas_eve, {0}}, {Eve::new_years_eve, {0}}};
    OnHolidays holidays = OnHolidays::closed;
    std::vector<ClosedPeriod> closed;
    bool operator==(const Hours&) const = default;
};
// Monday to Friday 08:00–16:30 with the lunch hour closed, three eves closed. A beginning for a new unit, to be changed.
Hours office_hours();

enum class HoursRefusal { interval_backwards, intervals_overlap, outside_the_day, period_backwards, period_without_reason, never_open };

enum class Why { open, weekday, holiday, eve, period };
struct DayPlan {
    DayHours hours;
    Why why = Why::open; // why it is closed all day; an eve that ends early is open
    std::string reason;  // Swedish name of the holiday or eve (also when the eve ends early), or the period's reason
};

class WorkingCalendar {
public:
    static base::Result<WorkingCalendar, HoursRefusal> of(Hours);
    const Hours& hours() const { return hours_; }

    DayPlan plan(Date) const;
    // Whether any working time at all is left of the day after holidays, eves, periods and the clock's own change.
    bool is_working_day(Date) const;
    // The clock on the wall shows a time inside the hours. In the hour that comes again both are open.
    bool is_open(base::Instant) const;
    // `from` itself when open then, else the next moment it opens. Nothing when it does not open within three years.
    std::optional<base::Instant> next_open(base::Instant from) const;
    // The end of the working hours on the day that counts as number `working_days`. The day the question came never counts, whatever
    // the hour: day 1 is the first working day with a later date. A question on Wednesday 23 December 2026, at 06:00, 10:00 or 21:00,
    // has Monday 28 as day 1 and is due on Tuesday 29 when work ends; one asked on a Saturday has Monday as day 1.
    // 0 means "today": the end of the hours on the day of next_open(asked). Nothing when that day does not come within three years.
    std::optional<base::Instant> deadline(base::Instant asked, int working_days) const;

private:
    explicit WorkingCalendar(Hours hours) : hours_(std::move(hours)) {}
    std::optional<base::Instant> end_of_work(Date) const;
    std::optional<base::Instant> first_open(Date, base::Instant not_before) const;
    Hours hours_;
};
}
