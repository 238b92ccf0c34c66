#include "features/guideline/sheet.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace guideline;

namespace {
Row row(const Sheet& sheet, std::string key, const std::function<std::string(const Column&)>& value) {
    Row out{.key = std::move(key)};
    for (const auto& column : sheet.columns) out.values.push_back(value(column));
    return out;
}
std::string some(const Column& c) {
    switch (c.shape) {
        case Shape::day: return "2026-11-22";
        case Shape::choice: return c.words.back().key;
        case Shape::lines:
        case Shape::laws: return "sol-11-5\nsol-14-5";
        default: return "Ord med \"tecken\" och \\ i " + std::string(c.key);
    }
}
}

TEST(Sheet, what_is_written_is_read_back_in_every_register) {
    for (const auto* sheet : sheets()) {
        Rows rows{row(*sheet, "ett", some), row(*sheet, "tva-2", [](const Column& c) { return c.required ? some(c) : std::string(); })};
        rows[1].invented = true;
        pack::Problems problems;
        EXPECT_EQ(parse(*sheet, written(*sheet, rows), problems), rows) << sheet->record;
        EXPECT_TRUE(problems.empty()) << support::listed(problems);
    }
}
TEST(Sheet, a_word_that_is_not_a_choice_and_a_column_nobody_knows_are_faults) {
    pack::Problems problems;
    (void)parse(forums(), "[forum.a]\ntitle = \"A\"\nlevel = \"annat\"\nparties = [\"B\"]\nowner = \"kommunen\"\nfarg = \"bla\"\n", problems);
    const auto faults = support::of_grade(problems, pack::Grade::fault);
    EXPECT_TRUE(support::finding(faults, "”annat” går inte."));
    EXPECT_EQ(faults.size(), 2U) << support::listed(problems);
}
TEST(Sheet, a_title_becomes_what_may_stand_in_an_address) {
    EXPECT_EQ(key_of("Möta oro för barn"), "mota-oro-for-barn");
    EXPECT_EQ(key_of("  § 12 – Åtgärd! "), "12-atgard");
    EXPECT_EQ(key_of("!!!"), "");
    EXPECT_LE(key_of(std::string(300, 'a')).size(), 50U);
}
TEST(Sheet, the_pack_watches_the_three_national_assignments_and_claims_nothing_as_checked) {   // N2
    const auto& rows = support::danderyds().registers.watched;
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](const Row& r) { return r[watched::kind] == "assignment"; }), 3);
    for (const auto& row : rows) {
        EXPECT_FALSE(row[watched::source].empty()) << row.key;
        EXPECT_EQ(row[watched::checked], "to_verify") << row.key;
        EXPECT_TRUE(support::danderyds().guideline.role(row[watched::owner])) << row.key;
    }
}
TEST(Sheet, a_paragraph_that_the_law_of_the_pack_lacks_is_a_fault) {
    pack::Problems problems;
    Registers registers = support::danderyds().registers;
    check(registers, support::danderyds().references, problems);
    EXPECT_TRUE(problems.empty()) << support::listed(problems);
    registers.paragraphs[0].values[paragraph::law] = "sol-99-9";
    check(registers, support::danderyds().references, problems);
    EXPECT_TRUE(support::finding(problems, "Paragrafen ”sol-99-9”"));
}
