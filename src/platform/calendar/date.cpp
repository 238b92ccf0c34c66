#include "platform/calendar/date.hpp"
#include <charconv>
#include <date/date.h>
#include <fmt/format.h>

namespace calendar {
namespace {
date::year_month_day ymd(Date d) { return date::year{d.year} / d.month / d.day; }
date::sys_days days(Date d) { return date::sys_days{ymd(d)}; }
Date from(date::sys_days day) {
    const date::year_month_day d{day};
    return {int(d.year()), static_cast<int>(unsigned(d.month())), static_cast<int>(unsigned(d.day()))};
}
std::optional<int> number(std::string_view digits) {
    int value = 0;
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return {};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}
}

bool exists(Date d) { return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31 && ymd(d).ok(); }
Weekday weekday(Date d) { return static_cast<Weekday>(date::weekday{days(d)}.iso_encoding() - 1); }
Date plus_days(Date d, int more) { return from(days(d) + date::days(more)); }
int days_between(Date first, Date last) { return static_cast<int>((days(last) - days(first)).count()); }
Date first_on_or_after(Date d, Weekday wanted) {
    const int wait = (static_cast<int>(wanted) - static_cast<int>(weekday(d)) + 7) % 7;
    return plus_days(d, wait);
}

std::optional<Date> date_from(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
    if (!year || !month || !day || !exists({*year, *month, *day})) return {};
    return Date{*year, *month, *day};
}
std::string iso(Date d) { return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day); }

std::optional<TimeOfDay> time_from(std::string_view text) {
    const auto mark = text.find_first_of(":.");
    if (mark == 0 || mark > 2 || text.size() != mark + 3) return {};
    const auto hour = number(text.substr(0, mark)), minute = number(text.substr(mark + 1));
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 1440) return {};
    return TimeOfDay{*hour * 60 + *minute};
}
std::string iso(TimeOfDay t) { return fmt::format("{:02}:{:02}", t.minutes / 60, t.minutes % 60); }
}
