#include "support/contact_rows.hpp"
#include "support/privacy_desk.hpp"

// What is documented of somebody whose day of birth is not known: the registrar says what it would have decided (SoL 16:1, SoF 13:1).
namespace {
using namespace privacy_test;
const std::string path = "/personal/gallring";

// g is the registrar of e, h its head.
class Births : public Municipality {
protected:
    void SetUp() override {
        Municipality::SetUp();
        member('g', "Påhittad Gran", 'e', Role::registrar), member('h', "Påhittad Hassel", 'e', Role::head_of_operations);
        enter('g', 'e', Role::registrar);
    }
    std::int64_t count(const std::string& from) {
        const auto sql = "SELECT COUNT(*) FROM " + from, name = "test.count " + from;
        return database().read([&](db::Reader& reader) { return reader.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Births);
}

TEST_P(Births, SoL_16_1_asks_what_nobody_can_say_the_day_of_and_destroys_by_the_answer) {
    const auto somebody = people::sealed(site->vault(), random, id<rights::AreaId>('e'), people::Kind::carer, people::Ground::service("d"), people::Protection::none, *people::checked({.name = "Påhittad Petra"}, now()));
    database().write([&](db::Transaction& tx) { ASSERT_TRUE(people::add(tx, terminal(), rights::AreaScope::of_the_system(id<rights::AreaId>('e')), now(), somebody)); });
    const auto contact = plant(database(), site->vault(), {.letter = 'A', .texts = {"En fråga"}, .person = somebody.id, .arrived_at = now(), .closed_at = now(), .number = 7});
    plant(database(), site->vault(), {.letter = 'B', .texts = {"En anonym"}, .arrived_at = now(), .closed_at = now(), .number = 8});
    later(6 * 366 * day);
    const auto asked = site->get(path);
    EXPECT_TRUE(asked.says("Saknar födelsedag: bestäm"));
    const auto wanted = std::string(22, 'e') + "/contact/" + std::string(contact.text());
    EXPECT_TRUE(asked.has("//select[@name='vad']/option[@value='" + wanted + "']"));
    EXPECT_EQ(asked.count("//select[@name='vad']/option[contains(., '2026-8')]"), 0u) << "an anonymous question goes by the board's days";
    EXPECT_FALSE(asked.says("Petra"));
    EXPECT_EQ(site->send(path, {}).header("Location"), path + "?klart=inget");
    const auto say = [&](const std::string& what, const char* answer, const char* year = "") { return site->send(path + "/fodelsedag", {{"vad", what}, {"fodd", answer}, {"ar", year}}); };
    for (const auto& wrong : {std::string(), std::string("e/contact"), std::string(22, 'f') + "/contact/" + std::string(contact.text()), std::string(22, 'e') + "/contact/" + std::string(22, 'B'), std::string("\xff/\xff/\xff")})
        EXPECT_EQ(say(wrong, "annan").status(), 422) << wrong;
    EXPECT_EQ(say(wanted, "").status(), 422);
    EXPECT_EQ(say(wanted, "annan", "99999999999999999999").status(), 422);
    EXPECT_TRUE(send(path + "/fodelsedag", {{"vad", wanted}, {"fodd", "forskning"}}).says("Svaret är sparat."));
    EXPECT_TRUE(logged("write", "destruction", 'g'));
    EXPECT_EQ(site->send(path, {}).header("Location"), path + "?klart=inget") << "kept for research";
    EXPECT_EQ(say(wanted, "annan").status(), 303) << "said anew";
    const auto list = site->send(path, {}).header("Location");
    ASSERT_TRUE(list.starts_with(path + "/"));
    EXPECT_EQ(site->get(list).all("//table//tbody/tr/td[1]"), std::vector<std::string>{"2026-7"});
    EXPECT_EQ(count("privacy_birth"), 1);
    enter('h', 'e', Role::head_of_operations);
    send(list + "/bekrafta", {});
    EXPECT_EQ(count("contact_message WHERE contact = '" + std::string(contact.text()) + "'"), 0);
    EXPECT_EQ(count("privacy_birth"), 0) << "what was said goes with it";
}
TEST_P(Births, only_the_registrar_says_what_the_day_of_birth_is) {
    enter('h', 'e', Role::head_of_operations);
    EXPECT_EQ(site->send(path + "/fodelsedag", {{"vad", "x"}, {"fodd", "annan"}}).status(), 403);
}
