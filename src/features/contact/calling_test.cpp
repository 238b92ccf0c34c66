#include "features/contact/answer.hpp"
#include "features/contact/calling.hpp"
#include "features/contact/notify.hpp"
#include "support/contact_desk.hpp"

// Who calls, and what becomes of it, on both databases (feature H2).
namespace {
using namespace contact_desk;
using Why = people::Unreachable::Why;
using outbox::Channel;

class Calls : public support::OnBothDatabases {
protected:
    vault::Vault vault{crypto::Keyring(crypto::MasterKey::random())};
    crypto::SystemRandomness random;
    std::optional<Place> place;
    rights::Actor k = actor('k', Role::consultant, 'e'), x = actor('x', Role::consultant, 'f');
    base::Instant now = monday;
    std::optional<PersonId> petra;
    std::optional<ContactId> id;

    void SetUp() override {
        OnBothDatabases::SetUp();
        vault.prepare(database(), now);
        place.emplace(database(), vault);
        place->organise(now);
        petra = place->carer('e', {.name = "Påhittad Petra", .phone = "0701234567", .email = "petra@prov.invalid", .address = "Prövägen 1"});
        id = place->asked('e', {.way = Way::call, .person = petra});
    }
    template <class F> auto write(F f) { return database().write([&](db::Transaction& tx) { return f(tx); }); }
    void say(const people::SafeContact& said) {
        const auto all = people::checked(said);
        ASSERT_TRUE(all);
        ASSERT_TRUE(write([&](auto& tx) { return people::set_safe_contact(tx, vault, k, Place::scope('e'), now, *petra, *all); }));
    }
    std::optional<Calling> call(const rights::Actor& who) { return write([&](auto& tx) { return calling(tx, vault, who, now, *id); }); }
    auto made(CallResult result, const rights::Actor& who) {
        const auto next = crypto::new_id<outbox::MessageId>(random);
        return write([&](auto& tx) { return note_call(tx, vault, who, now, {*id, result, next}); });
    }
    std::vector<outbox::Kept> tasks(char area = 'e') { return database().read([&](db::Reader& r) { return outbox::tasks(r, Place::scope(area)); }); }
    std::string last_said() {
        const auto c = place->contact(*id);
        const auto last = database().read([&](db::Reader& r) { return store::messages(r, c); }).back();
        const auto with = database().read([&](db::Reader& r) { return vault.key(r, owner_of(*id)); });
        return std::string(key(last.kind)) + ": " + opened(*with, message_column, *id, last.body, last.position);
    }
};
LOTSEN_ON_BOTH_DATABASES(Calls);
people::SafeContact mondays_10_to_12() {
    people::SafeContact said{.may_call = true, .ask_for = "Påhittad Namn", .present_as = "en vän"};
    said.week[0] = {{{600}, {720}}};
    return said;
}
}

TEST_P(Calls, shows_the_number_in_the_safe_hours_with_what_one_must_know) {
    say(mondays_10_to_12());
    const auto c = call(k);
    ASSERT_TRUE(c);
    EXPECT_EQ(c->number, "+46701234567");
    EXPECT_EQ(c->ask_for, "Påhittad Namn");
    EXPECT_EQ(c->present_as, "en vän");
    EXPECT_FALSE(c->voicemail);
    EXPECT_EQ(c->until, at("2026-11-23", 12));
    EXPECT_TRUE(place->logged("read", "person.reached", "call"));
}
TEST_P(Calls, covers_the_number_outside_them_and_says_when_it_is_safe) {
    say(mondays_10_to_12());
    now = at("2026-11-23", 12);
    const auto c = call(k);
    ASSERT_TRUE(c);
    EXPECT_FALSE(c->number);
    ASSERT_TRUE(c->no);
    EXPECT_EQ(c->no->why, Why::outside_hours);
    EXPECT_EQ(c->no->next, at("2026-11-30", 10));
    EXPECT_FALSE(place->logged("read", "person.reached", "call")) << "nobody's number was taken";
}
TEST_P(Calls, covers_the_number_of_who_has_said_nothing) {
    const auto c = call(k);
    ASSERT_TRUE(c);
    EXPECT_FALSE(c->number);
    EXPECT_EQ(c->no->why, Why::not_safe);
    EXPECT_FALSE(c->said_something);
}
TEST_P(Calls, shows_a_covered_number_only_for_a_reason_that_stands_in_the_log) {
    const auto number = write([&](auto& tx) { return uncovered(tx, vault, k, now, *id, Uncover::danger); });
    EXPECT_EQ(number, "+46701234567");
    EXPECT_TRUE(place->logged("read", "person.uncovered", "danger"));
    EXPECT_FALSE(write([&](auto& tx) { return uncovered(tx, vault, x, now, *id, Uncover::danger); })) << "another area's";
}
TEST_P(Calls, of_another_area_are_as_none) {
    say(mondays_10_to_12());
    EXPECT_FALSE(call(x));
    EXPECT_EQ(made(CallResult::reached, x).refusal(), DeskRefusal::unknown);
    EXPECT_TRUE(place->logged("refused", "contact", "contact"));
}
TEST_P(Calls, who_was_reached_is_answered_and_no_call_remains) {
    say(mondays_10_to_12());
    ASSERT_TRUE(made(CallResult::no_answer, k));
    ASSERT_EQ(tasks().size(), 1u);
    ASSERT_TRUE(made(CallResult::reached, k));
    EXPECT_TRUE(tasks().empty());
    EXPECT_EQ(place->contact(*id).answered_at, now);
    EXPECT_EQ(place->contact(*id).taken_by, k.account());
    EXPECT_EQ(last_said(), "call: Ringde och nådde personen.");
    EXPECT_TRUE(place->logged("write", "contact", "call.reached"));
}
TEST_P(Calls, no_answer_is_tried_again_when_it_is_safe_and_the_promise_still_runs) {
    say(mondays_10_to_12());
    ASSERT_TRUE(made(CallResult::no_answer, k));
    ASSERT_TRUE(made(CallResult::no_answer, k));
    const auto all = tasks();
    ASSERT_EQ(all.size(), 1u) << "one task, however often";
    EXPECT_EQ(all[0].message.not_before, at("2026-11-30", 10)) << "two hours later is no longer safe";
    EXPECT_EQ(all[0].message.why, "no_answer");
    EXPECT_FALSE(place->contact(*id).answered_at);
    EXPECT_EQ(place->contact(*id).taken_by, k.account());
}
TEST_P(Calls, a_wrong_moment_gives_the_contact_back_for_another_safe_day) {
    auto said = mondays_10_to_12();
    said.week[2] = {{{540}, {600}}};
    say(said);
    ASSERT_TRUE(made(CallResult::wrong_moment, k));
    ASSERT_EQ(tasks().size(), 1u);
    EXPECT_EQ(tasks()[0].message.not_before, at("2026-11-25", 9));
    EXPECT_FALSE(place->contact(*id).taken_by);
    EXPECT_EQ(last_said(), "call: Ringde. Det var fel tillfälle, och samtalet avslutades utan att något sades.");
}
TEST_P(Calls, a_notice_goes_by_what_she_allows_and_by_nothing_when_she_is_silent_or_has_left) {
    const auto notice = [&](const Contact& c) {
        const auto message = crypto::new_id<outbox::MessageId>(random);
        return write([&](auto& tx) { return put_notice(tx, Place::scope('e'), now, c, message); });
    };
    EXPECT_FALSE(notice(place->contact(*id)));
    say({.may_mail = true});
    EXPECT_EQ(notice(place->contact(*id)), Channel::mail);
    auto left = place->contact(*id);
    left.left_at = now;
    EXPECT_FALSE(notice(left));
    auto anonymous = place->contact(*id);
    anonymous.person.reset();
    EXPECT_FALSE(notice(anonymous));
    EXPECT_EQ(database().read([&](db::Reader& r) { return outbox::about(r, Place::scope('e'), id->text()); }).size(), 1u);
}
TEST_P(Calls, a_letter_is_printed_with_the_address_only_of_who_has_said_yes) {
    const auto message = crypto::new_id<outbox::MessageId>(random);
    const auto c = place->contact(*id);
    ASSERT_TRUE(write([&](auto& tx) { return put_letter(tx, Place::scope('e'), now, c, message); }));
    const auto printed = [&](const rights::Actor& who) { return write([&](auto& tx) { return letter(tx, vault, who, now, message); }); };
    ASSERT_TRUE(printed(k));
    EXPECT_EQ(printed(k)->address, "");
    EXPECT_EQ(printed(k)->no->why, Why::not_safe);
    say({.may_write = true});
    EXPECT_EQ(printed(k)->address, "Prövägen 1");
    EXPECT_TRUE(place->logged("read", "person.reached", "letter"));
    EXPECT_FALSE(printed(x));
    EXPECT_FALSE(write([&](auto& tx) { return task_done(tx, x, now, message); }));
    EXPECT_TRUE(write([&](auto& tx) { return task_done(tx, k, now, message); }));
    EXPECT_TRUE(place->logged("write", "outbox", "done_by_hand"));
    EXPECT_FALSE(printed(k)) << "it is done";
}
TEST_P(Calls, T3_three_answers_in_a_minute_give_one_notice_until_she_has_read) {
    say({.may_mail = true});
    const auto answered = [&](const ContactId& which) {
        now.ms += 1000;
        const auto notice = crypto::new_id<outbox::MessageId>(random);
        EXPECT_TRUE(write([&](auto& tx) { return answer(tx, vault, k, now, {which, "Påhittat svar", notice}); }));
    };
    const auto notices = [&](const ContactId& which) { return database().read([&](db::Reader& r) { return outbox::about(r, Place::scope('e'), which.text()); }).size(); };
    static constexpr db::Sql sent{"test.sent", "UPDATE outbox_message SET state = 'sent', ended_at = ?1 WHERE state = 'waiting'"};
    static constexpr db::Sql read{"test.read", "UPDATE contact_message SET read_at = ?2 WHERE contact = ?1 AND kind = 'answer'"};
    for (int i = 0; i < 3; ++i) answered(*id), write([&](auto& tx) { return tx.execute(sent, {now.ms}); });
    EXPECT_EQ(notices(*id), 1u);
    write([&](auto& tx) { return tx.execute(read, {*id, now.ms}); });
    answered(*id);
    EXPECT_EQ(notices(*id), 2u) << "she has read, and does not know of this one";
    const auto spoken = place->asked('e', {.way = Way::phone, .person = petra, .code = false});
    answered(spoken);
    EXPECT_EQ(notices(spoken), 0u) << "what was said to her is written down, and waits for nobody";
}
TEST_P(Calls, B4_a_name_that_was_seen_by_who_calls_is_not_said_to_be_unread) {
    EXPECT_FALSE(call(k)->said_something);
    EXPECT_FALSE(place->contact(*id).named_seen_at) << "nothing of her was opened";
    say(mondays_10_to_12());
    ASSERT_TRUE(call(k));
    EXPECT_EQ(place->contact(*id).named_seen_at, now);
    id = place->asked('e', {.way = Way::named, .person = petra});
    ASSERT_TRUE(write([&](auto& tx) { return uncovered(tx, vault, k, now, *id, Uncover::danger); }));
    EXPECT_EQ(place->contact(*id).named_seen_at, now);
    id = place->asked('e', {.way = Way::named, .person = petra});
    say({.may_write = true});
    const auto message = crypto::new_id<outbox::MessageId>(random);
    const auto c = place->contact(*id);
    ASSERT_TRUE(write([&](auto& tx) { return put_letter(tx, Place::scope('e'), now, c, message); }));
    EXPECT_EQ(write([&](auto& tx) { return letter(tx, vault, k, now, message); })->address, "Prövägen 1");
    EXPECT_EQ(place->contact(*id).named_seen_at, now);
}
TEST_P(Calls, C3_who_has_ended_it_gets_no_letter_and_no_reminder_to_call) {
    say({.may_call = true, .may_write = true});
    const auto before = crypto::new_id<outbox::MessageId>(random), after = crypto::new_id<outbox::MessageId>(random);
    const auto open = place->contact(*id);
    ASSERT_TRUE(write([&](auto& tx) { return put_letter(tx, Place::scope('e'), now, open, before); }));
    static constexpr db::Sql leave{"test.leave", "UPDATE contact_contact SET left_at = 5 WHERE id = ?1"};
    write([&](auto& tx) { return tx.execute(leave, {*id}); });
    const auto left = place->contact(*id);
    EXPECT_FALSE(write([&](auto& tx) { return put_letter(tx, Place::scope('e'), now, left, after); }));
    const auto printed = write([&](auto& tx) { return letter(tx, vault, k, now, before); });
    ASSERT_TRUE(printed);
    EXPECT_TRUE(printed->left && printed->address.empty());
    ASSERT_TRUE(made(CallResult::no_answer, k));
    EXPECT_EQ(tasks().size(), 1u) << "the letter from before, and no call";
}
TEST_P(Calls, H2_a_reminder_about_who_has_said_nothing_keeps_office_hours) {
    now = at("2026-11-21", 20);   // a Saturday evening; 20 hours later is a Sunday
    ASSERT_TRUE(made(CallResult::wrong_moment, k));
    ASSERT_EQ(tasks().size(), 1u);
    EXPECT_EQ(tasks()[0].message.not_before, at("2026-11-23", 8));
}
