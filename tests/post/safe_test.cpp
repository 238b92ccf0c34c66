#include "app/post_keeping.hpp"
#include "features/contact/answer.hpp"
#include "platform/outbox/sender.hpp"
#include "post/sinks.hpp"
#include "support/contact_desk.hpp"
#include <random>

// Security T3: somebody else at home reads sms and mail. Everything that leaves in ten days is caught by a real mail server and a real
// gateway, with people who have said every kind of thing, and looked through.
namespace {
using namespace contact_desk;
using post_test::Got;

const std::vector<std::string> planted{"Hemligord", "Tantalus", "våldsamt", "anhörig", "närstående", "demens", "social", "kommun", "Danderyd", "stöd", "carer", "support", "Kvastsjukan", "svar", "fråga", "Salvia", "Körsbär", "Prövägen", "Enhet", "Äldre", "Lotsen"};

struct StepClock final : base::Clock {
    base::Instant at;
    base::Instant now() const override { return at; }
};
struct Somebody {
    PersonId person;
    ContactId contact;
    people::SafeContact said;
    std::string phone, mail;
};
// When a notice may come, computed here from what was said and nothing else.
bool allowed(const people::SafeContact& said, bool mail, base::Instant when) {
    if (!(mail ? said.may_mail : said.may_sms) || !said.own_number) return false;
    const auto local = calendar::local(when);
    const int minute = local.ms_of_day / 60'000;
    if (minute < 480 || minute >= 1200) return false;
    bool any = false;
    for (const auto& day : said.week) any = any || !day.empty();
    if (!any) return true;
    for (const auto& hour : said.week[static_cast<std::size_t>(calendar::weekday(local.date))])
        if (minute >= hour.from.minutes && minute < hour.to.minutes) return true;
    return false;
}

class Safe : public support::OnBothDatabases {
protected:
    vault::Vault vault{crypto::Keyring(crypto::MasterKey::random())};
    crypto::SystemRandomness random;
    StepClock clock;
    std::optional<Place> place;
    std::mt19937 dice{3};
    post_test::Sinks sinks;
    std::vector<Somebody> all;
    std::vector<std::string> told;
    const rights::Actor k = actor('k', Role::consultant, 'e');

    int from(int low, int high) { return std::uniform_int_distribution(low, high)(dice); }
    people::SafeContact profile() {
        people::SafeContact said{.may_call = from(0, 1) == 1, .may_sms = from(0, 1) == 1, .may_mail = from(0, 1) == 1, .may_write = from(0, 1) == 1, .own_number = from(0, 4) != 0, .ask_for = "Tantalus", .present_as = "Hemligord"};
        if (from(0, 2) != 0)
            for (auto& day : said.week)
                if (from(0, 2) == 0) {
                    const int begin = from(0, 22);
                    day = {{{begin * 60}, {from(begin + 1, 24) * 60}}};
                }
        return said;
    }
    // Some numbers and mailboxes say no, not now, or nothing at all.
    static std::string phone(int i) {
        static const std::array ends{"001", "002", "400", "429", "500", "003", "004"};
        return "+467012" + std::to_string(10 + i) + (i == 5 ? "999" : ends[static_cast<std::size_t>(i) % ends.size()]);
    }
    static std::string mail(int i) {
        static const std::array names{"bo", "full", "gone", "ada", "eva"};
        return std::string(names[static_cast<std::size_t>(i) % names.size()]) + std::to_string(i) + "@prov.invalid";
    }
    void SetUp() override {
        OnBothDatabases::SetUp();
        clock.at = at("2027-02-01", 9);
        vault.prepare(database(), clock.at);
        place.emplace(database(), vault);
        place->organise(clock.at);
        for (int i = 0; i < 40; ++i) somebody(i);
    }
    void somebody(int i) {
        const auto person = place->carer('e', {.name = "Tantalus Hemligord " + std::to_string(i), .phone = phone(i), .email = mail(i), .address = "Prövägen " + std::to_string(i)}, clock.at);
        auto said = i % 7 == 6 ? people::SafeContact{} : profile();
        if (i % 7 != 6) {
            const auto checked = people::checked(said);
            ASSERT_TRUE(checked);
            ASSERT_TRUE(database().write([&](db::Transaction& tx) { return people::set_safe_contact(tx, vault, k, Place::scope('e'), clock.at, person, *checked); }));
        }
        const auto id = place->asked('e', {.text = "Kvastsjukan och Hemligord våldsamt " + std::to_string(i), .way = Way::named, .at = clock.at, .person = person});
        all.push_back({person, id, said, phone(i), mail(i)});
    }
    void answer_all() {
        for (const auto& one : all) {
            const auto notice = crypto::new_id<outbox::MessageId>(random);
            ASSERT_TRUE(database().write([&](db::Transaction& tx) { return answer(tx, vault, k, clock.at, {one.contact, "Kvastsjukan: svar om stöd för anhöriga, Hemligord", notice}); }));
        }
    }
    const Somebody* who(const Got& got) {
        for (const auto& one : all)
            if (got.to == (got.mail ? one.mail : one.phone)) return &one;
        return nullptr;
    }
    void look_through(const Got& got) {
        EXPECT_EQ(got.text, "Hej. Du har ett meddelande hos oss.") << "the sentence, and not a word more";
        for (const auto& word : planted) EXPECT_EQ(got.raw.find(word), std::string::npos) << word;
        for (const auto* link : {"http", "www", "://"}) EXPECT_EQ(got.raw.find(link), std::string::npos) << link;
        const auto* one = who(got);
        ASSERT_TRUE(one) << "to nobody whom we know";
        EXPECT_TRUE(allowed(one->said, got.mail, clock.at)) << (got.mail ? "mail" : "sms") << " to " << got.to << " at " << clock.at.ms;
    }
    std::vector<outbox::Kept> rows(const Somebody& one) {
        return database().read([&](db::Reader& r) { return outbox::about(r, Place::scope('e'), one.contact.text()); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Safe);
}

TEST_P(Safe, nothing_that_leaves_in_ten_days_tells_anything_or_goes_where_it_may_not) {
    const auto mailer = post::smtp(sinks.smtp());
    const auto texter = post::sms_gateway(sinks.sms());
    outbox::Sender sender({.database = database(), .clock = clock, .randomness = random, .reach = app::reach_through_people(vault), .mail = mailer.get(), .sms = texter.get(),
                           .not_sent = [this](outbox::Channel, std::string_view why) { told.emplace_back(why); }});
    answer_all();
    std::map<std::string, int> sms_to, mail_to;
    const auto until = clock.at.ms + 10 * 24 * std::int64_t{3'600'000};
    for (; clock.at.ms < until; clock.at.ms += 30 * 60'000) {
        sender.send_due([] { return true; });
        for (const auto& got : sinks.news()) look_through(got), ++(got.mail ? mail_to : sms_to)[got.to];
    }
    EXPECT_GT(sms_to.size(), 5u) << "the test looks at something";
    EXPECT_GT(mail_to.size(), 3u);
    for (const auto& [to, times] : sms_to) EXPECT_EQ(times, 1) << to << ": an sms never comes twice";
    for (const auto& word : told)
        EXPECT_TRUE(word.find('@') == std::string::npos && word.find("+46") == std::string::npos) << word;
    for (const auto& one : all) {
        const bool silent = !one.said.own_number || (!one.said.may_sms && !one.said.may_mail);
        EXPECT_EQ(rows(one).empty(), silent) << "a notice is put for who allows one, and for nobody else";
        for (const auto& row : rows(one)) {
            if (row.message.channel == outbox::Channel::call) continue;
            EXPECT_NE(row.state, outbox::State::sending);
            if (row.state == outbox::State::unclear || row.state == outbox::State::failed) EXPECT_NE(rows(one).back().message.id, row.message.id) << "a human, or another way, takes over";
        }
    }
}
