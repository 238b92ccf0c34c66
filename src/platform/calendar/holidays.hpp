#pragma once
#include "platform/calendar/date.hpp"
#include "platform/i18n/language.hpp"
#include <array>
// Swedish public holidays, computed: lag (1989:253) om allmänna helgdagar, as it reads since 2005. Sundays are holidays by the same law,
// but have no name here.
namespace calendar {

enum class Holiday {
    new_years_day, epiphany, good_friday, easter_day, easter_monday, first_of_may, ascension_day,
    whit_sunday, national_day, midsummers_day, all_saints_day, christmas_day, boxing_day
};
// Days before a holiday. No holidays by law, but many workplaces close or close early (semesterlagen, 1977:480, counts
// midsummers_eve, christmas_eve and new_years_eve as Sundays).
enum class Eve {
    twelfth_night, maundy_thursday, easter_eve, walpurgis_eve, whitsun_eve, midsummers_eve, all_saints_eve, christmas_eve, new_years_eve
};
inline constexpr std::array eves{Eve::twelfth_night, Eve::maundy_thursday, Eve::easter_eve, Eve::walpurgis_eve, Eve::whitsun_eve,
                                 Eve::midsummers_eve, Eve::all_saints_eve, Eve::christmas_eve, Eve::new_years_eve};

Date easter_day(int year);
// For two holidays on one day (Ascension on the first of May 2008) the first in the order above.
std::optional<Holiday> holiday(Date);
std::optional<Eve> eve(Date);
// "juldagen" / "Christmas Day".
std::string_view name(Holiday, i18n::Language);
std::string_view name(Eve, i18n::Language);
// The word that settings and CSV use, "christmas-eve", and back.
std::string_view key(Eve);
std::optional<Eve> eve_named(std::string_view key);
}
