#include "support/people_desk.hpp"

// What those ask who watch over persons' privacy: answers without names.
namespace {
using namespace people_tests;
class Watched : public Desk {
protected:
    static std::vector<AreaScope> everywhere() { return {AreaScope::of_the_system(older), AreaScope::of_the_system(family)}; }
    std::vector<PersonId> sharing(const PersonId& own, const std::vector<PersonId>& others) {
        return database().read([&](db::Reader& reader) { return sharing_name_or_address(reader, vault, everywhere(), own, others); });
    }
    bool shares(const Details& mine, const Details& other) {
        const auto own = add(mine, older, Protection::none, Kind::staff), them = add(other, family);
        return sharing(own, {them}) == std::vector{them};
    }
};
LOTSEN_ON_BOTH_DATABASES(Watched);
}

TEST_P(Watched, says_that_a_last_name_or_an_address_is_shared_across_areas) {
    EXPECT_TRUE(shares({.name = "Påhittad Ek"}, {.name = "Någon ek"}));
    EXPECT_TRUE(shares({.name = "Påhittad Ek-Berg"}, {.name = "Någon Berg"}));
    EXPECT_TRUE(shares({.name = "Påhittad Alm", .address = "Provgatan 3, 2 tr"}, {.name = "Någon Björk", .address = "provgatan 3  2 TR"}));
    EXPECT_FALSE(shares({.name = "Maria Lind"}, {.name = "Maria Rönn"}));
    EXPECT_FALSE(shares({.name = "Påhittad Gran"}, {.name = "Gran Påhittad-Tall"})) << "a first name is no last name";
    EXPECT_FALSE(shares({.name = "Påhittad Asp"}, {.name = "Någon Sälg"})) << "two without an address share none";
}
TEST_P(Watched, is_never_like_oneself) {
    const auto own = add({.name = "Påhittad Ek"}, older, Protection::none, Kind::staff);
    EXPECT_TRUE(sharing(own, {own}).empty());
    EXPECT_TRUE(sharing(id<PersonId>("nobody"), {own}).empty());
}
TEST_P(Watched, tells_the_day_of_birth_only_to_the_calculator) {
    const auto known = add({.name = "Påhittad Ek", .personal_number = "191212121212"}), unknown = add({.name = "Påhittad Al"});
    const auto because = [&](const PersonId& who) {
        return database().read([&](db::Reader& reader) { return kept_because(reader, vault, AreaScope::of_the_system(older), who); });
    };
    EXPECT_EQ(because(known)->born, (calendar::Date{1912, 12, 12}));
    EXPECT_FALSE(because(unknown)->born);
    EXPECT_FALSE(because(known)->documented);
    EXPECT_FALSE(because(id<PersonId>("nobody")));
}
