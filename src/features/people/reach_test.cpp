#include "support/people_desk.hpp"
#include <random>

// Feature H2, security T3: nothing reaches anybody in a way, at a time or at a number that she has not said yes to.
namespace {
using namespace people_tests;
using Why = Unreachable::Why;
using calendar::TimeOfDay;

base::Instant at(const char* day, const char* time) { return calendar::instant(calendar::at(*calendar::date_from(day), *calendar::time_from(time))); }
const auto monday_10 = at("2027-02-01", "10:00");

class Reaching : public Desk {
protected:
    PersonId petra = *PersonId::from("----------------------");
    void SetUp() override {
        Desk::SetUp();
        petra = add({.name = "Påhittad Petra", .phone = "0701234567", .email = "petra@prov.invalid", .address = "Prövägen 1\n182 00 Prov"});
    }
    bool say(const SafeContact& said, const PersonId& whom) {
        const auto all = checked(said);
        if (!all) throw std::runtime_error("the test's own safe contact is wrong");
        return database().write([&](db::Transaction& tx) { return set_safe_contact(tx, vault, anna, scope(anna), now, whom, *all); });
    }
    base::Result<Address, Unreachable> reached(const PersonId& whom, Channel channel, base::Instant when, const Actor* who = nullptr) {
        const auto& actor = who ? *who : anna;
        return database().write([&](db::Transaction& tx) { return reach(tx, vault, actor, scope(actor), when, whom, channel); });
    }
    std::optional<Why> refusal(const PersonId& whom, Channel channel, base::Instant when) {
        const auto found = reached(whom, channel, when);
        return found ? std::nullopt : std::optional(found.refusal().why);
    }
    std::optional<SafeContact> said_by(const PersonId& whom, const Actor& who) {
        return database().write([&](db::Transaction& tx) { return safe_contact(tx, vault, who, scope(who), now, whom); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Reaching);
SafeContact everything() { return {.may_call = true, .may_sms = true, .may_mail = true, .may_write = true}; }
}

TEST_P(Reaching, who_has_said_nothing_is_reached_in_no_way) {
    for (const auto channel : outbox::channels) EXPECT_EQ(refusal(petra, channel, monday_10), Why::not_safe) << key(channel);
    EXPECT_FALSE(database().read([&](db::Reader& r) { return notice_channel(r, scope(anna), petra); }));
    EXPECT_FALSE(database().read([&](db::Reader& r) { return next_safe_call(r, scope(anna), petra, monday_10); }));
}
TEST_P(Reaching, each_way_has_its_own_address_and_writes_a_line) {
    ASSERT_TRUE(say(everything(), petra));
    const auto address = [&](Channel channel) { return reached(petra, channel, monday_10)->to; };
    EXPECT_EQ(address(Channel::sms), "+46701234567");
    EXPECT_EQ(address(Channel::call), "+46701234567");
    EXPECT_EQ(address(Channel::mail), "petra@prov.invalid");
    EXPECT_EQ(address(Channel::letter), "Prövägen 1\n182 00 Prov");
    EXPECT_EQ(lines("read", "person.reached"), 4);
    EXPECT_EQ(reached(petra, Channel::letter, monday_10)->name, "Påhittad Petra");
}
TEST_P(Reaching, no_line_no_address) {
    ASSERT_TRUE(say(everything(), petra));
    break_the_log();
    EXPECT_ANY_THROW((void)reached(petra, Channel::sms, monday_10));
}
TEST_P(Reaching, what_is_not_known_is_no_address) {
    const auto nobody = add({.name = "Påhittad Utan"});
    ASSERT_TRUE(say(everything(), nobody));
    for (const auto channel : outbox::channels) EXPECT_EQ(refusal(nobody, channel, monday_10), Why::no_address) << key(channel);
}
TEST_P(Reaching, a_protected_person_is_reached_by_the_program_in_no_way_even_for_who_may_see_her) {
    const auto hidden = add({.name = "Påhittad Dold", .phone = "0701234568"});
    ASSERT_TRUE(say(everything(), hidden));
    const auto whole = checked({.name = "Påhittad Dold", .phone = "0701234568"}, now);
    ASSERT_TRUE(database().write([&](db::Transaction& tx) { return change(tx, vault, anna, scope(anna), now, hidden, {*whole, Protection::protected_identity}); }));
    ASSERT_TRUE(database().write([&](db::Transaction& tx) { return grant_protected(tx, head, scope(head), now, older, anna.account(), {monday_10.ms + 1}); }));
    for (const auto channel : outbox::channels) EXPECT_EQ(refusal(hidden, channel, monday_10), Why::is_protected) << key(channel);
    EXPECT_FALSE(database().read([&](db::Reader& r) { return notice_channel(r, scope(anna), hidden); }));
}
TEST_P(Reaching, another_areas_person_and_an_erased_one_are_as_nobody) {
    ASSERT_TRUE(say(everything(), petra));
    const auto other = reached(petra, Channel::sms, monday_10, &bo);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.refusal().why, Why::erased);
    EXPECT_FALSE(said_by(petra, bo));
    ASSERT_TRUE(database().write([&](db::Transaction& tx) { return erase(tx, vault, anna, scope(anna), now, petra); }));
    EXPECT_EQ(refusal(petra, Channel::sms, monday_10), Why::erased);
}
TEST_P(Reaching, nothing_is_written_to_a_number_that_somebody_else_gave_but_it_may_be_called) {
    auto said = everything();
    said.own_number = false;
    ASSERT_TRUE(say(said, petra));
    EXPECT_EQ(refusal(petra, Channel::sms, monday_10), Why::unverified);
    EXPECT_EQ(refusal(petra, Channel::mail, monday_10), Why::unverified);
    EXPECT_FALSE(database().read([&](db::Reader& r) { return notice_channel(r, scope(anna), petra); }));
    const auto call = reached(petra, Channel::call, monday_10);
    ASSERT_TRUE(call);
    EXPECT_FALSE(call->verified);
}
TEST_P(Reaching, what_was_said_is_sealed_and_comes_back_and_the_newest_counts) {
    auto said = everything();
    said.week[1] = {{TimeOfDay{540}, TimeOfDay{690}}, {TimeOfDay{780}, TimeOfDay{900}}};
    said.week[5] = {{TimeOfDay{0}, TimeOfDay{1440}}};
    said.ask_for = " Påhittad Namn ", said.present_as = "en vän", said.voicemail = true;
    ASSERT_TRUE(say(said, petra));
    said.ask_for = "Påhittad Namn";
    EXPECT_EQ(said_by(petra, anna), said);
    constexpr db::Sql raw{"test.safe", "SELECT hours, ask_for FROM people_safe_contact"};
    const auto [hours, sealed] = database().read([&](db::Reader& r) { return r.one(raw, {}, [](const db::Row& row) { return std::pair(std::string(row.text(0)), std::string(db::bytes_of(row.blob(1)))); }); });
    EXPECT_EQ(hours, "tue 09:00-11:30 13:00-15:00; sat 00:00-24:00");
    EXPECT_EQ(sealed.find("Namn"), std::string::npos);
    ASSERT_TRUE(say({.may_call = true}, petra));
    EXPECT_EQ(said_by(petra, anna), (SafeContact{.may_call = true}));
    EXPECT_EQ(lines("write", "person.safe_contact"), 2);
}
TEST_P(Reaching, a_call_says_whom_to_ask_for_how_to_present_oneself_and_until_when) {
    auto said = everything();
    said.week[0] = {{TimeOfDay{600}, TimeOfDay{660}}};
    ASSERT_TRUE(say(said, petra));
    const auto call = reached(petra, Channel::call, monday_10);
    ASSERT_TRUE(call);
    EXPECT_EQ(call->name, "Påhittad") << "her first name, when she has said no other";
    EXPECT_EQ(call->until, at("2027-02-01", "11:00"));
    EXPECT_FALSE(call->voicemail);
    const auto later = reached(petra, Channel::call, at("2027-02-01", "11:00"));
    ASSERT_FALSE(later);
    EXPECT_EQ(later.refusal().why, Why::outside_hours);
    EXPECT_EQ(later.refusal().next, at("2027-02-08", "10:00"));
    EXPECT_EQ(database().read([&](db::Reader& r) { return next_safe_call(r, scope(anna), petra, at("2027-02-01", "11:00")); }), at("2027-02-08", "10:00"));
}
TEST_P(Reaching, a_notice_goes_by_sms_before_mail) {
    const auto channel = [&](const SafeContact& said) {
        EXPECT_TRUE(say(said, petra));
        return database().read([&](db::Reader& r) { return notice_channel(r, scope(anna), petra); });
    };
    EXPECT_EQ(channel(everything()), Channel::sms);
    EXPECT_EQ(channel({.may_mail = true}), Channel::mail);
    EXPECT_EQ(channel({.may_call = true, .may_write = true}), std::nullopt);
}
TEST(SafeContact, holds_names_and_nothing_else) {
    const auto fault = [](const SafeContact& said) {
        const auto all = checked(said);
        return all ? std::nullopt : std::optional(all.refusal().front());
    };
    EXPECT_FALSE(fault({.ask_for = "Påhittad Åsa-Lil", .present_as = "jobbet"}));
    for (const auto* wrong : {"070 123", "mail@prov.invalid", "http://x", "rad\ntvå"}) EXPECT_EQ(fault({.ask_for = wrong}), SafeContactFault::not_a_name) << wrong;
    EXPECT_EQ(fault({.present_as = std::string(61, 'a')}), SafeContactFault::present_as_too_long);
    SafeContact backwards;
    backwards.week[3] = {{TimeOfDay{700}, TimeOfDay{600}}};
    EXPECT_EQ(fault(backwards), SafeContactFault::hours_wrong);
    backwards.week[3] = {{TimeOfDay{600}, TimeOfDay{700}}, {TimeOfDay{650}, TimeOfDay{800}}};
    EXPECT_EQ(fault(backwards), SafeContactFault::hours_wrong);
}

// ---- the rule, computed a second time and in another way: minute by minute of the week -----------------------------------------------------
namespace {
using Random = std::mt19937;
int within(Random& r, int from, int to) { return std::uniform_int_distribution(from, to)(r); }
bool coin(Random& r) { return within(r, 0, 1) == 1; }

calendar::DayHours random_day(Random& r) {
    calendar::DayHours day;
    for (int from = within(r, 0, 20); from < 23 && within(r, 0, 2) != 0;) {
        const int to = within(r, from + 1, 24);
        day.push_back({TimeOfDay{from * 60 + within(r, 0, 3) * 15}, TimeOfDay{to * 60}});
        from = to + within(r, 0, 4);
    }
    return day;
}
SafeContact random_profile(Random& r) {
    SafeContact said{.may_call = coin(r), .may_sms = coin(r), .may_mail = coin(r), .may_write = coin(r), .voicemail = coin(r), .own_number = within(r, 0, 3) != 0};
    if (within(r, 0, 3) != 0)
        for (auto& day : said.week) day = random_day(r);
    return said;
}
// No Swedish holiday lies in these weeks; the clocks are set back in the second.
base::Instant random_moment(Random& r) {
    const auto from = coin(r) ? at("2027-01-11", "00:00") : at("2027-10-25", "00:00");
    return {from.ms + std::int64_t{within(r, 0, 10 * 24 * 60)} * 60'000};
}
bool allowed(const SafeContact& said, Channel channel, base::Instant when) {
    const auto local = calendar::local(when);
    const int minute = local.ms_of_day / 60'000, weekday = static_cast<int>(calendar::weekday(local.date));
    bool any = false, inside = false;
    for (int day = 0; day < 7; ++day)
        for (const auto& hour : said.week[static_cast<std::size_t>(day)]) any = true, inside = inside || (day == weekday && minute >= hour.from.minutes && minute < hour.to.minutes);
    const bool daylight = minute >= 480 && minute < 1200, office = weekday < 5 && ((minute >= 480 && minute < 720) || (minute >= 780 && minute < 990));
    if (channel == Channel::letter) return said.may_write;
    if (channel == Channel::call) return said.may_call && (any ? inside : office);
    return (channel == Channel::sms ? said.may_sms : said.may_mail) && said.own_number && daylight && (!any || inside);
}
}
TEST_P(Reaching, never_gives_what_the_profile_does_not_allow_and_always_what_it_does) {
    Random random(20270201);
    int given = 0, later = 0;
    for (int i = 0; i < 150; ++i) {
        const auto said = random_profile(random);
        ASSERT_TRUE(say(said, petra));
        for (int j = 0; j < 6; ++j) {
            const auto when = random_moment(random);
            for (const auto channel : outbox::channels) {
                const auto found = reached(petra, channel, when);
                ASSERT_EQ(static_cast<bool>(found), allowed(said, channel, when)) << key(channel) << " at " << when.ms << " profile " << i;
                given += static_cast<bool>(found);
                if (found || found.refusal().why != Why::outside_hours || !found.refusal().next) continue;
                const auto next = *found.refusal().next;
                ++later;
                ASSERT_TRUE(allowed(said, channel, next)) << key(channel) << " at " << when.ms << " next " << next.ms;
                for (auto between = when.ms; between < next.ms; between += 15 * 60'000) ASSERT_FALSE(allowed(said, channel, {between})) << "an earlier moment was left out";
            }
        }
    }
    EXPECT_GT(given, 300) << "the test looks at something";
    EXPECT_GT(later, 300);
}
