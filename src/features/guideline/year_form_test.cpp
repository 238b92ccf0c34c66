// The year's form: what its sender has not touched is not hers to say, and what somebody else said meanwhile stands.
#include "features/guideline/changes.hpp"
#include "support/privacy_desk.hpp"

using namespace privacy_test;

namespace {
const std::string year = "/personal/arsuttalande", first = "uppfoljning-1", second = "uppfoljning-4";

class YearForm : public Municipality {
protected:
    // All that the browser would send of the form as it was shown, with these fields in place of what was there.
    web::Fields filled(const Page& page, const web::Fields& changed) {
        web::Fields out;
        const auto typed = [&](const std::string& name) { return std::find_if(changed.begin(), changed.end(), [&](const auto& f) { return f.first == name; }); };
        const auto put = [&](const std::string& name, const std::string& value) { out.emplace_back(name, typed(name) == changed.end() ? value : typed(name)->second); };
        for (const auto& name : page.all("//input[starts-with(@name,'sedd-')]/@name")) {
            const auto id = name.substr(5);
            put(name, page.text("//input[@name='" + name + "']/@value"));
            put("lage-" + id, page.text("//input[@name='lage-" + id + "' and @checked]/@value"));
            put("skal-" + id, page.text("//textarea[@name='skal-" + id + "']"));
        }
        for (const auto& f : changed)
            if (f.first.rfind("igen-", 0) == 0 || f.first.find('-') == std::string::npos) out.push_back(f);
        return out;
    }
    std::vector<guideline::Answer> answers(const std::string& statement) {
        return database().read([&](db::Reader& reader) { return guideline::store::answers_of(reader, statement); });
    }
    void say(const std::string& statement, const std::string& state, const std::string& reason = "Påhittat skäl") {
        ASSERT_EQ(site->send("/personal/riktlinje/" + statement + "/lage", {{"state", state}, {"reason", reason}}).status(), 303);
        later(1000);
    }
};
}

TEST_P(YearForm, a_save_stores_what_was_changed_and_leaves_what_others_said) {
    enter('d', 'e', Role::director);
    say(first, "partly", "A:s gamla"), say(second, "met");
    const auto one = site->get(year), other = site->get(year);   // two windows
    ASSERT_EQ(site->send(year, filled(one, {{"lage-" + first, "met"}, {"skal-" + first, "A:s nya"}})).status(), 303);
    later(1000);
    ASSERT_EQ(site->send(year, filled(other, {{"lage-" + second, "not_met"}, {"skal-" + second, "B:s nya"}})).status(), 303);
    EXPECT_EQ(answers(first).front().reason, "A:s nya") << "a save of another statement put the old answer back";
    EXPECT_EQ(answers(first).size(), 2U);
    EXPECT_EQ(answers(second).front().reason, "B:s nya");
}
TEST_P(YearForm, the_same_statement_changed_by_two_is_refused_with_both_shown) {
    enter('d', 'e', Role::director);
    say(first, "partly", "Påhittat från början");
    const auto one = site->get(year), other = site->get(year);
    ASSERT_EQ(site->send(year, filled(one, {{"lage-" + first, "met"}, {"skal-" + first, "A:s nya"}})).status(), 303);
    later(1000);
    const auto refused = site->send(year, filled(other, {{"lage-" + first, "not_met"}, {"skal-" + first, "B:s nya"}, {"lage-" + second, "met"}}));
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Ett annat svar har sparats sedan du öppnade sidan: Uppfyllt. A:s nya"));
    EXPECT_EQ(refused.text("//textarea[@name='skal-" + first + "']"), "B:s nya");
    EXPECT_TRUE(refused.has("//input[@name='lage-" + first + "' and @value='not_met' and @checked]"));
    EXPECT_TRUE(refused.has("//input[@name='lage-" + second + "' and @value='met' and @checked]"));
    EXPECT_TRUE(answers(second).empty()) << "all are stored, or none";
    EXPECT_EQ(answers(first).front().reason, "A:s nya");
    ASSERT_EQ(site->send(year, filled(refused, {})).status(), 303);   // she has seen both
    EXPECT_EQ(answers(first).front().reason, "B:s nya");
    EXPECT_EQ(answers(second).size(), 1U);
}
TEST_P(YearForm, a_new_year_restamps_only_what_is_said_to_hold) {
    enter('d', 'e', Role::director);
    say(first, "met"), say(second, "met");
    EXPECT_FALSE(site->get(year).has("//input[@name='igen-" + first + "']")) << "said today";
    later(60 * day);
    ASSERT_EQ(site->send(year, filled(site->get(year), {})).status(), 303);
    EXPECT_EQ(answers(first).size() + answers(second).size(), 2U) << "an untouched save says nothing";
    EXPECT_TRUE(site->get(year).says("Stämmer fortfarande"));
    ASSERT_EQ(site->send(year, filled(site->get(year), {{"igen-" + first, "ja"}})).status(), 303);
    EXPECT_EQ(answers(first).size(), 2U);
    EXPECT_EQ(answers(first).front().at, now());
    EXPECT_EQ(answers(first).front().reason, "Påhittat skäl");
    EXPECT_EQ(answers(second).size(), 1U);
}
TEST_P(YearForm, one_statement_opened_in_two_windows_is_not_overwritten_unseen) {
    enter('d', 'e', Role::director);
    say(first, "partly");
    const auto path = "/personal/riktlinje/" + first;
    const auto then = site->get(path).text("//input[@name='sedd']/@value");
    say(first, "met", "A:s nya");
    const auto refused = site->send(path + "/lage", {{"state", "not_met"}, {"reason", "B:s nya"}, {"sedd", then}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("A:s nya"));
    EXPECT_EQ(refused.text("//textarea[@name='reason']"), "B:s nya");
    EXPECT_EQ(site->send(path + "/lage", {{"state", "not_met"}, {"reason", "B:s nya"}, {"sedd", refused.text("//input[@name='sedd']/@value")}}).status(), 303);
    EXPECT_EQ(answers(first).front().reason, "B:s nya");
}
LOTSEN_ON_BOTH_DATABASES(YearForm);
