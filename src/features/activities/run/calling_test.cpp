#include "features/activities/sign_up/signing_for_tests.hpp"
// after it: both name a visitor
#include "features/activities/run/calling.hpp"
#include <set>
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
TEST_P(WhoIsCalled, D15_who_waits_was_offered_or_left_of_late_is_named_by_nobody) {
    open_group(group(1));
    const auto comes = [&](const std::string& name, const char* called) {
        auto in = one(name);
        const auto alias = sealed(vault, in.id, *Alias::of({called}));
        in.alias = &alias;
        base::require(static_cast<bool>(signed_up(in, now, by_alias())), "the test's sign-up is refused");
    };
    comes("a", "Petra"), comes("b", "Rut"), comes("c", "Sixten"), comes("d", "Tora");
    ASSERT_TRUE(cancel("a"));   // b is offered the seat, c and d wait
    const auto names = [&](base::Instant when) {
        const i18n::Words t(i18n::Language::sv);
        return done([&](db::Transaction& tx) {
            const auto room = open_room(tx, vault, anna, when, id<SessionId>("first"), t);
            const auto all = names_not_to_write(tx, vault, anna, when, *room);
            return std::set<std::string>(all.begin(), all.end());
        });
    };
    EXPECT_EQ(names(now), (std::set<std::string>{"Petra", "Rut", "Sixten", "Tora"}));
    EXPECT_EQ(names({now.ms + 91LL * 24 * 60 * 60'000}), (std::set<std::string>{"Rut", "Sixten", "Tora"})) << "who left long ago is nobody's to remember";
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
