#pragma once
#include "platform/calendar/working.hpp"
// For tests only: the same answers found the slow way, minute by minute, with no date library and no tzdata.
namespace calendar::slow {

struct Wall {
    int year, month, day, minute, weekday; // minute of the day; weekday 0 is Monday
};
inline bool leap(int y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0); }
inline int length(int y, int m) { return m == 2 ? (leap(y) ? 29 : 28) : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31; }

// Minutes since 1970 taken as a calendar without zones; 1970-01-01 was a Thursday.
inline Wall utc(std::int64_t minutes) {
    auto day = minutes / 1440;
    Wall w{1970, 1, 1, static_cast<int>(minutes % 1440), static_cast<int>((day + 3) % 7)};
    for (; day >= (leap(w.year) ? 366 : 365); ++w.year) day -= leap(w.year) ? 366 : 365;
    for (; day >= length(w.year, w.month); ++w.month) day -= length(w.year, w.month);
    w.day += static_cast<int>(day);
    return w;
}
// Directive 2000/84/EC: summer time from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00 UTC.
inline bool summer(const Wall& w) {
    if (w.month != 3 && w.month != 10) return w.month > 3 && w.month < 10;
    const bool started = w.weekday == 6 ? w.day + 7 > 31 && w.minute >= 60 : w.day - (w.weekday + 1) + 7 > 31;
    return w.month == 3 ? started : !started;
}
inline Wall wall(std::int64_t minutes) { return utc(minutes + (summer(utc(minutes)) ? 120 : 60)); }

// Easter by the moon tables: Gauss's rule as valid for 1900–2099. Returns days after 22 March.
inline int easter_offset(int y) {
    const int d = (19 * (y % 19) + 24) % 30;
    const int e = (2 * (y % 4) + 4 * (y % 7) + 6 * d + 5) % 7;
    const bool late = (d == 29 && e == 6) || (d == 28 && e == 6 && y % 19 > 10);
    return d + e - (late ? 7 : 0);
}
inline int days_from_22_march(const Wall& w) {
    int days = w.day - 22;
    for (int m = 3; m < w.month; ++m) days += length(w.year, m);
    return w.month < 3 ? -1000 : days;
}
inline bool holiday(const Wall& w) {
    const int easter = days_from_22_march(w) - easter_offset(w.year), date = w.month * 100 + w.day;
    if (w.month >= 3)
        for (const int moving : {-2, 0, 1, 39, 49})
            if (easter == moving) return true;
    for (const int fixed : {101, 106, 501, 606, 1225, 1226})
        if (date == fixed) return true;
    return w.weekday == 5 && ((date >= 620 && date <= 626) || date == 1031 || (date >= 1101 && date <= 1106));
}
// The minute of the day when work ends because of an eve, 1440 otherwise. Knows the eves the tests use.
inline int eve_end(const Wall& w, const std::map<Eve, TimeOfDay>& eves) {
    const int date = w.month * 100 + w.day;
    const bool maundy = w.month >= 3 && days_from_22_march(w) - easter_offset(w.year) == -3;
    const std::pair<Eve, bool> is[] = {{Eve::twelfth_night, date == 105}, {Eve::maundy_thursday, maundy}, {Eve::walpurgis_eve, date == 430},
                                       {Eve::midsummers_eve, w.weekday == 4 && date >= 619 && date <= 625}, {Eve::christmas_eve, date == 1224}, {Eve::new_years_eve, date == 1231}};
    for (const auto& [eve, today] : is)
        if (today && eves.contains(eve)) return eves.at(eve).minutes;
    return 1440;
}
inline bool open(const Hours& hours, std::int64_t minutes) {
    const auto w = wall(minutes);
    for (const auto& p : hours.closed)
        if (Date d{w.year, w.month, w.day}; p.first <= d && d <= p.last) return false;
    if (holiday(w) && hours.holidays == OnHolidays::closed) return false;
    if (w.minute >= eve_end(w, hours.eves)) return false;
    for (const auto& i : hours.week[static_cast<std::size_t>(w.weekday)])
        if (i.from.minutes <= w.minute && w.minute < i.to.minutes) return true;
    return false;
}
inline std::int64_t next_open(const Hours& hours, std::int64_t minutes) {
    while (!open(hours, minutes)) ++minutes;
    return minutes;
}
// Walks to the day that counts, then returns the minute after its last open one.
inline std::int64_t deadline(const Hours& hours, std::int64_t minutes, int days) {
    auto day_of = [](std::int64_t m) { const auto w = wall(m); return w.year * 10000 + w.month * 100 + w.day; };
    auto day = day_of(minutes);
    if (days == 0) day = day_of(minutes = next_open(hours, minutes));
    for (int counted = 0; counted < days; ++counted) {
        while (day_of(minutes) == day || !open(hours, minutes)) ++minutes;
        day = day_of(minutes);
    }
    std::int64_t end = minutes + 1;
    for (; day_of(minutes) == day; ++minutes)
        if (open(hours, minutes)) end = minutes + 1;
    return end;
}
}
