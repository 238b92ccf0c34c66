#include "features/guideline/revision.hpp"
#include "base/text.hpp"
#include "features/guideline/pages_public.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>
#include <random>
#include <set>

using namespace guideline;

namespace {
const Guideline& danderyds() { return support::danderyds().guideline; }
Guideline again(const std::string& source) {
    pack::Problems problems;
    auto out = parse(source, support::danderyds().references, problems);
    EXPECT_TRUE(support::of_grade(problems, pack::Grade::fault).empty()) << support::listed(problems);
    return out;
}
bool same(const Statement& a, const Statement& b) {
    return a.id == b.id && a.text == b.text && a.note == b.note && a.kind == b.kind && a.bullet == b.bullet && a.starts == b.starts && a.role == b.role && a.parts == b.parts && a.needs == b.needs && a.areas == b.areas && a.law == b.law;
}
Change change(const Guideline& g, const std::string& id, Doing doing, const std::string& says) {
    const auto [section, s] = g.find(id);
    auto out = unchanged(*section, *s);
    out.doing = doing, out.says = says;
    return out;
}
Change added(const std::string& section, const std::string& follows, const std::string& id, const std::string& says) {
    return {.statement = id, .doing = Doing::add, .section = section, .follows = follows, .was = {}, .says = says, .note = {}, .kind = Kind::ska, .role = "kommunen", .why = {}};
}
std::vector<std::string> ids(const Section& section) {
    std::vector<std::string> out;
    for (const auto& s : section.statements) out.push_back(s.id);
    return out;
}
// Two sections of two and three statements; the second of a began a paragraph.
Guideline small() {
    Guideline g{.title = "R", .municipality = "K", .decision_number = {}, .decision_date = {}, .valid_from = {}, .next_review = {}, .roles = {{"kommunen", "Kommunen", ""}}, .sections = {{"a", "A", {}}, {"b", "B", {}}}};
    const auto statement = [](const char* id, bool starts, bool bullet) { return Statement{.id = id, .text = std::string("Text ") + id, .note = {}, .bullet = bullet, .starts = starts, .role = {}, .parts = {}, .needs = {}, .areas = {}, .law = {}}; };
    g.sections[0].statements = {statement("a-1", true, false), statement("a-2", true, false), statement("a-3", false, false)};
    g.sections[1].statements = {statement("b-1", true, true), statement("b-2", true, true)};
    return g;
}
}

TEST(Written, is_read_back_as_the_same_guideline) {
    const auto text = written(danderyds());
    const auto back = again(text);
    EXPECT_EQ(written(back), text);
    ASSERT_EQ(back.sections.size(), danderyds().sections.size());
    for (std::size_t i = 0; i < back.sections.size(); ++i) {
        ASSERT_EQ(ids(back.sections[i]), ids(danderyds().sections[i]));
        for (std::size_t k = 0; k < back.sections[i].statements.size(); ++k) EXPECT_TRUE(same(back.sections[i].statements[k], danderyds().sections[i].statements[k])) << back.sections[i].statements[k].id;
    }
    ASSERT_EQ(back.roles.size(), danderyds().roles.size());
    for (std::size_t i = 0; i < back.roles.size(); ++i) {
        EXPECT_EQ(back.roles[i].duty, danderyds().roles[i].duty);
        EXPECT_EQ(back.roles[i].told, danderyds().roles[i].told);
    }
}
TEST(Written, the_plain_text_is_what_the_board_adopted) {
    for (const auto& record : support::danderyds_records())
        if (record.path == source_path) EXPECT_EQ(plain(danderyds()), record.source);
}
TEST(Applied, edits_adds_and_removes_and_leaves_everything_else_alone) {
    const auto g = small();
    const auto [text, lost] = applied(g, {change(g, "a-1", Doing::edit, "Nytt"), change(g, "a-2", Doing::remove, ""), added("a", "a-1", "a-4", "Tillagt"), added("b", "", "b-3", "Först")});
    EXPECT_TRUE(lost.empty());
    EXPECT_EQ(ids(text.sections[0]), (std::vector<std::string>{"a-1", "a-4", "a-3"}));
    EXPECT_EQ(ids(text.sections[1]), (std::vector<std::string>{"b-3", "b-1", "b-2"}));
    EXPECT_EQ(text.find("a-1").second->text, "Nytt");
    EXPECT_TRUE(text.find("a-3").second->starts) << "what was taken away began a paragraph";
    EXPECT_TRUE(text.find("b-3").second->bullet) << "it stands among bullets";
    EXPECT_FALSE(text.find("a-4").second->bullet);
}
TEST(Applied, tells_what_another_revision_has_taken_away_and_stands_last_where_its_neighbour_is_gone) {
    const auto g = small();
    const auto without = applied(g, {change(g, "a-1", Doing::remove, "")}).text;
    const auto later = applied(without, {change(g, "a-1", Doing::edit, "Nytt"), added("a", "a-1", "a-4", "Tillagt")});
    EXPECT_EQ(later.lost, (std::vector<std::string>{"a-1"}));
    EXPECT_EQ(ids(later.text.sections[0]), (std::vector<std::string>{"a-2", "a-3", "a-4"}));
}
TEST(Applied, moves_a_statement_within_its_section_and_leaves_its_number) {
    const auto g = small();
    auto last = change(g, "a-1", Doing::edit, "Text a-1"), first = change(g, "a-3", Doing::edit, "Nytt och först");
    last.moves = first.moves = true, last.follows = "a-3", first.follows = "";
    const auto one = applied(g, {last});
    EXPECT_EQ(ids(one.text.sections[0]), (std::vector<std::string>{"a-2", "a-3", "a-1"}));
    EXPECT_TRUE(one.lost.empty());
    EXPECT_EQ(ids(one.text.sections[1]), (std::vector<std::string>{"b-1", "b-2"}));
    const auto both = applied(g, {first, change(g, "a-2", Doing::remove, "")});
    EXPECT_EQ(ids(both.text.sections[0]), (std::vector<std::string>{"a-3", "a-1"}));
    EXPECT_EQ(both.text.find("a-3").second->text, "Nytt och först");
    EXPECT_TRUE(both.text.find("a-3").second->starts);
    auto behind_what_goes = change(g, "a-1", Doing::edit, "Text a-1");
    behind_what_goes.moves = true, behind_what_goes.follows = "a-2";
    EXPECT_EQ(ids(applied(g, {change(g, "a-2", Doing::remove, ""), behind_what_goes}).text.sections[0]), (std::vector<std::string>{"a-1", "a-3"}));
    EXPECT_EQ(applied(applied(g, {change(g, "a-1", Doing::remove, "")}).text, {last}).lost, (std::vector<std::string>{"a-1"}));
}
TEST(Differences, say_from_where_and_to_where_and_of_as_few_as_can_be) {
    const auto g = small();
    auto c = change(g, "a-1", Doing::edit, "Text a-1");
    c.moves = true, c.follows = "a-3";
    const auto after = applied(g, {c}).text;
    const auto told = differences(g, after);   // points into both
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].any().id, "a-1");
    ASSERT_TRUE(told[0].moved);
    EXPECT_EQ(told[0].moved->from, "");
    EXPECT_EQ(told[0].moved->to, "a-3");
    EXPECT_FALSE(differences(g, applied(g, {change(g, "a-1", Doing::remove, "")}).text)[0].moved) << "what stands behind something that went has not moved";
    EXPECT_EQ(differences(g, applied(g, {added("a", "", "a-4", "Tillagt")}).text).size(), 1U) << "what is pushed down has not moved";
}
// Wherever one is moved: it alone is told, but where two have changed places and either may be said to have moved.
TEST(Differences, of_a_move_are_one_statement) {
    std::mt19937 random(20261122);
    const auto& g = danderyds();
    int moves = 0;
    for (int round = 0; round < 300; ++round) {
        const auto& section = g.sections[random() % g.sections.size()];
        const auto n = section.statements.size(), from = static_cast<std::size_t>(random() % n), to = static_cast<std::size_t>(random() % n);
        if (from == to || from == to + 1) continue;   // behind itself, or where it stands
        auto c = change(g, section.statements[from].id, Doing::edit, section.statements[from].text);
        c.moves = true, c.follows = section.statements[to].id;
        const auto after = applied(g, {c}).text;
        const auto told = differences(g, after);
        ASSERT_EQ(told.size(), 1U);
        ASSERT_TRUE(told[0].moved);
        if (to > from + 1 || to + 2 < from) ASSERT_EQ(told[0].any().id, c.statement);
        ASSERT_EQ(stands_behind(*after.find(c.statement).first, c.statement), c.follows);
        ASSERT_TRUE(differences(after, again(written(after))).empty()) << "a frozen version keeps the order";
        ++moves;
    }
    EXPECT_GT(moves, 60);
}
TEST(NextId, is_one_that_nobody_has_or_has_had) {
    EXPECT_EQ(next_id(small(), {}, "a"), "a-4");
    EXPECT_EQ(next_id(small(), {"a-9", "b-20", "a-x", "a-10-2"}, "a"), "a-10");
    EXPECT_EQ(next_id(small(), {}, "b"), "b-3");
}
TEST(Stages, go_one_step_at_a_time_and_end) {
    EXPECT_EQ(next(Stage::writing), Stage::management);
    EXPECT_EQ(next(Stage::board), std::nullopt);
    EXPECT_EQ(previous(Stage::writing), std::nullopt);
    for (const auto stage : stages) {
        EXPECT_EQ(stage_from(key(stage)), stage);
        if (const auto to = next(stage)) EXPECT_EQ(previous(*to), stage);
        if (!open(stage)) EXPECT_FALSE(next(stage) || previous(stage));
    }
}
// Whatever is proposed: what differs is what was proposed, no more and no less, in the order it is read.
TEST(Differences, are_exactly_what_was_proposed) {
    std::mt19937 random(20261122);
    const auto draw = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
    const auto& g = danderyds();
    for (int round = 0; round < 200; ++round) {
        std::vector<Change> changes;
        std::set<std::string> touched;
        for (auto n = draw(8); n-- > 0;) {
            const auto& section = g.sections[draw(g.sections.size())];
            const auto& s = section.statements[draw(section.statements.size())];
            const auto what = draw(3);
            if (what == 2) {
                const auto id = section.id + "-9" + std::to_string(round) + std::to_string(n);
                changes.push_back(added(section.id, draw(2) ? s.id : "", id, "Påhittat " + id)), touched.insert(id);
            } else if (touched.insert(s.id).second) changes.push_back(change(g, s.id, what == 0 ? Doing::edit : Doing::remove, what == 0 ? s.text + " Påhittat." : ""));
        }
        const auto [after, lost] = applied(g, changes);
        ASSERT_TRUE(lost.empty());
        std::set<std::string> told;
        std::size_t at = 0;
        for (const auto& d : differences(g, after)) {
            ASSERT_TRUE(told.insert(d.any().id).second) << d.any().id;
            const auto place = static_cast<std::size_t>(std::find_if(after.sections.begin(), after.sections.end(), [&](const auto& s) { return s.id == d.section->id; }) - after.sections.begin());
            ASSERT_GE(place, at);
            at = place;
        }
        ASSERT_EQ(told, touched);
        ASSERT_TRUE(differences(after, after).empty());
        const auto kept = again(written(after));   // what is frozen is what was decided
        ASSERT_TRUE(differences(after, kept).empty());
    }
}
TEST(Editions, say_what_applied_on_any_day) {
    const std::vector<Edition> all{{3, "", "", "2027-06-01", "", false, true}, {2, "", "", "2027-01-01", "2027-05-31", true, false}, {1, "", "", "", "2026-12-31", false, false}};
    EXPECT_EQ(on_day(all, "2020-01-01")->number, 1);
    EXPECT_EQ(on_day(all, "2026-12-31")->number, 1);
    EXPECT_EQ(on_day(all, "2027-01-01")->number, 2);
    EXPECT_EQ(on_day(all, "2027-05-31")->number, 2);
    EXPECT_EQ(on_day(all, "2027-06-01")->number, 3);
    EXPECT_EQ(on_day({{1, "", "", "2026-01-01", "", true, false}}, "2025-12-31"), nullptr);
}
