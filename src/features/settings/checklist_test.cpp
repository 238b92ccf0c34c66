#include "features/settings/public.hpp"
#include <gtest/gtest.h>

using namespace settings;
namespace {
Facts finished() {
    Facts f;
    f.named = f.own_address = f.look_changed = f.promise = f.backup_known = f.units = f.head = f.consultant = f.provider = f.lawyer_answered = f.guideline_approved = true;
    f.contacts = 6, f.administrators = 2;
    f.keys_kept = f.provider_tested = "2026-11-22";
    f.backup_at = base::Instant{1};
    return f;
}
State state_of(const Facts& facts, std::string_view key) {
    for (const auto& step : steps(facts))
        if (step.key == key) return step.state;
    throw std::runtime_error("no step " + std::string(key));
}
}

TEST(Checklist, of_a_new_installation_has_nothing_done_that_nobody_did) {
    const auto p = progress(steps(Facts{.contacts = 6, .contacts_unfilled = 6, .backup_known = true, .administrators = 1, .legal_gaps = 18, .retention_undecided = 3, .texts_unfilled = 40}));
    EXPECT_EQ(p.done, 0);
    EXPECT_EQ(p.of, 16);
    EXPECT_FALSE(p.finished());
}
TEST(Checklist, is_finished_when_everything_is_so) {
    EXPECT_TRUE(progress(steps(finished())).finished());
    EXPECT_EQ(progress(steps(finished())).of, 16);
}
// Each fact taken away opens exactly its own step.
TEST(Checklist, each_fact_has_its_step) {
    const std::vector<std::pair<std::string, std::function<void(Facts&)>>> undone{
        {"namn", [](Facts& f) { f.named = false; }}, {"adress", [](Facts& f) { f.own_address = false; }}, {"utseende", [](Facts& f) { f.look_changed = false; }},
        {"kontakter", [](Facts& f) { f.contacts_unfilled = 1; }}, {"kontakter", [](Facts& f) { f.contacts = 0; }}, {"loften", [](Facts& f) { f.promise = false; }},
        {"nyckelfil", [](Facts& f) { f.keys_kept.clear(); }}, {"kopia", [](Facts& f) { f.backup_at.reset(); }}, {"tva", [](Facts& f) { f.administrators = 1; }},
        {"inloggning", [](Facts& f) { f.provider_tested.clear(); }}, {"enheter", [](Facts& f) { f.units = false; }}, {"uppdrag", [](Facts& f) { f.head = false; }},
        {"uppdrag", [](Facts& f) { f.consultant = false; }}, {"beslut", [](Facts& f) { f.legal_gaps = 1; }}, {"jurist", [](Facts& f) { f.lawyer_answered = false; }},
        {"gallring", [](Facts& f) { f.retention_undecided = 1; }}, {"riktlinje", [](Facts& f) { f.guideline_approved = false; }}, {"texter", [](Facts& f) { f.texts_unfilled = 1; }}};
    for (const auto& [key, undo] : undone) {
        auto facts = finished();
        undo(facts);
        for (const auto& step : steps(facts)) EXPECT_EQ(step.state, step.key == key ? State::not_yet : State::done) << key << ": " << step.key;
    }
}
TEST(Checklist, a_provider_that_is_consciously_not_used_is_not_needed) {
    auto facts = finished();
    facts.provider = false;
    EXPECT_EQ(state_of(facts, "inloggning"), State::not_yet);   // tested once, but gone now
    facts.provider_not_used = "2026-11-22";
    EXPECT_EQ(state_of(facts, "inloggning"), State::not_needed);
    EXPECT_EQ(progress(steps(facts)).of, 15);
    EXPECT_TRUE(progress(steps(facts)).finished());
    facts.provider = true, facts.provider_tested.clear();
    EXPECT_EQ(state_of(facts, "inloggning"), State::not_yet);   // chosen after all
}
TEST(Checklist, who_keeps_the_look_as_it_is_says_so) {
    auto facts = finished();
    facts.look_changed = false;
    facts.look_kept = "2026-11-22";
    EXPECT_EQ(state_of(facts, "utseende"), State::done);
}
TEST(Checklist, every_step_says_what_who_and_how) {
    for (const auto& step : steps(Facts{})) {
        EXPECT_GT(std::string(step.says).size(), 20U) << step.key;
        EXPECT_GT(std::string(step.who).size(), 4U) << step.key;
        EXPECT_TRUE(!*step.path || *step.path == '/') << step.key;
    }
}
TEST(Checklist, reads_what_was_confirmed) {
    Facts f;
    read_confirmed("keys_kept = \"2026-11-22\"\nprovider_not_used = \"\"\n", f);
    EXPECT_EQ(f.keys_kept, "2026-11-22");
    EXPECT_EQ(f.provider_not_used, "");
    read_confirmed("", f);
    EXPECT_EQ(f.keys_kept, "");
}
