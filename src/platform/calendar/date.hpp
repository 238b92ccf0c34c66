#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>
// Days and times of day as people write them: values without zone and without clock. Anything said about 1900–2199 is right.
namespace calendar {

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

// A day of the Gregorian calendar. Made by date_from, plus_days or with a day that exists.
struct Date {
    int year = 1970;
    int month = 1; // 1–12
    int day = 1;   // 1–31
    auto operator<=>(const Date&) const = default;
};
bool exists(Date);
Weekday weekday(Date);
Date plus_days(Date, int days);
int days_between(Date from, Date to); // negative when `to` comes first
// The first such weekday on or after the date.
Date first_on_or_after(Date, Weekday);
// "2026-12-29", exactly ten characters; nothing when it is written otherwise or the day does not exist.
std::optional<Date> date_from(std::string_view);
std::string iso(Date);

// A time by the clock on the wall, in whole minutes: 0 is 00:00, 1440 is 24:00 (only as the end of something).
struct TimeOfDay {
    int minutes = 0;
    auto operator<=>(const TimeOfDay&) const = default;
};
// "8:00", "08:00" or "08.00", up to "24:00"; nothing when it is written otherwise.
std::optional<TimeOfDay> time_from(std::string_view);
std::string iso(TimeOfDay); // "08:00"

// What calendar and clock on the wall show.
struct LocalTime {
    Date date;
    int ms_of_day = 0; // 0–86 399 999
    auto operator<=>(const LocalTime&) const = default;
};
inline LocalTime at(Date date, TimeOfDay time) { return time.minutes == 1440 ? LocalTime{plus_days(date, 1), 0} : LocalTime{date, time.minutes * 60'000}; }
}
