#include "features/contact/drafts.hpp"
#include "features/contact/limits.hpp"
#include "features/contact/promise.hpp"
#include <gtest/gtest.h>
// The values of the carer's side: drafts, how she is reached, what is counted.
using namespace contact;

namespace {
constexpr base::Instant now{1795305600000};
Draft full() {
    Draft d{.way = Way::named, .shortcoming = true, .young = true, .language = "latt", .text = "Rad ett\nRad två & mer = 100 %", .interpreter = "أهلا", .wish = "kort"};
    d.reachable = {.name = "Påhittad Person", .phone = "070-174 06 05", .email = "p@prov.invalid", .address = "Gatan 1\n182 00 Danderyd", .whose = Whose::own, .call = true, .sms = true, .mail = true, .letter = true, .voicemail = true,
                   .days = {"mon", "fri"}, .hours = {"08:00-10:00"}, .present_as = "kommunen"};
    return d;
}
base::Instant after(std::int64_t ms) { return {now.ms + ms}; }
}

TEST(Drafts, are_read_as_they_were_written) {
    EXPECT_EQ(draft_from(written(full())), full());
    EXPECT_EQ(draft_from(written(Draft{})), Draft{});
}
TEST(Drafts, that_were_written_otherwise_are_none) {
    for (const char* text : {"", "way=referral", "way=x", "text=hej", "way=written&text=%FF", "way=written&text=%"}) EXPECT_FALSE(draft_from(text)) << text;
}
TEST(Drafts, go_through_the_steps_of_their_way) {
    using S = std::vector<Step>;
    EXPECT_EQ(steps_of({.way = Way::written}), (S{Step::write, Step::extras, Step::check}));
    EXPECT_EQ(steps_of({.way = Way::call}), (S{Step::write, Step::number, Step::times, Step::extras, Step::check}));
    EXPECT_EQ(steps_of({.way = Way::named}), (S{Step::write, Step::name, Step::reach, Step::extras, Step::check}));
    EXPECT_EQ(steps_of(full()), (S{Step::write, Step::name, Step::reach, Step::times, Step::extras, Step::check}));
    for (const auto step : steps_of(full())) EXPECT_EQ(step_from(slug(step)), step);
    EXPECT_FALSE(step_from("annat"));
}
TEST(Drafts, ask_for_as_little_as_can_be) {
    EXPECT_EQ(first_unfilled({.way = Way::written, .text = "Hej"}, now), Step::check);
    EXPECT_EQ(first_unfilled({.way = Way::written, .text = " \n"}, now), Step::write);
    EXPECT_EQ(first_unfilled({.way = Way::call}, now), Step::number);
    EXPECT_EQ(first_unfilled({.way = Way::named, .text = "Hej"}, now), Step::name);
    EXPECT_EQ(first_unfilled({.way = Way::named, .text = "Hej", .reachable = {.name = "Påhittad"}}, now), Step::check);
    EXPECT_EQ(first_unfilled(full(), now), Step::check);
}
TEST(Drafts, name_each_fault_at_its_field) {
    Draft d{.way = Way::named, .text = std::string(longest_text + 1, 'a'), .reachable = {.name = "070-123", .phone = "12", .email = "x", .mail = true, .letter = true}};
    EXPECT_EQ(faults(d, Step::write, now), std::vector{DraftFault::text_too_long});
    EXPECT_EQ(faults(d, Step::name, now), std::vector{DraftFault::name_wrong});
    EXPECT_EQ(faults(d, Step::reach, now), (std::vector{DraftFault::phone_wrong, DraftFault::email_wrong, DraftFault::address_missing}));
    EXPECT_EQ(faults({.way = Way::call, .reachable = {.name = "P", .call = true}}, Step::number, now), std::vector{DraftFault::phone_missing});
}
TEST(Drafts, keep_what_other_steps_have_asked_for) {
    const auto d = with_answers(full(), Step::name, {{"name", "Annat Namn"}});
    EXPECT_EQ(d.reachable.name, "Annat Namn");
    EXPECT_EQ(d.reachable.phone, full().reachable.phone);
    EXPECT_EQ(d.text, full().text);
}
TEST(Drafts, T3_keep_no_consent_that_another_way_asked_for) {
    auto call = full();
    call.way = Way::call;
    const auto r = asked_for(call);
    EXPECT_TRUE(r.call);
    EXPECT_FALSE(r.sms || r.mail || r.letter);
    EXPECT_EQ(r.email + r.address, "");
    EXPECT_EQ(r.phone, full().reachable.phone);
    call.reachable.call = false, call.reachable.email = "x";
    EXPECT_TRUE(asked_for(call).call);
    EXPECT_EQ(first_unfilled(call, now), Step::check) << "what is not asked for is not looked at";

    auto named = full();
    named.reachable.call = false;
    const auto without = asked_for(named);
    EXPECT_FALSE(without.voicemail);
    EXPECT_TRUE(without.days.empty() && without.hours.empty());
    EXPECT_EQ(without.phone, full().reachable.phone) << "for the text message";
    named.reachable.sms = false;
    EXPECT_EQ(asked_for(named).phone, "");
    EXPECT_EQ(asked_for(full()), full().reachable);
}
TEST(Drafts, T3_a_number_is_her_own_only_when_she_says_so) {
    EXPECT_FALSE(reachable_from({{"phone", "070-174 06 05"}}).own_number());
    EXPECT_FALSE(reachable_from({{"phone", "070-174 06 05"}, {"whose", "other"}}).own_number());
    EXPECT_TRUE(reachable_from({{"phone", "070-174 06 05"}, {"whose", "own"}}).own_number());
    EXPECT_EQ(reachable_from(fields_of(reachable_from({{"phone", "070-174 06 05"}}))).whose, Whose::unsaid) << "nobody answers for her";
    auto draft = full();
    draft.reachable.whose = Whose::other;
    EXPECT_EQ(faults(draft, Step::reach, now), std::vector{DraftFault::number_not_own});
    draft.reachable.sms = false;
    EXPECT_TRUE(faults(draft, Step::reach, now).empty()) << "a call may go to somebody else's";
}
TEST(Drafts, say_what_the_register_may_say) {
    EXPECT_EQ(subject_of({.way = Way::written}), Subject::question);
    EXPECT_EQ(subject_of({.way = Way::call}), Subject::call_request);
    EXPECT_EQ(subject_of({.way = Way::call, .shortcoming = true}), Subject::shortcoming);
}

TEST(Reaching, H2_allows_nothing_that_was_not_said) {
    const auto nothing = safe_contact_of({.name = "Påhittad Person"});
    EXPECT_EQ(nothing, (people::SafeContact{.own_number = false, .ask_for = "Påhittad"}));
    EXPECT_FALSE(people::says_when(nothing));
}
TEST(Reaching, H2_days_and_hours_are_the_hours_of_those_days) {
    const auto said = safe_contact_of(full().reachable);
    EXPECT_EQ(calendar::text_of(said.week[0]), "08:00-10:00");
    EXPECT_TRUE(said.week[1].empty());
    EXPECT_EQ(calendar::text_of(said.week[4]), "08:00-10:00");
    EXPECT_EQ(said.present_as, "Kommunen");
    const auto only_days = safe_contact_of({.name = "P", .days = {"wed"}});
    EXPECT_EQ(calendar::text_of(only_days.week[2]), "08:00-10:00 10:00-12:00 13:00-15:00 15:00-17:00");
    EXPECT_TRUE(people::checked(said));
    EXPECT_TRUE(people::checked(only_days));
}

TEST(Promises, are_of_a_whole_number_of_days_or_none) {
    EXPECT_EQ(days_of("2"), 2);
    for (const char* text : {"", "0", "31", "2–3", "två", " 2", "-1"}) EXPECT_FALSE(days_of(text)) << text;
}

TEST(Misses, T18_a_network_waits_after_five_and_is_forgotten_after_ten_minutes) {
    Misses misses;
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(misses.asked("192.0.2.1", {}, now).wait_ms, 0);
        misses.missed("192.0.2.1", now);
    }
    EXPECT_EQ(misses.asked("192.0.2.1", {}, now).wait_ms, 10'000);
    EXPECT_EQ(misses.asked("192.0.2.2", {}, now).wait_ms, 0);
    EXPECT_EQ(misses.asked("192.0.2.1", {}, after(remembered_ms)).wait_ms, 0);
}
TEST(Misses, T18_the_wait_grows_to_a_minute_and_who_has_waited_is_looked_at_however_much_her_neighbour_guesses) {
    Misses misses;
    for (int i = 0; i < 5; ++i) misses.missed("192.0.2.1", now);
    for (const std::int64_t wait : {10'000, 20'000, 40'000, 60'000, 60'000}) {
        EXPECT_EQ(misses.asked("192.0.2.1", {}, now).wait_ms, wait);
        misses.missed("192.0.2.1", now);
    }
    for (int i = 0; i < 500; ++i) misses.missed("192.0.2.1", after(i * 100));
    EXPECT_EQ(misses.asked("192.0.2.1", Misses::Waited{now, "hers"}, after(59'000)).wait_ms, 1'000) << "what is left of it";
    EXPECT_EQ(misses.asked("192.0.2.1", Misses::Waited{now, "hers"}, after(60'000)).wait_ms, 0);
}
TEST(Misses, T18_whoever_has_come_in_with_her_code_does_not_wait_at_each_press_and_nobody_else_comes_in_by_that) {
    Misses misses;
    misses.opened("192.0.2.1", "1111222233334444", now);
    for (int i = 0; i < 50; ++i) misses.missed("192.0.2.1", now);
    EXPECT_TRUE(misses.has_opened("192.0.2.1", "1111222233334444", after(remembered_ms - 1)));
    EXPECT_FALSE(misses.has_opened("192.0.2.1", "1111222233334444", after(remembered_ms)));
    EXPECT_FALSE(misses.has_opened("192.0.2.1", "1111222233334445", after(1)));
    EXPECT_FALSE(misses.has_opened("198.51.100.1", "1111222233334444", after(1))) << "of another network";
    EXPECT_FALSE(misses.has_opened("192.0.2.1", "1111222233334444", after(-1)));
    EXPECT_GT(misses.asked("192.0.2.1", {}, after(1)).wait_ms, 0);
}
TEST(Misses, T18_a_wait_lets_one_try_through_and_none_from_the_future) {
    Misses misses;
    for (int i = 0; i < 5; ++i) misses.missed("192.0.2.1", now);
    const Misses::Waited waited{now, "mark"};
    EXPECT_EQ(misses.asked("192.0.2.1", waited, after(10'000)).wait_ms, 0);
    const auto again = misses.asked("192.0.2.1", waited, after(10'000));
    EXPECT_EQ(again.wait_ms, 10'000);
    EXPECT_TRUE(again.anew);
    EXPECT_TRUE(misses.asked("192.0.2.1", Misses::Waited{after(60'000), "other"}, now).anew);
    EXPECT_TRUE(misses.asked("192.0.2.1", Misses::Waited{{now.ms - remembered_ms}, "old"}, now).anew);
}
TEST(Misses, T18_what_was_counted_before_the_clock_was_set_back_makes_nobody_wait) {
    Misses misses;
    for (int i = 0; i < 50; ++i) misses.missed("192.0.2.1", after(60 * 60'000));
    EXPECT_EQ(misses.asked("192.0.2.1", {}, now).wait_ms, 0);
    EXPECT_EQ(misses.asked("192.0.2.2", {}, now).wait_ms, 0);
}
TEST(Misses, T18_after_twenty_from_many_everybody_waits_once_and_nobody_for_ever) {
    Misses misses;
    for (int i = 0; i < 20; ++i) misses.missed("192.0.2." + std::to_string(i), now);
    EXPECT_EQ(misses.asked("198.51.100.1", {}, now).wait_ms, 10'000);
    EXPECT_EQ(misses.asked("198.51.100.1", Misses::Waited{now, "one"}, after(10'000)).wait_ms, 0);
    EXPECT_EQ(misses.asked("192.0.2.3", Misses::Waited{now, "two"}, after(10'000)).wait_ms, 0) << "also who has missed herself";
}
TEST(Misses, T18_marks_gathered_beforehand_let_no_more_through_than_twenty_a_minute) {
    Misses misses;
    for (int i = 0; i < 5; ++i) misses.missed("192.0.2.1", now);
    int through = 0;
    std::vector<std::string> marks;
    for (int i = 0; i < 1000; ++i) marks.push_back(std::to_string(i));
    for (const auto& mark : marks) through += misses.asked("192.0.2.1", Misses::Waited{now, mark}, after(60'000)).wait_ms == 0 ? 1 : 0;
    EXPECT_EQ(through, 20);
    EXPECT_EQ(misses.asked("192.0.2.2", Misses::Waited{now, "hers"}, after(60'000)).wait_ms, 0) << "another network does not wait for them";
    EXPECT_EQ(misses.asked("192.0.2.1", Misses::Waited{now, marks.back()}, after(120'000)).wait_ms, 0) << "a minute later";
}
TEST(Misses, T18_a_mark_is_good_once_also_when_thousands_have_been_used) {
    Misses misses;
    for (int i = 0; i < 20; ++i) misses.missed("192.0.2." + std::to_string(i), now);
    EXPECT_EQ(misses.asked("192.0.2.1", Misses::Waited{after(1), "mark"}, after(10'001)).wait_ms, 0);
    for (int i = 0; i < 10'000; ++i) {
        const auto mark = std::to_string(i);
        (void)misses.asked("10.0." + std::to_string(i / 250) + "." + std::to_string(i % 250), Misses::Waited{now, mark}, after(10'000));
    }
    EXPECT_NE(misses.asked("192.0.2.1", Misses::Waited{after(1), "mark"}, after(10'002)).wait_ms, 0);
}

TEST(Measures, T22_quick_ones_never_take_the_room_of_slow_ones) {
    Measures measures;
    int quick = 0;
    for (int i = 0; i < 500; ++i) quick += measures.may("draft", Measures::Pace::quick, "192.0.2.1", "area", now);
    EXPECT_EQ(quick, 5);
    EXPECT_TRUE(measures.may("draft", Measures::Pace::slow, "192.0.2.1", "area", now));
    EXPECT_TRUE(measures.may("draft", Measures::Pace::quick, "192.0.2.1", "area", after(60'000))) << "one a minute comes back";
}
TEST(Measures, T22_many_networks_together_never_fill_an_area) {
    Measures measures;
    int quick = 0;
    for (int i = 0; i < 500; ++i) quick += measures.may("draft", Measures::Pace::quick, "10.0." + std::to_string(i / 250) + "." + std::to_string(i % 250), "area", now);
    EXPECT_LT(quick, 25);
    EXPECT_TRUE(measures.may("draft", Measures::Pace::slow, "192.0.2.1", "area", now));
}

TEST(Measures, T22_who_has_a_code_writes_much_but_not_without_end) {
    Measures measures;
    int written = 0;
    for (int i = 0; i < 500; ++i) written += measures.may(Measures::Doing::more, "contact", "192.0.2.1", now);
    EXPECT_EQ(written, 60);
    EXPECT_TRUE(measures.may(Measures::Doing::more, "another", "192.0.2.1", now)) << "from the same network";
    EXPECT_TRUE(measures.may(Measures::Doing::name, "contact", "192.0.2.1", now));
    EXPECT_TRUE(measures.may(Measures::Doing::more, "contact", "192.0.2.1", after(60'000)));
}

TEST(OpenedForms, T29_one_form_has_one_id) {
    OpenedForms forms;
    EXPECT_EQ(forms.id_of("form", "first", now), "first");
    EXPECT_EQ(forms.id_of("form", "second", now), "first");
    EXPECT_FALSE(forms.is_kept("form"));
    forms.kept("form");
    EXPECT_TRUE(forms.is_kept("form"));
}
