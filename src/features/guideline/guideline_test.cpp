#include "features/guideline/public.hpp"
#include "base/text.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>
#include <regex>

using namespace guideline;

namespace {
const Guideline& danderyds() { return support::danderyds().guideline; }
const std::string& source() {
    for (const auto& record : support::danderyds_records())
        if (record.path == "guideline/source.txt") return record.source;
    throw std::runtime_error("no guideline/source.txt");
}
std::string folded(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }
const std::regex promise("(^|[^[:alpha:]])[Ss]ka(ll)?([^[:alpha:]]|$)");
std::size_t promises_in(const std::string& text) { return static_cast<std::size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), promise), {})); }

std::vector<const Statement*> statements() {
    std::vector<const Statement*> out;
    for (const auto& section : danderyds().sections)
        for (const auto& s : section.statements) out.push_back(&s);
    return out;
}
}

TEST(Guideline, is_told_word_for_word) {   // M1: nothing left out, nothing added, nothing moved
    std::string told;
    for (const auto& section : danderyds().sections) {
        told += " " + section.title;
        for (const auto& s : section.statements) told += (s.bullet ? " • " : " ") + s.text;
    }
    EXPECT_EQ(base::trimmed(folded(told)), base::trimmed(folded(source())));
}
TEST(Guideline, every_sentence_that_promises_is_a_promise_with_somebody_responsible) {
    std::size_t told = 0;
    for (const auto* s : statements()) {
        const auto count = promises_in(s->text);
        told += count;
        if (count == 0) continue;
        EXPECT_EQ(s->kind, Kind::ska) << s->id << ": " << s->text;
        EXPECT_TRUE(danderyds().role(s->role)) << s->id;
    }
    EXPECT_EQ(told, promises_in(source()));
    EXPECT_GE(told, 45u);
}
TEST(Guideline, no_promise_stands_twice_and_each_has_its_own_address) {
    std::map<std::string, int> texts, ids;
    for (const auto* s : statements()) {
        if (s->kind == Kind::ska) ++texts[s->text];
        EXPECT_EQ(++ids[s->id], 1) << s->id;
        EXPECT_TRUE(std::regex_match(s->id, std::regex("[a-z0-9-]+"))) << s->id;
        EXPECT_EQ(danderyds().find(s->id).second, s);
    }
    for (const auto& [text, count] : texts) {
        const auto whole = folded(source());
        std::size_t there = 0;
        for (auto at = whole.find(text); at != std::string::npos; at = whole.find(text, at + 1)) ++there;
        EXPECT_LE(count, static_cast<int>(there)) << text;
    }
}
// One sentence is the beginning of another, and some stand in two sections: so each is found at its own place, by section and ordinal, and by
// nothing else.
TEST(Guideline, each_ska_of_the_adopted_text_stands_in_one_statement_at_its_own_place) {
    const auto whole = folded(source());
    std::map<std::size_t, const Statement*> begins;   // where each statement stands in the adopted text
    std::size_t at = 0;
    for (const auto& section : danderyds().sections) {
        at = whole.find(section.title, at);
        ASSERT_NE(at, std::string::npos) << section.id;
        at += section.title.size();
        for (std::size_t i = 0; i < section.statements.size(); ++i) {
            const auto& s = section.statements[i];
            EXPECT_EQ(s.id, section.id + "-" + std::to_string(i + 1));
            const auto text = folded(s.text), between = std::string(s.bullet ? " • " : " ");
            ASSERT_EQ(whole.substr(at, between.size() + text.size()), between + text) << s.id;   // right behind the one before it
            begins.emplace(at + between.size(), &s);
            at += between.size() + text.size();
        }
    }
    EXPECT_EQ(base::trimmed(whole.substr(at)), "");
    std::map<std::string, std::size_t> found;
    for (auto match = std::sregex_iterator(whole.begin(), whole.end(), promise); match != std::sregex_iterator(); ++match) {
        const auto place = static_cast<std::size_t>(match->position());
        auto holder = begins.upper_bound(place + 1);
        ASSERT_NE(holder, begins.begin());
        --holder;
        ASSERT_LT(place, holder->first + folded(holder->second->text).size()) << "a ska outside every statement, at " << whole.substr(place, 60);
        EXPECT_EQ(holder->second->kind, Kind::ska) << holder->second->id;
        ++found[holder->second->id];
    }
    for (const auto* s : statements()) EXPECT_EQ(found[s->id], promises_in(s->text)) << s->id;
}
TEST(Guideline, every_part_of_it_is_in_some_statement) {
    std::set<std::string> told;
    for (const auto* s : statements()) told.insert(s->parts.begin(), s->parts.end());
    std::set<std::string> wanted;
    for (const auto& [letters, last] : std::map<std::string, int>{{"S", 2}, {"V", 1}, {"M", 7}, {"P", 9}, {"N", 3}, {"I", 12}, {"A", 2}, {"F", 2}, {"D", 4}, {"U", 5}, {"AP", 3}, {"SA", 9}, {"UP", 4}, {"SL", 3}})
        for (int i = 1; i <= last; ++i) wanted.insert(letters + std::to_string(i));
    EXPECT_EQ(told, wanted);
}
TEST(Guideline, a_dated_note_says_what_applies_where_it_names_the_old_law) {
    int noted = 0;
    for (const auto* s : statements()) {
        if (s->text.find("2001:453") == std::string::npos) continue;
        EXPECT_TRUE(std::regex_search(s->note, std::regex("^20\\d\\d-\\d\\d-\\d\\d: "))) << s->id << ": " << s->note;
        EXPECT_NE(s->note.find("2025:400"), std::string::npos) << s->id;
        ++noted;
    }
    EXPECT_GE(noted, 1);
}
TEST(Guideline, what_the_source_does_not_say_of_its_decision_is_missing) {
    EXPECT_EQ(danderyds().decision_number, "");
    EXPECT_EQ(danderyds().decision_date, "");
    EXPECT_EQ(danderyds().valid_from, "");
}
TEST(Guideline, a_promise_without_role_and_a_number_used_twice_are_refused) {
    const std::string head = "title = \"R\"\nmunicipality = \"K\"\ndecision_number = \"SAKNAS\"\ndecision_date = \"SAKNAS\"\nvalid_from = \"SAKNAS\"\nnext_review = \"SAKNAS\"\n"
                             "[[role]]\nkey = \"k\"\ntitle = \"K\"\n[[section]]\nid = \"a\"\ntitle = \"A\"\n";
    const auto statement = [](const char* id, const char* rest) { return "[[section.statement]]\nid = \"" + std::string(id) + "\"\ntext = \"Ska.\"\n" + rest; };
    const auto problems_of = [&](const std::string& statements) {
        pack::Problems problems;
        (void)parse(head + statements, support::danderyds().references, problems);
        return support::of_grade(problems, pack::Grade::fault);
    };
    EXPECT_TRUE(problems_of(statement("a-1", "kind = \"ska\"\nrole = \"k\"\n")).empty());
    EXPECT_TRUE(support::finding(problems_of(statement("a-1", "kind = \"ska\"\n")), "Ett löfte ska ha en ansvarig roll."));
    EXPECT_TRUE(support::finding(problems_of(statement("a-1", "kind = \"ska\"\nrole = \"ingen\"\n")), "Rollen ”ingen” finns inte."));
    EXPECT_TRUE(support::finding(problems_of(statement("a-1", "kind = \"måste\"\n")), "”måste” går inte."));
    EXPECT_TRUE(support::finding(problems_of(statement("a-1", "kind = \"text\"\n") + statement("a-1", "kind = \"text\"\n")), "”a-1” står två gånger."));
}
