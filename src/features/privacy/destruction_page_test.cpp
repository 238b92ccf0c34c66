#include "app/backup_commands.hpp"
#include "app/settling.hpp"
#include "features/privacy/destruction.hpp"
#include "features/privacy/public.hpp"
#include "platform/pack/store.hpp"
#include "support/backups.hpp"
#include "support/contact_rows.hpp"
#include "support/privacy_desk.hpp"
#include <atomic>
#include <thread>

// Destruction (gallring; security 6), on both databases.
namespace {
using namespace privacy_test;
const std::string path = "/personal/gallring";

// g is the registrar of e, h its head, d the director.
class Destruction : public Municipality {
protected:
    crypto::Secret copy_key_ = crypto::Secret::random(crypto::Key::size);   // of the test's backups

    void SetUp() override {
        Municipality::SetUp();
        member('g', "Påhittad Gran", 'e', Role::registrar), member('h', "Påhittad Hassel", 'e', Role::head_of_operations);
        enter('g', 'e', Role::registrar);
    }
    void decide(int days, int years) {
        settings("anonymous_question_days = \"" + std::to_string(days) + "\"\nservice_contact_years = \"" + std::to_string(years) + "\"\ndecision = \"SN 1 § 2\"\n");
    }
    void settings(const std::string& source) {
        static constexpr db::Sql put{"test.retention", "UPDATE content_record SET source = ?1 WHERE path = 'retention.toml'"};
        ASSERT_EQ(database().write([&](db::Transaction& tx) { return tx.execute(put, {source}); }), 1);
    }
    std::string make_list() {
        enter('g', 'e', Role::registrar);
        return site->send(path, {}).header("Location");
    }
    Page confirm(const std::string& list, char who = 'h', Role role = Role::head_of_operations) {
        enter(who, 'e', role);
        return send(list + "/bekrafta", {});
    }
    std::int64_t count(const std::string& from) {
        const auto sql = "SELECT COUNT(*) FROM " + from, name = "test.count " + from;
        return database().read([&](db::Reader& reader) { return reader.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
    void settle(std::optional<base::Instant> backup = {}) {
        privacy::settle(database(), now(), [&] { app::empty_files(place().url()); }, backup);
    }
    // All that a thief of the database would have.
    std::string all_bytes() {
        std::string out;
        if (GetParam() == db::Kind::sqlite)
            for (const auto& file : std::filesystem::directory_iterator(place().directory())) out += content_of(file.path());
        else
            for (const auto& [table, rows] : everything(database()))
                for (const auto& row : rows) out += table + ":" + row + "\n";
        return out;
    }
    std::string sealed(const std::string& what) {
        const auto sql = "SELECT " + what, name = "test.sealed " + what;
        return database().read([&](db::Reader& reader) { return reader.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }); });
    }
};
}

TEST_P(Destruction, waits_for_the_boards_decision) {
    plant(database(), site->vault(), {.letter = 'A', .texts = {"En fråga"}, .arrived_at = now(), .closed_at = now(), .number = 7});
    later(1000 * day);
    auto page = site->get(path);
    EXPECT_TRUE(page.says("Inget har blivit gammalt nog."));
    EXPECT_TRUE(page.has("//tr[td[normalize-space()='Nämnden har inte beslutat hur länge det sparas.'] and td[normalize-space()='1']]"));
    EXPECT_EQ(make_list(), path + "?klart=inget");
    decide(90, 7);
    page = site->get(path);
    EXPECT_TRUE(page.has("//tr[td[normalize-space()='2026-7'] and td[normalize-space()='Kontakt'] and td[normalize-space()='Nämndens beslut om anonyma frågor']]"));
}
TEST_P(Destruction, takes_what_is_due_after_another_person_has_said_yes) {
    decide(90, 7);
    const auto old = now();
    const auto gone = plant(database(), site->vault(), {.letter = 'A', .texts = {"En fråga", "Ett svar"}, .arrived_at = old, .closed_at = old, .interpreter = "arabiska", .number = 7});
    const auto fresh = plant(database(), site->vault(), {.letter = 'B', .texts = {"En annan"}, .arrived_at = old, .closed_at = base::Instant{old.ms + 60 * day}, .number = 8});
    const auto open = plant(database(), site->vault(), {.letter = 'C', .texts = {"En tredje"}, .arrived_at = old, .number = 9});
    later(100 * day);
    const auto list = make_list();
    ASSERT_TRUE(list.starts_with(path + "/"));
    const auto page = site->get(list);
    EXPECT_EQ(page.all("//table//tbody/tr/td[1]"), std::vector<std::string>{"2026-7"});
    EXPECT_TRUE(page.says("Du gjorde listan. Någon annan behöver läsa och bekräfta den"));
    // The one who made it cannot, not even by hand.
    EXPECT_EQ(site->send(list + "/bekrafta", {}).status(), 303);
    EXPECT_EQ(count("contact_message"), 4);
    const auto report = confirm(list);
    EXPECT_TRUE(report.says("Det som listan gäller är borttaget."));
    EXPECT_EQ(count("contact_message WHERE contact = '" + std::string(gone.text()) + "'"), 0);
    EXPECT_EQ(count("contact_message"), 2) << "the others stay";
    EXPECT_EQ(count("contact_contact WHERE id = '" + std::string(gone.text()) + "' AND interpreter IS NULL AND number = 7"), 1) << "the register's line stays (OSL 5:2)";
    database().read([&](db::Reader& reader) {
        EXPECT_FALSE(site->vault().key(reader, contact::owner_of(gone)));
        EXPECT_TRUE(site->vault().key(reader, contact::owner_of(fresh)));
        EXPECT_TRUE(site->vault().key(reader, contact::owner_of(open)));
    });
    const auto lines = audit_lines(database());
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const AuditLine& l) { return l.act == "erase" && l.kind == "contact" && l.object == gone.text() && l.reason == "board_days" && l.account == std::string(22, 'h'); }));
    EXPECT_EQ(make_list(), path + "?klart=inget") << "it is not listed again";
}
TEST_P(Destruction, is_done_only_when_files_are_emptied_and_keys_backed_up_again) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"En fråga"}, .arrived_at = now(), .closed_at = now()});
    later(5 * day);
    const auto list = make_list();
    confirm(list);
    EXPECT_FALSE(site->get(list).has("//dt[normalize-space()='Klart']"));
    EXPECT_TRUE(site->get(list).says("Inte klart än"));
    settle(base::Instant{now().ms - hour});
    EXPECT_TRUE(site->get(list).has("//dt[normalize-space()='Borta ur databasens filer']"));
    EXPECT_FALSE(site->get(list).has("//dt[normalize-space()='Klart']")) << "the last backup is older";
    settle(base::Instant{now().ms + minute});
    EXPECT_FALSE(site->get(list).has("//dt[normalize-space()='Klart']")) << "one that may have begun before";
    later(day);
    settle(now());
    EXPECT_TRUE(site->get(list).has("//dt[normalize-space()='Klart']"));
    EXPECT_FALSE(site->get(list).says("Inte klart än"));
}
TEST_P(Destruction, spares_what_was_held_or_changed_after_the_list_was_made) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Hålls"}, .arrived_at = now(), .closed_at = now(), .number = 7});
    const auto reopened = plant(database(), site->vault(), {.letter = 'B', .texts = {"Öppnas"}, .arrived_at = now(), .closed_at = now(), .number = 8});
    later(5 * day);
    const auto list = make_list();
    EXPECT_TRUE(send(path + "/sparra", {{"nummer", "2026-7"}, {"skal", "dispute"}, {"till", "2027-01-31"}}).says("Spärren gäller."));
    static constexpr db::Sql reopen{"test.reopen", "UPDATE contact_contact SET closed_at = NULL, outcome = NULL WHERE id = ?1"};
    database().write([&](db::Transaction& tx) { tx.execute(reopen, {reopened}); });
    confirm(list);
    EXPECT_EQ(count("contact_message"), 2);
    EXPECT_EQ(site->get(list).all("//table//tbody/tr/td[5]"), (std::vector<std::string>{"Sparat", "Sparat"}));
}
TEST_P(Destruction, never_takes_what_is_under_a_route_or_a_hold) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Rutin"}, .arrived_at = now(), .closed_at = now(), .number = 7});
    plant(database(), site->vault(), {.letter = 'B', .texts = {"Spärr"}, .arrived_at = now(), .closed_at = now(), .number = 8});
    static constexpr db::Sql route{"test.route", "INSERT INTO contact_route (area, contact, id, kind, opened_by, opened_at, due_at) VALUES (?1, ?2, 'r', 'shortcoming', 'k', 1, 2)"};
    database().write([&](db::Transaction& tx) { tx.execute(route, {std::string(22, 'e'), std::string(22, 'A')}); });
    later(5 * day);
    send(path + "/sparra", {{"nummer", "2026-8"}, {"skal", "insight"}, {"till", "2027-01-31"}});
    EXPECT_TRUE(site->get(path).says("Någon har begärt att få se det"));
    EXPECT_EQ(make_list(), path + "?klart=inget");
    later(100 * day);
    EXPECT_TRUE(site->get(path).says("har gått ut"));
    EXPECT_EQ(site->get(make_list()).all("//table//tbody/tr/td[1]"), std::vector<std::string>{"2026-8"}) << "the hold has an end, the route has not";
}
TEST_P(Destruction, lifts_a_hold) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Spärr"}, .arrived_at = now(), .closed_at = now(), .number = 8});
    later(5 * day);
    send(path + "/sparra", {{"nummer", "2026-8"}, {"skal", "insight"}, {"till", "2027-01-31"}});
    const auto page = site->get(path);
    EXPECT_TRUE(send(path + "/sparr-bort", {{"sparr", page.text("//input[@name='sparr']/@value")}}).says("Spärren är borta."));
    EXPECT_TRUE(make_list().starts_with(path + "/"));
    for (const auto& wrong : {web::Fields{{"nummer", "2026-99"}, {"skal", "insight"}, {"till", "2027-01-31"}}, {{"nummer", "2026-8"}, {"skal", "lust"}, {"till", "2027-01-31"}}, {{"nummer", "2026-8"}, {"skal", "insight"}, {"till", "2026-01-31"}}})
        EXPECT_EQ(site->send(path + "/sparra", wrong).status(), 422);
}
TEST_P(Destruction, takes_a_person_when_nothing_points_to_her_any_more) {
    decide(1, 5);
    const auto ek = person({.name = "Påhittad Ek"}, 'e');
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Med namn"}, .person = ek, .arrived_at = now(), .closed_at = now(), .number = 7});
    later(5 * 366 * day);
    const auto first = make_list();
    EXPECT_EQ(site->get(first).all("//table//tbody/tr/td[2]"), std::vector<std::string>{"Kontakt"}) << "as long as it stands, she does (SoL 16:1)";
    confirm(first);
    EXPECT_EQ(count("contact_contact WHERE person IS NOT NULL"), 0);
    const auto second = make_list();
    EXPECT_EQ(site->get(second).all("//table//tbody/tr/td[2]"), std::vector<std::string>{"Personuppgifter"});
    confirm(second);
    EXPECT_EQ(count("people_person WHERE kind <> 'staff'"), 0);
    EXPECT_EQ(count("people_person"), 2) << "colleagues stay";
}
TEST_P(Destruction, throws_a_list_away) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Stannar"}, .arrived_at = now(), .closed_at = now()});
    later(5 * day);
    const auto list = make_list();
    EXPECT_TRUE(send(list + "/kasta", {}).says("Listan är bortkastad. Inget togs bort."));
    enter('h', 'e', Role::head_of_operations);
    site->send(list + "/bekrafta", {});
    EXPECT_EQ(count("contact_message"), 1);
}
TEST_P(Destruction, shows_no_names_and_only_ones_own_area) {
    decide(1, 5);
    const auto ek = person({.name = "Påhittad Ek"}, 'e');
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Hemligt"}, .person = ek, .arrived_at = now(), .closed_at = now(), .number = 7});
    later(5 * 366 * day);
    const auto list = make_list();
    for (const auto& page : {site->get(path), site->get(list)})
        for (const char* name : {"Påhittad Ek", "Hemligt"}) EXPECT_FALSE(page.says(name));
    enter('y', 'f', Role::registrar);
    EXPECT_EQ(site->get(list).status(), 200) << "another area of the same board";
    enter('j', 'f', Role::head_of_operations);
    EXPECT_EQ(site->get(list).status(), 404) << "a head's own areas";
    enter('x', 'p', Role::registrar);
    EXPECT_EQ(site->get(list).status(), 404);
    EXPECT_EQ(site->send(list + "/bekrafta", {}).status(), 404);
    EXPECT_FALSE(site->get(path).says("2026-7"));
    enter('g', 'e', Role::registrar);
    site->gate().stale();
    EXPECT_EQ(site->get(path).status(), 303);
}
// Security review 8: a number is of one area's register, and a hold never lands on another's.
TEST_P(Destruction, P1_a_hold_is_on_one_thing_and_asks_for_the_area_when_the_number_is_of_two) {
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Ett"}, .arrived_at = now(), .closed_at = now(), .number = 8});
    plant(database(), site->vault(), {.letter = 'B', .area = 'f', .texts = {"Två"}, .arrived_at = now(), .closed_at = now(), .number = 8});
    web::Fields typed{{"nummer", "2026-8"}, {"skal", "insight"}, {"till", "2027-01-31"}};
    EXPECT_FALSE(site->get(path).has("//select[@name='omrade']"));
    const auto asks = site->send(path + "/sparra", typed);
    EXPECT_EQ(asks.status(), 422);
    EXPECT_EQ(asks.all("//select[@name='omrade']/option"), (std::vector<std::string>{"Välj ett område", "Äldreomsorg", "Familj"}));
    EXPECT_EQ(count("privacy_hold"), 0);
    typed.emplace_back("omrade", std::string(22, 'f'));
    EXPECT_TRUE(send(path + "/sparra", typed).says("Spärren gäller."));
    EXPECT_EQ(count("privacy_hold WHERE area = '" + std::string(22, 'f') + "' AND object = '" + std::string(22, 'B') + "'"), 1);
    EXPECT_EQ(count("privacy_hold"), 1);
}
TEST_P(Destruction, P1_a_hold_may_be_set_before_a_contact_is_closed) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Öppen"}, .arrived_at = now(), .number = 7});
    EXPECT_TRUE(send(path + "/sparra", {{"nummer", "2026-7"}, {"skal", "dispute"}, {"till", "2027-01-31"}}).says("Spärren gäller."));
    static constexpr db::Sql close{"test.close", "UPDATE contact_contact SET closed_at = arrived_at, outcome = 'answered'"};
    database().write([&](db::Transaction& tx) { tx.execute(close, {}); });
    later(5 * day);
    EXPECT_EQ(make_list(), path + "?klart=inget");
}
// Security review 17: whoever sets a hold while the list is being destroyed does so before or after, never in between.
TEST_P(Destruction, P1_a_hold_that_is_being_set_is_waited_for) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Hålls"}, .arrived_at = now(), .closed_at = now(), .number = 7});
    later(5 * day);
    const auto list = make_list();
    const auto registrar = acting('g', 'e', Role::registrar);
    std::atomic<bool> set = false;
    std::thread holder([&] {
        static constexpr db::Sql lock{"test.lock", "UPDATE contact_contact SET number = number"};
        database().write([&](db::Transaction& tx) {
            tx.execute(lock, {});
            privacy::store::insert_hold(tx, rights::AreaScope::of(registrar, Role::registrar, now()), {std::string(22, 'H'), id<rights::AreaId>('e'), "contact", std::string(22, 'A'), "2026-7", "dispute", *calendar::date_from("2027-01-31")}, registrar.account(), now());
            set = true;
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
        });
    });
    while (!set) std::this_thread::yield();
    confirm(list);
    holder.join();
    EXPECT_EQ(count("contact_message"), 1);
    EXPECT_EQ(count("privacy_destruction_item WHERE spared_at IS NOT NULL AND done_at IS NULL"), 1);
}
TEST_P(Destruction, P1_nothing_on_a_list_is_both_gone_and_spared) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Borta"}, .arrived_at = now(), .closed_at = now(), .number = 7});
    later(5 * day);
    const auto list = make_list();
    confirm(list);
    const auto scope = rights::AreaScope::of(acting('h', 'e', Role::head_of_operations), Role::head_of_operations, now());
    const auto of_list = list.substr(list.rfind('/') + 1);
    database().write([&](db::Transaction& tx) {   // another, who began at the same time, finds that it is not there
        for (const auto& item : privacy::store::items(tx, scope, of_list)) privacy::store::mark(tx, scope, of_list, item, false, now());
    });
    EXPECT_EQ(count("privacy_destruction_item WHERE done_at IS NOT NULL AND spared_at IS NULL"), 1);
}
// Security review 18: what was erased while the files were being emptied may still be in them.
TEST_P(Destruction, P1_says_that_the_files_are_emptied_only_of_what_was_erased_before) {
    decide(1, 7);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Ett"}, .arrived_at = now(), .closed_at = now(), .number = 7});
    plant(database(), site->vault(), {.letter = 'B', .texts = {"Två"}, .arrived_at = now(), .closed_at = base::Instant{now().ms + 4 * day}, .number = 8});
    later(3 * day);
    const auto before = make_list();
    confirm(before);
    later(4 * day);
    std::string meanwhile;
    privacy::settle(database(), now(), [&] { meanwhile = make_list(), confirm(meanwhile); }, std::nullopt);
    EXPECT_TRUE(site->get(before).has("//dt[normalize-space()='Borta ur databasens filer']"));
    EXPECT_FALSE(site->get(meanwhile).has("//dt[normalize-space()='Borta ur databasens filer']"));
    settle();
    EXPECT_TRUE(site->get(meanwhile).has("//dt[normalize-space()='Borta ur databasens filer']"));
}
// Security 6, P1: planted markers are nowhere afterwards, and an older copy that is read back does not bring them.
TEST_P(Destruction, leaves_nothing_in_the_database_its_files_or_a_restored_backup) {
    decide(1, 5);
    constexpr int planted = 20;
    std::vector<std::string> bytes;
    for (int i = 0; i < planted; ++i) {
        const auto n = std::to_string(100 + i);
        const auto who = person({.name = "NAMNMÄRKE" + n, .phone = "0701000" + n, .address = "ADRESSMÄRKE " + n}, 'e');
        plant(database(), site->vault(), {.letter = static_cast<char>('A' + i), .texts = {"FRÅGEMÄRKE " + n, "SVARSMÄRKE " + n}, .person = who, .arrived_at = now(), .closed_at = now(), .interpreter = "TOLKMÄRKE" + n, .number = i + 1});
        bytes.push_back(sealed("name FROM people_person WHERE id = '" + std::string(who.text()) + "'"));
        bytes.push_back(sealed("body FROM contact_message WHERE position = 1 AND contact = '" + std::string(22, static_cast<char>('A' + i)) + "'"));
        bytes.push_back(sealed("interpreter FROM contact_contact WHERE id = '" + std::string(22, static_cast<char>('A' + i)) + "'"));
        bytes.push_back(sealed("wrapped FROM vault_key WHERE kind = 'conversation' AND id = '" + std::string(22, static_cast<char>('A' + i)) + "'"));
    }
    const auto before = all_bytes();
    for (const auto& sealed_bytes : bytes) ASSERT_NE(before.find(sealed_bytes), std::string::npos) << "they must be there to be found";
    // A copy from before, whose keys are then backed up without those that are destroyed.
    TemporaryDirectory folder;
    const crypto::MasterKey master(copy_key_.read());
    const auto copied = backup::write({place().url(), folder.path(), "0.0.test"}, master, site->clock());
    later(5 * 366 * day);
    confirm(make_list());
    confirm(make_list());
    settle();
    const auto keys = backup::write({place().url(), folder.path(), "0.0.test"}, master, site->clock()).keys;
    const auto after = all_bytes();
    for (const auto& sealed_bytes : bytes) EXPECT_EQ(after.find(sealed_bytes), std::string::npos);
    for (const char* marker : {"NAMNMÄRKE", "ADRESSMÄRKE", "FRÅGEMÄRKE", "SVARSMÄRKE", "TOLKMÄRKE"}) EXPECT_EQ(after.find(marker), std::string::npos) << marker;
    EXPECT_EQ(count("people_person WHERE kind <> 'staff'"), 0);
    EXPECT_EQ(count("contact_message"), 0);
    EXPECT_EQ(count("contact_contact"), planted) << "the register stays";
    Target target(GetParam());
    const std::array masters{crypto::MasterKey(copy_key_.read())};
    (void)backup::restore({copied.data, {keys}}, masters, target.to, app::restore_rules(), now());
    const auto restored = target.open();
    std::string brought_back;
    for (const auto& [table, rows] : everything(*restored))
        for (const auto& row : rows) brought_back += table + ":" + row + "\n";
    for (const auto& sealed_bytes : bytes) EXPECT_EQ(brought_back.find(sealed_bytes), std::string::npos);
    EXPECT_EQ(rows_of(*restored, "contact_contact").size(), static_cast<std::size_t>(planted));
    EXPECT_TRUE(rows_of(*restored, "contact_message").empty());
}
LOTSEN_ON_BOTH_DATABASES(Destruction);
