#include "features/activities/show/public_site.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include <gtest/gtest.h>
// What somebody who comes says for herself: names that the others see, room or net, why she left, and a question in the same step.
using namespace activities_tests;

class Wishes : public PublicSite {
protected:
    using Pages = std::vector<web::Fields>;
    Page signed_up(Browser& b, const std::string& slug, const char* name, web::Fields also = {}, web::Fields needs = {}) {
        also.emplace_back("name", name);
        return through(b, slug, Pages{{{"antal", "1"}}, std::move(also), std::move(needs), {}});
    }
    // As it is at a site where what is asked is answered.
    support::Records records() const override {
        auto all = PublicSite::records();
        if (!answers_) return all;
        const auto fill = [&](const char* from, const char* to) { all = support::changed(std::move(all), "municipality.toml", from, to); };
        fill("reply_working_days = \"SAKNAS\"", "reply_working_days = \"2\"");
        fill("read_hours = \"SAKNAS\"", "read_hours = \"Vardagar 9–12\"");
        fill("title_latt = \"Socialjouren (kväll, natt och helg)\"\nphone = \"SAKNAS\"", "title_latt = \"Socialjouren (kväll, natt och helg)\"\nphone = \"08-465 004 06\"");
        return all;
    }
    void somebody_reads() {
        database().exclusively([&](db::Connection& c) {
            c.script("INSERT INTO contact_reception (one, area, unit, chosen_at, chosen_by) VALUES (1, '" + std::string(unit->area.text()) + "', '" + std::string(unit->unit.text()) + "', 1, 'k')");
        });
    }
    bool answers_ = true;
};
LOTSEN_ON_BOTH_DATABASES(Wishes);

TEST_P(Wishes, D11_names_are_seen_by_those_who_show_theirs_and_taken_back) {
    evening_group("samtal", "samtalsgrupp", 5);
    auto pia = browser(), bo = browser(), cilla = browser();
    const auto first = signed_up(pia, "samtal", "Pia Prov", {{"visa_namn", "1"}}), second = signed_up(bo, "samtal", "Bo"), third = signed_up(cilla, "samtal", "Cilla", {{"visa_namn", "1"}});
    const auto of_pia = with_code(pia, code_on(first));
    EXPECT_TRUE(of_pia.says("De andra ser: Pia"));
    EXPECT_TRUE(of_pia.has("//li[text()='Cilla']"));
    EXPECT_FALSE(of_pia.says("Prov")) << "a first name and no more";
    EXPECT_FALSE(of_pia.says("Bo"));
    const auto of_bo = with_code(bo, code_on(second));
    EXPECT_FALSE(of_bo.says("Cilla")) << "who does not show herself sees nobody";
    EXPECT_EQ(with_code(bo, code_on(second), {{"gor", "visa-namn"}, {"visat", "070 123"}}).status(), 422);
    EXPECT_TRUE(with_code(bo, code_on(second), {{"gor", "visa-namn"}, {"visat", "Bosse"}}).has("//li[text()='Pia']"));
    EXPECT_TRUE(with_code(pia, code_on(first)).has("//li[text()='Bosse']"));

    EXPECT_TRUE(with_code(pia, code_on(first), {{"gor", "dolj-namn"}}).says("Namnet är borttaget."));
    EXPECT_FALSE(with_code(cilla, code_on(third)).says("Pia"));
    EXPECT_FALSE(with_code(pia, code_on(first)).says("Cilla"));
    EXPECT_TRUE(with_code(pia, code_on(first), {{"gor", "visa-namn"}, {"visat", "Pia"}}).says("De andra ser: Pia")) << "and shown again";
    EXPECT_EQ(count("activities_shown_name"), 3);
}
TEST_P(Wishes, D11_to_a_lecture_nobody_is_asked) {
    const auto a = of("forelasning", "forelasningar", Kind::lecture, {.seats = 10});
    planned(a, {at(a, "2026-12-01", "18:00", "20:00")});
    auto browser = this->browser();
    const auto done = through(browser, "forelasning", Pages{{{"antal", "1"}}, {}, {}});
    EXPECT_FALSE(with_code(browser, code_on(done)).says("Vilka de andra är"));
    EXPECT_EQ(with_code(browser, code_on(done), {{"gor", "visa-namn"}, {"visat", "Pia"}}).status(), 422) << "written by hand";
    EXPECT_EQ(count("activities_shown_name"), 0);
}
TEST_P(Wishes, D5_room_or_net_is_asked_and_changed_for_each_occasion_and_counted_for_the_leader) {
    const auto a = of("hybrid", "samtalsgrupp", Kind::group, {.seats = 5});
    const auto one = at(a, "2026-12-01", "18:00", "20:00", Way::hybrid), two = at(a, "2026-12-08", "18:00", "20:00", Way::hybrid);
    planned(a, {one, two});
    auto browser = this->browser();
    const auto page = through(browser, "hybrid", Pages{{{"antal", "1"}}, {{"name", "Pia"}}});
    EXPECT_TRUE(page.says("Vill du komma hit eller vara med på nätet?"));
    const auto done = browser.send(browser.send(page, form_of("hybrid"), {{"var", "net"}}), form_of("hybrid"), {});
    const auto choices = [&](const Session& s) { return database().read([&](db::Reader& r) { return store::choices(r, all_of_it(), s); }); };
    EXPECT_EQ(choices(one).net, 1); EXPECT_EQ(choices(two).net, 1);
    const auto place = with_code(browser, code_on(done), {{"gor", "pa-plats"}, {"tillfalle", std::string(one.id.text())}});
    EXPECT_TRUE(place.says("Du har sagt att du kommer hit."));
    EXPECT_TRUE(place.says("Du har sagt att du är med på nätet."));
    EXPECT_EQ(choices(one).room, 1); EXPECT_EQ(choices(one).net, 0); EXPECT_EQ(choices(two).net, 1);
    with_code(browser, code_on(done), {{"gor", "ja-lamna"}});
    EXPECT_EQ(choices(two).net, 0) << "who comes no more is not counted";
}
TEST_P(Wishes, why_she_left_is_a_count_of_nobody_and_asked_once) {
    evening_group("samtal", "samtalsgrupp", 3);
    auto browser = this->browser();
    const auto done = signed_up(browser, "samtal", "Pia");
    EXPECT_FALSE(with_code(browser, code_on(done)).says("Vill du säga varför?"));
    EXPECT_TRUE(with_code(browser, code_on(done), {{"gor", "ja-lamna"}}).says("Vill du säga varför?"));
    EXPECT_EQ(with_code(browser, code_on(done), {{"gor", "varfor"}}).status(), 422);
    EXPECT_EQ(count("fact"), 0) << "she may leave it";
    EXPECT_TRUE(with_code(browser, code_on(done), {{"gor", "varfor"}, {"skal", "no_respite"}}).says("Tack för svaret."));
    EXPECT_FALSE(with_code(browser, code_on(done), {{"gor", "varfor"}, {"skal", "time"}}).says("Vill du säga varför?"));
    EXPECT_EQ(count("fact"), 1);
    EXPECT_EQ(count("fact", "kind = 'activity.left' AND words = 'activity=group why_left=no_respite'"), 1);
}
TEST_P(Wishes, SoL_21_2_a_guardian_says_yes_for_a_child_under_15) {
    auto child = of("barn", "samtalsgrupp", Kind::group, {.seats = 5});
    child.for_whom = ForWhom::under_15;
    planned(child, {at(child, "2026-12-01", "16:00", "17:00")});
    auto browser = this->browser();
    const auto first = begun(browser, "barn");
    EXPECT_TRUE(first.says("Det är barnets vårdnadshavare som anmäler."));
    EXPECT_EQ(browser.send(first, form_of("barn"), {{"antal", "1"}}).status(), 422);
    const auto who = browser.send(first, form_of("barn"), {{"antal", "2"}, {"vardnadshavare", "1"}});
    EXPECT_TRUE(who.says("Vad ska vi kalla barnet?"));
    const auto check = browser.send(browser.send(who, form_of("barn"), {{"name", "Alva"}, {"companion", "Olle"}}), form_of("barn"), {});
    EXPECT_TRUE(check.says("Säger ja"));
    EXPECT_EQ(browser.send(check, form_of("barn"), {}).text("//h1"), "Barnen har varsin plats");
    EXPECT_EQ(count("activities_entry", "guardian_agreed_at IS NOT NULL AND size = 2"), 1);
}
TEST_P(Wishes, SoL_21_2_without_a_guardian_there_is_no_sign_up_whatever_form_is_sent) {
    auto child = of("barn", "samtalsgrupp", Kind::group, {.seats = 5});
    child.for_whom = ForWhom::under_15;
    planned(child, {at(child, "2026-12-01", "16:00", "17:00")});
    auto browser = this->browser();
    const auto opened = begun(browser, "barn").all("//input[@name='opened']/@value").at(0);
    const auto forged = browser.post(form_of("barn"), {{"stamp", site->stamps().issue("activities.sign_up")}, {"opened", opened}, {"steg", "granska"}, {"name", "Prov"}});
    EXPECT_EQ(forged.status(), 422);
    EXPECT_EQ(count("activities_entry"), 0);
}
TEST_P(Wishes, D8_respite_is_asked_in_the_same_step_and_answered_by_the_same_code) {
    somebody_reads();
    evening_group("samtal", "samtalsgrupp", 3);
    auto browser = this->browser();
    const auto done = signed_up(browser, "samtal", "Pia", {}, {{"behov", "avlosning"}});
    EXPECT_EQ(done.text("//h1"), "Du har en plats");
    EXPECT_TRUE(done.says("Frågan är ställd. Du får svar senast"));
    EXPECT_TRUE(done.says("Det är en fråga, ingen bokning och inget beslut."));
    EXPECT_TRUE(done.says("Jag ska vara borta tisdag 1 december kl. 18.00–20.00."));
    EXPECT_EQ(count("contact_contact", "way = 'written' AND subject = 'question' AND person IS NULL AND promised_at IS NOT NULL"), 1);
    EXPECT_EQ(count("contact_message"), 1);
    const auto asked = browser.post("/svar", {{"stamp", site->stamps().issue("contact.open_code")}, {"kod", code_on(done)}});
    EXPECT_EQ(asked.header("Location"), "/svar/samtal") << asked.text("//main");
    EXPECT_TRUE(browser.get("/svar/samtal").says("Någon behöver vara hos den jag hjälper under tiden."));
}
TEST_P(Wishes, D8_the_same_form_sent_again_asks_once) {
    somebody_reads();
    evening_group("samtal", "samtalsgrupp", 3);
    auto browser = this->browser();
    const auto check = through(browser, "samtal", Pages{{{"antal", "1"}}, {{"name", "Pia"}}, {{"behov", "avlosning"}}});
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(browser.send(check, form_of("samtal"), {}).says("Frågan är ställd."));
    EXPECT_EQ(count("contact_contact"), 1);
    EXPECT_EQ(count("activities_entry"), 1);
}
TEST_P(Wishes, D8_the_question_is_read_before_it_is_sent) {
    somebody_reads();
    evening_group("samtal", "samtalsgrupp", 3);
    auto browser = this->browser();
    const auto check = through(browser, "samtal", Pages{{{"antal", "1"}}, {{"name", "Pia"}}, {{"behov", "avlosning"}}});
    EXPECT_TRUE(check.says("Jag ska vara borta tisdag 1 december kl. 18.00–20.00."));
    EXPECT_TRUE(check.says("Frågan läses av dem som svarar på frågor hos oss."));
    EXPECT_EQ(count("contact_contact"), 0);
}
TEST_P(Wishes, D8_of_a_sensitive_activity_the_question_tells_no_time) {
    somebody_reads();
    auto a = of("hemlig", "samtalsgrupp", Kind::group, {.seats = 5});
    a.sensitive = true;
    planned(a, {at(a, "2026-12-01", "18:00", "20:00")});
    auto browser = this->browser();
    later(17 * minute);
    const auto done = signed_up(browser, "hemlig", "Pia", {}, {{"behov", "avlosning"}});
    EXPECT_TRUE(done.says("Jag vill vara med på en träff."));
    EXPECT_EQ(done.text("//blockquote").find("december"), std::string::npos);
    EXPECT_EQ(count("contact_contact", "arrived_at % 3600000 = 0"), 1) << "nobody sees by the minute which sign-up it came with";
    EXPECT_EQ(count("activities_entry", "made_at % 3600000 = 0"), 0);
}
TEST_P(Wishes, T22_respite_counts_in_the_receptions_quota) {
    somebody_reads();
    evening_group("samtal", "samtalsgrupp", 100);
    const auto quick = [&](int network) {   // as a bot fills it in: fifteen at once fill what the inbox takes of the quick
        auto browser = this->browser();
        browser.peer = "198.51.100." + base::to_text(network);
        const auto first = browser.get(form_of("samtal"));
        later(5 * second);
        return browser.post(form_of("samtal"), {{"stamp", site->stamps().issue("activities.sign_up")}, {"opened", first.all("//input[@name='opened']/@value").at(0)}, {"steg", "granska"}, {"name", "Pia"}, {"behov", "avlosning"}});
    };
    int asked = 0;
    for (int i = 0; i < 30; ++i) asked += quick(i).says("Frågan är ställd.");
    EXPECT_LT(asked, 30);
    EXPECT_GE(asked, 15);
    EXPECT_GT(count("activities_entry"), asked) << "the sign-up stands";
    EXPECT_EQ(count("contact_contact"), asked);
}
TEST_P(Wishes, D8_the_sign_up_stands_when_nobody_can_promise_an_answer) {
    evening_group("samtal", "samtalsgrupp", 3);
    auto browser = this->browser();
    const auto done = signed_up(browser, "samtal", "Pia", {}, {{"behov", "avlosning"}});
    EXPECT_EQ(done.text("//h1"), "Du har en plats");
    EXPECT_TRUE(done.says("Din anmälan gäller ändå."));
    EXPECT_TRUE(done.has("//section[@aria-labelledby='respite']//a")) << "who to call, or how";
    EXPECT_EQ(count("contact_contact") + count("contact_receipt"), 0);
    EXPECT_EQ(count("activities_entry", "state = 'placed'"), 1);
}
