#include "support/audit_lines.hpp"
#include "support/signed_site.hpp"

using namespace support;
using rights::Role;
namespace {
class Gate : public SignedSite {
protected:
    std::int64_t rows(const char* sql) {
        const db::Sql count{"test.count", sql};
        return database().read([&](db::Reader& r) { return r.one(count, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
    void end_assignments(const rights::AccountId& account) {
        database().write([&](db::Transaction& tx) {
            for (const auto& a : staff::assignments_now(tx, account, clock.now())) ASSERT_TRUE(staff::end_assignment(tx, rights::Actor::at_the_terminal(), clock.now(), a.id));
        });
    }
};
const std::string session = "__Host-lotsen";
}

TEST_P(Gate, nobody_is_led_to_the_door_and_back_to_own_pages_only) {
    auto visitor = browser();
    EXPECT_EQ(visitor.get("/personal").header("Location"), "/logga-in");
    EXPECT_EQ(visitor.get("/personal/konto").header("Location"), "/logga-in?till=%2Fpersonal%2Fkonto");
    EXPECT_EQ(visitor.get("/en/personal/konto").header("Location"), "/en/logga-in?till=%2Fen%2Fpersonal%2Fkonto");
    auto there = browser();
    const auto anna = enrolled(there, Role::consultant, "anna.ek");
    later(minute);
    for (const std::string odd : {"//evil.example", "https://evil.example", "/%5Cevil.example", "%2F%2Fevil.example/personal", "/stod"}) {   // open redirect
        auto one = browser();
        EXPECT_EQ(sign_in(one, anna, code_of(anna), odd).header("Location"), "/personal") << odd;
        later(minute);
    }
    auto two = browser();
    EXPECT_EQ(sign_in(two, anna, code_of(anna), "/personal/konto").header("Location"), "/personal/konto");
}

TEST_P(Gate, an_id_from_before_signing_in_is_worth_nothing) {   // T19: fixation
    auto there = browser();
    const auto anna = enrolled(there, Role::consultant, "anna.ek");
    later(minute);
    auto one = browser();
    const std::string planted(44, 'A');
    one.set_cookie(session, planted);
    ASSERT_EQ(sign_in(one, anna, code_of(anna)).status(), 303);
    EXPECT_NE(one.cookie(session), planted);
    EXPECT_EQ(one.cookie(session).size(), 44U);
    auto attacker = browser();
    attacker.set_cookie(session, planted);
    EXPECT_EQ(attacker.get("/personal").status(), 303);
    // A second sign-in in the same browser ends the first.
    const auto first = one.cookie(session);
    later(minute);
    one.set_cookie(session, first);
    auto page = one.get("/logga-in");
    EXPECT_EQ(page.status(), 303) << "signed in already";
    auto stolen = browser();
    stolen.set_cookie(session, first);
    auto door = browser();
    page = door.get("/logga-in");
    door.set_cookie(session, first);
    EXPECT_EQ(door.send(page, "/logga-in", {{"namn", anna.login}, {"losenord", anna.password}, {"kod", code_of(anna)}}).status(), 303);
    EXPECT_EQ(stolen.get("/personal").status(), 303) << "the id from before is over";
}

TEST_P(Gate, an_id_is_dead_after_signing_out) {   // T19
    auto there = browser();
    (void)enrolled(there, Role::consultant, "anna.ek");
    const auto id = there.cookie(session);
    const auto out = there.send(there.get("/personal"), "/logga-ut", {});
    EXPECT_EQ(out.status(), 303);
    EXPECT_EQ(out.header("Clear-Site-Data"), "\"cache\", \"storage\"");
    EXPECT_EQ(there.cookie(session), "");
    auto thief = browser();
    thief.set_cookie(session, id);
    EXPECT_EQ(thief.get("/personal").status(), 303);
    EXPECT_EQ(thief.cookie(session), "") << "a dead cookie is taken away";
    EXPECT_TRUE(there.get("/logga-in?varfor=signed_out").says("Du är utloggad."));
}

TEST_P(Gate, a_session_ends_after_a_quarter_of_an_hour_without_a_request_and_after_eight_hours_with) {   // T19
    auto there = browser();
    (void)enrolled(there, Role::consultant, "anna.ek");
    later(15 * minute - 1);
    EXPECT_EQ(there.get("/personal").status(), 200);
    later(15 * minute);
    EXPECT_EQ(there.get("/personal").header("Location"), "/logga-in?varfor=idle");
    auto again = browser();
    (void)enrolled(again, Role::consultant, "bo.alm");
    for (std::int64_t passed = 10 * minute; passed < 8 * hour; passed += 10 * minute) {
        later(10 * minute);
        ASSERT_EQ(again.get("/personal").status(), 200) << passed / minute;
    }
    later(10 * minute);
    EXPECT_EQ(again.get("/personal").header("Location"), "/logga-in?varfor=absolute");
}

TEST_P(Gate, no_session_outlives_a_clock_that_jumps) {
    for (const auto years : {20, -20}) {
        compose();   // the guarded clock of a program never goes back; of another program it may
        auto there = browser();
        (void)enrolled(there, Role::consultant, "anna.ek" + std::to_string(years + 100));
        later(years * 365LL * 24 * hour);
        EXPECT_EQ(there.get("/personal").status(), 303) << years;
        later(-years * 365LL * 24 * hour);
        EXPECT_EQ(there.get("/personal").status(), 303) << "it does not come to life again";
    }
}

TEST_P(Gate, rights_end_with_the_assignment_at_the_next_request) {   // T10, ASVS 8.3.2
    auto there = browser();
    const auto head = enrolled(there, Role::head_of_operations, "anna.ek");
    auto administrator = browser();
    (void)enrolled(administrator, Role::administrator, "bo.alm");
    const auto extra = assigned(head.account, Role::consultant);
    EXPECT_EQ(there.get("/personal/organisation").status(), 200);
    database().write([&](db::Transaction& tx) {
        for (const auto& a : staff::assignments_now(tx, head.account, clock.now()))
            if (a.role == Role::head_of_operations) ASSERT_TRUE(staff::end_assignment(tx, rights::Actor::at_the_terminal(), clock.now(), a.id));
    });
    later(1);
    EXPECT_EQ(there.get("/personal/organisation").status(), 403);
    EXPECT_EQ(there.get("/personal").status(), 200);
    (void)extra;
    end_assignments(head.account);   // the last one: the session goes too
    later(1);
    EXPECT_EQ(there.get("/personal").header("Location"), "/logga-in?varfor=no_assignment");
    EXPECT_EQ(rows("SELECT COUNT(*) FROM sign_in_session WHERE ended_at IS NULL"), 1) << "only the administrator's";
}

TEST_P(Gate, a_page_of_another_role_says_whom_to_ask_and_leaves_a_line) {
    auto there = browser();
    (void)enrolled(there, Role::front_line, "anna.ek");
    const auto page = there.get("/personal/organisation");
    EXPECT_EQ(page.status(), 403);
    EXPECT_TRUE(page.says("Verksamhetschef"));
    EXPECT_TRUE(page.says("fråga din verksamhetschef"));
    const auto lines = audit_lines(database());
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const AuditLine& l) { return l.act == "refused" && l.kind == "page" && l.role == "front_line"; }));
}

TEST_P(Gate, a_closed_account_is_out_at_once) {
    auto there = browser();
    const auto anna = enrolled(there, Role::consultant, "anna.ek");
    database().write([&](db::Transaction& tx) { sign_in::close_account(tx, rights::Actor::at_the_terminal(), clock.now(), anna.account); });
    EXPECT_EQ(there.get("/personal").status(), 303);
    later(minute);
    EXPECT_EQ(sign_in(there, anna, code_of(anna)).status(), 422);
    EXPECT_EQ(sign_in(there, anna, anna.codes[0]).status(), 422);
}

TEST_P(Gate, forms_from_elsewhere_do_nothing) {   // T15, login CSRF
    auto there = browser();
    const auto anna = enrolled(there, Role::consultant, "anna.ek");
    later(minute);
    auto victim = browser();
    const auto door = victim.get("/logga-in");
    for (const std::string from : {"cross-site", "same-site"}) {
        victim.came_from = from;
        EXPECT_EQ(victim.send(door, "/logga-in", {{"namn", anna.login}, {"losenord", anna.password}, {"kod", code_of(anna)}}).status(), 403) << from;
        EXPECT_EQ(victim.cookie(session), "");
    }
    victim.came_from = "same-origin";
    EXPECT_EQ(victim.post("/logga-in", {{"namn", anna.login}, {"losenord", anna.password}, {"kod", code_of(anna)}}).status(), 403) << "no stamp";
    // Behind the door a stamp of another session is refused.
    auto other = browser();
    (void)enrolled(other, Role::consultant, "bo.alm");
    const auto stamp = other.get("/personal/konto").text("//form[@action='/personal/konto/avsluta-alla']//input[@name='stamp']/@value");
    ASSERT_NE(stamp, "");
    EXPECT_EQ(there.post("/personal/konto/avsluta-alla", {{"stamp", stamp}}).status(), 403);
    EXPECT_EQ(there.get("/personal").status(), 200);
}

TEST_P(Gate, what_was_being_written_is_kept_when_the_session_runs_out_and_is_sent_by_her_hand) {   // security 4.4
    auto there = browser();
    const auto head = enrolled(there, Role::administrator, "anna.ek");
    const auto page = there.get("/personal/organisation/verksamhet/ny");
    const auto action = page.text("//main//form/@action");
    ASSERT_NE(action, "") << page.status() << page.text("//main");
    later(20 * minute);
    const auto sent = there.send(page, action, {{"planterat", "Planterat ord 4711"}});
    EXPECT_EQ(sent.status(), 303);
    EXPECT_NE(sent.header("Location").find("fortsatt"), std::string::npos) << sent.header("Location");
    EXPECT_EQ(sent.body().find("Planterat"), std::string::npos);
    EXPECT_EQ(rows("SELECT COUNT(*) FROM sign_in_draft"), 1);
    const auto in = sign_in(there, head, code_of(head), "/personal/fortsatt");
    ASSERT_EQ(in.header("Location"), "/personal/fortsatt");
    const auto kept = there.get("/personal/fortsatt");
    EXPECT_TRUE(kept.says("Organisation"));
    EXPECT_EQ(kept.text("//form[@action='" + action + "']//input[@name='planterat']/@value"), "Planterat ord 4711");
    auto other = browser();
    (void)enrolled(other, Role::administrator, "bo.alm");
    EXPECT_FALSE(other.get("/personal/fortsatt").has("//input[@name='planterat']")) << "hers alone";
    EXPECT_LT(there.send(kept, action, {}).status(), 500);
    EXPECT_EQ(rows("SELECT COUNT(*) FROM sign_in_draft"), 0) << "sent on, so it goes";
}

TEST_P(Gate, nothing_is_kept_of_a_form_that_was_not_ours_or_whose_session_was_ended) {
    auto there = browser();
    (void)enrolled(there, Role::administrator, "anna.ek");
    const auto page = there.get("/personal/organisation/verksamhet/ny");
    const auto action = page.text("//main//form/@action");
    const auto cookie = there.cookie(session);
    later(20 * minute);
    there.came_from = "cross-site";
    EXPECT_EQ(there.send(page, action, {{"planterat", "ord"}}).status(), 303);
    there.came_from = "same-origin";
    there.set_cookie(session, cookie);
    EXPECT_EQ(there.post(action, {{"planterat", "ord"}, {"stamp", std::string(70, 'A')}}).status(), 303);
    EXPECT_EQ(rows("SELECT COUNT(*) FROM sign_in_draft"), 0);
    auto second = browser();
    const auto bo = enrolled(second, Role::administrator, "bo.alm");
    const auto form = second.get("/personal/organisation/verksamhet/ny");
    const auto dead = second.cookie(session);
    (void)second.send(second.get("/personal"), "/logga-ut", {});
    second.set_cookie(session, dead);
    EXPECT_EQ(second.send(form, action, {{"planterat", "ord"}}).header("Location").find("fortsatt"), std::string::npos);
    EXPECT_EQ(rows("SELECT COUNT(*) FROM sign_in_draft"), 0);
    (void)bo;
}

TEST_P(Gate, a_sensitive_page_asks_again_after_five_minutes_and_exchanges_the_id) {   // T21, ASVS 7.2.4
    auto there = browser();
    const auto anna = enrolled(there, Role::consultant, "anna.ek");
    EXPECT_EQ(there.get("/personal/konto/losenord").status(), 200) << "she has just shown who she is";
    later(5 * minute);
    EXPECT_EQ(there.get("/personal/konto/losenord").header("Location"), "/bekrafta?till=%2Fpersonal%2Fkonto%2Flosenord");
    const auto page = there.get("/bekrafta?till=/personal/konto/losenord");
    EXPECT_EQ(page.status(), 200);
    EXPECT_EQ(there.send(page, "/bekrafta", {{"losenord", anna.password}, {"kod", "000000"}}).status(), 422);
    EXPECT_EQ(there.send(page, "/bekrafta", {{"losenord", "fel ord som är långt"}, {"kod", code_of(anna)}}).status(), 422);
    EXPECT_EQ(there.get("/personal/konto/losenord").status(), 303);
    const auto before = there.cookie(session);
    const auto other_tab = there.get("/personal/konto");
    const auto done = there.send(there.get("/bekrafta?till=/personal/konto/losenord"), "/bekrafta", {{"losenord", anna.password}, {"kod", code_of(anna)}});
    EXPECT_EQ(done.header("Location"), "/personal/konto/losenord") << done.text("//main");
    EXPECT_EQ(there.get("/personal/konto/losenord").status(), 200);
    EXPECT_NE(there.cookie(session), before);
    auto thief = browser();
    thief.set_cookie(session, before);
    EXPECT_EQ(thief.get("/personal").status(), 303);
    EXPECT_EQ(there.send(other_tab, "/personal/konto/kortkommandon", {}).status(), 303) << "a form in another tab still counts";
    EXPECT_EQ(there.get("/personal/konto").text("//form[@action='/personal/konto/kortkommandon']//button"), "Slå på kortkommandon");
}

TEST_P(Gate, without_a_key_nobody_signs_in_and_the_staffs_side_is_absent) {
    vault = nullptr;
    compose();
    auto visitor = browser();
    EXPECT_TRUE(visitor.get("/logga-in").says("Inloggning är inte igång än"));
    EXPECT_EQ(visitor.get("/personal").status(), 404);
    EXPECT_EQ(visitor.get("/personal/konto").status(), 404);
}
LOTSEN_ON_BOTH_DATABASES(Gate);
