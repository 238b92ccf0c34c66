#include "features/guideline/revising.hpp"
#include "features/guideline/revising_for_tests.hpp"
#include "platform/pack/folder.hpp"
#include <future>
#include <thread>
// What meets a step or a decision: another one at the same moment, a view that came late, a guideline that is no longer what it was.

using namespace revision_tests;
using namespace std::chrono_literals;

namespace {
class Together : public Revision {
protected:
    const rights::Actor consultant = acting('k', 'e', Role::consultant);

    static guideline::DraftId in(const std::string& path) { return *guideline::DraftId::from(path.substr(path.rfind('/') + 1)); }
    static guideline::Newest newest(db::Reader& reader) {
        const auto all = guideline::store::versions(reader);
        auto source = all.empty() ? guideline::written(danderyds().guideline) : all.front().source;
        pack::Problems ignored;
        auto text = guideline::parse(source, {}, ignored);
        return {std::move(text), std::move(source)};
    }
    static guideline::Decision decision_of(const std::string& path) {
        const auto today = *calendar::date_from("2026-11-22");
        return {in(path), today, today, std::nullopt, "§ 99 påhittad", "socialnamnden", "socialdirektor"};
    }
    auto decides(const std::string& path, std::function<guideline::Newest(db::Reader&)> read = newest) {
        return [=, this](db::Transaction& tx) { return guideline::decide(tx, consultant, now(), read, decision_of(path)); };
    }
    void a_view_comes(const std::string& path) {
        database().write([&](db::Transaction& tx) {
            tx.execute(db::Sql{"test.view", "INSERT INTO participation_view (area, id, draft, paragraph, way, perspective, arrived_at, made_at, kind) VALUES (?1, ?2, ?3, '', 'paper', 'carer', ?4, ?4, 'unsorted')"}, {std::string(22, 'e'), std::string(22, 'v'), in(path), now().ms});
        });
    }
    void it_is_answered() {
        database().write([&](db::Transaction& tx) { tx.execute(db::Sql{"test.answered", "UPDATE participation_view SET kind = 'no_proposal', sorted_at = ?1"}, {now().ms}); });
    }
};
}

TEST_P(Together, two_decisions_at_once_both_stand_in_the_newest_version) {
    enter('k', 'e', Role::consultant);
    const auto one = begun("Ett påhittat"), other = begun("Ett annat påhittat");
    edit(one);
    edit(other, "uppfoljning-4", "Något annat ska göras. Påhittat.");
    to_the_board(one), to_the_board(other);
    std::promise<void> read, decided;
    const auto slowly = [&, done = decided.get_future().share()](db::Reader& reader) {
        auto out = newest(reader);
        read.set_value();
        done.wait_for(300ms);
        return out;
    };
    std::thread beside([&] { EXPECT_TRUE(database().write(decides(other, slowly))); });
    read.get_future().wait();
    EXPECT_TRUE(database().write(decides(one)));
    decided.set_value();
    beside.join();
    const auto now = database().read([](db::Reader& reader) { return newest(reader).text; });
    EXPECT_EQ(now.version, 3);
    EXPECT_EQ(now.find(edited).second->text, new_words);
    EXPECT_EQ(now.find("uppfoljning-4").second->text, "Något annat ska göras. Påhittat.");
}
TEST_P(Together, nothing_is_proposed_while_the_draft_goes_out) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    const auto today = *calendar::date_from("2026-11-22");
    const auto [section, statement] = danderyds().guideline.find("uppfoljning-4");
    const auto change = guideline::unchanged(*section, *statement);
    std::promise<void> moved, proposed;
    std::thread beside([&, done = proposed.get_future()] {
        database().write([&](db::Transaction& tx) {
            EXPECT_TRUE(guideline::move_draft(tx, consultant, now(), {in(draft), guideline::Stage::writing, guideline::Stage::management, today, {}}));
            moved.set_value();
            done.wait_for(300ms);
        });
    });
    moved.get_future().wait();
    const auto late = database().write([&](db::Transaction& tx) { return guideline::propose(tx, consultant, now(), in(draft), change, ""); });
    proposed.set_value();
    beside.join();
    ASSERT_FALSE(late);
    EXPECT_EQ(late.refusal(), guideline::RevisionRefusal::elsewhere);
    EXPECT_EQ(database().read([&](db::Reader& reader) { return guideline::store::changes(reader, in(draft)).size(); }), 1U);
}
TEST_P(Together, a_decision_that_would_lose_a_proposal_is_refused) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    to_the_board(draft);
    const auto without_it = [](db::Reader& reader) {
        auto out = newest(reader);
        for (auto& section : out.text.sections) std::erase_if(section.statements, [](const guideline::Statement& s) { return s.id == edited; });
        return out;
    };
    const auto refused = database().write(decides(draft, without_it));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal(), guideline::RevisionRefusal::lost);
    EXPECT_EQ(last_step(draft).stage, guideline::Stage::board);
    EXPECT_TRUE(database().write(decides(draft)));
}
TEST_P(Together, a_decision_waits_for_late_views) {   // J4
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    to_the_board(draft);
    a_view_comes(draft);
    const auto page = decide(draft);
    EXPECT_EQ(page.status(), 422);
    EXPECT_TRUE(page.says("En synpunkt har inte fått svar."));
    EXPECT_EQ(page.text("//input[@name='number']/@value"), "§ 99 påhittad");
    it_is_answered();
    EXPECT_EQ(decide(draft).status(), 303);
}
TEST_P(Together, what_is_written_after_a_step_back_is_on_no_public_page) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
    const auto asked = "/tyck-till/" + std::string(in(draft).text());
    EXPECT_TRUE(site->get(asked).says(new_words));
    ASSERT_EQ(step(draft, "consultation", "management", {{"back_words", "Påhittat: otydligt"}}).status(), 303);
    EXPECT_FALSE(site->get(asked).says(new_words));
    ASSERT_EQ(step(draft, "management", "writing", {{"back_words", "Påhittat: otydligt"}}).status(), 303);
    edit(draft, edited, "Halvskrivet. Påhittat.");
    const auto page = site->get(asked);
    EXPECT_FALSE(page.says("Halvskrivet. Påhittat."));
    EXPECT_TRUE(page.says("Just nu tar vi inte emot synpunkter på det här utkastet."));
    EXPECT_TRUE(page.says(danderyds().guideline.find(edited).second->text)) << "what applies, whatever is written now";
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
    EXPECT_TRUE(site->get(asked).says("Halvskrivet. Påhittat."));
}
TEST_P(Together, views_of_a_withdrawn_draft_stay_to_be_answered) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun(), never_asked = begun("Ett annat påhittat");
    edit(draft);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
    a_view_comes(draft);
    ASSERT_EQ(step(draft, "consultation", "withdrawn", {{"withdrawn_words", "Påhittat: behövs inte"}}).status(), 303);
    ASSERT_EQ(step(never_asked, "writing", "withdrawn", {{"withdrawn_words", "Påhittat: behövs inte"}}).status(), 303);
    const auto page = site->get("/personal/riktlinje/synpunkter");
    EXPECT_TRUE(page.says("Påhittad revidering (tillbakadraget)"));
    EXPECT_FALSE(page.says("Ett annat påhittat"));
    EXPECT_FALSE(site->get("/tyck-till").says("Påhittad revidering"));
}
TEST_P(Together, a_step_and_a_decision_ask_who_it_is_once_more) {   // T21
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    site->gate().stale();
    EXPECT_EQ(step(draft, "writing", "management").header("Location"), "/bekrafta");
    EXPECT_EQ(last_step(draft).stage, guideline::Stage::writing);
    enter('k', 'e', Role::consultant);
    to_the_board(draft);
    site->gate().stale();
    EXPECT_EQ(decide(draft).header("Location"), "/bekrafta");
    EXPECT_EQ(last_step(draft).stage, guideline::Stage::board);
}
TEST_P(Together, the_line_of_a_decision_has_the_fingerprint_of_the_version) {
    enter('k', 'e', Role::consultant);
    (void)decided();
    const auto source = database().read([](db::Reader& reader) { return guideline::store::find_version(reader, 2)->source; });
    const auto lines = audit_lines(database());
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const AuditLine& l) { return l.act == "confirm" && l.object == "version-2" && l.reason == pack::content_hash(source); }));
}
TEST_P(Together, a_version_changed_in_the_database_is_found) {
    enter('k', 'e', Role::consultant);
    (void)decided();
    const auto found = [&] { return database().read([](db::Reader& reader) { return guideline::store::fingerprints(reader); }); };
    ASSERT_EQ(found().size(), 1U) << "nobody decided the first one here";
    EXPECT_FALSE(found()[0].logged.empty());
    EXPECT_FALSE(found()[0].changed());
    database().write([](db::Transaction& tx) { tx.execute({"test.rewritten", "UPDATE guideline_version SET source = replace(source, ?1, ?2) WHERE number = 2"}, {new_words, "Påhittat annat."}); });
    EXPECT_TRUE(found()[0].changed());
}
TEST_P(Together, content_that_is_not_the_decided_version_is_told) {
    enter('k', 'e', Role::consultant);
    (void)decided();
    EXPECT_FALSE(site->get(at).says("Webbplatsen visar något annat än det som är beslutat"));
    database().write([](db::Transaction& tx) { tx.execute({"test.other_words", "UPDATE guideline_version SET source = replace(source, ?1, ?2) WHERE number = 2"}, {new_words, "Påhittat annat."}); });
    EXPECT_TRUE(site->get(at).says("Webbplatsen visar något annat än det som är beslutat"));
}
LOTSEN_ON_BOTH_DATABASES(Together);
