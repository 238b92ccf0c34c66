#include "features/staff/attention.hpp"
#include "platform/calendar/calendar.hpp"
#include <gtest/gtest.h>

namespace {
using namespace staff;
template <class AnId> AnId id(char c) { return *AnId::from(std::string(22, c)); }
calendar::Date day(const char* text) { return *calendar::date_from(text); }
base::Instant at(const char* date, int hour) { return calendar::instant(calendar::at(day(date), {hour * 60})); }

Assignment assignment(char which, char account, Role role, const char* from, const char* until = nullptr, char unit = 'u') {
    return {id<AssignmentId>(which), id<AccountId>(account), id<UnitId>(unit), role, day(from), until ? std::optional(day(until)) : std::nullopt, Source::desk, {}};
}
Actor actor(char account, std::initializer_list<std::pair<Role, char>> roles) {
    Actor::Parts parts{.account = id<AccountId>(account)};
    for (const auto& [role, operation] : roles) parts.assignments.push_back({id<AssignmentId>('x'), role, id<UnitId>('u'), id<OperationId>(operation), id<AreaId>('a')});
    return Actor(parts);
}
const auto own = id<OperationId>('o');
const auto other = id<OperationId>('p');

TEST(Current, counts_both_days_by_the_swedish_date) {
    const auto a = assignment('1', 'm', Role::consultant, "2026-11-22", "2026-11-24");
    EXPECT_FALSE(current(a, {at("2026-11-22", 0).ms - 1}));
    EXPECT_TRUE(current(a, at("2026-11-22", 0)));
    EXPECT_TRUE(current(a, {at("2026-11-25", 0).ms - 1}));
    EXPECT_FALSE(current(a, at("2026-11-25", 0)));
    EXPECT_TRUE(current(assignment('1', 'm', Role::consultant, "2026-11-22"), at("2090-01-01", 0)));
}
TEST(Current, ends_at_the_moment_it_is_taken_away_also_in_the_middle_of_a_day) {
    auto a = assignment('1', 'm', Role::consultant, "2026-11-01");
    a.ended_at = at("2026-11-22", 10);
    EXPECT_TRUE(current(a, {a.ended_at->ms - 1}));
    EXPECT_FALSE(current(a, *a.ended_at));
}
TEST(Days, shared_with_another_span) {
    const auto d = [](int n) { return calendar::plus_days(day("2026-11-01"), n); };
    EXPECT_TRUE(share_a_day(d(0), d(5), d(5), d(9)));
    EXPECT_FALSE(share_a_day(d(0), d(4), d(5), d(9)));
    EXPECT_TRUE(share_a_day(d(0), {}, d(50), d(60)));
    EXPECT_FALSE(share_a_day(d(10), {}, d(0), d(9)));
    EXPECT_TRUE(share_a_day(d(10), {}, d(0), {}));
}

TEST(Giving, is_an_administrators_or_the_heads_of_the_operation) {
    const auto to = id<AccountId>('t');
    EXPECT_EQ(may_give(actor('m', {{Role::administrator, 'p'}}), own, to, Role::director), std::nullopt);
    EXPECT_EQ(may_give(actor('m', {{Role::head_of_operations, 'o'}}), own, to, Role::consultant), std::nullopt);
    EXPECT_EQ(may_give(actor('m', {{Role::head_of_operations, 'o'}}), other, to, Role::consultant), Refusal::unknown);
    EXPECT_EQ(may_give(actor('m', {{Role::director, 'o'}}), own, to, Role::consultant), Refusal::not_yours);
    for (const auto role : {Role::consultant, Role::assessor, Role::log_reviewer, Role::registrar, Role::ombud})
        EXPECT_EQ(may_give(actor('m', {{role, 'o'}}), own, to, Role::consultant), Refusal::unknown);
}
TEST(Giving, of_a_role_beyond_a_head_is_an_administrators) {
    const auto head = actor('m', {{Role::head_of_operations, 'o'}});
    for (const auto role : rights::roles)
        EXPECT_EQ(may_give(head, own, id<AccountId>('t'), role), beyond_a_head.has(role) ? std::optional(Refusal::role_not_yours) : std::nullopt) << rights::key(role);
    EXPECT_EQ(may_end(head, own, Role::administrator), Refusal::role_not_yours);
}
TEST(Giving, to_oneself_is_refused_but_at_the_terminal) {
    EXPECT_EQ(may_give(actor('m', {{Role::administrator, 'o'}}), own, id<AccountId>('m'), Role::consultant), Refusal::yourself);
    EXPECT_EQ(may_give(actor('m', {{Role::head_of_operations, 'o'}}), own, id<AccountId>('m'), Role::consultant), Refusal::yourself);
    EXPECT_EQ(may_give(Actor::at_the_terminal(), own, id<AccountId>('m'), Role::administrator), std::nullopt);
}
TEST(Member, is_seen_by_who_sees_one_of_the_operations) {
    EXPECT_TRUE(may_see_member(actor('m', {{Role::head_of_operations, 'o'}}), {other, own}));
    EXPECT_FALSE(may_see_member(actor('m', {{Role::head_of_operations, 'o'}}), {other}));
    EXPECT_TRUE(may_see_member(actor('m', {{Role::head_of_operations, 'o'}}), {})) << "just added, without an assignment yet";
    EXPECT_FALSE(may_see_member(actor('m', {{Role::consultant, 'o'}}), {}));
    EXPECT_TRUE(may_see_member(actor('m', {{Role::director, 'p'}}), {own}));
}

TEST(LastAdministrator, cannot_end) {
    const auto now = at("2026-11-22", 12);
    const auto one = assignment('1', 'm', Role::administrator, "2026-01-01"), two = assignment('2', 'n', Role::administrator, "2026-01-01");
    EXPECT_TRUE(leaves_no_administrator({one}, {one.id}, now, {}));
    EXPECT_FALSE(leaves_no_administrator({one, two}, {one.id}, now, {}));
    EXPECT_TRUE(leaves_no_administrator({one, two}, {one.id, two.id}, now, {}));
    EXPECT_FALSE(leaves_no_administrator({one}, {id<AssignmentId>('9')}, now, {}));
}
TEST(LastAdministrator, is_also_who_remains_when_the_others_have_ended_or_not_begun) {
    const auto now = at("2026-11-22", 12);
    const auto one = assignment('1', 'm', Role::administrator, "2026-01-01");
    const auto until = assignment('2', 'n', Role::administrator, "2026-01-01", "2026-12-01"), later = assignment('3', 'n', Role::administrator, "2027-01-01");
    EXPECT_FALSE(leaves_no_administrator({one, until}, {one.id}, now, {}));
    EXPECT_TRUE(leaves_no_administrator({one, until}, {one.id}, now, day("2026-12-01"))) << "the other's last day is the same";
    EXPECT_TRUE(leaves_no_administrator({one, later}, {one.id}, now, {}));
    EXPECT_FALSE(leaves_no_administrator({one, later}, {one.id}, now, day("2026-12-31")));
}

Organisation small() {
    Organisation all;
    all.areas = {{id<AreaId>('a'), "Område"}};
    all.controllers = {{id<ControllerId>('c'), "Nämnden", ControllerKind::board, ""}};
    all.operations = {{own, id<ControllerId>('c'), id<AreaId>('a'), "Egen", OperationKind::older}, {other, id<ControllerId>('c'), id<AreaId>('a'), "Annan", OperationKind::other}};
    all.units = {{id<UnitId>('u'), own, "Norr"}, {id<UnitId>('v'), own, "Söder"}, {id<UnitId>('w'), other, "System"}};
    all.assignments = {assignment('1', 'h', Role::head_of_operations, "2026-01-01"), assignment('2', 'k', Role::consultant, "2026-01-01"), assignment('3', 's', Role::support_contact, "2026-01-01"),
                       assignment('4', 'b', Role::ombud, "2026-01-01"), assignment('5', 'g', Role::head_of_operations, "2026-01-01", nullptr, 'w')};
    return all;
}
std::vector<Lack> lacks(const Organisation& all, const Actor& who) {
    std::vector<Lack> out;
    for (const auto& a : attention(all, who, at("2026-11-22", 12))) out.push_back(a.lack);
    return out;
}
TEST(Attention, tells_what_is_missing_and_not_what_is_filled) {
    auto all = small();
    EXPECT_EQ(lacks(all, Actor::at_the_terminal()), std::vector{Lack::no_ombud});
    EXPECT_EQ(attention(all, Actor::at_the_terminal(), at("2026-11-22", 12)).front().units, std::vector{id<UnitId>('v')});
    all.needed = {{id<UnitId>('v'), Role::ombud, 1}, {id<UnitId>('u'), Role::consultant, 3}};
    const auto found = attention(all, Actor::at_the_terminal(), at("2026-11-22", 12));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].missing, 1);
    EXPECT_EQ(found[1].missing, 2);
    std::erase_if(all.assignments, [](const Assignment& a) { return a.role == Role::consultant || a.role == Role::support_contact || a.unit == id<UnitId>('w'); });
    all.needed.clear();
    EXPECT_EQ(lacks(all, Actor::at_the_terminal()), (std::vector{Lack::no_head, Lack::no_consultant, Lack::no_support_contact, Lack::no_ombud}));
}
TEST(Attention, says_what_ends_within_thirty_days_unless_it_goes_on) {
    auto all = small();
    all.assignments[1].until = day("2026-12-22");
    EXPECT_EQ(lacks(all, Actor::at_the_terminal()), (std::vector{Lack::ends_soon, Lack::no_ombud}));
    all.assignments.push_back(assignment('6', 'k', Role::consultant, "2026-12-23"));
    EXPECT_EQ(lacks(all, Actor::at_the_terminal()), std::vector{Lack::no_ombud});
    all.assignments.pop_back();
    all.assignments[1].until = day("2026-12-23");
    EXPECT_EQ(lacks(all, Actor::at_the_terminal()), std::vector{Lack::no_ombud}) << "31 days away";
}
TEST(Seen, holds_a_heads_own_operation_and_its_people_only) {
    auto all = small();
    for (const char c : std::string("hksbgz")) all.members.push_back({id<AccountId>(c), {}, {1}, {}});
    const auto mine = seen_by(actor('h', {{Role::head_of_operations, 'o'}}), all);
    EXPECT_EQ(mine.operations.size(), 1u);
    EXPECT_EQ(mine.units.size(), 2u);
    EXPECT_EQ(mine.assignments.size(), 4u);
    EXPECT_EQ(mine.members.size(), 4u);
    EXPECT_EQ(mine.member(id<AccountId>('g')), nullptr);
    EXPECT_EQ(seen_by(actor('m', {{Role::administrator, 'p'}}), all).members.size(), 6u);
}
}
