#include "features/municipality/public.hpp"
#include "base/text.hpp"
#include "support/danderyd.hpp"
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <sstream>

namespace {
const std::string small = "name = \"K\"\nplace = \"P\"\nboard = \"N\"\nsite_name = \"S\"\ncolour = \"#00567d\"\naddress = \"https://k.se\"\nown_address = \"https://stod.k.se/\"\nexit_to = \"https://www.smhi.se/\"\nlanguages = [\"sv\", \"en\"]\nhelp_lines = [\"bris\"]\n"
                          "[contact.anhorigstod]\ntitle = \"Anhörigstödet\"\nphone = \"SAKNAS\"\nhours = \"SAKNAS\"\n[promise]\nreply_working_days = \"SAKNAS\"\nread_hours = \"SAKNAS\"\n";

municipality::Municipality parsed(const std::string& text, pack::Problems& problems) { return municipality::parse(text, "municipality.toml", problems); }
std::string with(std::string text, std::string_view from, std::string_view to) { return text.replace(text.find(from), from.size(), to); }
std::string file(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(LOTSEN_SOURCE_DIR "/content/" + path).rdbuf();
    return out.str();
}
// "contact.lss/phone", in order.
std::vector<std::string> keys(const pack::Value& value, const std::string& above = {}) {
    std::vector<std::string> out;
    for (const auto& [name, inner] : *value.map()) {
        out.push_back(above + name);
        if (inner.map())
            for (auto& k : keys(inner, above + name + "/")) out.push_back(std::move(k));
    }
    return out;
}
}

TEST(Municipality, what_is_marked_saknas_is_missing_and_never_shown_as_a_word) {
    pack::Problems problems;
    const auto m = parsed(small, problems);
    EXPECT_TRUE(support::of_grade(problems, pack::Grade::fault).empty()) << support::listed(problems);
    EXPECT_EQ(m.contact("anhorigstod")->phone, "");
    EXPECT_EQ(m.reply_working_days, "");
    EXPECT_EQ(m.own_address, "https://stod.k.se");
    EXPECT_EQ(parsed(with(small, "https://stod.k.se/", "SAKNAS"), problems).own_address, "");
}
TEST(Municipality, a_wrong_colour_address_language_or_key_is_refused_with_its_line) {
    struct Mistake {
        const char *from, *to, *reason;
        int line;
    };
    for (const auto& [from, to, reason, line] : {Mistake{"#00567d", "blå", "Färgen kan inte läsas.", 5}, {"https://www.smhi.se/", "javascript:alert(1)", "är ingen webbadress.", 8},
                                                 {"\"en\"", "\"fi\"", "Språket ”fi” finns inte", 9}, {"board", "namnd", "Okänd nyckel ”namnd”.", 3}}) {
        pack::Problems problems;
        (void)parsed(with(small, from, to), problems);
        const auto found = support::finding(problems, reason);
        ASSERT_TRUE(found) << reason << "\n" << support::listed(problems);
        EXPECT_EQ(found->line, line) << reason;
        EXPECT_FALSE(found->remedy.empty());
    }
}
TEST(DemoMunicipality, has_every_detail_the_real_one_has) {
    pack::Problems problems;
    const auto real = pack::parse_toml(file("danderyd/municipality.toml"), "real", 1, problems), demo = pack::parse_toml(file("demo/municipality.toml"), "demo", 1, problems);
    ASSERT_TRUE(problems.empty()) << support::listed(problems);
    const auto all = keys(demo);
    const std::set<std::string> there(all.begin(), all.end());
    for (const auto& key : keys(real)) EXPECT_TRUE(there.contains(key)) << key << " is missing in content/demo/municipality.toml";
}
TEST(DemoMunicipality, invents_only_numbers_that_go_to_nobody_and_says_that_it_invents) {
    pack::Problems problems;
    const auto demo = parsed(base::replaced(file("demo/municipality.toml"), "{demo_address}", "http://localhost:8080"), problems);
    EXPECT_TRUE(problems.empty()) << support::listed(problems);   // complete: nothing to fill in
    for (const auto& c : demo.contacts) {
        EXPECT_TRUE(std::regex_match(c.phone, std::regex("08-465 004 \\d\\d"))) << c.key << ": " << c.phone;   // PTS: for use in fiction
        EXPECT_NE(c.hours.find("påhittad"), std::string::npos) << c.key;
        EXPECT_TRUE(c.email.empty() || c.email.ends_with(".invalid")) << c.email;
        EXPECT_TRUE(c.who.empty() || base::lower(c.who).find("påhittad") != std::string::npos) << c.who;
        EXPECT_TRUE(c.visit.empty() || c.visit.find("påhittad") != std::string::npos) << c.visit;
    }
    EXPECT_NE(demo.name, support::danderyds().municipality.name);
}
