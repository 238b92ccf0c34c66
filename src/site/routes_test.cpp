#include "base/text.hpp"
#include "support/pages.hpp"
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace {
std::string word(web::Method m) { return m == web::Method::get ? "GET" : "POST"; }
std::string word(web::Lane l) { return l == web::Lane::memory ? "memory" : l == web::Lane::database ? "database" : "heavy"; }
}

// Who may reach what is decided once more, by a person, in that file: a new route fails here until it is listed.
TEST(Routes, are_those_listed_in_tests_architecture_routes_txt) {
    std::set<std::string> served, listed;
    for (const auto& r : support::danderyds_site().router().routes()) served.insert(r.name + " " + word(r.method) + " " + r.pattern + " " + r.access.text() + " " + word(r.lane));
    std::ifstream file(LOTSEN_SOURCE_DIR "/tests/architecture/routes.txt");
    ASSERT_TRUE(file);
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line[0] != '#') listed.insert(line);
    for (const auto& line : served) EXPECT_TRUE(listed.contains(line)) << "not listed: " << line << "\nRemedy: see that its access is right, and add the line to tests/architecture/routes.txt";
    for (const auto& line : listed) EXPECT_TRUE(served.contains(line)) << "no longer served: " << line << "\nRemedy: take the line out of tests/architecture/routes.txt";
}
TEST(Routes, each_have_their_own_name_in_the_log) {
    // One name where the log must not tell which was read (H3), and where one form has two buttons.
    const std::set<std::string> shared{"contact.elsewhere", "contact.step"};
    std::set<std::string> names;
    for (const auto& r : support::danderyds_site().router().routes()) {
        EXPECT_TRUE(names.insert(r.name).second || shared.contains(r.name)) << r.name;
        EXPECT_NE(r.name.find('.'), std::string::npos) << r.name;
    }
}
