#include "features/guideline/state.hpp"
#include "support/danderyd.hpp"
#include "support/standing_gate.hpp"
#include <gtest/gtest.h>
#include <random>

using namespace guideline;

namespace {
using support::id_of;
rights::OperationId operation(char c) { return id_of<rights::OperationId>(c); }
const Guideline& g() { return support::danderyds().guideline; }
const Statement& of_each() { return *g().find("anhorigperspektiv-6").second; }   // verksamhetschef
const Statement& of_whole() { return *g().find("uppfoljning-1").second; }        // socialdirektor
const Statement& of_agency() { return *g().find("slutkommentarer-5").second; }
Answer said(const Statement& s, std::optional<rights::OperationId> where, State state, std::int64_t at) { return {s.id, where, state, "skäl", rights::Role::director, {at}}; }
std::vector<Operation> operations(std::initializer_list<char> letters) {
    std::vector<Operation> out;
    for (const char c : letters) out.push_back({operation(c), std::string(1, c)});
    return out;
}
rights::Actor as(rights::Role role, char where) {
    return support::actor_with('a', {{id_of<rights::AssignmentId>('b'), role, id_of<rights::UnitId>('u'), operation(where), id_of<rights::AreaId>('A')}});
}
}

TEST(State, what_nobody_has_said_is_unknown) {
    for (const auto* s : {&of_each(), &of_whole()}) {
        const auto all = operations({'e', 'f'});
        const auto t = tally(Answers(), g(), *s, all);
        EXPECT_EQ(t.state, State::unknown);
        EXPECT_EQ(t.answered, 0U);
    }
    EXPECT_EQ(tally(Answers(), g(), of_each(), {}).state, State::unknown);   // no operation: nobody to ask, so nothing is known
}
TEST(State, of_several_operations_only_a_whole_answer_counts) {
    const auto all = operations({'e', 'f'});
    const auto with = [&](std::optional<State> e, std::optional<State> f) {
        std::vector<Answer> list;
        if (e) list.push_back(said(of_each(), operation('e'), *e, 1));
        if (f) list.push_back(said(of_each(), operation('f'), *f, 2));
        return tally(Answers(list, {9}), g(), of_each(), all);
    };
    EXPECT_EQ(with(State::met, State::met).state, State::met);
    EXPECT_EQ(with(State::met, State::not_met).state, State::partly);
    EXPECT_EQ(with(State::not_met, State::not_met).state, State::not_met);
    EXPECT_EQ(with(State::met, State::unknown).state, State::unknown);
    const auto half = with(State::met, std::nullopt);
    EXPECT_EQ(half.state, State::unknown);
    EXPECT_EQ(half.answered, 1U);
    ASSERT_EQ(half.missing.size(), 1U);
    EXPECT_EQ(half.missing[0]->name, "f");
}
TEST(State, an_answer_of_an_operation_that_is_no_longer_there_does_not_count) {
    const Answers answers({said(of_each(), operation('x'), State::not_met, 1), said(of_each(), operation('e'), State::met, 2)}, {9});
    const auto all = operations({'e'});
    EXPECT_EQ(tally(answers, g(), of_each(), all).state, State::met);
}
TEST(State, the_head_answers_for_her_own_the_director_for_the_whole_and_nobody_for_the_agency) {
    using rights::Role;
    EXPECT_TRUE(may_answer(as(Role::head_of_operations, 'e'), g(), of_each(), operation('e')));
    EXPECT_FALSE(may_answer(as(Role::head_of_operations, 'e'), g(), of_each(), operation('f')));
    EXPECT_FALSE(may_answer(as(Role::head_of_operations, 'e'), g(), of_each(), std::nullopt));
    EXPECT_FALSE(may_answer(as(Role::head_of_operations, 'e'), g(), of_whole(), std::nullopt));
    EXPECT_FALSE(may_answer(as(Role::front_line, 'e'), g(), of_each(), operation('e')));
    EXPECT_TRUE(may_answer(as(Role::director, 'e'), g(), of_whole(), std::nullopt));
    EXPECT_FALSE(may_answer(as(Role::director, 'e'), g(), of_each(), operation('e')));
    EXPECT_TRUE(may_answer(as(Role::consultant, 'e'), g(), *g().find("uppfoljning-6").second, std::nullopt));
    EXPECT_FALSE(may_answer(as(Role::consultant, 'e'), g(), of_whole(), std::nullopt));
    for (const auto role : rights::roles) EXPECT_FALSE(may_answer(as(role, 'e'), g(), of_agency(), std::nullopt));
}
// The history read as of any moment is what a reader with a list and a finger would find.
TEST(State, as_of_any_moment_the_last_that_was_said_holds) {
    std::mt19937 random(20261122);
    const auto draw = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    const std::array places{std::optional<rights::OperationId>(), std::optional(operation('e')), std::optional(operation('f'))};
    const std::array statements{&of_each(), &of_whole()};
    for (int round = 0; round < 300; ++round) {
        std::vector<Answer> history;
        std::int64_t at = 0;
        for (int i = draw(12); i > 0; --i) history.push_back(said(*statements[static_cast<std::size_t>(draw(2))], places[static_cast<std::size_t>(draw(3))], states[static_cast<std::size_t>(draw(4))], at += 1 + draw(5)));
        const base::Instant until{draw(40)};
        const Answers answers(history, until);
        for (const auto* s : statements)
            for (const auto& place : places) {
                const Answer* expected = nullptr;
                for (const auto& one : history)
                    if (one.at.ms <= until.ms && one.statement == s->id && one.operation == place) expected = &one;
                const auto* found = answers.of(s->id, place);
                ASSERT_EQ(found != nullptr, expected != nullptr);
                if (found) ASSERT_EQ(*found, *expected);
            }
        auto more = history;   // what is said later changes nothing before
        more.push_back(said(of_each(), operation('e'), State::met, at + 100));
        const auto all = operations({'e', 'f'});
        ASSERT_EQ(tally(Answers(more, until), g(), of_each(), all).state, tally(answers, g(), of_each(), all).state);
    }
}
