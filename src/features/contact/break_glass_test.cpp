#include "features/contact/answer.hpp"
#include "features/contact/calling.hpp"
#include "features/contact/claim.hpp"
#include "features/contact/close.hpp"
#include "features/contact/note.hpp"
#include "features/contact/hand_over.hpp"
#include "features/contact/triage.hpp"
#include "support/contact_desk.hpp"
#include "support/pages.hpp"

// Break-glass opens another area for reading, for an hour, and for nothing else (feature H6), on both databases.
namespace {
using namespace contact_desk;

class BreakGlass : public support::OnBothDatabases {
protected:
    std::optional<support::Site> site;
    std::optional<Place> place;
    crypto::SystemRandomness random;
    // Of f, with e opened for an hour.
    rights::Actor x = rights::Actor({.account = id_of<AccountId>('x'), .assignments = {assigned(Role::consultant, 'f')}, .emergencies = {{id_of<AreaId>('e'), {monday.ms + 3'600'000}}}}).acting(rights::Rule::only(Role::consultant));
    std::optional<ContactId> id;

    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), support::danderyds_records());
        site->clock().time = monday;
        place.emplace(database(), site->vault());
        place->organise(monday);
        const auto person = place->carer('e', {.name = "Påhittad Ek", .phone = "0701234567"});
        id = place->asked('e', {.text = "Påhittad text ur e", .way = Way::named, .person = person});
        site->gate().let_in(x);
    }
    template <class F> auto write(F f) { return database().write([&](db::Transaction& tx) { return f(tx); }); }
    std::string own(const std::string& rest = "") { return "/personal/inkorg/" + std::string(id->text()) + rest; }
    std::size_t said() {
        return database().read([&](db::Reader& reader) { return store::messages(reader, *stored::find(reader, Place::scope('e'), *id)).size(); });
    }
};
LOTSEN_ON_BOTH_DATABASES(BreakGlass);
}

TEST_P(BreakGlass, H6_reads_and_writes_nothing) {
    const auto& vault = site->vault();
    const auto message = crypto::new_id<outbox::MessageId>(random);
    const auto route = [&] { return crypto::new_id<store::RouteId>(random); };
    const Triaging t{*id, 1, {Answer::no, Answer::no, Answer::no, Answer::no, Answer::no, Answer::no}, {route(), route(), route(), route()}};
    EXPECT_EQ(write([&](auto& tx) { return answer(tx, vault, x, monday, {*id, "Påhittat svar", message}); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(write([&](auto& tx) { return note(tx, vault, x, monday, {*id, "Påhittad anteckning"}); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(write([&](auto& tx) { return claim(tx, x, monday, *id, Over::yes); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(write([&](auto& tx) { return judge(tx, x, monday, t, {}); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(write([&](auto& tx) { return close(tx, x, monday, {*id, Outcome::advice, {}}); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(write([&](auto& tx) { return note_call(tx, vault, x, monday, {*id, CallResult::reached, message}); }).refusal(), DeskRefusal::unknown);
    EXPECT_FALSE(write([&](auto& tx) { return uncovered(tx, vault, x, monday, *id, Uncover::danger); }));
    EXPECT_EQ(said(), 1u);
    EXPECT_FALSE(place->contact(*id).taken_by);
}
TEST_P(BreakGlass, H6_copies_nothing_into_the_readers_own_area) {
    const auto& vault = site->vault();
    const auto handover = crypto::new_id<store::HandoverId>(random);
    const auto with = vault.new_key(owner_of(handover));
    const Chosen all{id_of<UnitId>('f'), store::HandoverGround::agreed, {1}, true, true, false};
    const auto c = place->contact(*id);
    EXPECT_EQ(write([&](auto& tx) { return hand_over(tx, vault, x, monday, {*id, all, handover, with}); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(write([&](auto& tx) { return copied(tx, vault, x, monday, c, all); }).refusal(), DeskRefusal::unknown);
    EXPECT_TRUE(database().read([&](db::Reader& reader) { return store::handed_over(reader, c); }).empty());
}
TEST_P(BreakGlass, H6_the_page_says_so_and_has_no_form) {
    const auto page = site->get(own());
    ASSERT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Påhittad text ur e"));
    EXPECT_TRUE(page.says("Du läser med nödöppning"));
    EXPECT_EQ(page.count("//main//form"), 0u);
    EXPECT_EQ(site->get(own("/ring")).count("//main//form"), 0u);
    for (const auto* rest : {"/bedom", "/lamna-over", "/trygg-kontakt"}) EXPECT_EQ(site->get(own(rest)).status(), 404) << rest;
    EXPECT_EQ(site->send(own("/svara"), {{"svar", "Påhittat svar"}}).status(), 404);
    EXPECT_EQ(site->send(own("/brev"), {}).status(), 404);
    EXPECT_EQ(site->send(own("/trygg-kontakt"), {{"satt", "ring"}, {"eget", "ja"}, {"rost", "nej"}}).status(), 404);
    site->gate().let_in(actor('k', Role::consultant, 'e'));
    EXPECT_FALSE(site->get(own()).says("Du läser med nödöppning"));
    EXPECT_GT(site->get(own()).count("//main//form"), 3u);
}
