#include "features/people/sweeping.hpp"
#include "features/privacy/sweeping.hpp"
#include "support/privacy_desk.hpp"

// Break-glass (feature H6), on both databases.
namespace {
using namespace privacy_test;
const std::string glass_path = "/personal/nodoppna";

// k works in e; j heads f.
class BreakGlass : public Municipality {
protected:
    void SetUp() override {
        Municipality::SetUp();
        member('k', "Påhittad Körsbär", 'e', Role::consultant), member('j', "Påhittad Jasmin", 'f', Role::head_of_operations);
        enter('k', 'e', Role::consultant);
    }
    Page opens(char area, const std::string& why) { return site->send(glass_path, {{"omrade", std::string(22, area)}, {"varfor", why}}); }
    bool open_now() {
        return database().read([&](db::Reader& reader) { return !people::emergencies(reader, id<rights::AccountId>('k'), now()).empty(); });
    }
};
const std::string why = "Hon ringde och grät, jag måste nå hennes syster.";
}

TEST_P(BreakGlass, opens_for_an_hour_and_tells_the_head_in_ones_own_words) {
    const auto page = site->get(glass_path);
    EXPECT_EQ(page.all("//select[@name='omrade']/option"), (std::vector<std::string>{"Välj ett område", "Familj", "Privat"})) << "not one's own";
    EXPECT_TRUE(page.says("Områdets verksamhetschef och socialdirektören får ett larm genast, med dina ord."));
    EXPECT_EQ(opens('f', why).header("Location"), glass_path + "?klart=oppnat");
    EXPECT_TRUE(open_now());
    EXPECT_TRUE(site->get(glass_path).says("Familj, till söndag 22 november kl. 14.00."));
    enter('j', 'f', Role::head_of_operations);
    EXPECT_TRUE(site->get("/personal/larm").says(why));
    later(hour);
    EXPECT_FALSE(open_now());
}
TEST_P(BreakGlass, ends_when_one_says_so) {
    opens('f', why);
    later(minute);
    EXPECT_TRUE(send(glass_path + "/avsluta", {{"omrade", std::string(22, 'f')}}).says("Området är stängt för dig igen."));
    EXPECT_FALSE(open_now());
    EXPECT_EQ(site->send(glass_path + "/avsluta", {{"omrade", std::string(22, 'f')}}).status(), 404);
    const auto lines = audit_lines(database());
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const AuditLine& l) { return l.kind == "person.emergency" && l.reason == "ended"; }));
}
TEST_P(BreakGlass, needs_a_reason_and_an_area_that_is_not_ones_own) {
    for (const auto& [area, words] : {std::pair{'f', "kort"}, {'e', why.c_str()}, {'z', why.c_str()}}) {
        const auto page = opens(area, words);
        EXPECT_EQ(page.status(), 422) << area << words;
        EXPECT_TRUE(page.says(words)) << "what was written is kept";
    }
    EXPECT_EQ(opens('f', std::string(501, 'a')).status(), 422);
    EXPECT_FALSE(open_now());
}
TEST_P(BreakGlass, is_kept_as_long_as_the_log_and_then_swept_with_the_key_of_its_reason) {
    ASSERT_EQ(opens('f', why).status(), 303);
    const auto rows = [&](const std::string& from) {
        const auto sql = "SELECT COUNT(*) FROM " + from, name = "test.count " + from;
        return database().read([&](db::Reader& reader) { return reader.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    };
    const auto until = now().ms + hour;
    static constexpr db::Sql review{"test.review", "INSERT INTO privacy_review (controller, month, line, why) VALUES (?1, ?2, 'l', 'sample')"};
    static constexpr db::Sql alert{"test.alert", "INSERT INTO privacy_alert (area, id, kind, line, account, at) VALUES (?1, 'a', 'review_ask', 'l', 'k', ?2)"};
    static constexpr db::Sql hold{"test.hold", "INSERT INTO privacy_hold (area, id, kind, object, called, reason, set_by, set_at, until_day) VALUES (?1, ?2, 'contact', 'o', 'n', 'dispute', 'k', 1, ?3)"};
    database().write([&](db::Transaction& tx) {
        tx.execute(review, {std::string(22, 'c'), "2026-11"}), tx.execute(alert, {std::string(22, 'e'), until});
        tx.execute(hold, {std::string(22, 'e'), "over", "2026-11-22"}), tx.execute(hold, {std::string(22, 'e'), "holds", "2030-01-01"});
    });
    const auto sweep = [&](std::int64_t before) { database().write([&](db::Transaction& tx) { people::sweep_alerts(tx, site->vault(), {before}, now()), privacy::sweep(tx, {before}); }); };
    sweep(until);
    for (const char* table : {"people_emergency", "people_alert", "vault_key WHERE kind = 'emergency'", "privacy_review", "privacy_alert"}) EXPECT_EQ(rows(table), 1) << table;
    EXPECT_EQ(rows("privacy_hold"), 2);
    sweep(until + 31 * day);
    for (const char* table : {"people_emergency", "people_alert", "vault_key WHERE kind = 'emergency'", "privacy_review", "privacy_alert"}) EXPECT_EQ(rows(table), 0) << table;
    EXPECT_EQ(rows("privacy_hold"), 1) << "one that still holds stays";
}
TEST_P(BreakGlass, is_for_who_meets_persons_and_has_just_shown_who_they_are) {
    for (const auto role : rights::roles) {
        enter('a', 'e', role);
        EXPECT_EQ(site->get(glass_path).status() != 403, people::may_break_glass.has(role)) << rights::key(role);
    }
    enter('k', 'e', Role::consultant);
    site->gate().stale();
    EXPECT_EQ(site->get(glass_path).status(), 303);
    EXPECT_EQ(opens('f', why).status(), 303);
    EXPECT_FALSE(open_now());
}
LOTSEN_ON_BOTH_DATABASES(BreakGlass);
