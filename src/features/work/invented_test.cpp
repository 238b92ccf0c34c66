#include "features/work/invented.hpp"
#include "support/work_desk.hpp"

namespace {
using namespace work_test;
class InventedWork : public Municipality {
protected:
    void consultant() {
        const auto sealed = people::sealed(site->vault(), random, id<rights::AreaId>('e'), people::Kind::staff, people::Protection::none, *people::checked({.name = "Påhittad Konsulent"}, now()));
        database().write([&](db::Transaction& tx) {
            ASSERT_TRUE(staff::add_member(tx, rights::Actor::at_the_terminal(), now(), {id<rights::AccountId>('k'), sealed}));
            ASSERT_TRUE(staff::start_assignment(tx, rights::Actor::at_the_terminal(), now(), {id<rights::AssignmentId>('k'), id<rights::AccountId>('k'), id<rights::UnitId>('e'), Role::consultant, *calendar::date_from("2026-01-01")}));
        });
    }
};
}

TEST_P(InventedWork, fills_list_and_figures_of_the_demonstration_once) {
    work::invent(database(), random, now());
    EXPECT_EQ(count("contact.logged"), 0) << "nobody there who could have logged it";
    consultant();
    work::invent(database(), random, now());
    const auto logged = count("contact.logged");
    EXPECT_GT(logged, 500);
    EXPECT_TRUE(site->get("/personal/arbete").says("Tidigare"));
    EXPECT_GT(site->get("/personal/arbete/siffror?period=2026-t2").count("//table"), 8u);
    EXPECT_GT(site->get("/personal/arbete/siffror?period=2025").count("//table"), 10u);
    work::invent(database(), random, now());
    EXPECT_EQ(count("contact.logged"), logged);
}
LOTSEN_ON_BOTH_DATABASES(InventedWork);
