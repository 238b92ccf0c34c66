#include "platform/calendar/holidays.hpp"
#include <gtest/gtest.h>
#include <map>

namespace calendar {
namespace {
// As printed in Swedish almanacs: Good Friday, Easter Day, Easter Monday, Ascension, Whit Sunday, Midsummer's Day, All Saints' Day.
const std::map<int, std::vector<std::string>> almanac{
    {2024, {"03-29", "03-31", "04-01", "05-09", "05-19", "06-22", "11-02"}},
    {2025, {"04-18", "04-20", "04-21", "05-29", "06-08", "06-21", "11-01"}},
    {2026, {"04-03", "04-05", "04-06", "05-14", "05-24", "06-20", "10-31"}},
    {2027, {"03-26", "03-28", "03-29", "05-06", "05-16", "06-26", "11-06"}},
    {2028, {"04-14", "04-16", "04-17", "05-25", "06-04", "06-24", "11-04"}},
    {2029, {"03-30", "04-01", "04-02", "05-10", "05-20", "06-23", "11-03"}},
    {2030, {"04-19", "04-21", "04-22", "05-30", "06-09", "06-22", "11-02"}},
};
const std::vector<Holiday> moving{Holiday::good_friday, Holiday::easter_day, Holiday::easter_monday, Holiday::ascension_day, Holiday::whit_sunday,
                                  Holiday::midsummers_day, Holiday::all_saints_day};
const std::map<std::string, Holiday> fixed{{"01-01", Holiday::new_years_day}, {"01-06", Holiday::epiphany}, {"05-01", Holiday::first_of_may},
                                           {"06-06", Holiday::national_day}, {"12-25", Holiday::christmas_day}, {"12-26", Holiday::boxing_day}};
}

TEST(Holidays, are_those_of_the_almanac_and_no_others) {
    for (const auto& [year, days] : almanac) {
        std::map<std::string, Holiday> expected = fixed;
        for (std::size_t i = 0; i < days.size(); ++i) expected.emplace(days[i], moving[i]);
        std::map<std::string, Holiday> found;
        for (Date d{year, 1, 1}; d.year == year; d = plus_days(d, 1))
            if (const auto h = holiday(d)) found.emplace(iso(d).substr(5), *h);
        EXPECT_EQ(found, expected) << year;
    }
}
TEST(Holidays, eves_of_2026_and_2027) {
    std::vector<std::string> found;
    for (Date d{2026, 1, 1}; d.year < 2028; d = plus_days(d, 1))
        if (const auto e = eve(d)) found.push_back(iso(d) + " " + std::string(name(*e, i18n::Language::sv)));
    EXPECT_EQ(found, (std::vector<std::string>{
                         "2026-01-05 trettondagsafton", "2026-04-02 skärtorsdagen", "2026-04-04 påskafton", "2026-04-30 valborgsmässoafton", "2026-05-23 pingstafton",
                         "2026-06-19 midsommarafton", "2026-10-30 allhelgonaafton", "2026-12-24 julafton", "2026-12-31 nyårsafton",
                         "2027-01-05 trettondagsafton", "2027-03-25 skärtorsdagen", "2027-03-27 påskafton", "2027-04-30 valborgsmässoafton", "2027-05-15 pingstafton",
                         "2027-06-25 midsommarafton", "2027-11-05 allhelgonaafton", "2027-12-24 julafton", "2027-12-31 nyårsafton"}));
}
TEST(Holidays, have_names_and_keys) {
    EXPECT_EQ(name(*holiday({2026, 5, 14}), i18n::Language::sv), "Kristi himmelsfärdsdag");
    EXPECT_EQ(name(*holiday({2026, 12, 26}), i18n::Language::en), "Boxing Day");
    EXPECT_EQ(holiday({2008, 5, 1}), Holiday::first_of_may) << "and Ascension Day";
    for (const auto e : eves) EXPECT_EQ(eve_named(key(e)), e);
    EXPECT_FALSE(eve_named("julafton"));
}
}
