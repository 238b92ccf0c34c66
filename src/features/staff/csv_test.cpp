#include "features/staff/csv.hpp"
#include "features/staff/table.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {
using namespace staff;
using Cells = std::vector<std::string>;

std::vector<Cells> cells(std::string_view text) {
    const auto rows = csv::parsed(text);
    std::vector<Cells> out;
    if (rows)
        for (const auto& row : *rows) out.push_back(row.cells);
    return out;
}
TEST(Csv, reads_semicolons_quotes_and_both_line_ends) {
    EXPECT_EQ(cells("a;b\r\nc;\"d;\"\"e\"\"\nf\"\n"), (std::vector<Cells>{{"a", "b"}, {"c", "d;\"e\"\nf"}}));
    EXPECT_EQ(cells("\xEF\xBB\xBF" "å;ö"), (std::vector<Cells>{{"å", "ö"}}));
    EXPECT_EQ(cells("\xEF\xBB\xBF\xEF\xBB\xBF" "å;ö\r\n" "\xEF\xBB\xBF" "ä"), (std::vector<Cells>{{"å", "ö"}, {"ä"}}));
    EXPECT_EQ(cells("a;;\n\n ; ;\nb"), (std::vector<Cells>{{"a", "", ""}, {"b"}}));
    EXPECT_TRUE(cells("").empty());
}
TEST(Csv, says_the_line_where_something_is_wrong) {
    const auto open = csv::parsed("a\n\"b\n\nc");
    ASSERT_FALSE(open);
    EXPECT_EQ(open.refusal().line, 2);
    EXPECT_EQ(open.refusal().why, csv::Why::quote_not_closed);
    const auto after = csv::parsed("a\nb\n\"c\"d;e");
    ASSERT_FALSE(after);
    EXPECT_EQ(after.refusal().line, 3);
    EXPECT_EQ(after.refusal().why, csv::Why::text_after_quote);
    EXPECT_EQ(csv::parsed("\xff;a").refusal().why, csv::Why::not_text);
    EXPECT_EQ(csv::parsed(std::string_view("a\0b", 3)).refusal().why, csv::Why::not_text);
    EXPECT_EQ(csv::parsed(std::string(csv::most_bytes + 1, 'a')).refusal().why, csv::Why::too_large);
}
TEST(Csv, counts_the_lines_of_rows_behind_a_cell_with_several) {
    const auto rows = csv::parsed("\"a\nb\"\nc");
    ASSERT_TRUE(rows);
    EXPECT_EQ((*rows)[0].line, 1);
    EXPECT_EQ((*rows)[1].line, 3);
}
TEST(Csv, never_writes_a_cell_that_a_spreadsheet_runs) {
    EXPECT_EQ(csv::written({"=1+1", "+46", "-x", "@a", "a=b", "'=x", ""}), "'=1+1;'+46;'-x;'@a;a=b;''=x;\r\n");
    EXPECT_EQ(cells("'=1+1;'hej"), (std::vector<Cells>{{"=1+1", "'hej"}}));
}
RC_GTEST_PROP(CsvProperty, what_is_written_is_read_back, ()) {
    const auto texts = *rc::gen::nonEmpty(rc::gen::container<Cells>(rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab;\"'=+-@\t\n\r ")))));
    RC_PRE(std::any_of(texts.begin(), texts.end(), [](const auto& t) { return t.find_first_not_of(" \t\r\n") != std::string::npos; }));
    RC_ASSERT(cells(csv::written(texts)) == std::vector<Cells>{texts});
}

const std::string heading = "controller;controller_kind;operation;operation_kind;area;unit;name;email;role;from;until\n";
const calendar::Date today{2026, 11, 22};
TEST(Table, is_read_line_by_line) {
    const auto table = table_from(heading + "Nämnden;board;Äldre;older;Äldre;Norr;Påhittad Ek;EK@prov.invalid;ombud;2026-01-01;2026-12-31\n", today);
    ASSERT_TRUE(table.faults.empty());
    const auto& e = table.entries.at(0);
    EXPECT_EQ(e.line, 2);
    EXPECT_EQ(e.unit, "Norr");
    EXPECT_EQ(e.email, "ek@prov.invalid");
    EXPECT_EQ(e.role, Role::ombud);
    EXPECT_EQ(e.until, (calendar::Date{2026, 12, 31}));
}
TEST(Table, tells_all_that_is_wrong_with_the_line) {
    for (const auto& [line, count] : std::initializer_list<std::pair<std::string, std::size_t>>{
             {"Nämnden;board;Äldre;older;Äldre;Norr;;;;;", 0}, {"Nämnden;board;Äldre;older;Äldre;Norr;;;ombud;;", 0}, {"Nämnden;board;Äldre;older;Äldre;Norr;A;;ombud;;", 1},
             {"Nämnden;board;Äldre;older;Äldre;Norr;A;a@b.se;;;", 1}, {"Nämnden;nämnd;Äldre;äldre;Äldre;Norr;A;a@b.se;chef;i dag;", 4}, {"Nämnden;board;Äldre;older", 1}, {";board;;older;;;;;;;", 1},
             {"Nämnden;board;Äldre;older;Äldre;Norr;A;a@b.se;ombud;2026-02-30;", 1}, {"Nämnden;board;Äldre;older;Äldre;Norr;A;a@b.se;ombud;2026-03-01;2026-02-01", 1},
             {"Nämnden;board;Äldre;older;Äldre;Norr;A;a@b.se;ombud;+20d;", 1}}) {
        const auto table = table_from(heading + line + "\n", today);
        EXPECT_EQ(table.faults.size(), count) << line;
        for (const auto& fault : table.faults) EXPECT_EQ(fault.line, 2);
    }
    EXPECT_EQ(table_from("name;email\n", today).faults.size(), 1u);
    EXPECT_EQ(table_from("", today).faults.size(), 1u);
}
TEST(Table, takes_days_counted_from_today_only_where_it_may) {
    const auto table = table_from(heading + "Nämnden;board;Äldre;older;Äldre;Norr;A;a@b.se;ombud;-100d;+20d\n", today, Days::also_relative);
    ASSERT_TRUE(table.faults.empty());
    EXPECT_EQ(table.entries[0].from, calendar::plus_days(today, -100));
    EXPECT_EQ(table.entries[0].until, calendar::plus_days(today, 20));
}
TEST(Table, is_written_as_it_is_read) {
    const auto text = heading + "Nämnden;board;Äldre;older;Äldre;Norr;\"Påhittad; Ek\";ek@prov.invalid;ombud;2026-01-01;\nNämnden;board;Äldre;older;Äldre;Norr;;;consultant;;\n";
    const auto table = table_from(text, today);
    const auto again = table_from(written(table.entries), today);
    ASSERT_EQ(again.entries.size(), 2u);
    EXPECT_EQ(again.entries[0].name, "Påhittad; Ek");
    EXPECT_EQ(written(again.entries), written(table.entries));
}
}
