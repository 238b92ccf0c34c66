#include "features/contact/sweeping.hpp"
#include "platform/outbox/outbox.hpp"
#include "support/contact_desk.hpp"
#include "support/pages.hpp"

// Whoever asks has skyddade personuppgifter (features H3).
namespace {
using namespace contact_desk;

class Protecting : public support::OnBothDatabases {
protected:
    std::optional<support::Site> site;
    std::optional<Place> place;
    std::optional<PersonId> petra;
    std::optional<ContactId> id, other;
    crypto::SystemRandomness random;

    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), support::danderyds_records());
        site->clock().time = monday;
        place.emplace(database(), site->vault());
        place->organise(monday);
        petra = place->carer('e', {.name = "Påhittad Petra Provsson", .phone = "0701234567"});
        id = place->asked('e', {.text = "Påhittad hemlighet", .way = Way::named, .person = petra});
        other = place->asked('e', {.way = Way::named, .person = petra});
        site->gate().let_in(actor('k', Role::consultant, 'e'));
    }
    std::string own(const std::string& rest) { return "/personal/inkorg/" + std::string(id->text()) + rest; }
    void reachable() {
        const auto who = actor('k', Role::consultant, 'e');
        database().write([&](db::Transaction& tx) {
            ASSERT_TRUE(people::set_safe_contact(tx, site->vault(), who, Place::scope('e'), monday, *petra, *people::checked(people::SafeContact{.may_sms = true})));
            ASSERT_TRUE(outbox::put(tx, monday, {.id = crypto::new_id<outbox::MessageId>(random), .area = id_of<AreaId>('e'), .person = *petra, .about = std::string(other->text())}));
        });
    }
    void name_a_reader() {
        const auto head = actor('h', Role::head_of_operations, 'e');
        ASSERT_TRUE(database().write([&](db::Transaction& tx) {
            return people::grant_protected(tx, head, rights::AreaScope::of(head, {Role::head_of_operations}, monday), monday, id_of<AreaId>('e'), id_of<AccountId>('s'), {monday.ms + 3'600'000});
        }));
    }
    bool shown(const support::Page& page) { return page.says("Petra") || page.says("Påhittad hemlighet"); }
};
LOTSEN_ON_BOTH_DATABASES(Protecting);
}

TEST_P(Protecting, H3_asks_once_more_and_then_hides_who_she_is_and_what_she_wrote_from_all_who_are_not_named) {
    reachable();
    EXPECT_TRUE(shown(site->get(own(""))));
    const auto asks = site->get(own("/skydda"));
    EXPECT_EQ(asks.count("//form[contains(@action,'/skydda')]//button"), 1u);
    EXPECT_TRUE(shown(site->get(own("")))) << "a page that is looked at changes nothing";
    EXPECT_EQ(site->send(own("/skydda"), {}).status(), 303);
    for (const auto* page : {"", "/bedom", "/lamna-over"}) {
        EXPECT_EQ(site->get(own(page)).status(), 200) << page;
        EXPECT_FALSE(shown(site->get(own(page)))) << page;
    }
    EXPECT_TRUE(site->get(own("")).says("Skyddade uppgifter"));
    EXPECT_EQ(site->get(own("/skydda")).status(), 404);
    name_a_reader();
    site->gate().let_in(actor('s', Role::support_contact, 'e'));
    const auto named = site->get(own(""));
    EXPECT_TRUE(named.says("Petra") && named.says("Påhittad hemlighet")) << "her details are as they were";
    EXPECT_TRUE(place->logged("write", "contact", "protected"));
}
TEST_P(Protecting, H3_who_is_named_takes_a_protection_back_with_a_reason_and_after_confirming_who_she_is) {
    reachable();
    ASSERT_EQ(site->send(own("/skydda"), {}).status(), 303);
    EXPECT_EQ(site->send(own("/skydda/ta-bort"), {{"skal", "unprotected_mistake"}}).status(), 404) << "whoever marked her is not named";
    name_a_reader();
    site->gate().let_in(actor('s', Role::support_contact, 'e'));
    EXPECT_EQ(site->get(own("")).count("//main//a[contains(@href,'/skydda')]"), 1u);
    const auto asks = site->get(own("/skydda"));
    EXPECT_EQ(asks.count("//form[contains(@action,'/skydda/ta-bort')]//input[@type='radio'][not(@checked)]"), 2u);
    site->gate().stale();
    EXPECT_EQ(site->send(own("/skydda/ta-bort"), {{"skal", "unprotected_mistake"}}).header("Location").find("/bekrafta"), 0u);
    site->gate().let_in(actor('s', Role::support_contact, 'e'));
    for (const char* wrong : {"", "unprotected", "Hon ringde"}) EXPECT_EQ(site->send(own("/skydda/ta-bort"), {{"skal", wrong}}).status(), 422) << wrong;
    EXPECT_FALSE(place->logged("write", "contact", "unprotected_mistake"));
    ASSERT_EQ(site->send(own("/skydda/ta-bort"), {{"skal", "unprotected_mistake"}}).header("Location"), own("") + "?klart=oskyddad");
    EXPECT_TRUE(place->logged("write", "contact", "unprotected_mistake"));
    site->gate().let_in(actor('k', Role::consultant, 'e'));
    EXPECT_TRUE(shown(site->get(own(""))));
    constexpr db::Sql any{"test.safe", "SELECT COUNT(*) FROM people_safe_contact"};
    EXPECT_EQ(database().read([&](db::Reader& r) { return r.one(any, {}, [](const db::Row& row) { return row.integer(0); }); }), 0) << "how she may be reached is asked anew";
    EXPECT_EQ(site->send(own("/skydda/ta-bort"), {{"skal", "unprotected_ended"}}).status(), 303) << "she is protected no more";
    EXPECT_FALSE(place->logged("write", "contact", "unprotected_ended")) << "nothing was done";
}
TEST_P(Protecting, H3_sends_her_nothing_more_and_forgets_how_she_was_reached) {
    reachable();
    ASSERT_EQ(site->send(own("/skydda"), {}).status(), 303);
    for (const auto& kept : database().read([&](db::Reader& r) { return outbox::about(r, Place::scope('e'), other->text()); })) EXPECT_EQ(kept.state, outbox::State::refused);
    constexpr db::Sql any{"test.safe", "SELECT COUNT(*) FROM people_safe_contact"};
    EXPECT_EQ(database().read([&](db::Reader& r) { return r.one(any, {}, [](const db::Row& row) { return row.integer(0); }); }), 0);
}
// Security review: nothing names whom it was to once she is erased.
TEST_P(Protecting, outbox_rows_go_with_the_person) {
    reachable();
    const auto who = actor('k', Role::consultant, 'e');
    ASSERT_TRUE(database().write([&](db::Transaction& tx) { return people::erase(tx, site->vault(), who, Place::scope('e'), monday, *petra); }));
    EXPECT_TRUE(database().read([&](db::Reader& r) { return outbox::about(r, Place::scope('e'), other->text()); }).empty());
}
TEST_P(Protecting, H3_copies_nothing_of_hers_to_another_unit) {
    ASSERT_EQ(site->send(own("/skydda"), {}).status(), 303);
    const std::vector<std::pair<std::string, std::string>> chosen{{"enhet", std::string(id_of<UnitId>('d').text())}, {"grund", "same_area"}, {"vad", "m1"}};
    for (const auto* path : {"/lamna-over/granska", "/lamna-over"}) {
        const auto page = site->send(own(path), chosen);
        EXPECT_EQ(page.status(), 422) << path;
        EXPECT_FALSE(shown(page)) << path;
    }
}
// What is declared in db/columns.csv: a wording is kept as long as a contact points at it.
TEST_P(Protecting, wordings_that_no_contact_points_at_are_swept) {
    constexpr db::Sql add{"test.wording", "INSERT INTO contact_wording (hash, wording, first_seen_at) VALUES (?1, 'Påhittad', 1)"}, use{"test.use", "UPDATE contact_contact SET wording = 'used' WHERE id = ?1"};
    database().write([&](db::Transaction& tx) { tx.execute(add, {"used"}), tx.execute(add, {"left"}), tx.execute(use, {*id}), contact::sweep_wordings(tx); });
    constexpr db::Sql all{"test.wordings", "SELECT hash FROM contact_wording"};
    EXPECT_EQ(database().read([&](db::Reader& r) { return r.query(all, {}, [](const db::Row& row) { return std::string(row.text(0)); }); }), std::vector<std::string>{"used"});
}
TEST_P(Protecting, H3_is_for_those_of_her_area_and_of_who_has_a_name) {
    const auto anonymous = place->asked('e');
    EXPECT_EQ(site->send("/personal/inkorg/" + std::string(anonymous.text()) + "/skydda", {}).status(), 404);
    site->gate().let_in(actor('x', Role::consultant, 'f'));
    EXPECT_EQ(site->get(own("/skydda")).status(), 404);
    EXPECT_EQ(site->send(own("/skydda"), {}).status(), 404);
    EXPECT_EQ(site->send(own("/skydda/ta-bort"), {{"skal", "unprotected_ended"}}).status(), 404);
    site->gate().let_in(actor('k', Role::consultant, 'e'));
    EXPECT_TRUE(shown(site->get(own(""))));
}
