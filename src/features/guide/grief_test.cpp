#include "features/guide/guide.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace guide;

namespace {
const Option* option(std::string_view question, std::string_view key) {
    for (const auto& q : support::danderyds().guide.questions)
        for (const auto& o : q.options)
            if (q.key == question && o.key == key) return &o;
    throw std::runtime_error("the guide has no " + std::string(question) + ":" + std::string(key));
}
Result of(const Answers& answers) { return result(support::danderyds().guide, *support::danderyds().catalogue, *support::danderyds().library, answers); }
const std::vector<Suggestion>& group(const Result& r, Placing p) { return r.groups[static_cast<std::size_t>(p)]; }
}

TEST(Grief, gives_its_one_reason_and_sends_nobody_to_forms) {
    const auto* died = option("around", "bereaved");
    const auto r = of({option("who", "partner"), died});
    EXPECT_EQ(group(r, Placing::direct).front().offer->name, "stod-efter-dodsfall");
    EXPECT_TRUE(group(r, Placing::needs_decision).empty());
    for (const auto& g : r.groups)
        for (const auto& s : g) {
            const bool shared = (s.offer->terms & died->matches).any() || std::find(died->leads_to.begin(), died->leads_to.end(), s.offer->name) != died->leads_to.end();
            if (shared) { EXPECT_EQ(s.because, Answers{died}) << s.offer->name; }
        }
}
TEST(Child, is_shown_somebody_to_talk_to_and_no_forms) {
    const auto r = of({option("who", "parent"), option("about", "drinking"), option("age", "child")});
    EXPECT_EQ(r.pages.front()->name, "ung");
    EXPECT_EQ(group(r, Placing::direct).front().offer->name, "stod-till-barn");
    EXPECT_TRUE(group(r, Placing::needs_decision).empty());
}
TEST(Answer, names_the_best_first) {
    const auto r = of({option("hardest", "money")});
    EXPECT_EQ(group(r, Placing::direct).front().offer->name, "budget-och-skuldradgivning");
    EXPECT_EQ(group(r, Placing::own_sake).front().offer->name, "narstaendepenning");
}
