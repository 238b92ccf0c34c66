#include "features/activities/after_restore.hpp"
#include "features/activities/personal_data.hpp"
#include "features/activities/sign_up/signing_for_tests.hpp"
#include "features/activities/store_due.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "platform/outbox/outbox.hpp"
// What activities hand over to whoever watches over persons' privacy, on both databases.

namespace {
using namespace activities_tests;
using enum EntryState;

class ActivityData : public Signing {
protected:
    const personal::Data data = activities::personal_data();

    PersonId comes(const std::string& name, const decisions::SignUpPermit& permit = by_name()) {
        const auto who = person("Påhittad Ek", permit);
        const auto needs = sealed(vault, id<EntryId>(name), Needs{.interpreter = "arabiska"});
        auto in = one(name);
        in.newly = {&who}, in.needs = &needs;
        base::require(static_cast<bool>(signed_up(in, now, permit)), "the test's person is not signed up");
        return who.id;
    }
    void called(const std::string& name) {
        const auto kept = alias(name, "Pia");
        auto in = one(name);
        in.alias = &kept;
        base::require(static_cast<bool>(signed_up(in, now, by_alias())), "the test's alias is not signed up");
    }
    std::vector<personal::Record> ended() {
        return database().read([&](db::Reader& r) { return data.ended(r, vault, everything); });
    }
    bool erase(const std::string& name, const AreaId& where = area) {
        return done([&](db::Transaction& tx) { return data.erase(tx, vault, now, where, id<EntryId>(name).text()); });
    }
    bool refers(const PersonId& who) {
        return database().read([&](db::Reader& r) { return data.refers(r, everything, who); });
    }
    bool there(const std::string& name) {
        return database().read([&](db::Reader& r) { return store::find_entry(r, everything, id<EntryId>(name)).has_value(); });
    }
    bool has_key(std::string_view kind, const std::string& name) {
        return database().read([&](db::Reader& r) { return vault.key(r, {kind, id<EntryId>(name)}).has_value(); });
    }
};
LOTSEN_ON_BOTH_DATABASES(ActivityData);

TEST_P(ActivityData, ends_when_she_leaves_or_it_closes_and_never_says_who) {
    open_group(group(5));
    const auto who = comes("a");
    called("b");
    ASSERT_TRUE(signed_up(one("c")));
    EXPECT_TRUE(ended().empty());
    EXPECT_EQ(database().read([&](db::Reader& r) { return data.ongoing(r, everything).size(); }), 3U);
    ASSERT_TRUE(cancel("a"));
    auto all = ended();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].object, id<EntryId>("a").text());
    EXPECT_EQ(all[0].called, "Påhittad träff, 2026-11-22");
    EXPECT_EQ(all[0].person, who);
    EXPECT_TRUE(all[0].documented) << "she stands there by the board's decision (SoL 16:1)";
    EXPECT_FALSE(all[0].anonymous);
    ASSERT_TRUE(step(Step::start)); ASSERT_TRUE(step(Step::close_held, at("2026-12-09", "10:00")));
    all = ended();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_TRUE(all[1].anonymous && all[2].anonymous);
    EXPECT_EQ(all[2].ended_at, at("2026-12-09", "10:00"));
}
TEST_P(ActivityData, extract_says_all_of_her_and_nothing_of_the_other) {
    open_group(group(5, {.preferred = Preferred::newcomers, .preferred_why = "Den som är ny går först."}));
    const auto one_of_two = person("Påhittad Ek"), other = person("Påhittad Alm");
    const auto needs = sealed(vault, id<EntryId>("a"), Needs{.interpreter = "arabiska", .food = "utan nötter"});
    auto in = one("a", 2);
    in.newly = {&one_of_two, &other}, in.needs = &needs, in.been_before = Been::newcomer;
    ASSERT_TRUE(signed_up(in, now, by_name()));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return mark_attendance(tx, anna, scope_of(anna), at("2026-12-01", "18:05"), {id<SessionId>("first"), id<EntryId>("a"), 2, false, draw()}); }));
    const auto text_of = [&](const PersonId& who) {
        std::string out;
        for (const auto& part : database().read([&](db::Reader& r) { return data.extract(r, vault, everything, who); })) {
            out += part.heading + "\n";
            for (const auto& [label, says] : part.facts) out += label + ": " + says + "\n";
        }
        return out;
    };
    const auto hers = text_of(one_of_two.id), others = text_of(other.id);
    for (const char* says : {"Anmälan till Påhittad samtalsgrupp", "Tolk: arabiska", "Mat: utan nötter", "Läge: har en plats", "SN 2026/1 § 1", "Har varit med förut: nej", "1 december 2026: kom"}) EXPECT_NE(hers.find(says), std::string::npos) << says << "\n" << hers;
    EXPECT_NE(others.find("två som kom tillsammans"), std::string::npos) << others;
    for (const char* says : {"arabiska", "nötter", "Ek"}) EXPECT_EQ(others.find(says), std::string::npos) << says;
    EXPECT_EQ(text_of(id<PersonId>("nobody")), "");
}
TEST_P(ActivityData, goes_whole_with_its_keys_and_the_seat_is_nobodys) {
    open_group(group(2));
    const auto who = comes("a");
    called("b");
    EXPECT_FALSE(erase("a")) << "it has not ended";
    EXPECT_TRUE(refers(who));
    ASSERT_TRUE(step(Step::start)); ASSERT_TRUE(step(Step::close_held));
    EXPECT_FALSE(erase("a", id<AreaId>("family"))) << "another area's";
    EXPECT_TRUE(erase("a")); EXPECT_TRUE(erase("b"));
    EXPECT_FALSE(erase("a")) << "once";
    EXPECT_FALSE(there("a") || there("b"));
    EXPECT_FALSE(has_key(needs_key, "a") || has_key(alias_key, "b"));
    EXPECT_FALSE(refers(who)) << "so that she may go too";
    EXPECT_EQ(database().read([&](db::Reader& r) { return store::free_seats(r, area, id<ActivityId>("group")); }), 2);
}
TEST_P(ActivityData, what_was_destroyed_stays_so_after_a_restore_and_the_rest_is_there) {
    open_group(group(3));
    called("gone"), called("stays");
    ASSERT_TRUE(signed_up(one("counted")));
    const auto name = sealed_name(vault, randomness, *Alias::of({"Pia"}));
    auto shows = entry("stays");
    shows.shows_name = true;
    done([&](db::Transaction& tx) { return store::replace(tx, everything, shows), store::keep_shown_name(tx, vault, everything, shows, name, now), 0; });
    // As a restore leaves it: the rows of the backup, and the keys and sealed rows of what was erased since are gone.
    database().exclusively([&](db::Connection& c) { c.script("DELETE FROM activities_alias WHERE entry = '" + std::string(id<EntryId>("gone").text()) + "'; DELETE FROM activities_shown_name"); });
    done([&](db::Transaction& tx) { return vault.erase(tx, {alias_key, id<EntryId>("gone")}, now), vault.erase(tx, {shown_name_key, name.id}, now), 0; });
    for (const auto& sql : {after_restore_seats, after_restore_entries, after_restore_names, after_restore_shares}) done([&](db::Transaction& tx) { return tx.execute(sql, {}), 0; });
    EXPECT_FALSE(there("gone"));
    EXPECT_TRUE(there("stays") && there("counted"));
    EXPECT_FALSE(entry("stays").shows_name);
    EXPECT_EQ(wrong(), "");
}
TEST_P(ActivityData, restored_a_code_opens_its_place_and_a_mailed_link_opens_nothing) {
    open_group(group(3));
    const auto code = new_link(vault, randomness, Purpose::change, {now.ms + 366LL * 24 * 60 * 60'000}), mailed = new_link(vault, randomness, Purpose::change, {now.ms + 14LL * 24 * 60 * 60'000});
    auto in = one("a");
    in.links = {&code, &mailed};
    ASSERT_TRUE(signed_up(in));
    const auto opens = [&](const NewLink& link) { return database().read([&](db::Reader& r) { return store::followed(r, *link_hash(vault, link.token), Purpose::change, now).has_value(); }); };
    ASSERT_TRUE(opens(code) && opens(mailed));
    done([&](db::Transaction& tx) { return tx.execute(after_restore_links, {}); });
    EXPECT_TRUE(opens(code)) << "nobody can give her another";
    EXPECT_FALSE(opens(mailed));
}
TEST_P(ActivityData, extract_says_everything_that_is_kept_of_a_sign_up) {
    open_group(group(5));
    const auto first = person("Påhittad Ek"), other = person("Påhittad Alm");
    auto in = one("a", 2);
    in.newly = {&first, &other};
    ASSERT_TRUE(signed_up(in, now, by_name()));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return mark_attendance(tx, anna, scope_of(anna), at("2026-12-01", "18:05"), {id<SessionId>("first"), id<EntryId>("a"), 1, false, draw()}); }));
    done([&](db::Transaction& tx) {
        store::want_link(tx, everything, id<EntryId>("a"));
        store::choose(tx, everything, *store::find_session(tx, everything, id<SessionId>("second")), id<EntryId>("a"), Joins::net);
        store::log(tx, *store::find(tx, everything, id<ActivityId>("group")), {.entry = id<EntryId>("a"), .why = queue::Why::promised_before, .passed = 2, .account = std::string(id<AccountId>("anna").text()), .at = now});
        return store::reminded(tx, everything, {area, id<SessionId>("second"), id<EntryId>("a"), first.id, std::nullopt, {}}, at("2026-12-07", "09:00"));
    });
    const auto text_of = [&](const PersonId& who) {
        std::string out;
        for (const auto& part : database().read([&](db::Reader& r) { return data.extract(r, vault, everything, who); }))
            for (const auto& [label, says] : part.facts) out += label + ": " + says + "\n";
        return out;
    };
    const auto hers = text_of(first.id), others = text_of(other.id);
    for (const char* says : {"8 december 2026: ville vara med på nätet", "Länk i sms och mejl: ja", "en plats var lovad förut", "Påminnelse skickad: ", "1 december 2026: en av två kom"}) EXPECT_NE(hers.find(says), std::string::npos) << says << "\n" << hers;
    EXPECT_NE(others.find("1 december 2026: en av två kom"), std::string::npos) << others;
    for (const char* says : {"skolan", "nätet", "Länk", "lovad"}) EXPECT_EQ(others.find(says), std::string::npos) << says;
}
}
