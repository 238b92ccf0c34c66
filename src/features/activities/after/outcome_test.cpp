#include "features/activities/after/answering.hpp"
#include "features/activities/sign_up/background.hpp"
#include "features/activities/sign_up/signing_for_tests.hpp"
#include "features/activities/store_due.hpp"
#include "features/activities/after/year.hpp"
#include <numeric>
#include <set>
#include <thread>
// The two questions about body and mind, and the short survey: what is asked when, that nothing joins an answer to anybody, and that a few are
// never shown.

namespace {
using namespace activities_tests;
const base::Instant there = at("2026-12-01", "19:55");

class Outcome : public Signing {
protected:
    SessionId first = id<SessionId>("first");
    std::string hash() { return *answer_hash(vault, answer_code(vault, first)); }
    Answer open(base::Instant when = there, const Actor& who = anna) {
        const auto code = hash();
        return done([&](db::Transaction& tx) { return open_answering(tx, who, scope_of(who), when, first, code); });
    }
    std::vector<facts::Drawn> numbers(std::size_t many) {
        std::vector<facts::Drawn> out;
        for (std::size_t i = 0; i < many; ++i) out.push_back(draw());
        return out;
    }
    // Each time another form.
    base::Result<bool, AnswerRefusal> answer(const Given& in, base::Instant when = there) { return answer_of("form " + std::to_string(++forms), in, when); }
    base::Result<bool, AnswerRefusal> answer_of(const std::string& form, const Given& in, base::Instant when = there) {
        const auto drawn = numbers(in.answers());
        return done([&](db::Transaction& tx) { return keep_answer(tx, hash(), form_answered(vault, form), when, in, drawn); });
    }
    bool close() {
        return static_cast<bool>(done([&](db::Transaction& tx) { return close_answering(tx, anna, scope_of(anna), there, first); }));
    }
    int forms = 0;
    std::vector<facts::Sum> sums(std::string_view kind) {
        return database().read([&](db::Reader& r) { return facts::sums(r, kind, {2026, 1, 1}, {2026, 12, 31}); });
    }
    // Every table with how many rows it has.
    std::map<std::string, std::int64_t> counts() {
        constexpr db::Sql sqlite{"test.tables", "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"};
        constexpr db::Sql postgresql{"test.tables_pg", "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"};
        return database().read([&](db::Reader& r) {
            std::map<std::string, std::int64_t> out;
            for (const auto& table : r.query(database().kind() == db::Kind::sqlite ? sqlite : postgresql, {}, [](const db::Row& row) { return std::string(row.text(0)); })) {
                const auto sql = "SELECT count(*) FROM " + table, name = "test.count_" + table;
                out[table] = r.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); });
            }
            return out;
        });
    }
};
LOTSEN_ON_BOTH_DATABASES(Outcome);

TEST(Questions, are_asked_the_first_time_and_the_last_and_of_no_child) {
    auto a = group(4);
    std::vector<Session> all{session("one", times("2026-12-01", "18:00", "20:00")), session("two", times("2026-12-08", "18:00", "20:00")), session("three", times("2026-12-15", "18:00", "20:00"))};
    EXPECT_EQ(questions_at(a, all, all[0].id).load, Turn::first);
    EXPECT_FALSE(questions_at(a, all, all[0].id).survey);
    EXPECT_FALSE(questions_at(a, all, all[1].id).any());
    EXPECT_EQ(questions_at(a, all, all[2].id).load, Turn::last);
    EXPECT_TRUE(questions_at(a, all, all[2].id).survey);
    all[2].cancelled_at = now;
    EXPECT_EQ(questions_at(a, all, all[1].id).load, Turn::last) << "a cancelled occasion is not the last";
    for (const auto who : {ForWhom::under_15, ForWhom::from_15_to_17, ForWhom::siblings}) {
        a.for_whom = who;
        EXPECT_FALSE(questions_at(a, all, all[0].id).any());
    }
    a.for_whom = ForWhom::anyone;
    a.kind = Kind::lecture;
    EXPECT_EQ(questions_at(a, {all[0]}, all[0].id).load, std::nullopt);
    EXPECT_TRUE(questions_at(a, {all[0]}, all[0].id).survey);
}
TEST_P(Outcome, an_answer_is_facts_of_the_year_and_nothing_else) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a")));
    EXPECT_EQ(why(open(there, bo)), Refusal::unknown);
    ASSERT_TRUE(open());
    const auto before = counts();
    ASSERT_TRUE(answer({.body = Load::heavy, .mind = Load::light}));
    auto expected = before;
    expected["fact"] += 2;
    expected["activities_answered"] += 1;
    EXPECT_EQ(counts(), expected) << "no row but two facts, nobody's, and that a form has been sent: not even a line of who answered";
    const auto said = sums(outcome_fact);
    ASSERT_EQ(said.size(), 2U) << "body and mind are facts of their own: two answers of one person do not belong together";
    for (const auto& sum : said) {
        std::set<std::string> words;
        for (const auto& [key, value] : sum.words) words.insert(key);
        EXPECT_EQ(words, (std::set<std::string>{"activity", "occasion", "part", "load"})) << "neither session, place nor day";
    }
    constexpr db::Sql days{"test.days", "SELECT day FROM fact WHERE kind = 'activity.outcome'"};
    for (const auto& day : database().read([&](db::Reader& r) { return r.query(days, {}, [](const db::Row& row) { return std::string(row.text(0)); }); })) EXPECT_EQ(day, "2026-12-31");
}
// Whatever the schema grows to: a table that knows where answers come in has no column that says who, and facts have none at all.
TEST_P(Outcome, no_column_joins_an_answer_to_a_sign_up) {
    constexpr db::Sql sqlite{"test.columns", "SELECT name FROM pragma_table_info(?1)"};
    constexpr db::Sql postgresql{"test.columns_pg", "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?1"};
    const auto columns = [&](const char* table) {
        const auto all = database().read([&](db::Reader& r) { return r.query(database().kind() == db::Kind::sqlite ? sqlite : postgresql, {std::string_view(table)}, [](const db::Row& row) { return std::string(row.text(0)); }); });
        return std::set<std::string>(all.begin(), all.end());
    };
    EXPECT_EQ(columns("fact"), (std::set<std::string>{"id", "kind", "day", "words", "salt", "amount"}));
    EXPECT_EQ(columns("activities_answering"), (std::set<std::string>{"area", "session", "code", "room", "until_at", "closed_at"}));
    EXPECT_EQ(columns("activities_answered"), (std::set<std::string>{"area", "session", "form"})) << "neither when nor what";
}
TEST_P(Outcome, answers_come_in_only_where_it_is_open_and_to_as_many_as_were_there) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a", 2)));
    EXPECT_EQ(answer({.body = Load::light}).refusal(), AnswerRefusal::closed);
    ASSERT_TRUE(open());
    EXPECT_EQ(answer({}).refusal(), AnswerRefusal::nothing);
    EXPECT_EQ(answer({.survey = {{"q1", Reply::yes}}}).refusal(), AnswerRefusal::nothing) << "the survey is not asked the first time";
    ASSERT_TRUE(answer({.body = Load::light}));
    ASSERT_TRUE(open()) << "opened again";
    ASSERT_TRUE(answer({.mind = Load::light}));
    EXPECT_EQ(answer({.body = Load::light}).refusal(), AnswerRefusal::full) << "two were there";
    EXPECT_EQ(answer({.body = Load::light}, at("2026-12-04", "20:00")).refusal(), AnswerRefusal::closed);
    EXPECT_EQ(why(done([&](db::Transaction& tx) { return close_answering(tx, anna, scope_of(anna), there, first); })), std::nullopt);
    EXPECT_EQ(answer({.body = Load::light}).refusal(), AnswerRefusal::closed);
    EXPECT_EQ(sums(outcome_fact).size(), 2U);
}
TEST_P(Outcome, the_same_answer_sent_at_once_to_two_programs_is_one) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(signed_up(one("b")));
    ASSERT_TRUE(open());
    std::array<int, 4> counted{};
    std::vector<std::thread> programs;
    const auto code = hash(), form = form_answered(vault, "one form");
    const auto drawn = numbers(1);
    for (auto& one : counted)
        programs.emplace_back([&] {
            const auto said = database().write([&](db::Transaction& tx) { return keep_answer(tx, code, form, there, {.body = Load::light}, drawn); });
            one = said && *said ? 1 : 0;
        });
    for (auto& program : programs) program.join();
    EXPECT_EQ(std::accumulate(counted.begin(), counted.end(), 0), 1);
    ASSERT_EQ(sums(outcome_fact).size(), 1U);
    EXPECT_EQ(sums(outcome_fact)[0].amount, 1);
    ASSERT_TRUE(answer({.body = Load::heavy})) << "the room of the other is still there";
    EXPECT_EQ(answer_of("late", {.body = Load::heavy}).refusal(), AnswerRefusal::full);
    EXPECT_EQ(answer_of("late", {.body = Load::heavy}).refusal(), AnswerRefusal::full) << "whoever found no room is not thanked as if she had answered";
    EXPECT_TRUE(answer_of("one form", {.body = Load::light})) << "thanked once more";
}
TEST_P(Outcome, closed_and_opened_again_has_the_room_that_was_left) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(signed_up(one("b")));
    ASSERT_TRUE(open());
    ASSERT_TRUE(answer_of("first", {.body = Load::light}));
    ASSERT_TRUE(close());
    EXPECT_EQ(answer({.body = Load::light}).refusal(), AnswerRefusal::closed);
    ASSERT_TRUE(open());
    EXPECT_FALSE(*answer_of("first", {.body = Load::light})) << "closing forgets no form";
    ASSERT_TRUE(answer({.body = Load::heavy}));
    EXPECT_EQ(answer({.body = Load::light}).refusal(), AnswerRefusal::full);
    // When its days are over nothing is left that tells which forms were sent.
    database().write([&](db::Transaction& tx) { store::remove_old_answering(tx, at("2026-12-05", "20:00")); });
    EXPECT_EQ(counts()["activities_answered"], 0);
    EXPECT_EQ(counts()["activities_answering"], 0);
}
TEST_P(Outcome, a_code_is_typed_as_people_type_and_only_its_hash_is_kept) {
    const auto code = answer_code(vault, first);
    EXPECT_EQ(code.size(), 8U);
    EXPECT_EQ(code, answer_code(vault, first));
    EXPECT_NE(code, answer_code(vault, id<SessionId>("second")));
    std::string shouted;
    for (const char c : code) shouted += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c), shouted += ' ';
    EXPECT_EQ(answer_hash(vault, shouted), answer_hash(vault, code));
    EXPECT_EQ(answer_hash(vault, "aaaaaaaa"), std::nullopt);
    EXPECT_EQ(answer_hash(vault, code + "b"), std::nullopt);
    EXPECT_EQ(hash().find(code), std::string::npos);
}
TEST_P(Outcome, papers_are_added_up_and_taken_away_again) {
    open_group(group(4));
    const auto add = [&](const Bundle& in, base::Instant when = there) {
        const auto drawn = numbers(in.loads.size() + in.survey.size());
        return done([&](db::Transaction& tx) { return add_bundle(tx, anna, scope_of(anna), when, in, drawn); });
    };
    Bundle in{.session = first, .loads = {{{Part::body, Load::heavy}, 3}, {{Part::mind, Load::light}, 0}}};
    EXPECT_EQ(why(add(in, now)), Refusal::too_early);
    ASSERT_TRUE(add(in));
    ASSERT_EQ(sums(outcome_fact).size(), 1U);
    EXPECT_EQ(sums(outcome_fact)[0].amount, 3);
    in.take_away = true;
    ASSERT_TRUE(add(in));
    EXPECT_EQ(sums(outcome_fact)[0].amount, 0);
    in.loads[0].second = -1;
    EXPECT_EQ(why(add(in)), Refusal::heads_wrong);
    in.loads[0].second = 0;
    EXPECT_EQ(why(add(in)), Refusal::faulty) << "nothing was typed";
    EXPECT_EQ(why(add({.session = first, .survey = {{{"q1", Reply::yes}, 2}}})), Refusal::faulty) << "not asked the first time";
}

TEST_P(Outcome, S2_two_answers_are_one_row_and_no_order_tells_them_apart) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a", 2)));
    ASSERT_TRUE(open());
    ASSERT_TRUE(answer({.body = Load::heavy, .mind = Load::light}));
    ASSERT_TRUE(answer({.body = Load::heavy, .mind = Load::light}));
    EXPECT_EQ(counts()["fact"], 2);
    for (const auto& sum : sums(outcome_fact)) EXPECT_EQ(sum.amount, 2);
}
TEST_P(Outcome, papers_are_never_more_than_those_who_were_there) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a", 2)));
    const auto add = [&](int heavy, int light, bool take_away = false, base::Instant when = there) {
        const Bundle in{.session = first, .loads = {{{Part::body, Load::heavy}, heavy}, {{Part::body, Load::light}, light}}, .take_away = take_away};
        const auto drawn = numbers(2);
        return done([&](db::Transaction& tx) { return add_bundle(tx, anna, scope_of(anna), when, in, drawn); });
    };
    EXPECT_EQ(why(add(2, 1)), Refusal::heads_wrong);
    ASSERT_TRUE(add(1, 1));
    EXPECT_EQ(why(add(2, 0, true)), Refusal::heads_wrong) << "more than have ever been added";
    EXPECT_EQ(why(add(1, 1, true, at("2027-02-01", "08:00"))), Refusal::over) << "the year is shown";
    ASSERT_TRUE(add(1, 1, true));
}

// ---- the year: as whoever looks for one person would ask -------------------------------------------------------------------------------

class Year : public Outcome {
protected:
    facts::Publisher publisher_of(unsigned char letter) { return facts::Publisher(crypto::KeyedHash(crypto::Key(crypto::Secret(crypto::bytes(std::string(32, static_cast<char>(letter))))), "facts", "cell")); }
    void add(int many, const facts::Fact& fact) {
        done([&](db::Transaction& tx) {
            for (int i = 0; i < many; ++i) facts::record(tx, fact, draw());
            return 0;
        });
    }
    YearFigures figures(const facts::Publisher& publisher) {
        const Survey survey{{{"q1", {"Påhittad fråga?", "", ""}, ""}}};
        return database().read([&](db::Reader& r) { return year_figures(r, 2026, survey, publisher); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Year);

TEST_P(Year, a_group_of_four_is_shown_by_no_key) {
    add(4, fact_of(Kind::group, 2026, Turn::first, Part::body, Load::heavy));
    add(4, fact_of(Kind::group, 2026, "q1", Reply::no));
    add(4, {.kind = "activity.joined", .day = {2026, 3, 1}, .words = {{"activity", "group"}}});
    add(400, {.kind = "activity.took_part", .day = {2026, 3, 1}, .words = {{"activity", "group"}}});
    for (int letter = 1; letter < 250; ++letter) {
        const auto y = figures(publisher_of(static_cast<unsigned char>(letter)));
        for (const auto& o : y.outcomes) ASSERT_FALSE(o.table);
        for (const auto& q : y.survey) ASSERT_TRUE(q.of_kinds.empty());
        ASSERT_TRUE(y.participation.tables.empty()) << "four who came a hundred times are four";
        ASSERT_TRUE(y.participation.visits.empty());
    }
}
TEST_P(Year, many_are_shown_per_kind_and_every_number_is_rounded) {
    add(40, fact_of(Kind::group, 2026, Turn::first, Part::body, Load::heavy));
    add(40, fact_of(Kind::group, 2026, Turn::last, Part::body, Load::rather_light));
    add(60, fact_of(Kind::lecture, 2026, "q1", Reply::yes));
    add(50, {.kind = "activity.took_part", .day = {2026, 3, 1}, .words = {{"activity", "group"}}});
    add(50, {.kind = "activity.joined", .day = {2026, 3, 1}, .words = {{"activity", "group"}, {"been_before", "new"}, {"form", "room"}, {"came_by", "web"}}});
    const auto y = figures(publisher_of(7));
    std::set<std::pair<Kind, Part>> shown;
    for (const auto& o : y.outcomes)
        if (o.table) {
            shown.insert({o.kind, o.part});
            for (const auto& row : o.table->numbers)
                for (const auto n : row) EXPECT_EQ(n % 5, 0);
            EXPECT_NEAR(static_cast<double>(o.table->numbers[3][0]), 40, 20) << "heavy, the first time";
            EXPECT_NEAR(static_cast<double>(o.table->numbers[1][1]), 40, 20) << "rather light, the last time";
        }
    EXPECT_EQ(shown, (std::set<std::pair<Kind, Part>>{{Kind::group, Part::body}}));
    ASSERT_EQ(y.survey.at(0).of_kinds.size(), 1U);
    EXPECT_EQ(y.survey.at(0).of_kinds[0].first, Kind::lecture);
    EXPECT_EQ(y.participation.tables.size(), 4U);
    EXPECT_EQ(y.participation.joined % 5, 0);
    ASSERT_EQ(y.participation.visits.size(), 1U);
    EXPECT_EQ(y.participation.visits[0].first, Kind::group);
}
TEST_P(Year, O2_what_is_answered_after_a_sign_up_is_shown_when_it_is_many_and_each_question_alone) {
    int tickets = 0;
    const auto said = [&](const Background& in) {
        const auto drawn = numbers(in.answers());
        const auto mark = "ticket " + std::to_string(++tickets);
        ASSERT_TRUE(done([&](db::Transaction& tx) { return keep_background(tx, mark, now, in, drawn); }));
    };
    for (int i = 0; i < 4; ++i) said({.been_before = Been::newcomer, .seldom_reached = {SeldomReached::man, SeldomReached::lss}});
    EXPECT_TRUE(figures(publisher_of(7)).participation.background.empty());
    EXPECT_EQ(counts()["fact"], 3) << "each box a row of its own, with a sum: nobody's answers stand together";
    for (int i = 0; i < 40; ++i) said({.heard_of = "school"});
    const auto tables = figures(publisher_of(7)).participation.background;
    ASSERT_EQ(tables.size(), 1U) << "who answered one question does not show another's";
    EXPECT_EQ(tables[0].spec->key, "hort");
    for (const auto& sum : sums("activity.background")) EXPECT_EQ(sum.words.size(), 1U);
}
TEST_P(Year, why_somebody_left_has_no_day_and_stands_in_the_year) {
    const auto left = [](calendar::Date day) { return facts::Fact{.kind = "activity.left", .day = day, .words = {{"activity", "group"}, {"why_left", "no_respite"}}}; };
    add(4, left({2026, 3, 1}));
    EXPECT_TRUE(figures(publisher_of(7)).participation.left.empty());
    add(40, left({2026, 4, 1}));
    EXPECT_EQ(figures(publisher_of(7)).participation.left.size(), 1U);
    EXPECT_EQ(counts()["fact"], 1) << "one row, of the year";
}
TEST_P(Year, is_shown_once_it_is_over) {
    add(1, {.kind = "activity.took_part", .day = {2025, 3, 1}, .words = {}});
    const auto years = [&](calendar::Date today) { return database().read([&](db::Reader& r) { return closed_years(r, today); }); };
    EXPECT_EQ(years({2025, 12, 31}), std::vector<int>{});
    EXPECT_EQ(years({2026, 1, 31}), std::vector<int>{}) << "what was done in December is still ticked";
    EXPECT_EQ(years({2026, 2, 1}), std::vector<int>{2025});
    EXPECT_EQ(years({2027, 6, 1}), (std::vector<int>{2026, 2025}));
}
TEST(SurveyRecord, is_read_and_says_what_is_wrong) {
    pack::Problems problems;
    const auto survey = parse_survey("[[question]]\nkey = \"q1\"\ntext = \"Påhittad fråga?\"\nindicator = \"I-7\"\n", problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(survey.questions.size(), 1U);
    EXPECT_EQ(survey.questions[0].indicator, "I-7");
    EXPECT_TRUE(parse_survey("", problems).questions.empty());
    for (const auto* wrong : {"[[question]]\nkey = \"q9\"\ntext = \"A?\"\nindicator = \"x\"\n", "[[question]]\nkey = \"q1\"\ntext = \"A?\"\nindicator = \"x\"\n[[question]]\nkey = \"q1\"\ntext = \"B?\"\nindicator = \"x\"\n", "[[question]]\nkey = \"q1\"\n"}) {
        problems.clear();
        (void)parse_survey(wrong, problems);
        EXPECT_FALSE(problems.empty()) << wrong;
    }
    for (const auto key : survey_keys) EXPECT_TRUE(facts::known(answer_fact, {"question", key}));
}
}
