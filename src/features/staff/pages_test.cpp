#include "base/text.hpp"
#include "features/staff/building.hpp"
#include "features/staff/import.hpp"
#include "platform/calendar/calendar.hpp"
#include "support/pages.hpp"
#include <gtest/gtest.h>

namespace {
using namespace staff;
using support::id_of;

calendar::Date day(const char* text) { return *calendar::date_from(text); }

// A site with two operations of a unit each. k works in the first, x in the second, and g has left the first.
class Pages : public testing::Test {
    support::MigratedPlace place_{db::Kind::sqlite};
    std::unique_ptr<db::Database> database_;
    crypto::SystemRandomness random_;
    std::optional<support::Site> site_;

protected:
    const Actor terminal = Actor::at_the_terminal();
    void SetUp() override {
        database_ = place_.open();
        site_.emplace(*database_, support::danderyds_records());
        write([&](db::Transaction& tx) {
            ASSERT_TRUE(add_controller(tx, terminal, now(), {id_of<ControllerId>('c'), "Socialnämnden", ControllerKind::board, ""}));
            for (const auto& [c, name] : {std::pair{'e', "Äldreomsorg"}, std::pair{'f', "Familj"}}) {
                ASSERT_TRUE(add_area(tx, terminal, now(), {id_of<AreaId>(c), name}));
                ASSERT_TRUE(add_operation(tx, terminal, now(), {id_of<OperationId>(c), id_of<ControllerId>('c'), id_of<AreaId>(c), name, OperationKind::older}));
                ASSERT_TRUE(add_unit(tx, terminal, now(), {id_of<UnitId>(c), id_of<OperationId>(c), std::string(name) + " norr"}, calendar::office_hours()));
            }
        });
        person('a', "Påhittad Ask", 'e', Role::administrator), person('h', "Påhittad Hassel", 'e', Role::head_of_operations);
        person('k', "Påhittad Körsbär", 'e', Role::consultant), person('x', "Påhittad Lind", 'f', Role::consultant), person('g', "Påhittad Gran", 'e', Role::ombud);
        write([&](db::Transaction& tx) { ASSERT_TRUE(end_member(tx, terminal, now(), id_of<AccountId>('g'))); });
    }
    support::Site& site() { return *site_; }
    base::Instant now() { return site_->clock().now(); }
    template <class F> void write(F f) { database_->write(f); }
    void person(char account, const char* name, char where, Role role) {
        const auto details = people::checked({.name = name, .email = std::string(1, account) + "@prov.invalid"}, now());
        const auto sealed = people::sealed(site().vault(), random_, id_of<AreaId>(where), people::Kind::staff, people::Protection::none, *details);
        write([&](db::Transaction& tx) {
            ASSERT_TRUE(add_member(tx, terminal, now(), {id_of<AccountId>(account), sealed}));
            ASSERT_TRUE(start_assignment(tx, terminal, now(), {id_of<AssignmentId>(account), id_of<AccountId>(account), id_of<UnitId>(where), role, day("2026-01-01")}));
        });
    }
    void stand(char account, Role role, char where = 'e') {
        site().gate().let_in(support::actor_with(account, {{id_of<AssignmentId>(account), role, id_of<UnitId>(where), id_of<OperationId>(where), id_of<AreaId>(where)}}));
    }
    std::size_t held(char account) {
        return database_->read([&](db::Reader& reader) { return assignments_now(reader, id_of<AccountId>(account), now()).size(); });
    }
    std::int64_t subjects() {
        static constexpr db::Sql count{"test.subjects", "SELECT count(*) FROM audit_subject"};
        return database_->read([&](db::Reader& reader) { return reader.one(count, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
const std::string home = "/personal/organisation";
std::string unit_path(char c) { return home + "/enhet/" + std::string(22, c); }
std::string person_path(char c) { return home + "/person/" + std::string(22, c); }
std::string end_path(char c) { return home + "/uppdrag/" + std::string(22, c) + "/avsluta"; }

// Own operation, another one, an id that is nobody's, something that is no id, and a person who has left: each route, each role.
TEST_F(Pages, answer_each_role_about_each_object_as_decided) {
    struct Row {
        std::string path;
        int administrator, head, director, consultant;
    };
    const std::vector<Row> table{
        {home, 200, 200, 200, 403},
        {unit_path('e'), 200, 200, 200, 403}, {unit_path('f'), 200, 404, 200, 403}, {unit_path('z'), 404, 404, 404, 403}, {home + "/enhet/1", 404, 404, 404, 403},
        {unit_path('e') + "/tider", 200, 200, 403, 403}, {unit_path('f') + "/tider", 200, 404, 403, 403}, {unit_path('z') + "/tider", 404, 404, 403, 403},
        {unit_path('e') + "/behov", 200, 200, 403, 403}, {unit_path('f') + "/behov", 200, 404, 403, 403}, {unit_path('z') + "/behov", 404, 404, 403, 403},
        {person_path('k'), 200, 200, 200, 403}, {person_path('x'), 200, 404, 200, 403}, {person_path('z'), 404, 404, 404, 403}, {person_path('g'), 200, 200, 200, 403},
        {person_path('k') + "/uppdrag", 200, 200, 403, 403}, {person_path('x') + "/uppdrag", 200, 404, 403, 403}, {person_path('z') + "/uppdrag", 404, 404, 403, 403}, {person_path('g') + "/uppdrag", 404, 404, 403, 403},
        {person_path('k') + "/avsluta", 200, 403, 403, 403}, {person_path('z') + "/avsluta", 404, 403, 403, 403}, {person_path('g') + "/avsluta", 404, 403, 403, 403},
        {end_path('k'), 200, 200, 403, 403}, {end_path('x'), 200, 404, 403, 403}, {end_path('z'), 404, 404, 403, 403}, {end_path('g'), 404, 404, 403, 403},
        {home + "/person/ny", 200, 200, 403, 403}, {home + "/enhet/ny", 200, 403, 403, 403}, {home + "/verksamhet/ny", 200, 403, 403, 403},
        {home + "/verksamhet/" + std::string(22, 'e'), 200, 403, 403, 403}, {home + "/verksamhet/" + std::string(22, 'z'), 404, 403, 403, 403},
        {home + "/omrade", 200, 403, 403, 403}, {home + "/importera", 200, 403, 403, 403}, {home + "/exportera", 200, 403, 403, 403}};
    for (const auto& row : table) {
        for (const auto& [role, status] : {std::pair{Role::administrator, row.administrator}, std::pair{Role::head_of_operations, row.head}, std::pair{Role::director, row.director}, std::pair{Role::consultant, row.consultant}}) {
            stand('m', role);
            EXPECT_EQ(site().get(row.path).status(), status) << row.path << " as " << rights::key(role);
        }
        site().gate().nobody();
        EXPECT_EQ(site().get(row.path).status(), 303) << row.path;
    }
    stand('h', Role::head_of_operations);
    EXPECT_EQ(site().get(unit_path('f')).text("//main"), site().get(unit_path('z')).text("//main"));
    EXPECT_EQ(site().get(person_path('x')).text("//main"), site().get(person_path('z')).text("//main")) << "somebody else's looks like nobody's";
}
TEST_F(Pages, that_give_or_take_rights_ask_who_it_is_once_more) {
    for (const auto& path : {home + "/person/ny", person_path('k') + "/uppdrag", end_path('k'), person_path('k') + "/avsluta", home + "/importera", home + "/exportera"}) {
        stand('m', Role::administrator);
        site().gate().stale();
        EXPECT_EQ(site().get(path).header("Location"), "/bekrafta") << path;
    }
    EXPECT_EQ(site().send(end_path('k'), {{"when", "now"}}).header("Location"), "/bekrafta");
    EXPECT_EQ(held('k'), 1u);
    EXPECT_EQ(site().get(home).status(), 200);
}
TEST_F(Pages, of_one_operation_name_nobody_of_another) {
    stand('h', Role::head_of_operations);
    const auto page = site().get(home);
    EXPECT_TRUE(page.says("Påhittad Körsbär"));
    EXPECT_FALSE(page.says("Påhittad Lind"));
    EXPECT_FALSE(page.says("Familj"));
    stand('m', Role::director, 'f');
    EXPECT_TRUE(site().get(home).says("Påhittad Lind"));
    EXPECT_FALSE(site().get(home).has("//main//a[contains(@href, '/ny')]")) << "who only reads is offered nothing to change";
}
TEST_F(Pages, that_name_somebody_say_so_in_the_log) {
    stand('m', Role::administrator);
    const auto before = subjects();
    site().get(home);
    EXPECT_EQ(subjects(), before + 4) << "those who have an assignment";
    site().get(home + "/omrade");
    EXPECT_EQ(subjects(), before + 4);
}
TEST_F(Pages, sort_and_filter_by_the_address) {
    stand('m', Role::administrator);
    const auto names = [&](const std::string& query) { return site().get(home + query).all("//table//td[1]"); };
    EXPECT_EQ(names(""), (std::vector<std::string>{"Påhittad Ask", "Påhittad Hassel", "Påhittad Körsbär", "Påhittad Lind"}));
    EXPECT_EQ(names("?sortera=namn&ordning=fallande").front(), "Påhittad Lind");
    EXPECT_EQ(names("?verksamhet=" + std::string(22, 'f')), std::vector<std::string>{"Påhittad Lind"});
    EXPECT_EQ(names("?verksamhet=" + std::string(22, 'z')).size(), 4u);
}
TEST_F(Pages, end_an_assignment_at_once_and_say_what_it_means) {
    stand('h', Role::head_of_operations);
    EXPECT_TRUE(site().get(end_path('k')).says("Påhittad Körsbär kan inte längre öppna det som hör till uppdraget, från och med nu."));
    EXPECT_EQ(site().send(end_path('k'), {}).status(), 422);
    EXPECT_EQ(site().send(end_path('k'), {{"when", "later"}}).status(), 422);
    EXPECT_EQ(site().send(end_path('k'), {{"when", "later"}, {"until", "2026-11-01"}}).status(), 422);
    EXPECT_EQ(held('k'), 1u);
    EXPECT_EQ(site().send(end_path('k'), {{"when", "now"}}).status(), 303);
    EXPECT_EQ(held('k'), 0u);
    EXPECT_EQ(site().send(end_path('x'), {{"when", "now"}}).status(), 404);
    EXPECT_EQ(held('x'), 1u);
    EXPECT_EQ(site().send(end_path('a'), {{"when", "now"}}).status(), 422) << "a role beyond a head";
}
TEST_F(Pages, refuse_to_end_the_last_administrator_in_words) {
    stand('m', Role::administrator);
    for (const auto& path : {end_path('a'), person_path('a') + "/avsluta"}) {
        const auto page = site().send(path, {{"when", "now"}});
        EXPECT_EQ(page.status(), 422);
        EXPECT_TRUE(page.says("Det här är den enda systemadministratören."));
    }
    EXPECT_EQ(held('a'), 1u);
}
web::Fields somebody(const char* email, char unit, const char* role) {
    return {{"name", "Påhittad Ny"}, {"email", email}, {"phone", ""}, {"unit", std::string(22, unit)}, {"role", role}, {"from", "2026-11-22"}, {"until", "2026-12-31"}};
}
TEST_F(Pages, add_a_person_with_an_assignment_once) {
    stand('h', Role::head_of_operations);
    const auto added = site().send(home + "/person/ny", somebody("ny@prov.invalid", 'e', "ombud"));
    ASSERT_EQ(added.status(), 303) << added.text("//main");
    EXPECT_TRUE(site().get(added.header("Location")).says("Påhittad Ny"));
    EXPECT_TRUE(site().get(unit_path('e')).says("Påhittad Ny"));
    const auto again = site().send(home + "/person/ny", somebody("NY@prov.invalid", 'e', "ombud"));
    EXPECT_EQ(again.status(), 422);
    EXPECT_TRUE(again.says("Det finns redan en person med den e-postadressen."));
    EXPECT_EQ(again.text("//input[@name='name']/@value"), "Påhittad Ny") << "what was typed is kept";
    EXPECT_EQ(site().send(home + "/person/ny", somebody("b@prov.invalid", 'f', "ombud")).status(), 422) << "another operation's unit is no choice";
    EXPECT_EQ(site().send(home + "/person/ny", somebody("b@prov.invalid", 'e', "administrator")).status(), 422);
    EXPECT_EQ(site().send(home + "/person/ny", {}).all("//div[@class='ds-error-summary']//li").size(), 4u);
}
TEST_F(Pages, keep_a_units_own_hours_and_closed_days) {
    stand('h', Role::head_of_operations);
    web::Fields hours{{"name", "Norr"}, {"mon", "9.00-15.00"}, {"tue", ""}, {"holidays", "closed"}, {"christmas-eve", "12:00"}};
    ASSERT_EQ(site().send(unit_path('e') + "/tider", hours).status(), 303);
    EXPECT_TRUE(site().get(unit_path('e')).says("9.00–15.00"));
    EXPECT_TRUE(site().get(unit_path('e')).says("julafton 12:00"));
    hours[1].second = "hela dagen";
    const auto wrong = site().send(unit_path('e') + "/tider", hours);
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_EQ(wrong.text("//input[@name='mon']/@value"), "hela dagen");
    EXPECT_EQ(site().send(unit_path('f') + "/tider", hours).status(), 404);
    ASSERT_EQ(site().send(unit_path('e') + "/stangt", {{"first", "2026-11-30"}, {"last", ""}, {"reason", "planeringsdag"}}).status(), 303);
    EXPECT_TRUE(site().get(unit_path('e')).says("30 november 2026: planeringsdag"));
    EXPECT_EQ(site().send(unit_path('e') + "/stangt", {{"first", "2026-12-30"}, {"last", "2026-12-01"}, {"reason", "x"}}).status(), 422);
    ASSERT_EQ(site().send(unit_path('e') + "/oppet", {{"first", "2026-11-30"}}).status(), 303);
    EXPECT_FALSE(site().get(unit_path('e')).says("planeringsdag"));
}
TEST_F(Pages, show_a_vacancy_and_its_next_step) {
    stand('h', Role::head_of_operations);
    EXPECT_EQ(site().send(unit_path('e') + "/behov", {{"consultant", "många"}}).status(), 422);
    ASSERT_EQ(site().send(unit_path('e') + "/behov", {{"consultant", "2"}}).status(), 303);
    const auto page = site().get(home);
    EXPECT_TRUE(page.says("Ledigt uppdrag: Anhörigkonsulent, Äldreomsorg – Äldreomsorg norr"));
    EXPECT_TRUE(page.has("//a[contains(@href, '/person/ny?roll=consultant&enhet=eee')]"));
    ASSERT_EQ(site().send(unit_path('e') + "/behov", {}).status(), 303);
    EXPECT_FALSE(site().get(home).says("Ledigt uppdrag"));
}
TEST_F(Pages, begin_calmly_in_a_new_municipality) {
    support::MigratedPlace place(db::Kind::sqlite);
    const auto database = place.open();
    support::Site empty(*database, support::danderyds_records());
    empty.gate().let_in(support::actor_with('m', {{id_of<AssignmentId>('m'), Role::administrator, id_of<UnitId>('e'), id_of<OperationId>('e'), id_of<AreaId>('e')}}));
    const auto page = empty.get(home);
    EXPECT_TRUE(page.says("Börja med nämnden och verksamheterna"));
    EXPECT_TRUE(page.has("//main//a[contains(@href, '/importera')]"));
    ASSERT_EQ(empty.send(home + "/ansvarig", {{"name", "Socialnämnden"}, {"kind", "board"}}).status(), 303);
    ASSERT_EQ(empty.send(home + "/omrade", {{"area", "Äldreomsorg"}}).status(), 303);
    EXPECT_EQ(empty.send(home + "/omrade", {{"area", "Äldreomsorg"}}).status(), 422);
    EXPECT_TRUE(empty.get(home + "/verksamhet/ny").has("//option[text()='Äldreomsorg']"));
}
TEST_F(Pages, take_a_file_in_after_showing_what_it_does) {
    stand('m', Role::administrator);
    const std::string csv = "controller;controller_kind;operation;operation_kind;area;unit;name;email;role;from;until\nSocialnämnden;board;Familj;older;Familj;Ny enhet;Påhittad Ek;ek@prov.invalid;ombud;;\n";
    const auto shown = site().send(home + "/importera", {{"csv", csv}});
    EXPECT_EQ(shown.status(), 200);
    EXPECT_TRUE(shown.says("Gör ändringarna"));
    EXPECT_FALSE(site().get(home).says("Påhittad Ek")) << "nothing is stored by looking";
    ASSERT_EQ(site().send(home + "/importera", {{"csv", csv}, {"do", "yes"}}).status(), 303);
    EXPECT_TRUE(site().get(home).says("Påhittad Ek"));
    EXPECT_TRUE(site().send(home + "/importera", {{"csv", csv}}).says("Ingenting. Allt i filen finns redan."));
    const auto wrong = site().send(home + "/importera", {{"csv", csv + "x\n"}, {"do", "yes"}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_TRUE(wrong.says("Rad 3: Raden ska ha elva kolumner"));
    const auto file = site().get(home + "/exportera");
    EXPECT_EQ(file.type(), "text/csv; charset=utf-8");
    EXPECT_NE(file.body().find("Påhittad Ek;ek@prov.invalid;ombud"), std::string::npos);
}
// SoLPuL 10 §: no line, no page, and no change either.
TEST_F(Pages, are_refused_when_their_line_in_the_log_cannot_be_written) {
    stand('m', Role::administrator);
    ASSERT_TRUE(site().get(home).says("Påhittad Körsbär"));
    const auto form = web::Fields{{"when", "now"}};
    write([](db::Transaction& tx) { tx.execute({"test.break", "ALTER TABLE audit_line RENAME TO audit_line_away"}, {}); });
    for (const auto& path : {home, person_path('k'), home + "/exportera", end_path('k')}) {
        const auto page = site().get(path);
        EXPECT_EQ(page.status(), 500) << path;
        EXPECT_EQ(page.body().find("Körsbär"), std::string::npos) << path;
    }
    EXPECT_EQ(site().send(end_path('k'), form).status(), 500);
    EXPECT_EQ(held('k'), 1u);
}
}
