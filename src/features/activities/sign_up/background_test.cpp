#include "features/activities/desk_for_tests.hpp"
#include "features/activities/due.hpp"
#include "features/activities/sign_up/background.hpp"
#include "features/activities/sign_up/store_background.hpp"
#include <barrier>
#include <thread>
// A ticket to the three questions counts once, whichever program takes the answer, and nothing of whom is kept of it (feature O2).

namespace {
using namespace activities_tests;

class Tickets : public Desk {
protected:
    const Background said{.been_before = Been::newcomer};
    std::int64_t number(const char* name, const char* sql) {
        return database().read([&](db::Reader& r) { return r.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
    std::int64_t answers() { return number("test.answers", "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM fact"); }
    std::int64_t tickets() { return number("test.tickets", "SELECT COUNT(*) FROM activities_ticket"); }
};
LOTSEN_ON_BOTH_DATABASES(Tickets);

TEST_P(Tickets, two_programs_that_are_given_the_same_one_count_it_once) {
    const auto other = place().open();
    for (int i = 0; i < 20; ++i) {
        const auto mark = ticket_mark(vault, background_ticket(vault, randomness, now));
        const std::vector<facts::Drawn> mine{draw()}, theirs{draw()};
        std::barrier both(2);
        bool here = false, there = false;
        std::thread beside([&] {
            both.arrive_and_wait();
            there = other->write([&](db::Transaction& tx) { return keep_background(tx, mark, now, said, theirs); });
        });
        both.arrive_and_wait();
        here = done([&](db::Transaction& tx) { return keep_background(tx, mark, now, said, mine); });
        beside.join();
        EXPECT_NE(here, there);
        EXPECT_EQ(answers(), i + 1);
        EXPECT_TRUE(database().read([&](db::Reader& r) { return store::ticket_used(r, mark); }));
    }
}
TEST_P(Tickets, are_kept_three_days_and_say_nothing_of_the_hour) {
    const auto ticket = background_ticket(vault, randomness, now);
    ASSERT_TRUE(done([&](db::Transaction& tx) { return keep_background(tx, ticket_mark(vault, ticket), later(now, 59), said, {draw()}); }));
    EXPECT_EQ(number("test.by_the_day", "SELECT COUNT(*) FROM activities_ticket WHERE goes = '2026-11-25'"), 1);
    EXPECT_NE(ticket_mark(vault, ticket), ticket);
    const auto look = [&](base::Instant when) { do_what_is_due(database(), vault, when, [] { return true; }); };
    look(at("2026-11-24", "23:59"));
    EXPECT_EQ(tickets(), 1);
    look(at("2026-11-25", "00:00"));
    EXPECT_EQ(tickets(), 0);
    EXPECT_EQ(answers(), 1) << "what was answered stays counted";
}
}
