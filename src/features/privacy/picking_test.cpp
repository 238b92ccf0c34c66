#include "features/privacy/picking.hpp"
#include "base/text.hpp"
#include <gtest/gtest.h>

// Which lines of a month are reviewed.
namespace {
using namespace privacy;
using store::Seen;
constexpr std::int64_t minute = 60'000, hour = 60 * minute;
constexpr std::int64_t noon = 1795305600000 + 12 * hour;

std::string id(const std::string& text) {
    auto out = text;
    out.resize(22, '-');
    return out;
}
rights::PersonId person(int n) { return *rights::PersonId::from(id("p" + std::to_string(n))); }
Seen line(const std::string& name, const std::string& account, std::int64_t at, std::vector<rights::PersonId> persons = {}) {
    return {{.id = name, .at = {at}, .account = id(account), .role = "consultant", .unit = id("unit"), .area = id("area"), .act = "read", .kind = "person", .reason = "own_task"}, std::move(persons)};
}
Known nothing() {
    return {{}, [](const Seen&) { return false; }, [](std::string_view, base::Instant) { return true; }};
}
}

TEST(Picking, leaves_what_is_ordinary_to_the_sample) {
    EXPECT_TRUE(by_rules({line("a", "anna", noon, {person(1)}), line("b", "bo", noon + hour, {person(2)})}, nothing()).empty());
}
TEST(Picking, takes_more_than_thirty_persons_in_an_hour_and_not_thirty) {
    std::vector<Seen> lines;
    for (int i = 0; i < 30; ++i) lines.push_back(line("l" + std::to_string(i), "anna", noon + i * minute, {person(i)}));
    EXPECT_TRUE(by_rules(lines, nothing()).empty());
    lines.push_back(line("again", "anna", noon + 31 * minute, {person(3)}));   // somebody seen before
    EXPECT_TRUE(by_rules(lines, nothing()).empty());
    lines.push_back(line("over", "anna", noon + 32 * minute, {person(99)}));
    EXPECT_EQ(by_rules(lines, nothing()), (Picked{{"over", Why::many}}));
    lines.back().line.at.ms = noon + hour;   // the first is an hour old by then
    EXPECT_TRUE(by_rules(lines, nothing()).empty());
    lines.back().line.at.ms = noon + 32 * minute;
    lines.back().line.account = id("bo");
    EXPECT_TRUE(by_rules(lines, nothing()).empty()) << "two who share the work are not one";
}
TEST(Picking, does_not_take_a_list_of_colleagues_for_many_persons) {
    std::vector<rights::PersonId> all;
    for (int i = 0; i < 40; ++i) all.push_back(person(i));
    auto list = line("list", "chef", noon, all);
    list.line.reason = "staffing";
    EXPECT_TRUE(by_rules({list}, nothing()).empty());
    list.line.reason = "own_task";
    EXPECT_EQ(by_rules({list}, nothing()), (Picked{{"list", Why::many}}));
}
TEST(Picking, takes_what_lies_near_the_one_who_reads_once_a_day) {
    auto known = nothing();
    known.near_oneself = [](const Seen& s) { return s.persons == std::vector{person(7)}; };
    EXPECT_EQ(by_rules({line("a", "anna", noon, {person(7)}), line("b", "anna", noon + minute, {person(7)}), line("c", "anna", noon + 24 * hour, {person(7)})}, known), (Picked{{"a", Why::own_name}, {"c", Why::own_name}}));
}
TEST(Picking, takes_protected_persons_break_glass_evenings_and_who_has_no_assignment) {
    auto known = nothing();
    known.protected_persons = {std::string(person(5).text())};
    known.working = [](std::string_view, base::Instant at) { return at.ms < noon + 5 * hour; };
    auto glass = line("glass", "anna", noon), without = line("without", "bo", noon, {person(1)}), refused = line("refused", "cia", noon);
    glass.line.act = "break_glass", without.line.unit = "", refused.line.kind = "person.protected";
    const auto hidden = line("hidden", "dag", noon, {person(5)}), evening = line("evening", "eva", noon + 6 * hour, {person(1)});
    EXPECT_EQ(by_rules({glass, without, refused, hidden, evening}, known),
              (Picked{{"glass", Why::break_glass}, {"without", Why::no_assignment}, {"refused", Why::protected_person}, {"hidden", Why::protected_person}, {"evening", Why::outside_hours}}));
}
TEST(Picking, gives_the_reason_that_weighs_most) {
    auto known = nothing();
    known.protected_persons = {std::string(person(5).text())};
    known.near_oneself = [](const Seen&) { return true; };
    known.working = [](std::string_view, base::Instant) { return false; };
    EXPECT_EQ(by_rules({line("a", "anna", noon, {person(5)})}, known), (Picked{{"a", Why::protected_person}}));
}
TEST(Picking, never_takes_a_carer_who_reads_her_own) {
    auto own = line("a", "visitor", noon + 12 * hour, {person(1)});
    own.line.account = "visitor---------------", own.line.unit = "";
    EXPECT_TRUE(by_rules({own}, nothing()).empty());
}
TEST(Picking, draws_no_line_of_a_carer_or_of_the_program) {
    auto carer = line("a", "visitor", noon), program = line("b", "x", noon);
    carer.line.account = "visitor---------------", program.line.account = "post------------------";
    EXPECT_EQ(sampled({carer, program, line("c", "anna", noon)}, [](std::string_view id) { return std::string(id); }), (Picked{{"c", Why::sample}}));
}
TEST(Picking, draws_two_in_a_hundred_and_at_least_twenty_and_nobody_chooses_which) {
    const auto drawn = [](std::size_t of, const std::string& key) {
        std::vector<Seen> lines;
        for (std::size_t i = 0; i < of; ++i) lines.push_back(line("l" + std::to_string(i), "anna", noon));
        return sampled(lines, [&](std::string_view id) { return std::to_string(std::hash<std::string>()(key + std::string(id))); });
    };
    EXPECT_EQ(drawn(7, "k").size(), 7u);
    EXPECT_EQ(drawn(500, "k").size(), 20u);
    EXPECT_EQ(drawn(1000, "k").size(), 20u);
    EXPECT_EQ(drawn(1001, "k").size(), 21u);
    EXPECT_EQ(drawn(5000, "k").size(), 100u);
    EXPECT_EQ(drawn(5000, "k"), drawn(5000, "k"));
    EXPECT_NE(drawn(5000, "k"), drawn(5000, "another key"));
}
