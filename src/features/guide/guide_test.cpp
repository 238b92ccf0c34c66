#include "features/guide/guide.hpp"
#include "base/text.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace guide;

namespace {
const Guide& questions() { return support::danderyds().guide; }
const directory::Catalogue& catalogue() { return *support::danderyds().catalogue; }

const Option* option(std::string_view question, std::string_view key) {
    for (const auto& q : questions().questions)
        for (const auto& o : q.options)
            if (q.key == question && o.key == key) return &o;
    throw std::runtime_error("the guide has no " + std::string(question) + ":" + std::string(key));
}
Result of(const Answers& answers) { return result(questions(), catalogue(), *support::danderyds().library, answers); }
std::vector<Answers> each_alone() {
    std::vector<Answers> out;
    for (const auto& q : questions().questions)
        for (const auto& o : q.options) out.push_back({&o});
    return out;
}
std::vector<Answers> each_pair() {
    std::vector<Answers> out;
    for (const auto& one : each_alone())
        for (const auto& other : each_alone())
            if (one[0] < other[0]) out.push_back({one[0], other[0]});
    return out;
}
std::string said(const Answers& answers) {
    std::string out;
    for (const auto* o : answers) out += o->text.sv + " · ";
    return out;
}
const std::vector<Suggestion>& group(const Result& r, Placing p) { return r.groups[static_cast<std::size_t>(p)]; }
std::vector<const Suggestion*> all(Result&&) = delete;   // it would point into what is gone
std::vector<const Suggestion*> all(const Result& r) {
    std::vector<const Suggestion*> out;
    for (const auto& g : r.groups)
        for (const auto& s : g) out.push_back(&s);
    return out;
}
bool shows(const Result& r, std::string_view name) {
    const auto shown = all(r);
    return std::any_of(shown.begin(), shown.end(), [&](const auto* s) { return s->offer->name == name; });
}
bool leads_to_page(const Result& r, std::string_view name) {
    return std::any_of(r.pages.begin(), r.pages.end(), [&](const auto* page) { return page->name == name; });
}
}

TEST(Guide, asks_at_most_six_questions) {
    EXPECT_LE(questions().questions.size(), 6u);
    EXPECT_GE(questions().questions.size(), 4u);
    pack::Problems problems;
    std::string seven = "default = []\n";
    for (int i = 0; i < 7; ++i) seven += "[[question]]\nkey = \"q" + std::to_string(i) + "\"\nanswers = \"one\"\ntext = \"Vad?\"\n[[question.option]]\nkey = \"a\"\ntext = \"Ja\"\n";
    (void)parse(seven, catalogue(), *support::danderyds().library, problems);
    EXPECT_TRUE(support::finding(problems, "fler än sex frågor"));
}
TEST(Guide, an_answer_that_leads_nowhere_is_a_fault_in_the_pack) {
    for (const auto& [line, reason] : {std::pair{"matches = [\"need:tala\"]", "”need:tala” finns inte"}, {"leads_to = [\"finns-inte\"]", "Stödet ”finns-inte” finns inte."},
                                       {"pages = [\"finns-inte\"]", "Sidan ”finns-inte” finns inte."}, {"matches = [\"need:talk\"]", "säger inte varför"}}) {
        pack::Problems problems;
        (void)parse("default = []\n[[question]]\nkey = \"q\"\nanswers = \"one\"\ntext = \"Vad?\"\n[[question.option]]\nkey = \"a\"\ntext = \"Ja\"\n" + std::string(line) + "\n", catalogue(), *support::danderyds().library, problems);
        EXPECT_TRUE(support::finding(problems, reason)) << line << support::listed(problems);
    }
}
TEST(Guide, skipping_everything_still_gives_a_useful_list) {
    const auto r = of({});
    EXPECT_TRUE(r.nothing_said);
    EXPECT_GE(group(r, Placing::direct).size(), 3u);
    EXPECT_GE(group(r, Placing::needs_decision).size(), 2u);
    EXPECT_GE(group(r, Placing::own_sake).size(), 1u);
}
TEST(Guide, every_answer_alone_gives_something_one_can_use_today) {
    for (const auto& answers : each_alone()) {
        const auto r = of(answers);
        EXPECT_GE(group(r, Placing::direct).size(), 1u) << said(answers);
        EXPECT_FALSE(r.nothing_said) << said(answers) << "gives no more than skipping it";
    }
}
TEST(Guide, what_an_answer_leads_to_first_comes_first_in_its_group) {
    for (const auto& answers : each_alone()) {
        if (answers[0]->leads_to.empty()) continue;
        const auto r = of(answers);
        EXPECT_TRUE(shows(r, answers[0]->leads_to.front())) << said(answers);
        for (const auto& g : r.groups) {
            const auto led = [&](const Suggestion& s) { return std::find(answers[0]->leads_to.begin(), answers[0]->leads_to.end(), s.offer->name) != answers[0]->leads_to.end(); };
            if (std::any_of(g.begin(), g.end(), led)) {
                EXPECT_TRUE(led(g.front())) << said(answers) << g.front().offer->name;
            }
        }
    }
}
TEST(Guide, no_two_answers_together_leave_somebody_with_nothing) {
    for (const auto& answers : each_pair()) EXPECT_GE(group(of(answers), Placing::direct).size(), 1u) << said(answers);
}
TEST(Guide, says_of_every_support_why_it_is_shown) {
    for (const auto& answers : each_pair()) {
        const auto r = of(answers);
        if (r.nothing_said) continue;
        for (const auto* s : all(r)) {
            const auto& many = questions().when_nothing_is_said;   // fills up; the page says of these that they are good to know of
            ASSERT_TRUE(!s->because.empty() || std::find(many.begin(), many.end(), s->offer->name) != many.end()) << said(answers) << s->offer->name;
            for (const auto* reason : s->because) EXPECT_FALSE(reason->because.sv.empty()) << said(answers);
        }
    }
}
TEST(Guide, gives_enough_to_choose_from_even_after_one_answer_but_never_more_beside_grief_or_fear) {
    for (const auto& q : questions().questions)
        for (const auto& option : q.options) {
            const auto r = of({&option});
            if (option.alone) {
                for (const auto* s : all(r)) EXPECT_FALSE(s->because.empty()) << option.key << s->offer->name;
            } else if (option.matches.any()) {
                EXPECT_GE(all(r).size(), 5u) << option.key;
            }
        }
}
TEST(Guide, gives_its_reasons_in_the_carers_words) {
    for (const auto& q : questions().questions)
        for (const auto& o : q.options) {
            const auto low = base::lower(o.because.sv + " " + o.text.sv);
            for (const char* officialese : {"närstående", "anhörigvårdare", "insats", "bistånd", "behovsbedöm", "brukare", "demens", "diagnos"}) EXPECT_EQ(low.find(officialese), std::string::npos) << o.key << ": " << officialese;
            EXPECT_FALSE(o.because.sv.ends_with('.')) << o.because.sv;
            EXPECT_EQ(o.because.sv.substr(0, 1), base::lower(o.because.sv.substr(0, 1))) << o.because.sv;
        }
}
TEST(Guide, never_shows_a_child_what_is_only_for_grown_ups) {
    const auto* child = catalogue().vocabulary().find("age:child");
    const auto ages = catalogue().vocabulary().all(directory::Facet::age);
    for (auto answers : each_alone()) {
        if (answers[0]->matches[child->number]) continue;
        answers.push_back(option("age", "child"));
        const auto r = of(answers);
        for (const auto* s : all(r)) EXPECT_TRUE((s->offer->terms & ages).none() || s->offer->terms[child->number]) << said(answers) << s->offer->name;
    }
    EXPECT_TRUE(leads_to_page(of({option("age", "child")}), "ung"));
}
TEST(Guide, shows_support_for_a_shared_home_whoever_asks_and_wherever_they_live) {   // guideline U4
    const auto& who_question = questions().questions.front();
    ASSERT_EQ(who_question.key, "who");
    for (const auto& who : who_question.options) EXPECT_TRUE(shows(of({&who, option("help", "respite")}), "avlosning-i-hemmet")) << who.text.sv;
    EXPECT_TRUE(shows(of({option("around", "distance"), option("help", "respite")}), "avlosning-i-hemmet"));
    EXPECT_TRUE(shows(of({option("help", "housing")}), "vaxelvard"));
}
TEST(Guide, fear_leads_to_the_page_about_violence_first) {
    const auto r = of({option("hardest", "afraid")});
    ASSERT_FALSE(r.pages.empty());
    EXPECT_EQ(r.pages.front()->name, "information");
    ASSERT_FALSE(group(r, Placing::direct).empty());
    EXPECT_EQ(group(r, Placing::direct).front().offer->name, "stod-vid-vald");
    for (auto answers : each_alone()) {
        answers.push_back(option("hardest", "afraid"));
        EXPECT_TRUE(leads_to_page(of(answers), "information")) << said(answers);
    }
}
TEST(Guide, tells_apart_who_applies) {   // guideline U2, U5
    for (const auto& answers : each_pair()) {
        const auto r = of(answers);
        for (const auto& s : group(r, Placing::needs_decision)) EXPECT_TRUE(s.offer->applied_for() && s.offer->given_to == directory::GivenTo::cared_for) << s.offer->name;
        for (const auto& s : group(r, Placing::own_sake)) EXPECT_TRUE(s.offer->applied_for() && s.offer->given_to != directory::GivenTo::cared_for) << s.offer->name;
        for (const auto& s : group(r, Placing::direct)) EXPECT_FALSE(s.offer->applied_for()) << s.offer->name;
    }
}
TEST(Guide, takes_one_answer_where_one_is_asked_for_and_forgets_what_it_does_not_know) {
    const auto answers = answered(questions(), [](std::string_view question) -> std::vector<std::string_view> {
        if (question == "who") return {"parent", "partner"};
        if (question == "help") return {"talk", "respite", "<script>", "DROP TABLE"};
        return {};
    });
    EXPECT_EQ(said(answers), said({option("who", "parent"), option("help", "talk"), option("help", "respite")}));
}
