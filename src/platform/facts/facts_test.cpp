#include "platform/facts/facts.hpp"
#include "support/test_database.hpp"

namespace {
using namespace facts;

const calendar::Date monday{2026, 11, 23};

class Facts : public support::OnBothDatabases {
protected:
    crypto::SystemRandomness random;
    void add(const Fact& fact) {
        const auto drawn = draw(random);
        database().write([&](db::Transaction& tx) { record(tx, fact, drawn); });
    }
    std::vector<Sum> all(std::string_view kind, calendar::Date first = {2026, 1, 1}, calendar::Date last = {2026, 12, 31}) {
        return database().read([&](db::Reader& reader) { return sums(reader, kind, first, last); });
    }
};
Fact logged(std::vector<Word> words, calendar::Date day = monday) { return {.kind = "contact.logged", .day = day, .words = std::move(words)}; }
}

TEST_P(Facts, are_summed_by_their_words_whatever_their_order) {
    add(logged({{"sex", "woman"}, {"channel", "phone"}})), add(logged({{"channel", "phone"}, {"sex", "woman"}})), add(logged({{"channel", "visit"}}));
    const auto found = all("contact.logged");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].amount, 2);
    EXPECT_EQ(found[0].facts, 2);
    EXPECT_EQ(found[0].says("sex"), "woman");
    EXPECT_EQ(found[0].says("channel"), "phone");
    EXPECT_EQ(found[0].says("age"), "");
    EXPECT_EQ(found[1].amount, 1);
}
TEST_P(Facts, belong_to_their_day_and_kind) {
    add(logged({}, {2026, 8, 31})), add(logged({}, {2026, 9, 1})), add(logged({}, {2026, 12, 31}));
    add({.kind = "work.done", .day = monday, .words = {{"work", "stand"}}});
    const auto tertial = all("contact.logged", {2026, 9, 1}, {2026, 12, 31});
    ASSERT_EQ(tertial.size(), 1u);
    EXPECT_EQ(tertial[0].amount, 2);
    EXPECT_EQ(database().read([](db::Reader& reader) { return first_day(reader); }), (calendar::Date{2026, 8, 31}));
}
TEST_P(Facts, are_taken_back_by_another_fact) {
    add(logged({{"sex", "man"}}));
    auto back = logged({{"sex", "man"}});
    back.amount = -1;
    add(back);
    const auto found = all("contact.logged");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].amount, 0);
    EXPECT_EQ(found[0].facts, 2);
}
TEST_P(Facts, add_their_numbers_mod_2_to_32) {
    database().write([&](db::Transaction& tx) {
        record(tx, logged({}), {"one-------------------", 4'000'000'000u});
        record(tx, logged({}), {"two-------------------", 1'000'000'000u});
    });
    EXPECT_EQ(all("contact.logged").at(0).salts, 705'032'704u);
}
TEST_P(Facts, say_only_words_of_the_program) {
    for (const auto& wrong : {logged({{"sex", "Anna Andersson"}}), logged({{"name", "woman"}}), logged({{"sex", "19121212-1212"}}), logged({{"", ""}}), logged({{"sex", "woman"}, {"sex", "man"}}),
                              Fact{.kind = "contact.guessed", .day = monday}, Fact{.kind = "contact.concern", .day = monday, .words = {{"sex", "woman"}}}, Fact{.kind = "work.done", .day = monday, .words = {{"sex", "woman"}}}})
        EXPECT_THROW(add(wrong), base::Bug) << wrong.kind;
    EXPECT_TRUE(all("contact.logged").empty());
    EXPECT_FALSE(database().read([](db::Reader& reader) { return first_day(reader); }));
}
TEST_P(Facts, hold_what_a_contact_through_the_site_says) {
    add(contact_closed(monday, "written", "answered"));
    const auto found = all("contact.closed");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].says("channel"), "written");
    EXPECT_EQ(found[0].says("outcome"), "answered");
    EXPECT_EQ(found[0].says("children"), "not_asked");
    EXPECT_THROW(add(contact_closed(monday, "pigeon", "answered")), base::Bug);
    EXPECT_THROW(add(contact_closed(monday, "written", "answered", "three")), base::Bug) << "how many is nothing we ask";
}
TEST(Drawing, gives_each_fact_numbers_of_its_own) {
    crypto::SystemRandomness random;
    const auto one = draw(random), other = draw(random);
    EXPECT_NE(one.id, other.id);
    EXPECT_EQ(one.id.size(), 22u);
    std::uint32_t bits = 0;
    for (int i = 0; i < 200; ++i) bits |= draw(random).salt;
    EXPECT_EQ(bits, 0xffffffffu);
}
LOTSEN_ON_BOTH_DATABASES(Facts);
