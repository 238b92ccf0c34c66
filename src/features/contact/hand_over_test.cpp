#include "features/contact/hand_over.hpp"
#include "features/contact/register.hpp"
#include "platform/audit/audit.hpp"
#include "support/contact_desk.hpp"

// Copies of chosen fields between secrecy areas (security T11, T28), on both databases.
namespace {
using namespace contact_desk;
using store::HandoverGround;

class HandOver : public support::OnBothDatabases {
protected:
    vault::Vault vault{crypto::Keyring(crypto::MasterKey::random())};
    crypto::SystemRandomness random;
    std::optional<Place> place_;
    rights::Actor k = actor('k', Role::consultant, 'e'), t = actor('t', Role::consultant, 'd'), x = actor('x', Role::consultant, 'f'), b = actor('b', Role::assessor, 'f');
    base::Instant now = monday;
    std::optional<ContactId> from;
    PersonId person = id_of<PersonId>('-');

    void SetUp() override {
        OnBothDatabases::SetUp();
        vault.prepare(database(), now);
        place_.emplace(database(), vault);
        place_->organise(now);
        person = place_->carer('e', {.name = "Påhittad Ek", .phone = "08-465 004 21"});
        from = place_->asked('e', {.text = "Första påhittade texten", .way = Way::named, .person = person});
        place_->more(*from, 'e', "Andra påhittade texten", now);
    }
    template <class F> auto write(F f) { return database().write([&](db::Transaction& tx) { return f(tx); }); }
    static Chosen some(char to = 'f', HandoverGround ground = HandoverGround::agreed) { return {id_of<UnitId>(to), ground, {2}, true, false, false}; }
    auto sent(const Chosen& chosen, const rights::Actor& who) {
        const auto id = crypto::new_id<store::HandoverId>(random);
        const auto with = vault.new_key(owner_of(id));
        return write([&](auto& tx) { return hand_over(tx, vault, who, now, {*from, chosen, id, with}); });
    }
    auto sent(const Chosen& chosen) { return sent(chosen, k); }
    std::optional<Copy> seen(const rights::Actor& who, const store::HandoverId& id) {
        return database().read([&](db::Reader& reader) -> std::optional<Copy> {
            const auto found = store::for_units(reader, receiving_units(who), id);
            const auto with = found ? vault.key(reader, owner_of(id)) : std::nullopt;
            return with ? std::optional(opened(*with, id, found->copy)) : std::nullopt;
        });
    }
    auto open(const rights::Actor& who, const store::HandoverId& id) {
        return write([&](auto& tx) { return open_copy(tx, who, now, id); });
    }
    auto back(const store::HandoverId& id) {
        return write([&](auto& tx) { return call_back(tx, vault, k, now, *from, id); });
    }
    auto received(const rights::Actor& who, const store::HandoverId& id) {
        const auto contact = crypto::new_id<ContactId>(random);
        const auto with = vault.new_key(owner_of(contact));
        return write([&](auto& tx) { return receive(tx, vault, random, who, now, {id, contact, with, at("2026-11-25", 16, 30)}); });
    }
    store::HandedOver row(const store::HandoverId& id) {
        return *database().read([&](db::Reader& reader) { return store::from_contact(reader, *stored::find(reader, Place::scope('e'), *from), id); });
    }
    std::string text_of_first(const ContactId& id, char unit) {
        return database().read([&](db::Reader& reader) {
            const auto c = *stored::find(reader, Place::scope(unit), id);
            return opened(*vault.key(reader, owner_of(id)), message_column, id, store::messages(reader, c)[0].body, 1);
        });
    }
};

TEST_P(HandOver, moves_the_chosen_and_nothing_else) {
    const auto id = sent(some());
    ASSERT_TRUE(id);
    EXPECT_EQ(*seen(x, *id), (Copy{{"Andra påhittade texten"}, "Påhittad Ek", "", ""}));
    EXPECT_EQ(row(*id).copy.find("Andra"), std::string::npos) << "sealed";
    EXPECT_TRUE(place_->logged("refer", "contact.handover", "agreed"));
}
TEST_P(HandOver, the_receiver_reads_the_copy_and_not_the_senders_contact) {   // T11
    const auto id = sent(some());
    ASSERT_TRUE(open(x, *id));
    EXPECT_FALSE(database().read([&](db::Reader& reader) { return stored::find(reader, Place::scope('f'), *from); }));
    EXPECT_FALSE(write([&](auto& tx) { return people::open(tx, vault, x, rights::AreaScope::of(x, team, now), now, person, people::Reason::referral); }));
    EXPECT_EQ(open(t, *id).refusal(), DeskRefusal::unknown) << "another unit";
    EXPECT_EQ(open(k, *id).refusal(), DeskRefusal::unknown) << "the sender has no inbox there";
    EXPECT_TRUE(place_->logged("refused", "contact.handover", "referral"));
    EXPECT_TRUE(open(b, *id)) << "an assessor of the unit reads it too";
}
TEST_P(HandOver, is_called_back_until_it_is_opened_and_the_log_stays) {   // T28
    const auto id = sent(some());
    ASSERT_TRUE(back(*id));
    EXPECT_TRUE(row(*id).copy.empty());
    EXPECT_FALSE(database().read([&](db::Reader& reader) { return vault.key(reader, owner_of(*id)); }));
    EXPECT_FALSE(seen(x, *id));
    EXPECT_EQ(open(x, *id).refusal(), DeskRefusal::unknown);
    EXPECT_TRUE(database().read([&](db::Reader& reader) { return store::received_by(reader, receiving_units(x)); }).empty());
    EXPECT_TRUE(place_->logged("refer", "contact.handover", "agreed") && place_->logged("write", "contact.handover", "called_back"));
    EXPECT_TRUE(back(*id)) << "twice is once";
    const auto other = sent(some());
    ASSERT_TRUE(open(x, *other));
    EXPECT_EQ(back(*other).refusal(), DeskRefusal::opened);
    EXPECT_TRUE(seen(x, *other));
}
TEST_P(HandOver, becomes_a_contact_with_a_number_in_the_receivers_own_register) {
    place_->asked('f');
    const auto id = sent(some());
    EXPECT_EQ(received(x, *id).refusal(), DeskRefusal::unknown) << "opened first";
    ASSERT_TRUE(open(x, *id));
    EXPECT_EQ(received(b, *id).refusal(), DeskRefusal::unknown) << "an assessor has no inbox";
    const auto made = received(x, *id);
    ASSERT_TRUE(made);
    const auto c = place_->contact(*made, 'f');
    EXPECT_EQ(c.way, Way::referral);
    EXPECT_EQ(c.number, (Number{2026, 2}));
    EXPECT_EQ(c.promised_at, at("2026-11-25", 16, 30));
    EXPECT_EQ(text_of_first(*made, 'f'), "Andra påhittade texten") << "the name is a person's, not a text's";
    ASSERT_TRUE(c.person);
    EXPECT_NE(*c.person, person) << "a row of its own in each area";
    EXPECT_EQ(row(*id).received, *made);
    EXPECT_EQ(received(x, *id).refusal(), DeskRefusal::unknown) << "twice is once";
    EXPECT_FALSE(database().read([&](db::Reader& reader) { return stored::find(reader, Place::scope('e'), *made); })) << "the sender does not see the receiver's";
}
TEST_P(HandOver, a_duty_makes_no_person_of_anybody) {
    const auto id = sent(some('f', HandoverGround::duty));
    ASSERT_TRUE(open(x, *id));
    const auto made = received(x, *id);
    EXPECT_FALSE(place_->contact(*made, 'f').person);
    EXPECT_EQ(text_of_first(*made, 'f'), "Andra påhittade texten\n\nPåhittad Ek");
}
TEST_P(HandOver, within_the_area_the_person_is_the_same) {
    const auto id = sent(some('d', HandoverGround::same_area));
    ASSERT_TRUE(id);
    ASSERT_TRUE(open(t, *id));
    const auto made = received(t, *id);
    EXPECT_EQ(place_->contact(*made, 'e').person, person);
    EXPECT_EQ(place_->contact(*made, 'e').unit, id_of<UnitId>('d'));
}
TEST_P(HandOver, ground_and_receiver_must_fit) {
    EXPECT_EQ(sent(some('f', HandoverGround::same_area)).refusal(), DeskRefusal::ground_wrong);
    EXPECT_EQ(sent(some('d', HandoverGround::agreed)).refusal(), DeskRefusal::ground_wrong);
    EXPECT_EQ(sent(some('e')).refusal(), DeskRefusal::no_receiver) << "the sender's own unit";
    EXPECT_EQ(sent(some('z')).refusal(), DeskRefusal::no_receiver);
    EXPECT_EQ(sent({id_of<UnitId>('f'), HandoverGround::agreed, {7}, false, false, false}).refusal(), DeskRefusal::nothing_chosen);
    EXPECT_EQ(sent(some(), x).refusal(), DeskRefusal::unknown) << "another area's contact";
    EXPECT_TRUE(database().read([&](db::Reader& reader) { return store::handed_over(reader, *stored::find(reader, Place::scope('e'), *from)); }).empty()) << "a refusal leaves nothing";
}
TEST_P(HandOver, stands_in_the_register_as_sent) {
    const auto id = sent(some());
    ASSERT_TRUE(back(*id));
    const auto rows = database().read([&](db::Reader& reader) { return registered(reader, rights::AreaScope::of(k, register_readers, now), 2026); });
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_FALSE(rows[0].sent_to);
    EXPECT_EQ(rows[1].sent_to, id_of<UnitId>('f'));
    EXPECT_TRUE(rows[1].called_back);
}
TEST_P(HandOver, T3_the_number_goes_with_how_and_when_it_may_be_called) {
    people::SafeContact said{.may_call = true, .voicemail = true, .own_number = false, .ask_for = "Påhittad Namn", .present_as = "en vän"};
    said.week[1] = {{{600}, {720}}};
    ASSERT_TRUE(write([&](auto& tx) { return people::set_safe_contact(tx, vault, k, Place::scope('e'), now, person, *people::checked(said)); }));
    const auto id = sent({id_of<UnitId>('f'), HandoverGround::agreed, {2}, true, true, false});
    ASSERT_TRUE(open(x, *id));
    EXPECT_EQ(seen(x, *id)->safe, said);
    const auto made = received(x, *id);
    ASSERT_TRUE(made);
    const auto hers = *place_->contact(*made, 'f').person;
    EXPECT_EQ(write([&](auto& tx) { return people::safe_contact(tx, vault, x, Place::scope('f'), now, hers); }), said);
    const auto duty = sent({id_of<UnitId>('f'), HandoverGround::duty, {}, false, true, false});
    ASSERT_TRUE(open(x, *duty));
    const auto text = text_of_first(*received(x, *duty), 'f');
    for (const auto* words : {"846500421", "Tryggt tisdag: 10:00–12:00", "Fråga efter: Påhittad Namn", "Overifierat nummer"}) EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
}
TEST_P(HandOver, T28_what_has_become_a_contact_is_no_copy_any_more) {
    const auto id = sent(some());
    ASSERT_TRUE(open(x, *id));
    const auto made = received(x, *id);
    ASSERT_TRUE(made);
    EXPECT_TRUE(row(*id).copy.empty());
    EXPECT_FALSE(database().read([&](db::Reader& reader) { return vault.key(reader, owner_of(*id)); }));
    EXPECT_EQ(text_of_first(*made, 'f'), "Andra påhittade texten");
}
TEST(Copied, text_is_read_back_as_it_was) {
    for (const auto& copy : {Copy{}, Copy{{"a", "b\n\nc"}, "Påhittad Ek", "+4684650042", "tigrinska"}, Copy{{""}, "", "", ""}, Copy{{"a"}, "", "+4684650042", "", people::SafeContact{.may_call = true, .ask_for = "Påhittad"}}}) EXPECT_EQ(copy_from(text_of(copy)), copy);
}
LOTSEN_ON_BOTH_DATABASES(HandOver);
}
