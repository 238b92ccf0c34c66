#include "site/desk.hpp"
#include "support/pages.hpp"
#include "support/standing_gate.hpp"
#include <gtest/gtest.h>
// The list of the staff's pages: one row of those of every day, the others under "Mer".
namespace {
using rights::Role;

rights::Actor who(Role role) {
    return support::actor_with('k', {{support::id_of<rights::AssignmentId>('a'), role, support::id_of<rights::UnitId>('u'), support::id_of<rights::OperationId>('o'), support::id_of<rights::AreaId>('e')}});
}
std::vector<std::string> paths(const rights::Actor& actor) {
    std::vector<std::string> out;
    for (const auto* entry : page::desk_of(actor, site::desk_entries())) out.push_back(entry->path);
    return out;
}
bool has(const std::vector<std::string>& all, const char* path) { return std::find(all.begin(), all.end(), path) != all.end(); }

TEST(Desk, nobody_has_more_pages_of_every_day_than_stand_in_a_row) {
    for (const auto role : rights::roles) {
        const auto desk = page::desk_of(who(role), site::desk_entries());
        const auto often = std::count_if(desk.begin(), desk.end(), [](const auto* e) { return !e->seldom; });
        EXPECT_LE(static_cast<std::size_t>(often), page::most_in_a_row) << rights::words(role);
        EXPECT_GE(often, 1) << rights::words(role);
    }
}
TEST(Desk, a_page_that_lies_under_another_is_listed_for_whoever_cannot_open_that_one) {
    EXPECT_TRUE(has(paths(who(Role::consultant)), "/personal/aktiviteter"));
    EXPECT_FALSE(has(paths(who(Role::consultant)), "/personal/aktiviteter/aret"));
    EXPECT_FALSE(has(paths(who(Role::director)), "/personal/aktiviteter"));
    EXPECT_TRUE(has(paths(who(Role::director)), "/personal/aktiviteter/aret"));
}

class Menu : public support::OnBothDatabases {
protected:
    std::optional<support::Site> site;
    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), support::danderyds_records());
    }
    support::Page desk(Role role, const std::string& path = "/personal") {
        site->gate().let_in(who(role));
        return site->get(path);
    }
};
LOTSEN_ON_BOTH_DATABASES(Menu);

TEST_P(Menu, folds_what_is_seldom_and_says_where_one_is) {
    const auto page = desk(Role::consultant);
    const auto all = page.all("//nav[@id='menu']//a/@href");
    EXPECT_EQ(all.size(), paths(who(Role::consultant)).size()) << "each of them, once";
    EXPECT_LE(page.count("//nav[@id='menu']/ul/li"), page::most_in_a_row + 1);
    EXPECT_EQ(page.text("//nav[@id='menu']//details/summary"), "Mer");
    EXPECT_EQ(page.count("//nav[@id='menu']//summary[@data-current]"), 0u);
    EXPECT_EQ(page.text("//nav[@id='menu']//a[@aria-current]"), "Skrivbord");
    EXPECT_EQ(desk(Role::consultant, "/personal/register").count("//nav[@id='menu']//summary[@data-current]"), 1u);
    EXPECT_EQ(desk(Role::consultant, "/personal/aktiviteter/aret").text("//nav[@id='menu']//a[@aria-current]"), "Aktiviteter");
}
TEST_P(Menu, is_a_plain_list_where_all_of_it_stands_in_a_row) {
    EXPECT_EQ(desk(Role::log_reviewer).count("//nav[@id='menu']//details"), 0u);
}
}
