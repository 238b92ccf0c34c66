#include "features/work/figures.hpp"
#include "support/work_desk.hpp"

namespace {
using namespace work_test;
using work::Period;

TEST(Periods, are_four_months_or_a_year) {
    EXPECT_EQ(Period::tertial_of({2026, 4, 30}), (Period{2026, 1}));
    EXPECT_EQ(Period::tertial_of({2026, 5, 1}), (Period{2026, 2}));
    EXPECT_EQ(Period::tertial_of({2026, 12, 31}), (Period{2026, 3}));
    EXPECT_EQ((Period{2026, 3}).last(), (calendar::Date{2026, 12, 31}));
    EXPECT_EQ((Period{2026, 2}).first(), (calendar::Date{2026, 5, 1}));
    EXPECT_EQ((Period{2024, 0}).last(), (calendar::Date{2024, 12, 31}));
    EXPECT_FALSE((Period{2026, 3}).closed({2026, 12, 31}));
    EXPECT_TRUE((Period{2026, 3}).closed({2027, 1, 1}));
    for (const auto* key : {"2026", "2026-t1", "2026-t3"}) EXPECT_EQ(Period::from(key)->key(), key);
    for (const auto* key : {"", "26", "2026-t4", "2026-t0", "2026t1", "abcd", "2026-11", "9999"}) EXPECT_FALSE(Period::from(key)) << key;
    EXPECT_EQ(work::closed_periods({2026, 6, 1}, {2026, 11, 22}), (std::vector<Period>{{2026, 2}}));
    EXPECT_EQ(work::closed_periods({2025, 9, 1}, {2026, 11, 22}), (std::vector<Period>{{2026, 2}, {2026, 1}, {2025, 0}, {2025, 3}}));
}
// Security 7.6: what is sensitive is never crossed, and stands in no table of four months.
TEST(Catalogue, keeps_what_is_sensitive_to_the_year_alone) {
    for (const auto& spec : work::catalogue({2026, 2})) {
        EXPECT_FALSE(spec.columns) << spec.key;
        EXPECT_NE(spec.rows.key, "age");
        EXPECT_NE(spec.rows.key, "children");
        for (const auto& group : spec.rows.groups)
            for (const auto key : group.keys)
                if (key == "worry" || key == "children" || key == "under_18" || key == "child_needs") EXPECT_GT(group.keys.size(), 1u) << spec.key << " " << key << " is merged";
    }
    for (const auto& spec : work::catalogue({2026, 0}))
        if (spec.columns)
            for (const auto& one : {spec.rows, *spec.columns}) EXPECT_TRUE(one.key == "helped_for" || one.key == "sex") << spec.key;
}
// Every word that an entry may have is one that facts take, and each stands in exactly one row of each table.
TEST(Catalogue, has_a_row_for_every_word) {
    const std::vector<std::pair<std::string_view, work::Codes>> dimensions{{"channel", work::channels()}, {"subject", work::subjects()}, {"sex", work::sexes()}, {"age", work::ages()}, {"helped_for", work::target_groups()},
                                                                           {"helped_long", work::times()}, {"heard_of", work::ways_here()}, {"children", work::children()}, {"outcome", work::outcomes()}};
    for (const auto& [dimension, codes] : dimensions)
        for (const auto& code : codes) {
            EXPECT_TRUE(facts::known("contact.logged", {dimension, code.key})) << dimension << " " << code.key;
            EXPECT_TRUE(facts::known("contact.closed", {dimension, code.key}));
        }
    for (const auto& code : work::works()) EXPECT_TRUE(facts::known("work.done", {"work", code.key}));
    for (const auto& code : work::focuses()) EXPECT_TRUE(facts::known("work.heads", {"focus", code.key}));
    for (const auto kind : staff::operation_kinds) EXPECT_TRUE(facts::known("work.minutes", {"operation", staff::key(kind)}));
    for (const auto& period : {Period{2026, 0}, Period{2026, 1}})
        for (const auto& spec : work::catalogue(period))
            for (const auto& [dimension, codes] : dimensions) {
                if (dimension != spec.rows.key) continue;
                std::vector<std::string_view> all;
                for (const auto& code : codes) all.push_back(code.key);
                if (dimension == "channel") all.insert(all.end(), {"written", "call", "named", "referral"});
                else all.push_back("");
                for (const auto key : all) {
                    std::size_t found = 0;
                    for (const auto& group : spec.rows.groups) found += static_cast<std::size_t>(std::count(group.keys.begin(), group.keys.end(), key));
                    EXPECT_EQ(found, 1u) << spec.key << " " << key;
                }
            }
}

class FiguresPage : public Municipality {
protected:
    void add(int times, calendar::Date when, std::vector<facts::Word> words, std::string_view kind = "contact.logged", std::int64_t amount = 1) {
        database().write([&](db::Transaction& tx) {
            for (int i = 0; i < times; ++i) facts::record(tx, {.kind = kind, .day = when, .words = words, .amount = amount}, facts::draw(random));
        });
    }
    static std::int64_t number(const std::string& text) { return text == "få eller inga" ? 0 : std::stoll(text); }
    std::vector<std::string> numbers(const Page& page) { return page.all("//main//table[not(.//th[normalize-space()='Gånger'])]//td[contains(@class,'number-cell')]"); }
};
}

TEST_P(FiguresPage, says_that_there_are_none_before_a_period_is_over) {
    add(30, {2026, 9, 1}, {{"channel", "phone"}});
    const auto page = site->get("/personal/arbete/siffror");
    EXPECT_TRUE(page.says("Inga siffror än"));
    EXPECT_FALSE(page.has("//table"));
    EXPECT_EQ(site->get("/personal/arbete/siffror/exportera").status(), 404);
    EXPECT_EQ(site->get("/personal/arbete/siffror/exportera?period=2026-t3").status(), 404);
}
TEST_P(FiguresPage, shows_a_closed_period_rounded_and_near_the_truth) {
    add(120, {2026, 6, 1}, {{"channel", "phone"}, {"subject", "respite"}, {"sex", "woman"}}), add(60, {2026, 8, 31}, {{"channel", "written"}, {"outcome", "answered"}}, "contact.closed");
    const auto page = site->get("/personal/arbete/siffror");
    const auto all = number(page.text("//p[contains(.,'Kontakter:')]/strong"));
    EXPECT_NEAR(static_cast<double>(all), 180, 30);
    EXPECT_EQ(all % 5, 0);
    EXPECT_NEAR(static_cast<double>(number(page.text("//tr[td[1]='Telefon']/td[2]"))), 120, 30);
    EXPECT_NEAR(static_cast<double>(number(page.text("//tr[td[1]='Genom webbplatsen']/td[2]"))), 60, 30);
    EXPECT_GT(numbers(page).size(), 30u);
    for (const auto& text : numbers(page)) EXPECT_EQ(number(text) % 5, 0) << text;
    for (const auto& text : numbers(page)) EXPECT_NE(text, "0") << "a rounded nothing reads few or none";
    EXPECT_TRUE(page.says("få eller inga"));
    EXPECT_FALSE(page.says("Finns det barn här?")) << "of the year alone";
}
TEST_P(FiguresPage, says_the_same_number_each_time_in_page_and_file_and_to_each_role) {
    add(50, {2026, 6, 1}, {{"channel", "phone"}, {"sex", "woman"}, {"helped_for", "older"}});
    const auto first = numbers(site->get("/personal/arbete/siffror?period=2026-t2"));
    later(3 * day);
    enter('h', 'f', Role::director);
    EXPECT_EQ(numbers(site->get("/personal/arbete/siffror?period=2026-t2")), first);
    const auto file = site->get("/personal/arbete/siffror/exportera?period=2026-t2");
    EXPECT_EQ(file.status(), 200);
    EXPECT_NE(file.header("Content-Disposition").find("arbete-2026-t2.csv"), std::string::npos);
    std::vector<std::string> in_file;
    std::istringstream lines(file.body());
    for (std::string line; std::getline(lines, line);) {
        ASSERT_TRUE(line.starts_with("\"") || line.starts_with("\xEF\xBB\xBF\"")) << line;
        if (line.find("\"Gånger\"") != line.npos || line.find("\"Deltagare\"") != line.npos || line.find("\"Minuter\"") != line.npos || line.find("\"Alla\"") != line.npos || line.find("\"Antal\"") != line.npos) continue;
        auto last = line.substr(line.rfind(';') + 1);
        std::erase_if(last, [](char c) { return c == '"' || c == '\r'; });
        in_file.push_back(last);
    }
    EXPECT_EQ(in_file, first);
}
TEST_P(FiguresPage, shows_nothing_of_four_months_with_fewer_than_twenty_and_the_sum_of_such_a_year) {
    add(8, {2025, 2, 1}, {{"channel", "phone"}});
    const auto tertial = site->get("/personal/arbete/siffror?period=2025-t1");
    EXPECT_TRUE(tertial.says("Då visas bara årets summa"));
    EXPECT_TRUE(numbers(tertial).empty());
    EXPECT_FALSE(tertial.has("//p[contains(.,'Kontakter:')]"));
    const auto year = site->get("/personal/arbete/siffror?period=2025");
    EXPECT_TRUE(year.has("//p[contains(.,'Kontakter:')]/strong"));
    EXPECT_TRUE(numbers(year).empty());
    EXPECT_NE(site->get("/personal/arbete/siffror/exportera?period=2025-t1").body().find("färre än 20"), std::string::npos);
}
TEST_P(FiguresPage, of_a_year_has_what_is_sensitive_too) {
    add(100, {2025, 5, 1}, {{"channel", "phone"}, {"children", "yes"}, {"subject", "worry"}}), add(30, {2025, 5, 1}, {}, "contact.concern");
    const auto page = site->get("/personal/arbete/siffror?period=2025");
    EXPECT_TRUE(page.says("Finns det barn här?"));
    EXPECT_NEAR(static_cast<double>(number(page.text("//tr[td[1]='Oro eller våld']/td[2]"))), 100, 30);
    EXPECT_TRUE(page.says("Gånger som rutinen för oro följdes"));
    EXPECT_TRUE(page.has("//table[caption='Vem man hjälper, och kön']//th[normalize-space()='Kvinna']"));
}
TEST_P(FiguresPage, says_only_whether_the_month_has_twenty) {
    EXPECT_TRUE(site->get("/personal/arbete/siffror").says("under 20 kontakter."));
    add(90, {2026, 11, 2}, {{"channel", "phone"}});
    const auto page = site->get("/personal/arbete/siffror");
    EXPECT_TRUE(page.says("omkring 20 kontakter eller fler."));
    EXPECT_EQ(page.text("//main").find("90"), std::string::npos);
}
TEST_P(FiguresPage, counts_own_work_exactly) {
    add(3, {2026, 6, 1}, {{"work", "lecture"}, {"focus", "reach_new"}, {"operation", "older"}}, "work.done"), add(1, {2026, 6, 1}, {{"work", "lecture"}, {"focus", "reach_new"}, {"operation", "older"}}, "work.heads", 47),
        add(1, {2026, 6, 1}, {{"work", "lecture"}, {"focus", "reach_new"}, {"operation", "older"}}, "work.minutes", 95);
    const auto page = site->get("/personal/arbete/siffror");
    EXPECT_EQ(page.all("//tr[td[1]='Föreläsning för personal']/td[position()>1]"), (std::vector<std::string>{"3", "47", "1,5"}));
    EXPECT_EQ(page.all("//tr[td[1]='Nå nya anhöriga']/td[position()>1]"), (std::vector<std::string>{"3", "47", "1,5"}));
}
// A closed period never changes: what is logged late is counted where it is logged.
TEST_P(FiguresPage, does_not_change_a_period_that_is_over) {
    site->clock().time = calendar::start_of({2026, 9, 3});
    add(40, {2026, 7, 1}, {{"channel", "phone"}});
    const auto before = numbers(site->get("/personal/arbete/siffror?period=2026-t2"));
    ASSERT_EQ(log_contact({{"kanal", "phone"}, {"amne", "talk"}, {"dag", "2026-08-28"}}).status(), 303);
    EXPECT_EQ(numbers(site->get("/personal/arbete/siffror?period=2026-t2")), before);
    const auto later_on = database().read([](db::Reader& reader) { return facts::sums(reader, "contact.logged", {2026, 9, 1}, {2026, 12, 31}); });
    ASSERT_EQ(later_on.size(), 1u);
    EXPECT_EQ(later_on[0].amount, 1);
}
LOTSEN_ON_BOTH_DATABASES(FiguresPage);
