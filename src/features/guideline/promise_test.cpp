#include "features/guideline/promise.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>
#include <regex>

using namespace guideline;

namespace {
const site::Content& pack_of() { return support::danderyds(); }
std::string folded(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }
bool promises_something(const std::string& text) { return std::regex_search(text, std::regex("(^|[^[:alpha:]])[Ss]ka(ll)?([^[:alpha:]]|$)")); }
std::string source() {
    for (const auto& record : support::danderyds_records())
        if (record.path == "guideline/source.txt") return folded(record.source);
    throw std::runtime_error("no guideline/source.txt");
}
}

// Walks the adopted text once, section by section: what stands between two statements may be a heading or a bullet, never a promise. One sentence
// is a prefix of another, so position decides, not a search for the words.
TEST(Promises, each_ska_of_the_adopted_text_is_there_exactly_once_by_section_and_ordinal) {
    const auto whole = source();
    std::size_t at = 0, found = 0;
    for (const auto& section : pack_of().guideline.sections) {
        const auto heading = whole.find(folded(section.title), at);
        ASSERT_NE(heading, whole.npos) << section.title;
        EXPECT_FALSE(promises_something(whole.substr(at, heading - at))) << "before " << section.id << ": " << whole.substr(at, heading - at);
        at = heading + folded(section.title).size();
        for (std::size_t ordinal = 0; ordinal < section.statements.size(); ++ordinal) {
            const auto& s = section.statements[ordinal];
            EXPECT_EQ(s.id, section.id + "-" + std::to_string(ordinal + 1));
            const auto after = [&](std::size_t from) { return whole.find_first_not_of(' ', from); };
            const std::string_view mark = "•";
            const auto begins = after(at), bullet = whole.compare(begins, mark.size(), mark) == 0 ? after(begins + mark.size()) : begins;
            ASSERT_EQ(whole.compare(bullet, s.text.size(), s.text), 0) << s.id << ": " << whole.substr(bullet, 80);
            at = bullet + s.text.size();
            found += s.kind == Kind::ska;
        }
    }
    EXPECT_FALSE(promises_something(whole.substr(at))) << whole.substr(at);
    EXPECT_EQ(found, 54U);
}
TEST(Promises, those_the_municipality_keeps_are_told_in_plain_words_and_in_easy_swedish) {
    const auto all = promises_in(pack_of().guideline);
    EXPECT_EQ(all.size(), 51U);   // 54 but for the agency's own three
    for (const auto* s : all) {
        const auto& p = of(pack_of().promises, s->id);
        EXPECT_FALSE(p.plain.sv.empty()) << s->id;
        EXPECT_FALSE(p.plain.latt.empty()) << s->id;
        EXPECT_EQ((p.plain.sv + p.plain.latt).find('!'), std::string::npos) << s->id;
    }
}
TEST(Promises, what_is_written_is_read_back) {
    Promises promises;
    promises["syfte-1"] = {{"Lova \"allt\"", "Lätt", ""}, {"Görs", "", ""}, {"samtalsgrupp"}, {"en-rutin"}, {"Aktivitet"}, {"Part", "Annan part"}, {"Bevis"}};
    promises["syfte-2"] = {};
    pack::Problems problems;
    const auto read = parse_promises(written(promises), problems);
    EXPECT_TRUE(problems.empty()) << support::listed(problems);
    EXPECT_EQ(read.size(), 1U);
    EXPECT_TRUE(of(read, "syfte-1") == promises["syfte-1"]);
    EXPECT_TRUE(of(read, "syfte-2") == Promise{});
}
TEST(Promises, a_statement_or_an_offer_that_is_not_there_is_a_fault) {
    pack::Problems problems;
    Promises promises;
    promises["syfte-99"].offers = {"finns-inte"};
    check(promises, pack_of().guideline, *pack_of().catalogue, problems);
    EXPECT_TRUE(support::finding(problems, "Satsen ”syfte-99” finns inte"));
    EXPECT_TRUE(support::finding(problems, "Stödet ”finns-inte”"));
}
