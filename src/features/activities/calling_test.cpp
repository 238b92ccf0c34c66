#include "features/activities/signing_for_tests.hpp"
// after it: both name a visitor
#include "features/activities/calling.hpp"
// What those who come are called, and who may be called.

namespace {
using namespace activities_tests;

class WhoIsCalled : public Signing {};
LOTSEN_ON_BOTH_DATABASES(WhoIsCalled);

TEST_P(WhoIsCalled, T9_a_protected_person_is_a_number_on_paper) {
    open_group(group(4));
    const auto pia = people::sealed(vault, randomness, area, people::Kind::carer, *decisions::ground_of(by_name()), people::Protection::protected_identity, *people::checked({.name = "Påhittade Pia", .phone = "0701234567"}, now));
    auto in = one("a");
    in.newly = {&pia};
    ASSERT_TRUE(signed_up(in, now, by_name()));
    const auto room = done([&](db::Transaction& tx) { return open_room(tx, vault, anna, now, id<SessionId>("first"), i18n::Words(i18n::Language::sv)); });
    ASSERT_TRUE(room);
    ASSERT_EQ(room->coming.size(), 1U);
    EXPECT_EQ(room->coming[0].called, "Anmälan 1");
    EXPECT_TRUE(room->names().empty());
}
TEST_P(WhoIsCalled, D6_who_has_left_is_not_called) {
    open_group(group(4));
    const auto pia = person("Påhittade Pia");
    auto in = one("a");
    in.newly = {&pia};
    ASSERT_TRUE(signed_up(in, now, by_name()));
    const auto numbers = [&] { return done([&](db::Transaction& tx) { return numbers_of(tx, vault, anna, scope_of(anna), now, id<SessionId>("first"), id<EntryId>("a")); }).size(); };
    EXPECT_EQ(numbers(), 1U);
    ASSERT_TRUE(cancel("a"));
    EXPECT_EQ(numbers(), 0U);
}
}
