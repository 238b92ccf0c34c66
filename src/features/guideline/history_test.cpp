// What was said and decided, on both databases and in every order: the past reads the same whatever comes after.
#include "base/text.hpp"
#include "features/guideline/changes.hpp"
#include "features/guideline/revising.hpp"
#include "platform/calendar/calendar.hpp"
#include "support/privacy_desk.hpp"
#include <random>

using namespace privacy_test;
using namespace guideline;

namespace {
class History : public Municipality {
protected:
    std::mt19937 dice{20261122};
    std::size_t draw(std::size_t most) { return static_cast<std::size_t>(dice() % most); }
    const guideline::Guideline& g() { return danderyds().guideline; }
};

// One operation's head or the director, and a statement that is hers to answer.
struct Voice {
    rights::Actor actor;
    std::string statement;
    std::optional<rights::OperationId> operation;
};
}

TEST_P(History, what_was_said_reads_as_it_stood_at_any_moment) {
    const std::vector<Voice> voices{{acting('h', 'e', rights::Role::head_of_operations), "anhorigperspektiv-6", id<rights::OperationId>('e')},
                                    {acting('h', 'f', rights::Role::head_of_operations), "anhorigperspektiv-6", id<rights::OperationId>('f')},
                                    {acting('d', 'e', rights::Role::director), "uppfoljning-1", std::nullopt}};
    const std::array<std::string, 2> reasons{"Påhittat", "Påhittat igen"};
    std::vector<Answer> model;
    const auto read = [&](base::Instant until) { return database().read([&](db::Reader& reader) { return store::answers(reader, until); }); };
    std::map<std::int64_t, std::vector<Answer>> seen;   // what was read as of a moment, when it was that moment
    for (int round = 0; round < 80; ++round) {
        const auto& voice = voices[draw(3)];
        const auto state = states[draw(4)];
        const auto reason = reasons[draw(2)];
        const Answer* last = nullptr;
        for (const auto& a : model)
            if (a.statement == voice.statement && a.operation == voice.operation) last = &a;
        const bool same = last && last->state == state && last->reason == reason;   // a save alone restamps nothing, in any year
        const auto stored = database().write([&](db::Transaction& tx) { return say(tx, voice.actor, now(), g(), {{crypto::new_id<AnswerId>(random), voice.statement, voice.operation, state, reason}}); });
        ASSERT_TRUE(stored);
        ASSERT_EQ(*stored, same ? 0U : 1U);
        if (!same) model.push_back({voice.statement, voice.operation, state, reason, voice.actor.acting_as()->role, now(), {}, std::nullopt, {}, g().find(voice.statement).second->text});
        seen[now().ms] = read(now());
        ASSERT_EQ(seen[now().ms], model);
        later(1 + static_cast<std::int64_t>(draw(20)) * day);
    }
    for (const auto& [at, answers] : seen) ASSERT_EQ(read({at}), answers);
    ASSERT_TRUE(read({0}).empty());
}

TEST_P(History, a_draft_is_where_its_last_step_says_and_a_version_never_changes) {
    const auto consultant = acting('k', 'e', rights::Role::consultant);
    std::vector<DraftId> drafts;
    std::map<int, std::string> frozen;
    std::map<int, std::vector<Change>> decided_changes;
    const auto newest = [&](db::Reader& reader) {
        const auto all = store::versions(reader);
        return all.empty() ? written(g()) : all.front().source;
    };
    const auto parsed = [&](const std::string& source) {
        pack::Problems problems;
        auto out = parse(source, danderyds().references, problems);
        EXPECT_TRUE(of_grade(problems, pack::Grade::fault).empty()) << listed(problems);
        return out;
    };
    for (int round = 0; round < 120; ++round) {
        later(day / 3);
        if (drafts.empty() || draw(10) == 0) {
            drafts.push_back(crypto::new_id<DraftId>(random));
            database().write([&](db::Transaction& tx) { ASSERT_TRUE(open_draft(tx, consultant, now(), drafts.back(), "Påhittat utkast")); });
            continue;
        }
        const auto id = drafts[draw(drafts.size())];
        database().write([&](db::Transaction& tx) {
            const auto stage = store::find_draft(tx, id)->stage;
            const auto before = store::changes(tx, id);
            if (stage == Stage::writing && draw(3) > 0) {
                const auto text = parsed(newest(tx));
                const auto& section = text.sections[draw(text.sections.size())];
                const auto& s = section.statements[draw(section.statements.size())];
                auto change = unchanged(section, s);
                change.doing = draw(4) == 0 ? Doing::remove : Doing::edit, change.says = s.text + " Påhittat " + std::to_string(round) + ".", change.why = "Påhittat";
                const auto other = store::other_draft_of(tx, s.id, id);
                const auto there = std::find_if(before.begin(), before.end(), [&](const Change& c) { return c.statement == s.id; });
                const bool late = draw(4) == 0;   // another form, opened before something that has changed since
                const auto done = propose(tx, consultant, now(), id, change, late ? "something else" : seen_proposal(there == before.end() ? nullptr : &*there));
                EXPECT_EQ(static_cast<bool>(done), !other && !late);
            } else if (stage == Stage::board && draw(3) > 0) {
                const auto read = [&](db::Reader& reader) { return Newest{parsed(newest(reader)), newest(reader)}; };
                const auto today = calendar::date(now());
                const auto done = decide(tx, consultant, now(), read, {id, today, today, std::nullopt, "§ påhittad", "socialnamnden", "socialdirektor"});
                ASSERT_TRUE(done);
                frozen[*done] = store::find_version(tx, *done)->source;
                frozen.emplace(1, store::find_version(tx, 1)->source);
                decided_changes[*done] = before;
            } else if (open(stage)) {
                const auto to = draw(4) == 0 && previous(stage) ? *previous(stage) : next(stage).value_or(Stage::consultation);
                const auto done = move_draft(tx, consultant, now(), {id, stage, to, calendar::date(now()), "Påhittat"});
                EXPECT_EQ(static_cast<bool>(done), !(stage == Stage::writing && before.empty()));
            } else {
                EXPECT_FALSE(move_draft(tx, consultant, now(), {id, stage, Stage::writing, calendar::date(now()), "Påhittat"}));   // an end is an end
                EXPECT_FALSE(propose(tx, consultant, now(), id, {}, ""));
            }
            const auto steps = store::steps(tx, id);
            ASSERT_EQ(steps.back().stage, store::find_draft(tx, id)->stage);
            for (std::size_t i = 1; i < steps.size(); ++i) ASSERT_TRUE(steps[i].back ? previous(steps[i - 1].stage) == steps[i].stage : next(steps[i - 1].stage).value_or(Stage::decided) == steps[i].stage);
        });
    }
    ASSERT_GE(frozen.size(), 3U) << "the dice decided too little";
    int expected = 1;
    for (const auto& [number, source] : frozen) {
        ASSERT_EQ(number, expected++);
        ASSERT_EQ(database().read([&](db::Reader& reader) { return store::find_version(reader, number)->source; }), source);
        if (number == 1) continue;
        // It is the version before it with the draft's proposals, word for word.
        const auto text = parsed(source);
        const auto wanted = applied(parsed(frozen[number - 1]), decided_changes[number]);
        ASSERT_TRUE(differences(wanted.text, text).empty()) << number;
    }
}
LOTSEN_ON_BOTH_DATABASES(History);
