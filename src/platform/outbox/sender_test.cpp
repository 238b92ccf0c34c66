#include "platform/outbox/sender.hpp"
#include "platform/outbox/store.hpp"
#include "support/test_database.hpp"

namespace {
using namespace outbox;
constexpr std::int64_t minute = 60'000, hour = 60 * minute;
template <class AnId> AnId id(const std::string& name) {
    auto text = name;
    text.resize(22, '-');
    return *AnId::from(text);
}
const auto area = id<rights::AreaId>("area"), other_area = id<rights::AreaId>("other");
const auto petra = id<rights::PersonId>("petra");

struct Clock final : base::Clock {
    base::Instant at{1'795'305'600'000};
    base::Instant now() const override { return at; }
};
struct Counted final : crypto::Randomness {   // ids that differ
    unsigned char next = 0;
    void fill(std::span<unsigned char> bytes) override {
        for (auto& byte : bytes) byte = 0;
        bytes[0] = ++next;
    }
};
// What carries, as a script says; keeps what it was given.
struct Mails final : post::Mailer {
    std::vector<post::Sent> script;
    std::vector<post::Mail> got;
    post::Sent send(const post::Mail& mail) override {
        got.push_back(mail);
        return got.size() <= script.size() ? script[got.size() - 1] : post::Sent{post::Outcome::accepted};
    }
    std::string trouble() override { return {}; }
};
struct Gateway final : post::Texter {
    std::vector<post::Sent> script;
    std::vector<post::Sms> got;
    std::function<void()> during = [] {};
    post::Sent send(const post::Sms& sms) override {
        got.push_back(sms);
        during();
        return got.size() <= script.size() ? script[got.size() - 1] : post::Sent{post::Outcome::accepted};
    }
    std::string trouble() override { return {}; }
};

class Sending : public support::OnBothDatabases {
protected:
    Clock clock;
    Counted randomness;
    Mails mails;
    Gateway texts;
    std::map<Channel, NoAddress> refuses;
    int asked = 0;
    std::vector<std::string> told;
    Reach reach = [this](db::Transaction&, base::Instant, const Message& m) -> base::Result<std::string, NoAddress> {
        ++asked;
        if (const auto no = refuses.find(m.channel); no != refuses.end()) return base::refused(no->second);
        return std::string(m.channel == Channel::mail ? "petra@prov.invalid" : "+46701234567");
    };
    Sender::Parts parts() {
        return {.database = database(), .clock = clock, .randomness = randomness, .reach = reach, .mail = &mails, .sms = &texts, .not_sent = [this](Channel c, std::string_view why) { told.push_back(std::string(key(c)) + " " + std::string(why)); }};
    }
    void run() { run(parts()); }
    void run(const Sender::Parts& with) {
        Sender sender(with);
        sender.send_due([] { return true; });
    }
    void put(Channel channel, const std::string& name = "m", const std::string& about = "contact", base::Instant not_before = {}) {
        database().write([&](db::Transaction& tx) {
            outbox::put(tx, clock.now(), {.id = id<MessageId>(name), .area = area, .person = petra, .about = about, .channel = channel, .not_before = not_before.ms > 0 ? not_before : clock.now()});
        });
    }
    rights::AreaScope scope() { return rights::AreaScope::of_the_system(area); }
    std::vector<Kept> rows(const std::string& about = "contact") {
        return database().read([&](db::Reader& r) { return outbox::about(r, scope(), about); });
    }
    std::vector<std::string> states() {
        std::vector<std::string> out;
        for (const auto& row : rows()) out.push_back(std::string(key(row.message.channel)) + " " + std::string(key(row.state)) + (row.message.why.empty() ? "" : " " + row.message.why));
        return out;
    }
    // The row as a program leaves it that dies between the mark and the answer.
    void mark_sending() {
        database().write([&](db::Transaction& tx) { store::sending(tx, rows_in(tx).front().message); });
    }
    std::vector<Kept> rows_in(db::Reader& r) { return outbox::about(r, scope(), "contact"); }
    using Words = std::vector<std::string>;
};
LOTSEN_ON_BOTH_DATABASES(Sending);
using post::Outcome;
}

TEST_P(Sending, says_a_neutral_sentence_to_the_address_that_is_asked_for_then) {
    put(Channel::sms, "a", "one");
    put(Channel::mail, "b", "two");
    EXPECT_EQ(asked, 0) << "the row holds no address";
    run();
    ASSERT_EQ(texts.got.size(), 1u);
    EXPECT_EQ(texts.got[0].to, "+46701234567");
    EXPECT_EQ(texts.got[0].text, "Hej. Du har ett meddelande hos oss.");
    ASSERT_EQ(mails.got.size(), 1u);
    EXPECT_EQ(mails.got[0].subject, "Meddelande");
    EXPECT_EQ(mails.got[0].id, id<MessageId>("b").text());
    EXPECT_EQ(rows("one")[0].state, State::sent);
    EXPECT_EQ(rows("two")[0].ended_at, clock.now());
    run();
    EXPECT_EQ(texts.got.size() + mails.got.size(), 2u) << "once";
}
TEST_P(Sending, a_link_follows_the_sentence_for_who_has_asked_for_one) {
    put(Channel::sms, "a", "one");
    put(Channel::mail, "b", "two");
    auto with = parts();
    with.link = [](db::Transaction&, base::Instant, const Message& m) { return m.about == "one" ? std::string("https://prov.invalid/p/x") : std::string(); };
    run(with);
    EXPECT_EQ(texts.got.at(0).text, "Hej. Du har ett meddelande hos oss.\nhttps://prov.invalid/p/x");
    EXPECT_EQ(mails.got.at(0).text, "Hej. Du har ett meddelande hos oss.");
}
TEST_P(Sending, two_answers_give_one_notice) {
    put(Channel::sms, "a");
    put(Channel::sms, "b");
    EXPECT_EQ(rows().size(), 1u);
    run();
    put(Channel::sms, "c");
    EXPECT_EQ(rows().size(), 2u) << "the first has gone";
}
TEST_P(Sending, waits_for_its_time) {
    put(Channel::sms, "a", "contact", {clock.now().ms + hour});
    run();
    EXPECT_EQ(texts.got.size(), 0u);
    clock.at.ms += hour;
    run();
    EXPECT_EQ(texts.got.size(), 1u);
}
TEST_P(Sending, waits_for_the_safe_hour_that_reach_names) {
    refuses[Channel::sms] = {NoAddress::Then::wait, "outside_hours", {clock.now().ms + 5 * hour}};
    put(Channel::sms);
    run();
    EXPECT_EQ(states(), Words{"sms waiting outside_hours"});
    EXPECT_EQ(rows()[0].message.not_before.ms, clock.now().ms + 5 * hour);
    EXPECT_EQ(rows()[0].tries, 0);
    refuses.clear();
    run();
    EXPECT_EQ(texts.got.size(), 0u);
    clock.at.ms += 5 * hour;
    run();
    EXPECT_EQ(states(), Words{"sms sent"});
}
TEST_P(Sending, what_she_does_not_allow_falls_back_to_what_she_does_and_at_last_to_a_human) {
    refuses[Channel::sms] = {NoAddress::Then::fall_back, "not_safe"};
    put(Channel::sms);
    run();
    EXPECT_EQ(states(), (Words{"sms refused not_safe", "mail sent"}));
    refuses[Channel::mail] = {NoAddress::Then::fall_back, "not_safe"};
    clock.at.ms += minute;
    put(Channel::sms, "again");
    run();
    EXPECT_EQ(rows().size(), 5u);
    const auto tasks = database().read([&](db::Reader& r) { return outbox::tasks(r, scope()); });
    ASSERT_EQ(tasks.size(), 1u);
    EXPECT_EQ(tasks[0].message.channel, Channel::call);
    EXPECT_EQ(tasks[0].message.about, "contact");
    EXPECT_EQ(texts.got.size(), 0u);
}
TEST_P(Sending, nobody_is_told_and_no_task_is_made_when_she_is_erased) {
    refuses[Channel::sms] = {NoAddress::Then::nobody, "erased"};
    put(Channel::sms);
    run();
    EXPECT_EQ(states(), Words{"sms refused erased"});
}
TEST_P(Sending, mail_is_tried_again_after_451_with_the_same_id_and_given_up_after_two_days) {
    mails.script.assign(20, {Outcome::later, "451"});
    put(Channel::mail);
    const auto begun = clock.now();
    int tries = 0;
    while (rows()[0].state == State::waiting && ++tries < 30) {
        run();
        clock.at.ms += minute;
        if (rows()[0].state == State::waiting) clock.at.ms = std::max(clock.at.ms, rows()[0].message.not_before.ms);
    }
    EXPECT_EQ(mails.got.size(), 10u);
    for (const auto& mail : mails.got) EXPECT_EQ(mail.id, mails.got[0].id);
    EXPECT_GT(clock.now().ms - begun.ms, 40 * hour);
    EXPECT_LT(clock.now().ms - begun.ms, 50 * hour);
    EXPECT_EQ(rows()[0].message.why, "gave_up");
    EXPECT_EQ(rows()[0].state, State::failed);
    EXPECT_EQ(rows()[1].message.channel, Channel::call);
}
TEST_P(Sending, mail_stops_at_550) {
    mails.script = {{Outcome::refused, "550"}};
    put(Channel::mail);
    run();
    run();
    EXPECT_EQ(mails.got.size(), 1u);
    EXPECT_EQ(states().front(), "mail failed 550");
    EXPECT_EQ(rows()[1].message.why, "mail_failed");
    EXPECT_EQ(told, Words{"mail 550"});
}
TEST_P(Sending, an_sms_is_marked_before_the_call_and_is_never_sent_again_when_its_fate_is_unclear) {
    std::string state_during;
    texts.during = [&] { state_during = key(rows()[0].state); };
    texts.script = {{Outcome::unclear, "timeout"}};
    put(Channel::sms);
    run();
    EXPECT_EQ(state_during, "sending");
    clock.at.ms += 48 * hour;
    run();
    EXPECT_EQ(texts.got.size(), 1u);
    EXPECT_EQ(mails.got.size(), 0u) << "a human decides now";
    EXPECT_EQ(rows()[0].state, State::unclear);
    EXPECT_EQ(rows()[1].message.channel, Channel::call);
    EXPECT_EQ(rows()[1].message.why, "sms_unclear");
}
TEST_P(Sending, an_sms_that_surely_was_not_taken_is_tried_again) {
    texts.script = {{Outcome::later, "curl_7"}};
    put(Channel::sms);
    run();
    EXPECT_EQ(states(), Words{"sms waiting curl_7"});
    clock.at.ms += minute;
    run();
    EXPECT_EQ(texts.got.size(), 2u);
    EXPECT_EQ(states(), Words{"sms sent"});
}
TEST_P(Sending, a_program_that_died_in_the_middle_leaves_an_unclear_sms_and_a_mail_that_goes_again) {
    put(Channel::sms);
    mark_sending();
    run();
    EXPECT_EQ(texts.got.size(), 0u);
    EXPECT_EQ(rows()[0].state, State::unclear);
    EXPECT_EQ(rows()[1].message.why, "sms_unclear");
    put(Channel::mail, "n", "mailed");
    database().write([&](db::Transaction& tx) { store::sending(tx, outbox::about(tx, scope(), "mailed").front().message); });
    run();
    EXPECT_EQ(mails.got.size(), 1u);
    EXPECT_EQ(rows("mailed")[0].state, State::sent);
}
TEST_P(Sending, who_lost_the_row_to_another_program_changes_nothing) {
    texts.during = [&] {
        database().write([&](db::Transaction& tx) { store::end(tx, rows_in(tx).front().message, State::unclear, "interrupted", clock.now()); });
    };
    put(Channel::sms);
    run();
    EXPECT_EQ(states(), Words{"sms unclear interrupted"});
}
TEST_P(Sending, what_is_not_set_up_becomes_a_task) {
    auto bare = parts();
    bare.mail = nullptr, bare.sms = nullptr;
    put(Channel::sms);
    run(bare);
    EXPECT_EQ(rows().size(), 3u) << "sms, mail, a call";
    EXPECT_EQ(asked, 0) << "nobody's address is opened for nothing";
    EXPECT_EQ(database().read([&](db::Reader& r) { return outbox::tasks(r, scope()); }).size(), 1u);
}
TEST_P(Sending, nothing_is_sent_in_a_demonstration) {
    auto demo = parts();
    demo.demo = true;
    put(Channel::sms, "a", "one");
    put(Channel::mail, "b", "two");
    run(demo);
    EXPECT_EQ(texts.got.size() + mails.got.size(), 0u);
    EXPECT_EQ(asked, 0);
    EXPECT_EQ(rows("one")[0].state, State::refused);
    EXPECT_EQ(rows("two")[0].message.why, "demo");
}
TEST_P(Sending, a_task_is_done_by_hand_in_its_own_area_once) {
    put(Channel::letter, "a");
    const auto done = [&](const rights::AreaScope& whose) { return database().write([&](db::Transaction& tx) { return done_by_hand(tx, whose, clock.now(), id<MessageId>("a")); }); };
    EXPECT_FALSE(done(rights::AreaScope::of_the_system(other_area)));
    EXPECT_TRUE(database().read([&](db::Reader& r) { return outbox::tasks(r, rights::AreaScope::of_the_system(other_area)); }).empty());
    EXPECT_TRUE(done(scope()));
    EXPECT_FALSE(done(scope()));
    put(Channel::sms, "b");
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return done_by_hand(tx, scope(), clock.now(), id<MessageId>("b")); })) << "that is the program's to send";
}
TEST_P(Sending, a_closed_matter_sends_nothing_more_and_a_destroyed_one_leaves_nothing) {
    put(Channel::sms, "a");
    put(Channel::call, "b");
    database().write([&](db::Transaction& tx) { close_calls(tx, area, "contact", clock.now()); });
    database().write([&](db::Transaction& tx) { stop(tx, area, "contact", clock.now()); });
    run();
    EXPECT_EQ(texts.got.size(), 0u);
    EXPECT_EQ(states(), (Words{"sms refused closed", "call done_by_hand"}));
    database().write([&](db::Transaction& tx) { outbox::erase(tx, area, "contact"); });
    EXPECT_TRUE(rows().empty());
}
TEST_P(Sending, after_a_restore_a_human_looks_at_what_may_have_been_sent) {
    put(Channel::sms, "a", "waits");
    put(Channel::mail, "b", "half");
    put(Channel::letter, "c", "letter");
    database().write([&](db::Transaction& tx) { store::sending(tx, outbox::about(tx, scope(), "half").front().message); });
    database().exclusively([&](db::Connection& c) { (void)c.run(after_restore, {}, [](const db::Row&) {}); });
    run();
    EXPECT_EQ(texts.got.size() + mails.got.size(), 0u);
    const auto tasks = database().read([&](db::Reader& r) { return outbox::tasks(r, scope()); });
    ASSERT_EQ(tasks.size(), 3u);
    for (const auto& task : tasks) EXPECT_EQ(task.message.why, task.message.channel == Channel::letter ? "" : "restored");
}
TEST_P(Sending, tells_how_long_the_oldest_has_waited) {
    const auto oldest = [&] { return database().read([&](db::Reader& r) { return oldest_unsent(r, clock.now()); }); };
    EXPECT_FALSE(oldest());
    put(Channel::call, "a");
    put(Channel::sms, "b", "later", {clock.now().ms + hour});
    EXPECT_FALSE(oldest()) << "neither a task nor what may not go yet";
    const auto due = clock.now();
    put(Channel::mail, "c");
    clock.at.ms += minute;
    EXPECT_EQ(oldest(), due);
}
TEST(Texts, are_plain_and_say_nothing_of_what_it_is_about) {
    for (const auto what : templates)
        for (const auto language : i18n::languages)
            for (const auto& said : {text(what, language), subject(what, language)}) {
                EXPECT_FALSE(said.empty());
                for (const auto* word : {"anhörig", "närstående", "stöd", "social", "kommun", "carer", "support", "http", "www", "://", ".se", "Lotsen", "svar", "fråga", "answer", "question"})
                    EXPECT_EQ(said.find(word), std::string::npos) << said;
            }
    EXPECT_EQ(text(Template::message_waits, i18n::Language::en), "Hello. You have a message with us.");
}
