#include "features/activities/sign_up/cannot_come.hpp"
#include "features/activities/due.hpp"
#include "features/activities/run/running.hpp"
#include "features/activities/sign_up/signing_for_tests.hpp"
#include "platform/db/stored.hpp"
// Leading an occasion: the tap and the tap taken back, the kit without names, own experience, and what is said to the group.

namespace {
using namespace activities_tests;
using store::Ticked;
const base::Instant there = at("2026-12-01", "18:05");

class Leading : public Signing {
protected:
    SessionId first = id<SessionId>("first");
    Answer mark(const std::string& name, int came, bool told = false) {
        const Mark in{first, id<EntryId>(name), came, told, draw()};
        return done([&](db::Transaction& tx) { return mark_attendance(tx, anna, scope_of(anna), there, in); });
    }
    Answer unmark(const std::string& name) {
        const Unmark in{first, id<EntryId>(name), draw()};
        return done([&](db::Transaction& tx) { return unmark_attendance(tx, anna, scope_of(anna), there, in); });
    }
    Answer says_no(const std::string& name, base::Instant when = now) {
        return done([&](db::Transaction& tx) { return cannot_come(tx, visitor, everything, when, first, id<EntryId>(name)); });
    }
    std::optional<store::Attendance> said(const std::string& name) {
        return database().read([&](db::Reader& r) { return store::attendance(r, everything, *store::find_session(r, everything, first), id<EntryId>(name)); });
    }
    std::size_t missing_now() {
        return database().read([&](db::Reader& r) { return missing(r, scope_of(anna), *store::find_session(r, everything, first)).size(); });
    }
    std::int64_t amount(std::string_view kind) {
        std::int64_t out = 0;
        for (const auto& sum : database().read([&](db::Reader& r) { return facts::sums(r, kind, {2026, 1, 1}, {2026, 12, 31}); })) out += sum.amount;
        return out;
    }
    std::optional<KitAnswer> write(What what, const std::string& words, const Actor& who = anna, const std::vector<std::string>& names = {}) {
        return done([&](db::Transaction& tx) { return keep_text(tx, words_with(vault, randomness), who, scope_of(who), now, {first, what, words}, names); });
    }
    std::string written(What what, const char* session = "first") {
        return database().read([&](db::Reader& r) { return store::text(r, vault, everything, *store::find_session(r, everything, id<SessionId>(session)), what); });
    }
    std::int64_t rows(const char* table) {
        const std::string sql = std::string("SELECT count(*) FROM ") + table;
        const std::string name = "test.rows_" + std::string(table);
        return database().read([&](db::Reader& r) { return r.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Leading);

TEST_P(Leading, what_she_has_said_herself_stays_when_the_leader_ticks) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(says_no("a"));
    EXPECT_EQ(said("a")->ticked, Ticked::no);
    ASSERT_TRUE(mark("a", 0));
    EXPECT_TRUE(said("a")->said_so);
    EXPECT_EQ(missing_now(), 0U) << "who has said so is nobody to call";
    ASSERT_TRUE(mark("a", 1));
    EXPECT_TRUE(said("a")->said_so);
    EXPECT_FALSE(said("a")->cannot_come()) << "she came after all";
    EXPECT_EQ(amount("activity.took_part"), 1);
}
TEST_P(Leading, a_tap_is_taken_back_whole_and_what_she_said_is_not) {
    open_group(group(4));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(says_no("b"));
    ASSERT_TRUE(mark("a", 1));
    ASSERT_TRUE(mark("b", 1));
    EXPECT_EQ(amount("activity.took_part"), 2);
    ASSERT_TRUE(unmark("a"));
    ASSERT_TRUE(unmark("b"));
    ASSERT_TRUE(unmark("b"));   // twice is once
    EXPECT_EQ(amount("activity.took_part"), 0);
    EXPECT_EQ(said("a"), std::nullopt);
    ASSERT_TRUE(said("b"));
    EXPECT_TRUE(said("b")->cannot_come());
    ASSERT_TRUE(mark("a", 0, true));
    EXPECT_TRUE(said("a")->cannot_come());
    ASSERT_TRUE(unmark("a"));
    EXPECT_EQ(said("a"), std::nullopt) << "that the leader was told can be taken back too";
}
TEST_P(Leading, saying_no_after_the_tap_leaves_the_tap) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(mark("a", 0));
    EXPECT_EQ(missing_now(), 1U);
    ASSERT_TRUE(says_no("a", there));
    EXPECT_EQ(said("a")->ticked, Ticked::marked);
    EXPECT_EQ(missing_now(), 0U);
}
TEST_P(Leading, all_came_ticks_only_those_of_whom_nothing_is_said) {
    open_group(group(8));
    ASSERT_TRUE(signed_up(one("a", 2)));
    for (const char* name : {"b", "c", "d"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(says_no("c"));
    ASSERT_TRUE(mark("d", 0));
    const std::vector<facts::Drawn> drawn{draw(), draw(), draw(), draw()};
    const auto all = [&](base::Instant when) { return done([&](db::Transaction& tx) { return mark_all(tx, anna, scope_of(anna), when, first, drawn); }); };
    EXPECT_EQ(why(all(at("2026-11-30", "12:00"))), Refusal::too_early);
    ASSERT_TRUE(all(there));
    EXPECT_EQ(said("a")->came, 2);
    EXPECT_EQ(said("b")->came, 1);
    EXPECT_TRUE(said("c")->cannot_come());
    EXPECT_EQ(said("d")->came, 0);
    EXPECT_EQ(amount("activity.took_part"), 3);
}
TEST_P(Leading, heads_are_counted_up_and_down_and_never_below_nobody) {
    auto cafe = group(0);
    cafe.kind = Kind::drop_in;
    open_group(cafe);
    const auto more = [&](int by) {
        const CountMore in{first, by, draw()};
        return done([&](db::Transaction& tx) { return count_more(tx, anna, scope_of(anna), there, in); });
    };
    EXPECT_EQ(why(more(-1)), Refusal::heads_wrong);
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(more(1));
    ASSERT_TRUE(more(-1));
    EXPECT_EQ(amount("activity.heads"), 2);
}
TEST_P(Leading, the_kit_holds_no_name_number_or_address) {
    open_group(group(4));
    const std::vector<std::string> names{"Påhittade Pia", "Åsa till två", "Dag"};
    const auto refusal = [&](const std::string& words) -> std::optional<Nameless> {
        const auto kept = write(What::note, words, anna, names);
        return !kept || *kept ? std::nullopt : std::optional(kept->refusal());
    };
    EXPECT_EQ(refusal("Ring Pia i morgon"), Nameless::name);
    EXPECT_EQ(refusal("Pias fråga tas upp nästa gång"), Nameless::name);
    EXPECT_EQ(refusal("Tack till Åsa"), Nameless::name);
    EXPECT_EQ(refusal("070-123 45 67"), Nameless::number);
    EXPECT_EQ(refusal("19121212-1212 var med"), Nameless::number);
    EXPECT_EQ(refusal("skriv till pia@prov.invalid"), Nameless::mail);
    EXPECT_EQ(refusal(std::string(1501, 'a')), Nameless::too_long);
    EXPECT_EQ(refusal(std::string("a\x01", 2)), Nameless::not_text);
    EXPECT_EQ(written(What::note), "");
    EXPECT_EQ(refusal("2026-12-01 kl. 18:00–20:00: 7 kom i dag, två till nästa gång. Nästa gång om ekonomi, se https://example.invalid/sida/0123456789"), std::nullopt);
    EXPECT_NE(written(What::note).find("ekonomi"), std::string::npos);
    EXPECT_EQ(write(What::note, "x", bo), std::nullopt) << "another area's";
}
TEST(Nameless, D15_a_name_typed_in_small_letters_is_a_name) {
    const auto said = [](const char* text, const std::string& name) { return nameless(text, 1500, {name}) == Nameless::name; };
    for (const char* name : {"petra", "PETRA", "Petra"})
        for (const char* text : {"Tack till Petra", "PETRA orkade inte", "petra orkade inte", "Det gick bra. petra vilade.", "Petras fråga"}) EXPECT_TRUE(said(text, name)) << name << ": " << text;
    EXPECT_FALSE(said("Vi ses i dag", "Dag"));
    EXPECT_FALSE(said("Vi var två", "Mamma till två"));
}
TEST_P(Leading, the_material_is_the_activitys_and_the_plan_the_occasions) {
    open_group(group(4));
    ASSERT_TRUE(*write(What::material, "Bilder"));
    ASSERT_TRUE(*write(What::plan, "Runda"));
    EXPECT_EQ(written(What::material, "second"), "Bilder");
    EXPECT_EQ(written(What::plan, "second"), "");
    ASSERT_TRUE(*write(What::checklist, "Nycklar\nKaffe"));
    const auto tick = [&](const char* line, bool on) { return done([&](db::Transaction& tx) { return tick_line(tx, words_with(vault, randomness), anna, scope_of(anna), now, first, line, on); }); };
    EXPECT_EQ(why(tick("Inget sådant", true)), Refusal::faulty);
    ASSERT_TRUE(tick("Kaffe", true));
    ASSERT_TRUE(tick("Nycklar", true));
    ASSERT_TRUE(tick("Kaffe", false));
    EXPECT_EQ(written(What::ticked), "Nycklar");
    EXPECT_EQ(written(What::ticked, "second"), "");
}
TEST_P(Leading, own_experience_is_counted_and_never_named) {
    open_group(group(4));
    const auto led = [&](int people) {
        const Experienced in{first, Experience::storyteller, people, draw()};
        return done([&](db::Transaction& tx) { return count_experience(tx, anna, scope_of(anna), now, in); });
    };
    EXPECT_EQ(why(led(10)), Refusal::heads_wrong);
    ASSERT_TRUE(led(2));
    ASSERT_TRUE(led(1));
    EXPECT_EQ(amount("activity.experience"), 1);
    EXPECT_EQ(rows("people_person"), 0);
}
TEST_P(Leading, a_message_reaches_each_by_a_safe_way_and_its_words_go_nowhere) {
    open_group(group(4));
    const auto pia = person("Påhittade Pia");
    auto in = one("a");
    in.newly = {&pia};
    ASSERT_TRUE(signed_up(in, now, by_name()));
    ASSERT_TRUE(signed_up(one("b")));
    const auto safe = people::checked({.may_call = true});
    ASSERT_TRUE(done([&](db::Transaction& tx) { return people::set_safe_contact(tx, vault, visitor, everything, now, pia.id, *safe); }));
    const auto send = [&](const char* words, const Actor& who = anna) {
        const GroupMessage message{crypto::new_id<MessageId>(randomness), first, words};
        return done([&](db::Transaction& tx) { return send_message(tx, words_with(vault, randomness), who, scope_of(who), now, message); });
    };
    EXPECT_EQ(why(send("")), Refusal::faulty);
    EXPECT_EQ(why(send("Ta med kopp", bo)), Refusal::unknown);
    const auto told = send("Ta med kopp");
    ASSERT_TRUE(told);
    ASSERT_EQ(told->notices.size(), 2U);
    EXPECT_EQ(told->notices[0].by, outbox::Channel::call) << "only a call is safe to her: a task for a human";
    EXPECT_EQ(told->notices[1].by, std::nullopt) << "known by no name: she reads it with her code";
    const auto kept = database().read([&](db::Reader& r) { return store::messages(r, vault, everything, *store::find(r, everything, id<ActivityId>("group")), id<ActivityId>("group").text(), {0}); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].words, "Ta med kopp");
    EXPECT_EQ(rows("outbox_message"), 1);
}

// Everything that stands in a table, as bytes.
std::string bytes_of(db::Database& database, const char* table, const char* columns) {
    const std::string sql = std::string("SELECT ") + columns + " FROM " + table, name = std::string("test.bytes_") + table;
    std::string out;
    database.read([&](db::Reader& r) { r.query(db::Sql{name, sql}, {}, [&](const db::Row& row) { out += std::string(row.text(0)) + "|" + db::bytes(row, 1) + "\n"; }); });
    return out;
}
class Words : public Leading {
protected:
    void SetUp() override {
        Leading::SetUp();
        open_group(group(4));
    }
    void say(const char* words, base::Instant when) {
        const GroupMessage message{crypto::new_id<MessageId>(randomness), first, words};
        ASSERT_TRUE(done([&](db::Transaction& tx) { return send_message(tx, words_with(vault, randomness), anna, scope_of(anna), when, message); }));
    }
    std::vector<Message> messages(base::Instant since = {0}) {
        return database().read([&](db::Reader& r) { return store::messages(r, vault, everything, *store::find(r, everything, id<ActivityId>("group")), id<ActivityId>("group").text(), since); });
    }
    void look(base::Instant when) {
        do_what_is_due(database(), vault, when, [] { return true; });
    }
    std::size_t keys_gone() {
        return database().read([&](db::Reader& r) { return vault::erased(r, words_key).size(); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Words);

TEST_P(Words, T27_no_word_of_a_note_stands_in_the_database) {
    ASSERT_TRUE(*write(What::note, "Ekonomi var temat"));
    ASSERT_TRUE(*write(What::evaluation, "Det var lugnt"));
    say("Ta med kopp", now);
    const auto all = bytes_of(database(), "activities_text", "words, sealed") + bytes_of(database(), "activities_message", "words, sealed");
    for (const char* word : {"Ekonomi", "lugnt", "kopp"}) EXPECT_EQ(all.find(word), std::string::npos) << word;
    EXPECT_EQ(written(What::note), "Ekonomi var temat");
    ASSERT_EQ(messages().size(), 1U);
    EXPECT_EQ(messages()[0].words, "Ta med kopp");
    EXPECT_EQ(rows("activities_words"), 1) << "one key for the activity";
    constexpr db::Sql moved{"test.moved", "UPDATE activities_text SET what = 'plan' WHERE what = 'note'"};
    done([&](db::Transaction& tx) { return tx.execute(moved, {}); });
    EXPECT_THROW(written(What::plan), base::Bug) << "sealed for its own place";
}
TEST_P(Words, messages_and_notes_go_when_their_time_is_over_and_the_key_with_the_last) {
    say("Ta med kopp", now);
    ASSERT_TRUE(*write(What::note, "Ekonomi"));
    ASSERT_TRUE(*write(What::material, "Bilder"));
    look(at("2027-02-20", "12:00"));   // 90 days
    EXPECT_EQ(messages().size(), 1U);
    look(at("2027-02-21", "12:00"));
    EXPECT_EQ(messages().size(), 0U);
    EXPECT_EQ(written(What::note), "Ekonomi");
    look(at("2028-12-02", "12:00"));   // two years after the first occasion
    EXPECT_EQ(written(What::note), "");
    EXPECT_EQ(written(What::material), "Bilder") << "of the whole activity: when its last occasion is two years ago";
    EXPECT_EQ(keys_gone(), 0U);
    look(at("2028-12-09", "12:00"));
    EXPECT_EQ(rows("activities_text"), 0);
    EXPECT_EQ(rows("activities_words"), 0);
    EXPECT_EQ(keys_gone(), 1U);
    ASSERT_TRUE(*write(What::material, "Nya bilder")) << "whoever writes again has a new key";
    EXPECT_EQ(written(What::material), "Nya bilder");
}
TEST_P(Words, what_a_former_version_wrote_is_read_and_then_sealed) {
    constexpr db::Sql open_text{"test.open_text", "INSERT INTO activities_text (area, activity, session, what, words, changed_at, changed_by) VALUES (?1, ?2, ?3, 'note', 'Ekonomi', ?4, 'anna')"};
    constexpr db::Sql open_message{"test.open_message", "INSERT INTO activities_message (area, id, activity, slot, words, made_at, made_by) VALUES (?1, 'm---------------------', ?2, ?2, 'Ta med kopp', ?3, 'anna')"};
    done([&](db::Transaction& tx) { return tx.execute(open_text, {area, id<ActivityId>("group"), first, now.ms}) + tx.execute(open_message, {area, id<ActivityId>("group"), now.ms}); });
    const auto read = [&] { return written(What::note) + ", " + messages().at(0).words; };
    EXPECT_EQ(read(), "Ekonomi, Ta med kopp");
    look(now);
    EXPECT_EQ(read(), "Ekonomi, Ta med kopp");
    const auto all = bytes_of(database(), "activities_text", "words, sealed") + bytes_of(database(), "activities_message", "words, sealed");
    EXPECT_EQ(all.find("Ekonomi"), std::string::npos);
    EXPECT_EQ(all.find("kopp"), std::string::npos);
    EXPECT_EQ(rows("activities_words"), 1);
}
}
