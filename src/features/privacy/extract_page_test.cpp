#include "support/contact_rows.hpp"
#include "support/privacy_desk.hpp"

// A person's extract (GDPR 15; feature P2) and a correction beside it (SoL 14:6), on both databases.
namespace {
using namespace privacy_test;
const std::string extract_path = "/personal/registerutdrag";

// k works in e under h; x works in f.
class ExtractPage : public Municipality {
protected:
    void SetUp() override {
        Municipality::SetUp();
        member('k', "Påhittad Körsbär", 'e', Role::consultant), member('h', "Påhittad Hassel", 'e', Role::head_of_operations), member('g', "Påhittad Gran", 'e', Role::registrar);
        enter('g', 'e', Role::registrar);
    }
    std::string of(const rights::PersonId& who) { return extract_path + "/" + std::string(who.text()); }
    void reads(const rights::PersonId& who) {
        const auto actor = acting('k', 'e', Role::consultant);
        database().write([&](db::Transaction& tx) { EXPECT_TRUE(people::open(tx, site->vault(), actor, rights::AreaScope::of(actor, Role::consultant, now()), now(), who, people::Reason::own_task)); });
    }
    Page finds(const std::string& typed) { return site->send(extract_path, {{"vem", typed}}); }
};
}

TEST_P(ExtractPage, finds_by_name_number_and_reference_by_post_alone) {
    const auto ek = person({.name = "Påhittad Ek", .phone = "0701234567", .email = "ek@prov.invalid", .personal_number = "191212121212"}, 'e');
    for (const auto& typed : std::vector<std::string>{"Påhittad Ek", "ek påh", "070-123 45 67", "EK@prov.invalid", "19121212-1212", std::string(ek.text())}) {
        const auto page = finds(typed);
        EXPECT_EQ(page.status(), 200);
        EXPECT_TRUE(page.has("//a[contains(@href,'" + of(ek) + "')]")) << typed;
    }
    EXPECT_EQ(finds("x").status(), 422);
    EXPECT_TRUE(finds("Ingen Alls").says("Ingen i dina områden passar."));
    EXPECT_FALSE(site->get(extract_path + "?vem=Ek").says("Påhittad Ek")) << "never from the address";
    for (const auto& line : audit_lines(database())) EXPECT_EQ(line.object.find("1212"), std::string::npos);
}
TEST_P(ExtractPage, holds_everything_kept_and_when_and_where_it_was_read_and_never_by_whom) {
    const auto ek = person({.name = "Påhittad Ek", .phone = "0701234567", .address = "Provgatan 3"}, 'e');
    plant(database(), site->vault(), {.letter = 'A', .texts = {"Jag orkar snart inte mer.", "Kom på torsdag."}, .person = ek, .arrived_at = now(), .interpreter = "arabiska", .number = 12});
    later(minute);
    reads(ek);
    const auto page = site->get(of(ek));
    ASSERT_EQ(page.status(), 200);
    for (const char* kept : {"Påhittad Ek", "+46701234567", "Provgatan 3", "Kontakt 2026-12", "Jag orkar snart inte mer.", "Kom på torsdag.", "arabiska"}) EXPECT_TRUE(page.says(kept)) << kept;
    EXPECT_TRUE(page.has("//tr[td[normalize-space()='Öppnade'] and td[normalize-space()='Äldreomsorg norr']]"));
    EXPECT_FALSE(page.says("Körsbär")) << "the one who read is not named";
    EXPECT_FALSE(page.says(std::string(22, 'k')));
    EXPECT_TRUE(page.says("OSL 26:5"));
    EXPECT_TRUE(logged("export", "person.extract", 'g'));
}
// Security T30: the one who is helped and the one who helps are two parties.
TEST_P(ExtractPage, of_one_party_holds_nothing_of_the_other) {
    const auto carer = person({.name = "Påhittad Anhörig"}, 'e'), cared_for = person({.name = "Påhittad Närstående"}, 'e', people::Protection::none, people::Kind::cared_for);
    plant(database(), site->vault(), {.letter = 'A', .texts = {"MÄRKE-ETT hon slår mig ibland", "MÄRKE-TVÅ vi ringer dig"}, .person = carer, .arrived_at = now(), .interpreter = "MÄRKE-TRE", .number = 12});
    const auto own = site->get(of(cared_for));
    ASSERT_EQ(own.status(), 200);
    for (const char* marker : {"MÄRKE", "2026-12", "Påhittad Anhörig"}) EXPECT_EQ(own.body().find(marker), std::string::npos) << marker;
    EXPECT_EQ(own.body().find(std::string(carer.text())), std::string::npos);
    EXPECT_TRUE(site->get(of(carer)).says("MÄRKE-ETT")) << "the markers were there to be found";
}
TEST_P(ExtractPage, speaks_of_guardians_when_it_is_a_childs) {
    EXPECT_TRUE(site->get(of(person({.name = "Påhittad Ung"}, 'e', people::Protection::none, people::Kind::young))).says("OSL 12:3"));
    EXPECT_FALSE(site->get(of(person({.name = "Påhittad Ek"}, 'e'))).says("OSL 12:3"));
}
TEST_P(ExtractPage, is_of_ones_own_area_and_never_of_a_protected_person) {
    const auto elsewhere = person({.name = "Påhittad Ek"}, 'f'), hidden = person({.name = "Påhittad Gömd"}, 'e', people::Protection::protected_identity);
    const auto never = extract_path + "/" + std::string(22, 'z');
    for (const auto& path : {of(elsewhere), of(hidden), never}) {
        EXPECT_EQ(site->get(path).status(), 404) << path;
        EXPECT_EQ(site->get(path).text("//main"), site->get(never).text("//main"));
        EXPECT_EQ(site->send(path + "/rattelse", {{"rattelse", "Fel"}}).status(), 404);
    }
    for (const char* name : {"Påhittad Ek", "Påhittad Gömd"}) EXPECT_FALSE(finds(name).has("//a[contains(@href,'/personal/registerutdrag/')]")) << name;
}
TEST_P(ExtractPage, H6_is_of_ones_own_area_and_never_of_one_opened_by_break_glass) {
    const auto elsewhere = person({.name = "Påhittad Ek"}, 'f');
    site->gate().let_in(rights::Actor({.account = id<rights::AccountId>('k'), .assignments = {assigned(Role::consultant, 'e')}, .emergencies = {{id<rights::AreaId>('f'), {now().ms + hour}}}, .session = "session"}));
    EXPECT_EQ(site->get(of(elsewhere)).status(), 404);
    EXPECT_EQ(site->send(of(elsewhere) + "/rattelse", {{"rattelse", "Fel"}}).status(), 404);
    EXPECT_FALSE(finds("Påhittad Ek").has("//a[contains(@href,'/personal/registerutdrag/')]"));
}
TEST_P(ExtractPage, gets_a_correction_beside_and_the_old_text_stays) {
    const auto ek = person({.name = "Påhittad Ek", .address = "Provgatan 3"}, 'e');
    EXPECT_EQ(site->send(of(ek) + "/rattelse", {{"rattelse", "  "}}).status(), 422);
    EXPECT_EQ(site->send(of(ek) + "/rattelse", {{"rattelse", std::string(2001, 'a')}}).status(), 422);
    const auto page = send(of(ek) + "/rattelse", {{"rattelse", "Jag bor inte på Provgatan längre."}});
    EXPECT_TRUE(page.says("Jag bor inte på Provgatan längre."));
    EXPECT_TRUE(page.says("Provgatan 3")) << "beside, not instead";
    EXPECT_TRUE(logged("write", "person.correction", 'g'));
    constexpr db::Sql stored{"test.says", "SELECT says FROM people_correction"};
    const auto bytes = database().read([&](db::Reader& reader) { return reader.one(stored, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }); });
    EXPECT_EQ(bytes.find("Provgatan"), std::string::npos) << "sealed";
}
// Security T26: nobody takes everything out at night.
TEST_P(ExtractPage, stops_after_fifty_in_an_hour_and_tells_the_head) {
    const auto ek = person({.name = "Påhittad Ek"}, 'e');
    for (int i = 0; i < 50; ++i) ASSERT_EQ(site->get(of(ek)).status(), 200) << i;
    const auto page = site->get(of(ek));
    EXPECT_EQ(page.status(), 429);
    EXPECT_FALSE(page.says("Påhittad Ek"));
    EXPECT_EQ(site->get(of(ek)).status(), 429);
    enter('k', 'e', Role::consultant);
    EXPECT_EQ(site->get(of(ek)).status(), 200) << "another person's work goes on";
    enter('h', 'e', Role::head_of_operations);
    EXPECT_EQ(site->get("/personal/larm").count("//h2[normalize-space()='Ovanligt många registerutdrag']"), 1u);
    enter('g', 'e', Role::registrar);
    later(hour);
    EXPECT_EQ(site->get(of(ek)).status(), 200);
}
TEST_P(ExtractPage, is_for_those_who_meet_persons_and_have_just_shown_who_they_are) {
    const auto ek = person({.name = "Påhittad Ek"}, 'e');
    for (const auto role : rights::roles) {
        enter('a', 'e', role);
        const bool may = role == Role::registrar || role == Role::consultant || role == Role::head_of_operations;
        EXPECT_EQ(site->get(of(ek)).status(), may ? 200 : 403) << rights::key(role);
    }
    enter('g', 'e', Role::registrar);
    site->gate().stale();
    EXPECT_EQ(site->get(of(ek)).status(), 303);
}
LOTSEN_ON_BOTH_DATABASES(ExtractPage);
