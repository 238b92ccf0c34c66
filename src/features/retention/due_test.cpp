#include "features/retention/due.hpp"
#include <gtest/gtest.h>
#include <random>

namespace {
using namespace retention;
using calendar::Date;
Retention decided() { return {.anonymous_question_days = 90, .view_days = 180, .service_contact_years = 7, .decision = "SN 1 § 2"}; }
Due due_of(const RecordFacts& r, const Retention& times = decided()) { return std::get<Due>(due(r, times)); }
Kept kept_of(const RecordFacts& r, const Retention& times = decided()) { return std::get<Kept>(due(r, times)); }

// Another way to the same answer, written from the law alone: it walks day by day and asks each day whether the thing may go today.
class SlowCalculator {
    const RecordFacts& r_;
    const Retention& times_;

    static Date tomorrow(Date d) {
        static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;
        const int last = lengths[d.month - 1] + (leap && d.month == 2 ? 1 : 0);
        if (d.day < last) return {d.year, d.month, d.day + 1};
        return d.month < 12 ? Date{d.year, d.month + 1, 1} : Date{d.year + 1, 1, 1};
    }
    // Whole years from one day to another, as one counts somebody's age.
    static int years(Date from, Date to) {
        int n = to.year - from.year;
        if (to.month < from.month || (to.month == from.month && to.day < from.day)) --n;
        return n;
    }
    bool allowed_on(Date day, int days_gone) const {
        if (r_.held_until && !(*r_.held_until < day)) return false;
        if (r_.child_protection || r_.which == Class::documented) return years(r_.ended, day) >= 5 && (!r_.child_protection || years(*r_.born, day) >= 30);
        if (r_.which == Class::anonymous) return days_gone >= *times_.anonymous_question_days;
        if (r_.which == Class::view) return days_gone >= *times_.view_days;
        return years(r_.ended, day) >= *times_.service_contact_years;
    }

public:
    SlowCalculator(const RecordFacts& r, const Retention& times) : r_(r), times_(times) {}
    bool never() const {
        if (r_.busy) return true;
        const bool personal_file = r_.child_protection || r_.which == Class::documented;
        if (personal_file && (times_.keep_research_days || r_.child_protection) && !r_.born) return true;
        if (personal_file && times_.keep_research_days) return r_.born->day % 10 == 5;
        if (!personal_file && r_.which == Class::anonymous) return !times_.anonymous_question_days;
        if (!personal_file && r_.which == Class::view) return !times_.view_days;
        return !personal_file && !times_.service_contact_years;
    }
    Date first_day() const {
        Date day = r_.ended;
        for (int gone = 0;; ++gone, day = tomorrow(day))
            if (allowed_on(day, gone)) return day;
    }
};

class Chance {
    std::mt19937 engine_{20261122};

public:
    int of(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }
    bool one_in(int n) { return of(1, n) == 1; }
    Date date(int from_year, int until_year) {
        // The days where mistakes live come often.
        static const std::vector<std::pair<int, int>> hard{{2, 28}, {2, 29}, {3, 1}, {12, 31}, {1, 1}};
        for (;;) {
            Date d{of(from_year, until_year), of(1, 12), of(1, 31)};
            if (one_in(4)) std::tie(d.month, d.day) = hard[static_cast<std::size_t>(of(0, 4))];
            if (calendar::exists(d)) return d;
        }
    }
    RecordFacts record() {
        RecordFacts r{static_cast<Class>(of(0, 3)), date(2024, 2060), std::nullopt, one_in(4), std::nullopt, one_in(10)};
        if (!one_in(5)) r.born = date(1930, std::max(1931, r.ended.year));
        if (one_in(5)) r.held_until = date(2024, 2075);
        return r;
    }
    Retention times() {
        Retention t;
        if (!one_in(4)) t.anonymous_question_days = of(1, 800);
        if (!one_in(4)) t.view_days = of(1, 800);
        if (!one_in(4)) t.service_contact_years = of(5, 12);
        t.keep_research_days = !one_in(3);
        return t;
    }
};
}

TEST(Due, none_before_its_day_and_none_missed_in_ten_thousand_cases) {
    Chance chance;
    int early = 0, late = 0, forgotten = 0, never = 0, dated = 0;
    for (int i = 0; i < 10'000; ++i) {
        const auto record = chance.record();
        const auto times = chance.times();
        const SlowCalculator slow(record, times);
        const auto answer = due(record, times);
        const auto* found = std::get_if<Due>(&answer);
        if (slow.never()) {
            ++never;
            early += found ? 1 : 0;
            continue;
        }
        ++dated;
        if (!found) ++forgotten;
        else if (found->day < slow.first_day()) ++early;
        else if (found->day > slow.first_day()) ++late;
    }
    EXPECT_EQ(early, 0);
    EXPECT_EQ(late, 0);
    EXPECT_EQ(forgotten, 0);
    EXPECT_GT(never, 1000) << "the cases must hold both kinds";
    EXPECT_GT(dated, 3000);
}
TEST(Due, of_an_anonymous_question_is_the_boards_days_or_never) {
    const RecordFacts question{Class::anonymous, {2026, 11, 22}};
    EXPECT_EQ(due_of(question), (Due{{2027, 2, 20}, std::nullopt, By::board_days}));
    EXPECT_EQ(kept_of(question, {}), Kept::undecided);
}
TEST(Due, of_a_view_on_the_guideline_is_the_boards_own_days_or_never) {
    const RecordFacts said{Class::view, {2026, 11, 22}};
    EXPECT_EQ(due_of(said), (Due{{2027, 5, 21}, std::nullopt, By::view_days}));
    auto only_questions = decided();
    only_questions.view_days.reset();
    EXPECT_EQ(kept_of(said, only_questions), Kept::undecided) << "the decision on anonymous questions is not one on views";
}
TEST(Due, of_a_name_without_a_documented_service_is_the_boards_years_or_never) {
    const RecordFacts contact{Class::named, {2028, 2, 29}};
    EXPECT_EQ(due_of(contact), (Due{{2035, 3, 1}, std::nullopt, By::board_years}));
    EXPECT_EQ(kept_of(contact, {}), Kept::undecided);
}
TEST(Due, of_a_documented_service_is_five_years_and_done_by_the_end_of_the_next) {
    const RecordFacts record{Class::documented, {2026, 11, 22}, Date{1950, 3, 4}};
    EXPECT_EQ(due_of(record), (Due{{2031, 11, 22}, Date{2032, 12, 31}, By::five_years}));
    EXPECT_EQ(due_of(record, {}), due_of(record)) << "the law decides, not the board";
}
TEST(Due, never_comes_for_those_kept_for_research) {   // SoF 13:1, mistake 6 of those the domain warns of
    for (const int day : {5, 15, 25}) EXPECT_EQ(kept_of({Class::documented, {2026, 11, 22}, Date{1950, 3, day}}), Kept::research_day) << day;
    for (const int day : {4, 6, 14, 16, 24, 26}) EXPECT_EQ(due_of({Class::documented, {2026, 11, 22}, Date{1950, 3, day}}).rule, By::five_years) << day;
    EXPECT_EQ(kept_of({Class::documented, {2026, 11, 22}}), Kept::birth_unknown);
    auto elsewhere = decided();
    elsewhere.keep_research_days = false;
    EXPECT_EQ(due_of({Class::documented, {2026, 11, 22}, Date{1950, 3, 15}}, elsewhere).rule, By::five_years);
    EXPECT_EQ(due_of({Class::documented, {2026, 11, 22}}, elsewhere).rule, By::five_years);
}
TEST(Due, of_a_childs_protection_waits_until_thirty) {   // SoL 16:2 a
    EXPECT_EQ(due_of({Class::named, {2026, 11, 22}, Date{2015, 2, 3}, true}), (Due{{2045, 2, 3}, Date{2046, 12, 31}, By::thirty_years}));
    EXPECT_EQ(due_of({Class::named, {2026, 11, 22}, Date{1999, 2, 3}, true}).rule, By::five_years) << "thirty before the five years are over";
    auto elsewhere = decided();
    elsewhere.keep_research_days = false;
    EXPECT_EQ(kept_of({Class::anonymous, {2026, 11, 22}, std::nullopt, true}, elsewhere), Kept::birth_unknown);
}
TEST(Due, of_a_day_of_birth_that_nobody_knows_is_what_somebody_has_said) {   // SoL 16:1: nothing is kept for ever in silence
    RecordFacts record{Class::documented, {2026, 11, 22}};
    record.told = Told{.research_day = false};
    EXPECT_EQ(due_of(record), (Due{{2031, 11, 22}, Date{2032, 12, 31}, By::five_years}));
    record.told = Told{.research_day = true};
    EXPECT_EQ(kept_of(record), Kept::research_day);
    record.born = Date{1950, 3, 4};
    EXPECT_EQ(due_of(record).rule, By::five_years) << "a day that is known counts before what was said";
    RecordFacts child{Class::named, {2026, 11, 22}, std::nullopt, true};
    child.told = Told{.research_day = false};
    EXPECT_EQ(kept_of(child), Kept::birth_unknown) << "of a child's protection the year is needed";
    child.told = Told{.research_day = false, .thirty_in = 2045};
    EXPECT_EQ(due_of(child), (Due{{2046, 1, 1}, Date{2047, 12, 31}, By::thirty_years})) << "the whole year has gone";
    child.told = Told{.research_day = false, .thirty_in = 2027};
    EXPECT_EQ(due_of(child).rule, By::five_years);
}
TEST(Due, waits_for_a_hold_and_for_what_is_not_done) {
    RecordFacts record{Class::documented, {2026, 11, 22}, Date{1950, 3, 4}};
    record.held_until = Date{2033, 1, 31};
    EXPECT_EQ(due_of(record), (Due{{2033, 2, 1}, Date{2034, 12, 31}, By::five_years}));
    record.held_until = Date{2030, 1, 31};
    EXPECT_EQ(due_of(record).day, (Date{2031, 11, 22})) << "a hold never makes it earlier";
    record.busy = true;
    EXPECT_EQ(kept_of(record), Kept::busy);
}
