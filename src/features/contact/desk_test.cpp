#include "features/contact/absence.hpp"
#include "features/contact/answer.hpp"
#include "features/contact/claim.hpp"
#include "features/contact/close.hpp"
#include "features/contact/enter.hpp"
#include "features/contact/note.hpp"
#include "features/contact/register.hpp"
#include "features/contact/store_asking.hpp"
#include "features/contact/triage.hpp"
#include "features/contact/waiting.hpp"
#include "support/contact_desk.hpp"

// What the team does with a contact, on both databases.
namespace {
using namespace contact_desk;

class DeskStore : public support::OnBothDatabases {
protected:
    vault::Vault vault{crypto::Keyring(crypto::MasterKey::random())};
    crypto::SystemRandomness random;
    std::optional<Place> place_;
    rights::Actor k = actor('k', Role::consultant, 'e'), s = actor('s', Role::support_contact, 'e'), x = actor('x', Role::consultant, 'f'), h = actor('h', Role::head_of_operations, 'e');
    base::Instant now = monday;
    WaysOut ways_out;

    void SetUp() override {
        OnBothDatabases::SetUp();
        vault.prepare(database(), now);
        place_.emplace(database(), vault);
        place_->organise(now);
    }
    Place& at_work() { return *place_; }
    template <class F> auto write(F f) { return database().write([&](db::Transaction& tx) { return f(tx); }); }
    auto answered(const rights::Actor& who, const ContactId& id, const std::string& text = "Påhittat svar") {
        const auto notice = crypto::new_id<outbox::MessageId>(random);
        return write([&](auto& tx) { return answer(tx, vault, who, now, {id, text, notice}); });
    }
    auto judged(const rights::Actor& who, const ContactId& id, std::int64_t message, Judgement answers, std::optional<Children> children = {}) {
        const auto route = [&] { return crypto::new_id<store::RouteId>(random); };
        const Triaging t{id, message, answers, {route(), route(), route(), route()}, children};
        return write([&](auto& tx) { return judge(tx, who, now, t, ways_out); });
    }
    auto closed(const rights::Actor& who, const ContactId& id, Outcome outcome = Outcome::advice) {
        const Closing closing{id, outcome, facts::draw(random)};
        return write([&](auto& tx) { return close(tx, who, now, closing); });
    }
    static Judgement no() { return {Answer::no, Answer::no, Answer::no, Answer::no, Answer::no, Answer::no}; }
    static Judgement with(Triage question, Answer answer) {
        auto all = no();
        all[static_cast<std::size_t>(question)] = answer;
        return all;
    }
    std::vector<store::Route> routes(const ContactId& id) {
        return database().read([&](db::Reader& reader) { return store::routes(reader, at_work_contact(reader, id)); });
    }
    std::vector<store::Message> messages(const ContactId& id) {
        return database().read([&](db::Reader& reader) { return store::messages(reader, at_work_contact(reader, id)); });
    }
    static Contact at_work_contact(db::Reader& reader, const ContactId& id) { return *stored::find(reader, Place::scope('e'), id); }
};

TEST_P(DeskStore, a_contact_is_taken_by_one_and_let_go_of_by_the_same) {
    const auto id = at_work().asked('e');
    EXPECT_TRUE(write([&](auto& tx) { return claim(tx, k, now, id, Over::no); }));
    EXPECT_EQ(at_work().contact(id).taken_by, k.account());
    EXPECT_TRUE(write([&](auto& tx) { return claim(tx, k, now, id, Over::no); })) << "twice is once";
    EXPECT_EQ(write([&](auto& tx) { return claim(tx, s, now, id, Over::no); }).refusal(), DeskRefusal::taken);
    EXPECT_EQ(write([&](auto& tx) { return release(tx, s, now, id); }).refusal(), DeskRefusal::not_yours);
    EXPECT_TRUE(write([&](auto& tx) { return claim(tx, s, now, id, Over::yes); }));
    EXPECT_TRUE(write([&](auto& tx) { return release(tx, s, now, id); }));
    EXPECT_FALSE(at_work().contact(id).taken_by);
    EXPECT_TRUE(at_work().logged("write", "contact", "claim") && at_work().logged("write", "contact", "release"));
}
TEST_P(DeskStore, what_somebody_who_is_away_has_taken_is_free_to_take) {
    const auto id = at_work().asked('e');
    ASSERT_TRUE(write([&](auto& tx) { return claim(tx, k, now, id, Over::no); }));
    const auto today = calendar::date(now);
    ASSERT_TRUE(write([&](auto& tx) { return set_absence(tx, k, now, {k.account(), today, today, s.account()}); }));
    EXPECT_TRUE(write([&](auto& tx) { return claim(tx, s, now, id, Over::no); }));
}
TEST_P(DeskStore, the_first_answer_keeps_the_promise_and_is_sealed) {
    const auto id = at_work().asked('e');
    ASSERT_TRUE(answered(k, id, "  Hemligt påhittat svar \n"));
    const auto first = at_work().contact(id);
    EXPECT_EQ(first.answered_at, now);
    EXPECT_EQ(first.taken_by, k.account()) << "who answers has it";
    const auto all = messages(id);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].kind, MessageKind::answer);
    EXPECT_EQ(all[1].body.find("Hemligt"), std::string::npos);
    const auto with = database().read([&](db::Reader& reader) { return vault.key(reader, owner_of(id)); });
    EXPECT_EQ(opened(*with, message_column, id, all[1].body, 2), "Hemligt påhittat svar");
    now.ms += 60'000;
    ASSERT_TRUE(answered(s, id));
    EXPECT_EQ(at_work().contact(id).answered_at, first.answered_at) << "the first time stays";
}
TEST_P(DeskStore, an_answer_that_nobody_could_read_is_refused) {
    const auto id = at_work().asked('e');
    EXPECT_EQ(answered(k, id, " \n ").refusal(), DeskRefusal::text_missing);
    EXPECT_EQ(answered(k, id, std::string(longest_desk_text + 1, 'a')).refusal(), DeskRefusal::text_too_long);
    static constexpr db::Sql leave{"test.leave", "UPDATE contact_contact SET left_at = 5 WHERE id = ?1"};
    write([&](auto& tx) { return tx.execute(leave, {id}); });
    EXPECT_EQ(answered(k, id).refusal(), DeskRefusal::left);
    ASSERT_TRUE(judged(k, id, 1, no()));
    ASSERT_TRUE(closed(k, id));
    EXPECT_EQ(answered(k, id).refusal(), DeskRefusal::closed);
    EXPECT_EQ(messages(id).size(), 1u);
}
TEST_P(DeskStore, a_note_is_no_answer) {
    const auto id = at_work().asked('e');
    ASSERT_TRUE(write([&](auto& tx) { return note(tx, vault, k, now, {id, "Påhittad anteckning"}); }));
    EXPECT_EQ(messages(id)[1].kind, MessageKind::note);
    EXPECT_FALSE(at_work().contact(id).answered_at);
    EXPECT_EQ(write([&](auto& tx) { return note(tx, vault, k, now, {id, ""}); }).refusal(), DeskRefusal::text_missing);
}
// T7: what is another area's is not there, whatever is done, and the asking is in the log.
TEST_P(DeskStore, another_areas_contact_is_not_there) {
    const auto id = at_work().asked('e');
    EXPECT_EQ(write([&](auto& tx) { return claim(tx, x, now, id, Over::yes); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(write([&](auto& tx) { return release(tx, x, now, id); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(answered(x, id).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(write([&](auto& tx) { return note(tx, vault, x, now, {id, "hej"}); }).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(judged(x, id, 1, no()).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(closed(x, id).refusal(), DeskRefusal::unknown);
    EXPECT_EQ(answered(h, id).refusal(), DeskRefusal::unknown) << "a head of the same area sees figures only";
    EXPECT_EQ(messages(id).size(), 1u);
    EXPECT_TRUE(at_work().logged("refused", "contact", "contact"));
    EXPECT_FALSE(at_work().contact(id).taken_by);
}

// ---- triage and routes
TEST_P(DeskStore, every_text_must_be_judged_before_it_can_be_closed) {
    const auto id = at_work().asked('e');
    EXPECT_EQ(closed(k, id).refusal(), DeskRefusal::triage_missing);
    ASSERT_TRUE(judged(k, id, 1, no()));
    at_work().more(id, 'e', "Påhittat mer", now);
    EXPECT_EQ(closed(k, id).refusal(), DeskRefusal::triage_missing) << "each text, not each contact";
    ASSERT_TRUE(judged(k, id, 2, no()));
    EXPECT_TRUE(closed(k, id));
    EXPECT_EQ(at_work().contact(id).outcome, Outcome::advice);
    EXPECT_EQ(closed(k, id).refusal(), DeskRefusal::closed);
    EXPECT_EQ(judged(k, id, 1, no()).refusal(), DeskRefusal::closed);
}
TEST_P(DeskStore, the_newest_answer_counts_and_the_former_stay) {
    const auto id = at_work().asked('e');
    ASSERT_TRUE(judged(k, id, 1, with(Triage::child, Answer::unsure)));
    ASSERT_TRUE(judged(s, id, 1, no())) << "in the same moment";
    const auto all = database().read([&](db::Reader& reader) { return store::judged(reader, at_work_contact(reader, id)); });
    EXPECT_EQ(all.size(), 2 * triage_questions.size());
    const auto child = standing(all, 1)[static_cast<std::size_t>(Triage::child)];
    EXPECT_EQ(child->answer, Answer::no);
    EXPECT_EQ(child->account, s.account());
    EXPECT_TRUE(complete(standing(all, 1)));
    EXPECT_FALSE(complete(standing(all, 2)));
}
TEST_P(DeskStore, yes_and_unsure_open_a_way_out_and_only_one_of_a_kind) {
    const auto id = at_work().asked('e');
    auto answers = with(Triage::violence_against, Answer::unsure);
    answers[static_cast<std::size_t>(Triage::violence_cared_for)] = Answer::yes;
    answers[static_cast<std::size_t>(Triage::child)] = Answer::yes;
    const auto open = judged(k, id, 1, answers);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->size(), 2u);
    ASSERT_TRUE(judged(k, id, 1, answers));
    EXPECT_EQ(routes(id).size(), 2u) << "said again is not opened again";
    EXPECT_EQ(closed(k, id).refusal(), DeskRefusal::route_open);
    for (const auto& r : routes(id)) EXPECT_EQ(r.due_at, now) << "the law says at once, and the municipality has said nothing else";
}
TEST_P(DeskStore, looking_again_withdraws_what_no_text_says_any_more) {
    const auto id = at_work().asked('e');
    at_work().more(id, 'e', "Påhittat mer", now);
    ASSERT_TRUE(judged(k, id, 1, with(Triage::shortcoming, Answer::yes)));
    ASSERT_TRUE(judged(k, id, 2, with(Triage::shortcoming, Answer::unsure)));
    ASSERT_TRUE(judged(k, id, 1, no()));
    EXPECT_TRUE(routes(id)[0].open()) << "the other text still says so";
    ASSERT_TRUE(judged(k, id, 2, no()));
    EXPECT_FALSE(routes(id)[0].open());
    EXPECT_EQ(routes(id)[0].withdrawn_at, now);
    EXPECT_TRUE(closed(k, id));
}
TEST_P(DeskStore, a_way_out_is_handed_over_to_somebody_and_stays_so) {
    const auto id = at_work().asked('e');
    const auto route = (*judged(k, id, 1, with(Triage::investigation, Answer::yes)))[0].id;
    EXPECT_EQ(write([&](auto& tx) { return hand_route(tx, vault, k, now, {id, route, "  "}); }).refusal(), DeskRefusal::receiver_missing);
    EXPECT_EQ(write([&](auto& tx) { return hand_route(tx, vault, x, now, {id, route, "Påhittad jour"}); }).refusal(), DeskRefusal::unknown);
    ASSERT_TRUE(write([&](auto& tx) { return hand_route(tx, vault, k, now, {id, route, "Påhittad jour"}); }));
    EXPECT_EQ(routes(id)[0].received_by->find("jour"), std::string::npos) << "sealed";
    EXPECT_EQ(write([&](auto& tx) { return hand_route(tx, vault, k, now, {id, route, "Någon annan"}); }).refusal(), DeskRefusal::no_route);
    ASSERT_TRUE(judged(k, id, 1, no()));
    EXPECT_TRUE(routes(id)[0].handed_at) << "what is handed over is not withdrawn";
    EXPECT_TRUE(closed(k, id));
}
TEST_P(DeskStore, only_what_she_wrote_can_be_judged) {
    const auto id = at_work().asked('e');
    ASSERT_TRUE(answered(k, id));
    for (const std::int64_t position : {0, 2, 9}) EXPECT_EQ(judged(k, id, position, no()).refusal(), DeskRefusal::no_message) << position;
}
TEST_P(DeskStore, closing_says_how_it_went) {
    const auto id = at_work().asked('e');
    ASSERT_TRUE(judged(k, id, 1, no()));
    EXPECT_EQ(closed(k, id, Outcome::answered).refusal(), DeskRefusal::not_answered);
    ASSERT_TRUE(answered(k, id));
    EXPECT_TRUE(closed(k, id, Outcome::answered));
    EXPECT_EQ(at_work().contact(id).closed_at, now);
    EXPECT_FALSE(at_work().contact(id).left_at) << "she can go on reading";
}

// ---- entered, counted, registered
TEST_P(DeskStore, a_contact_is_counted_when_it_is_first_closed_and_never_again) {
    const auto counted = [&] { return database().read([&](db::Reader& reader) { return facts::sums(reader, "contact.closed", calendar::date(now), calendar::date(now)); }); };
    const auto id = at_work().asked('e');
    ASSERT_TRUE(judged(k, id, 1, no()));
    EXPECT_EQ(closed(k, id, Outcome::answered).refusal(), DeskRefusal::not_answered);
    EXPECT_TRUE(counted().empty()) << "not closed";
    ASSERT_TRUE(closed(k, id));
    const auto first = at_work().contact(id);
    write([&](auto& tx) { return kept::reopen(tx, first, now), 0; });
    ASSERT_TRUE(closed(k, id, Outcome::service));
    ASSERT_EQ(counted().size(), 1u);
    EXPECT_EQ(counted()[0].amount, 1);
    EXPECT_EQ(counted()[0].says("channel"), key(Way::written));
    EXPECT_EQ(counted()[0].says("outcome"), key(Outcome::advice));
}
TEST_P(DeskStore, G2_that_there_are_children_is_counted_with_the_contact_and_asked_for_in_the_extract) {
    const auto counted = [&] { return database().read([&](db::Reader& reader) { return facts::sums(reader, "contact.closed", calendar::date(now), calendar::date(now)); }); };
    const auto id = at_work().asked('e');
    EXPECT_EQ(at_work().contact(id).children, Children::not_known);
    ASSERT_TRUE(judged(k, id, 1, no(), Children::yes));
    ASSERT_TRUE(judged(k, id, 1, no())) << "a judgement that says nothing of it changes nothing";
    EXPECT_EQ(at_work().contact(id).children, Children::yes);
    ASSERT_TRUE(closed(k, id));
    ASSERT_EQ(counted().size(), 1u);
    EXPECT_EQ(counted()[0].says("children"), "yes");
}
TEST(CountedContact, every_way_and_outcome_is_on_the_list_of_words) {
    for (const auto way : {Way::written, Way::call, Way::named, Way::letter, Way::phone, Way::visit, Way::referral}) EXPECT_TRUE(facts::known("contact.closed", {"channel", key(way)})) << key(way);
    for (const auto how : outcomes) EXPECT_TRUE(facts::known("contact.closed", {"outcome", key(how)})) << key(how);
    for (const auto one : all_children) EXPECT_TRUE(facts::known("contact.closed", {"children", key(one)})) << key(one);
}
TEST_P(DeskStore, a_letter_weighs_as_much_as_what_is_written_on_the_site) {   // O4
    at_work().asked('e');
    const auto id = crypto::new_id<ContactId>(random);
    const auto with = vault.new_key(owner_of(id));
    const Entering e{id, id_of<UnitId>('e'), Way::letter, Subject::shortcoming, false, "Påhittat brev", with, nullptr, at("2026-11-25", 16, 30)};
    ASSERT_TRUE(write([&](auto& tx) { return enter(tx, k, now, e); }));
    const auto c = at_work().contact(id);
    EXPECT_EQ(c.number, (Number{2026, 2}));
    EXPECT_EQ(c.promised_at, e.promised_at);
    EXPECT_TRUE(c.anonymous());
    EXPECT_EQ(closed(k, id).refusal(), DeskRefusal::triage_missing);
    const auto other = crypto::new_id<ContactId>(random);
    const auto other_key = vault.new_key(owner_of(other));
    EXPECT_EQ(write([&](auto& tx) { return enter(tx, x, now, {other, id_of<UnitId>('e'), Way::letter, Subject::question, false, "hej", other_key, nullptr, {}}); }).refusal(), DeskRefusal::unknown) << "into another's unit";
    EXPECT_EQ(write([&](auto& tx) { return enter(tx, k, now, {other, id_of<UnitId>('e'), Way::letter, Subject::question, false, " ", other_key, nullptr, {}}); }).refusal(), DeskRefusal::text_missing);
}
TEST_P(DeskStore, a_name_is_kept_only_when_she_wants_to_be_reached_again) {
    const auto person = people::sealed(vault, random, id_of<AreaId>('e'), people::Kind::carer, people::Ground::agreed_follow_up(), people::Protection::none, *people::checked({.name = "Påhittad Ek"}, now));
    const auto id = crypto::new_id<ContactId>(random);
    const auto with = vault.new_key(owner_of(id));
    ASSERT_TRUE(write([&](auto& tx) { return enter(tx, k, now, {id, id_of<UnitId>('e'), Way::visit, Subject::question, false, "Påhittat besök", with, &person, {}}); }));
    EXPECT_EQ(at_work().contact(id).person, person.id);
    EXPECT_EQ(at_work().contact(id).named_seen_at, now);
}
TEST_P(DeskStore, what_waits_and_what_is_late_is_counted_without_anybodys_name) {
    const auto late = at_work().asked('e', {.at = at("2026-11-18", 9), .promised = at("2026-11-20", 16, 30)});
    at_work().asked('e', {.at = at("2026-11-20", 9), .promised = at("2026-11-24", 16, 30)});
    at_work().asked('f', {.at = at("2026-11-16", 9), .promised = at("2026-11-18", 16, 30)});
    const auto counted = [&](const rights::Actor& who) {
        return database().read([&](db::Reader& reader) { return waiting(reader, who, now); });
    };
    EXPECT_EQ(counted(k).waiting, 2);
    EXPECT_EQ(counted(h).late, 1);
    EXPECT_EQ(counted(h).oldest, at("2026-11-18", 9));
    EXPECT_EQ(counted(actor('a', Role::administrator, 'e')).waiting, 0);
    const auto all = database().read([&](db::Reader& reader) { return past_promise(reader, now); });
    EXPECT_EQ(all.unanswered, 2);
    EXPECT_EQ(all.oldest_seconds, static_cast<double>(now.ms - at("2026-11-16", 9).ms) / 1000);
    ASSERT_TRUE(answered(k, late));
    EXPECT_EQ(counted(k).waiting, 1);
    EXPECT_EQ(counted(k).late, 0);
    at_work().more(late, 'e', "Påhittat mer", now);
    EXPECT_EQ(counted(k).waiting, 2) << "she has written again";
}
TEST_P(DeskStore, the_register_has_a_line_for_each_and_no_name) {   // OSL 5:1–2
    at_work().asked('e');
    at_work().asked('e', {.way = Way::named, .person = at_work().carer('e', {.name = "Påhittad Ek"})});
    at_work().asked('e', {.at = at("2025-12-30", 10)});
    at_work().asked('f');
    const auto list = [&](const rights::Actor& who, int year) {
        return database().read([&](db::Reader& reader) { return registered(reader, rights::AreaScope::of(who, register_readers, now), year); });
    };
    const auto mine = list(k, 2026);
    ASSERT_EQ(mine.size(), 2u);
    EXPECT_EQ(mine[0].number, (Number{2026, 1}));
    EXPECT_FALSE(mine[0].named);
    EXPECT_TRUE(mine[1].named);
    EXPECT_EQ(list(k, 2025).size(), 1u);
    EXPECT_EQ(list(x, 2026).size(), 1u);
    EXPECT_TRUE(list(actor('b', Role::assessor, 'f'), 2026).empty());
    EXPECT_EQ(database().read([&](db::Reader& reader) { return registered_years(reader, rights::AreaScope::of(k, register_readers, now)); }), (std::vector<int>{2026, 2025}));
}

// ---- absence
TEST_P(DeskStore, absence_is_ones_own_or_set_by_the_head) {
    const auto day = [](const char* text) { return *calendar::date_from(text); };
    const auto set = [&](const rights::Actor& who, Absence a) {
        return write([&](auto& tx) { return set_absence(tx, who, now, a); });
    };
    ASSERT_TRUE(set(k, {k.account(), day("2026-12-21"), day("2027-01-06"), s.account()}));
    ASSERT_TRUE(set(h, {s.account(), day("2026-11-23"), day("2026-11-23")}));
    EXPECT_EQ(set(s, {k.account(), day("2026-12-01"), day("2026-12-02")}).refusal(), DeskRefusal::not_a_member) << "a colleague";
    EXPECT_EQ(set(h, {x.account(), day("2026-12-01"), day("2026-12-02")}).refusal(), DeskRefusal::not_a_member) << "another's people";
    EXPECT_EQ(set(k, {k.account(), day("2026-11-22"), day("2026-12-02")}).refusal(), DeskRefusal::days_wrong);
    EXPECT_EQ(set(k, {k.account(), day("2026-12-02"), day("2026-12-01")}).refusal(), DeskRefusal::days_wrong);
    EXPECT_EQ(set(k, {k.account(), day("2026-12-02"), day("2027-12-01")}).refusal(), DeskRefusal::days_wrong);
    for (const char deputy : {'x', 't', 'k', 'h', 'z'}) EXPECT_EQ(set(k, {k.account(), day("2026-12-01"), day("2026-12-02"), id_of<AccountId>(deputy)}).refusal(), DeskRefusal::deputy_wrong) << deputy;
    EXPECT_EQ(set(k, {k.account(), day("2026-11-23"), day("2026-11-24"), s.account()}).refusal(), DeskRefusal::deputy_wrong) << "who is away herself";
    EXPECT_TRUE(database().read([&](db::Reader& reader) { return away(reader, k.account(), day("2027-01-06")); }));
    EXPECT_FALSE(database().read([&](db::Reader& reader) { return away(reader, k.account(), day("2027-01-07")); }));
    EXPECT_EQ(write([&](auto& tx) { return remove_absence(tx, s, now, k.account(), day("2026-12-21")); }).refusal(), DeskRefusal::not_a_member);
    ASSERT_TRUE(write([&](auto& tx) { return remove_absence(tx, k, now, k.account(), day("2026-12-21")); }));
    EXPECT_EQ(write([&](auto& tx) { return remove_absence(tx, k, now, k.account(), day("2026-12-21")); }).refusal(), DeskRefusal::unknown);
    write([&](auto& tx) { return sweep_absences(tx, at("2028-01-01", 1)), true; });
    EXPECT_TRUE(database().read([&](db::Reader& reader) { return absences(reader, day("2026-01-01")); }).empty());
}
LOTSEN_ON_BOTH_DATABASES(DeskStore);
}
