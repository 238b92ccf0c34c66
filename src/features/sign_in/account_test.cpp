#include "support/signed_site.hpp"

using namespace support;
using rights::Role;
namespace {
class Account : public SignedSite {};
const std::string newer = "paraply grus timjan cirkel";
}

TEST_P(Account, shows_who_one_is_and_where_one_is_signed_in_but_no_address) {
    auto there = browser();
    const auto anna = enrolled(there, Role::consultant, "anna.ek");
    later(minute);
    auto phone = browser();
    phone.peer = "203.0.113.77";
    ASSERT_EQ(sign_in(phone, anna, code_of(anna)).status(), 303);
    const auto page = phone.get("/personal/konto");
    EXPECT_TRUE(page.says("Påhittad Person"));
    EXPECT_TRUE(page.says("Anhörigkonsulent"));
    EXPECT_EQ(page.count("//table//tbody/tr"), 2U);
    EXPECT_TRUE(page.says("(den här)"));
    EXPECT_FALSE(page.says("203.0.113"));
}

TEST_P(Account, all_own_sessions_end_in_one_click) {
    auto there = browser();
    const auto anna = enrolled(there, Role::consultant, "anna.ek");
    later(minute);
    auto phone = browser();
    ASSERT_EQ(sign_in(phone, anna, code_of(anna)).status(), 303);
    auto bo = browser();
    (void)enrolled(bo, Role::consultant, "bo.alm");
    EXPECT_EQ(phone.send(phone.get("/personal/konto"), "/personal/konto/avsluta-alla", {}).header("Location"), "/logga-in?varfor=all_ended");
    EXPECT_EQ(phone.get("/personal").status(), 303);
    EXPECT_EQ(there.get("/personal").status(), 303);
    EXPECT_EQ(bo.get("/personal").status(), 200) << "nobody else's";
}

TEST_P(Account, a_new_password_ends_the_other_sessions_and_the_old_one_is_dead) {   // the Vaultwarden lesson
    auto there = browser();
    auto anna = enrolled(there, Role::consultant, "anna.ek");
    later(minute);
    auto phone = browser();
    ASSERT_EQ(sign_in(phone, anna, code_of(anna)).status(), 303);
    EXPECT_EQ(phone.send(phone.get("/personal/konto/losenord"), "/personal/konto/losenord", {{"nytt", "kort"}, {"igen", "kort"}}).status(), 422);
    EXPECT_EQ(phone.send(phone.get("/personal/konto/losenord"), "/personal/konto/losenord", {{"nytt", newer}, {"igen", newer}}).header("Location"), "/personal/konto?klart=losenord");
    EXPECT_EQ(phone.get("/personal").status(), 200);
    EXPECT_EQ(there.get("/personal").status(), 303);
    later(minute);
    EXPECT_EQ(sign_in(there, anna, code_of(anna)).status(), 422);
    anna.password = newer;
    later(minute);
    EXPECT_EQ(sign_in(there, anna, code_of(anna)).status(), 303);
}

TEST_P(Account, a_new_telephone_ends_the_old_one_and_its_key_is_hers_alone) {
    auto there = browser();
    auto anna = enrolled(there, Role::consultant, "anna.ek");
    auto other = browser();
    (void)enrolled(other, Role::consultant, "bo.alm");
    const auto page = there.get("/personal/konto/telefon");
    auto newly = anna;
    newly.totp_text = page.text("//code[@class='key']");
    const auto carried = page.text("//input[@name='nyckel']/@value");
    const auto bos = other.get("/personal/konto/telefon");
    EXPECT_EQ(other.post("/personal/konto/telefon", {{"stamp", bos.text("//form[@action='/personal/konto/telefon']//input[@name='stamp']/@value")}, {"nyckel", carried}, {"kod", code_of(newly)}}).status(), 404) << "sealed for Anna";
    EXPECT_EQ(there.send(page, "/personal/konto/telefon", {{"kod", "000000"}}).status(), 422);
    EXPECT_EQ(there.send(page, "/personal/konto/telefon", {{"kod", code_of(newly)}}).status(), 303);
    later(minute);
    auto again = browser();
    EXPECT_EQ(sign_in(again, anna, code_of(anna)).status(), 422);
    later(minute);
    EXPECT_EQ(sign_in(again, newly, code_of(newly)).status(), 303);
}

TEST_P(Account, new_printed_codes_void_the_old_ones) {
    auto there = browser();
    auto anna = enrolled(there, Role::consultant, "anna.ek");
    const auto page = there.send(there.get("/personal/konto/koder"), "/personal/konto/koder", {});
    const auto codes = page.all("//ol[@class='codes']//code");
    ASSERT_EQ(codes.size(), 10U);
    auto other = browser();
    EXPECT_EQ(sign_in(other, anna, anna.codes[0]).status(), 422);
    EXPECT_EQ(sign_in(other, anna, codes[0]).status(), 200);
}

TEST_P(Account, shortcuts_can_be_turned_off) {   // WCAG 2.1.4
    auto there = browser();
    (void)enrolled(there, Role::consultant, "anna.ek");
    const auto script = "//script[contains(@src,'staff')]";
    EXPECT_TRUE(there.get("/personal").has(script));
    (void)there.send(there.get("/personal/konto"), "/personal/konto/kortkommandon", {});
    EXPECT_FALSE(there.get("/personal").has(script));
}
LOTSEN_ON_BOTH_DATABASES(Account);
