#include "platform/calendar/holidays.hpp"

namespace calendar {
namespace {
Date midsummers_day(int year) { return first_on_or_after({year, 6, 20}, Weekday::saturday); }
Date all_saints_day(int year) { return first_on_or_after({year, 10, 31}, Weekday::saturday); }

struct Names {
    std::string_view sv, en;
    std::string_view in(i18n::Language language) const { return language == i18n::Language::en ? en : sv; }
};
constexpr std::array<Names, 13> holiday_names{{{"nyårsdagen", "New Year’s Day"}, {"trettondedag jul", "Epiphany"}, {"långfredagen", "Good Friday"}, {"påskdagen", "Easter Day"},
                                               {"annandag påsk", "Easter Monday"}, {"första maj", "May Day"}, {"Kristi himmelsfärdsdag", "Ascension Day"}, {"pingstdagen", "Whit Sunday"},
                                               {"nationaldagen", "National Day"}, {"midsommardagen", "Midsummer’s Day"}, {"alla helgons dag", "All Saints’ Day"},
                                               {"juldagen", "Christmas Day"}, {"annandag jul", "Boxing Day"}}};
constexpr std::array<Names, 9> eve_names{{{"trettondagsafton", "Twelfth Night"}, {"skärtorsdagen", "Maundy Thursday"}, {"påskafton", "Easter Eve"}, {"valborgsmässoafton", "Walpurgis Eve"},
                                          {"pingstafton", "Whitsun Eve"}, {"midsommarafton", "Midsummer’s Eve"}, {"allhelgonaafton", "All Saints’ Eve"},
                                          {"julafton", "Christmas Eve"}, {"nyårsafton", "New Year’s Eve"}}};
constexpr std::array<std::string_view, 9> eve_keys{"twelfth-night", "maundy-thursday", "easter-eve", "walpurgis-eve", "whitsun-eve", "midsummers-eve",
                                                   "all-saints-eve", "christmas-eve", "new-years-eve"};
}

// Meeus, Jones and Butcher's arithmetic ("Astronomical Algorithms", ch. 8).
Date easter_day(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 19 * l) / 433;
    const int month = (h + l - 7 * m + 90) / 25;
    return {year, month, (h + l - 7 * m + 33 * month + 19) % 32};
}

std::optional<Holiday> holiday(Date d) {
    using H = Holiday;
    const auto easter = easter_day(d.year);
    const std::array<Date, 13> of_the_year{{{d.year, 1, 1}, {d.year, 1, 6}, plus_days(easter, -2), easter, plus_days(easter, 1), {d.year, 5, 1}, plus_days(easter, 39),
                                            plus_days(easter, 49), {d.year, 6, 6}, midsummers_day(d.year), all_saints_day(d.year), {d.year, 12, 25}, {d.year, 12, 26}}};
    const auto at = std::find(of_the_year.begin(), of_the_year.end(), d);
    return at == of_the_year.end() ? std::nullopt : std::optional(static_cast<H>(at - of_the_year.begin()));
}
std::optional<Eve> eve(Date d) {
    const auto easter = easter_day(d.year);
    const std::array<Date, 9> of_the_year{{{d.year, 1, 5}, plus_days(easter, -3), plus_days(easter, -1), {d.year, 4, 30}, plus_days(easter, 48),
                                           plus_days(midsummers_day(d.year), -1), plus_days(all_saints_day(d.year), -1), {d.year, 12, 24}, {d.year, 12, 31}}};
    const auto at = std::find(of_the_year.begin(), of_the_year.end(), d);
    return at == of_the_year.end() ? std::nullopt : std::optional(static_cast<Eve>(at - of_the_year.begin()));
}

std::string_view name(Holiday h, i18n::Language language) { return holiday_names.at(static_cast<std::size_t>(h)).in(language); }
std::string_view name(Eve e, i18n::Language language) { return eve_names.at(static_cast<std::size_t>(e)).in(language); }
std::string_view key(Eve e) { return eve_keys.at(static_cast<std::size_t>(e)); }
std::optional<Eve> eve_named(std::string_view wanted) {
    const auto at = std::find(eve_keys.begin(), eve_keys.end(), wanted);
    return at == eve_keys.end() ? std::nullopt : std::optional(static_cast<Eve>(at - eve_keys.begin()));
}
}
