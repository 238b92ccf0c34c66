#include "features/activities/desk_for_tests.hpp"
#include "features/activities/run/running.hpp"
#include "features/activities/line/take_part.hpp"
#include "features/activities/after/year.hpp"
// Own experience as a form of work: counted at each occasion by as what, never named, and shown for the year (guideline M3, P2).
using namespace activities_tests;

namespace {
class YearOfExperience : public Desk {
protected:
    YearFigures figures() {
        const facts::Publisher publisher(crypto::KeyedHash(crypto::Key(crypto::Secret(crypto::bytes(std::string(32, 'a')))), "facts", "cell"));
        return database().read([&](db::Reader& r) { return year_figures(r, 2026, Survey{}, publisher); });
    }
    void helped(std::string_view as, int people) {
        done([&](db::Transaction& tx) {
            facts::record(tx, {.kind = led_with_experience, .day = *calendar::date_from("2026-03-03"), .words = {{"activity", key(Kind::group)}, {"form", key(Way::room)}, {"experience", as}}, .amount = people}, draw());
            return 0;
        });
    }
};
LOTSEN_ON_BOTH_DATABASES(YearOfExperience);

TEST_P(YearOfExperience, says_as_what_and_in_what_kind_and_nothing_where_fewer_than_five_did) {
    helped("co_leader", 4);   // whatever the noise
    EXPECT_TRUE(figures().participation.helped.empty());
    helped("co_leader", 56), helped("storyteller", 40);
    const auto all = figures().participation.helped;
    ASSERT_EQ(all.size(), 2u);
    ASSERT_EQ(all[0].spec->rows.groups.size(), 3u);
    EXPECT_NEAR(static_cast<double>(all[0].numbers[0][0]), 60, 15) << "who led with us";
    EXPECT_NEAR(static_cast<double>(all[0].numbers[1][0]), 0, 10) << "no guest";
    EXPECT_NEAR(static_cast<double>(all[0].numbers[2][0]), 40, 15) << "who told";
    EXPECT_EQ(all[1].spec->rows.key, std::string("activity"));
}
}
