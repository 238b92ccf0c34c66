#include "features/settings/bundle.hpp"
#include "features/settings/versions.hpp"
#include "base/text.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace settings;
namespace {
std::vector<pack::Record> stored() {
    std::vector<pack::Record> out;
    for (const auto& record : support::danderyds_records())
        if (file_named(short_name(record.path)) == record.path) out.push_back(record);
    return out;
}
std::vector<pack::Record> with(std::vector<pack::Record> records, std::string_view from, std::string_view to) { return support::changed(std::move(records), "municipality.toml", from, to); }
std::vector<Planned> planned(const std::string& text, const std::vector<pack::Record>& records) {
    const auto made = plan(text, records);
    if (const auto* why = std::get_if<NoBundle>(&made)) throw std::runtime_error(words(*why));
    return std::get<std::vector<Planned>>(made);
}
Planned one(const std::string& text, const std::vector<pack::Record>& records, std::string_view file = "municipality.toml") {
    for (auto& found : planned(text, records))
        if (found.file == file) return found;
    throw std::runtime_error("not planned");
}
Fate fate_of(const std::string& text, const std::vector<pack::Record>& records, std::string_view file = "municipality.toml") { return one(text, records, file).fate; }
const std::string day = "2026-11-22";
}

TEST(Bundle, taken_out_and_in_again_changes_nothing) {
    const auto text = bundle(stored(), day);
    ASSERT_EQ(planned(text, stored()).size(), 3U);
    for (const auto& p : planned(text, stored())) EXPECT_EQ(p.fate, Fate::unchanged) << p.file;
    for (const auto& p : planned(base::replaced(text, "\n", "\r\n"), stored())) EXPECT_EQ(p.fate, Fate::unchanged) << p.file;   // as a browser sends it
}
TEST(Bundle, what_was_changed_in_the_text_alone_is_changed) {
    const auto text = base::replaced(bundle(stored(), day), "Socialnämnden", "Omsorgsnämnden");
    EXPECT_EQ(fate_of(text, stored()), Fate::changed);
    EXPECT_EQ(differences("municipality.toml", one(text, stored()).now, one(text, stored()).next), (std::vector<Difference>{{"", "board", "Socialnämnden", "Omsorgsnämnden"}}));
}
TEST(Bundle, what_was_changed_here_alone_is_kept) { EXPECT_EQ(fate_of(bundle(stored(), day), with(stored(), "Socialnämnden", "Vår nämnd")), Fate::kept); }
TEST(Bundle, what_was_changed_on_both_sides_is_a_conflict) {
    EXPECT_EQ(fate_of(base::replaced(bundle(stored(), day), "Socialnämnden", "Omsorgsnämnden"), with(stored(), "Socialnämnden", "Vår nämnd")), Fate::conflict);
}
TEST(Bundle, without_its_hash_a_record_is_never_overwritten) {
    const auto text = "=== municipality.toml ===\n" + base::replaced(one(bundle(stored(), day), stored()).now, "Socialnämnden", "Omsorgsnämnden");
    EXPECT_EQ(fate_of(text, stored()), Fate::conflict);
}
TEST(Bundle, what_is_not_there_is_added_and_what_is_left_out_is_left_alone) {
    EXPECT_EQ(fate_of("=== sign_in.toml ===\nissuer = \"https://a.se\"\n", stored(), "sign_in.toml"), Fate::added);
    EXPECT_EQ(planned("=== sign_in.toml ===\nissuer = \"https://a.se\"\n", stored()).size(), 1U);
    EXPECT_EQ(planned("=== municipality.toml ===\n\n", stored()).size(), 0U);
}
TEST(Bundle, that_is_none_says_why) {
    EXPECT_EQ(std::get<NoBundle>(plan(" \n", stored())), NoBundle::empty);
    EXPECT_EQ(std::get<NoBundle>(plan("name = \"x\"\n", stored())), NoBundle::no_record);
    EXPECT_EQ(std::get<NoBundle>(plan("=== law.toml ===\n", stored())), NoBundle::unknown_file);
    EXPECT_EQ(std::get<NoBundle>(plan("=== ../municipality.toml ===\n", stored())), NoBundle::unknown_file);
    EXPECT_EQ(std::get<NoBundle>(plan("=== logo.svg ===\na\n=== logo.svg ===\nb\n", stored())), NoBundle::twice);
}

TEST(Differences, are_told_field_by_field) {
    const auto found = differences("municipality.toml", "name = \"A\"\nlanguages = [\"sv\"]\n[contact.x]\nphone = \"SAKNAS\"\n", "name = \"B\"  # ny\nlanguages = [\"sv\", \"en\"]\n[contact.x]\nphone = \"08\"\nvisit = \"Gatan\"\n");
    EXPECT_EQ(found, (std::vector<Difference>{{"", "languages", "sv", "sv, en"}, {"", "name", "A", "B"}, {"contact.x", "phone", "", "08"}, {"contact.x", "visit", "", "Gatan"}}));
    EXPECT_TRUE(differences("municipality.toml", "a = 1\n", "# en kommentar\na   =  1\n").empty());
}
TEST(Differences, of_the_mark_and_of_groups_are_told_too) {
    EXPECT_EQ(differences("logo.svg", "<svg/>", "<svg></svg>").size(), 1U);
    EXPECT_EQ(differences("sign_in.toml", "", "[[group]]\nname = \"A\"\nrole = \"consultant\"\n"), (std::vector<Difference>{{"", "group", "", "A, consultant"}}));
}
