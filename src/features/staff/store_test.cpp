#include "features/staff/building.hpp"
#include "features/staff/import.hpp"
#include "features/staff/rules.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"
#include "support/standing_gate.hpp"
#include "support/test_database.hpp"
#include <future>
#include <thread>

namespace {
using namespace staff;
using support::id_of;

calendar::Date day(const char* text) { return *calendar::date_from(text); }
base::Instant at(const char* date, int hour, int minute = 0) { return calendar::instant(calendar::at(day(date), {hour * 60 + minute})); }

// Two operations with a unit each in areas of their own, and three accounts: an administrator, a head of the first, and a consultant there.
class Staff : public support::OnBothDatabases {
protected:
    crypto::SystemRandomness random;
    vault::Vault keys{crypto::Keyring(crypto::MasterKey::random())};
    const Actor terminal = Actor::at_the_terminal();
    const base::Instant now = at("2026-11-22", 12);
    UnitId north = id_of<UnitId>('n'), south = id_of<UnitId>('s');

    void SetUp() override {
        OnBothDatabases::SetUp();
        keys.prepare(database(), now);
        database().write([&](db::Transaction& tx) {
            for (const auto& [c, number] : {std::pair{'e', "1"}, std::pair{'f', "2"}}) {
                ASSERT_TRUE(add_area(tx, terminal, now, {id_of<AreaId>(c), std::string("Område ") + number}));
                ASSERT_TRUE(add_controller(tx, terminal, now, {id_of<ControllerId>(c), std::string("Nämnd ") + number, ControllerKind::board, ""}));
                ASSERT_TRUE(add_operation(tx, terminal, now, {id_of<OperationId>(c), id_of<ControllerId>(c), id_of<AreaId>(c), std::string("Verksamhet ") + number, OperationKind::older}));
            }
            ASSERT_TRUE(add_unit(tx, terminal, now, {north, id_of<OperationId>('e'), "Norr"}, calendar::office_hours()));
            ASSERT_TRUE(add_unit(tx, terminal, now, {south, id_of<OperationId>('f'), "Söder"}, calendar::office_hours()));
        });
        member('a', "Påhittad Ask", 'e'), member('h', "Påhittad Hassel", 'e'), member('k', "Påhittad Körsbär", 'e');
        ASSERT_TRUE(start(terminal, 'A', 'a', Role::administrator));
        ASSERT_TRUE(start(terminal, 'H', 'h', Role::head_of_operations));
        ASSERT_TRUE(start(terminal, 'K', 'k', Role::consultant));
    }
    void member(char account, const char* name, char area) {
        const auto details = people::checked({.name = name, .email = std::string(1, account) + "@prov.invalid"}, now);
        const auto person = people::sealed(keys, random, id_of<AreaId>(area), people::Kind::staff, people::Protection::none, *details);
        ASSERT_TRUE(database().write([&](db::Transaction& tx) { return add_member(tx, terminal, now, {id_of<AccountId>(account), person}); }));
    }
    base::Result<AssignmentId, Refusal> start(const Actor& by, char id, char account, Role role, const char* from = "2026-01-01", const char* until = nullptr, std::optional<UnitId> unit = {}) {
        const NewAssignment wanted{id_of<AssignmentId>(id), id_of<AccountId>(account), unit.value_or(north), role, day(from), until ? std::optional(day(until)) : std::nullopt};
        return database().write([&](db::Transaction& tx) { return start_assignment(tx, by, now, wanted); });
    }
    base::Result<AssignmentId, Refusal> end(const Actor& by, char id, std::optional<calendar::Date> last = {}) {
        return database().write([&](db::Transaction& tx) { return end_assignment(tx, by, now, id_of<AssignmentId>(id), last); });
    }
    std::vector<rights::Assignment> held(char account, base::Instant when) {
        return database().read([&](db::Reader& reader) { return assignments_now(reader, id_of<AccountId>(account), when); });
    }
    Actor actor(char account) { return Actor({.account = id_of<AccountId>(account), .assignments = held(account, now)}); }
    std::int64_t lines(const char* act) {
        static constexpr db::Sql count{"test.lines", "SELECT count(*) FROM audit_line WHERE act = ?1"};
        return database().read([&](db::Reader& reader) { return reader.one(count, {act}, [](const db::Row& row) { return row.integer(0); }); });
    }
};

TEST_P(Staff, have_their_roles_with_unit_operation_and_area) {
    const auto found = held('h', now);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].role, Role::head_of_operations);
    EXPECT_EQ(found[0].unit, north);
    EXPECT_EQ(found[0].operation, id_of<OperationId>('e'));
    EXPECT_EQ(found[0].area, id_of<AreaId>('e'));
    EXPECT_TRUE(held('z', now).empty());
}
TEST_P(Staff, whose_assignment_is_ended_have_nothing_at_the_next_request) {
    ASSERT_TRUE(end(actor('h'), 'K'));
    EXPECT_EQ(held('k', {now.ms - 1}).size(), 1u);
    EXPECT_TRUE(held('k', now).empty()) << "the same day, from that moment";
    EXPECT_EQ(end(actor('h'), 'K').refusal(), Refusal::already_ended);
    EXPECT_TRUE(start(actor('h'), 'L', 'k', Role::consultant, "2026-11-22")) << "and may begin anew the same day";
    EXPECT_EQ(held('k', now).size(), 1u);
}
TEST_P(Staff, whose_last_day_is_set_have_it_to_the_end_of_that_day) {
    ASSERT_TRUE(end(actor('h'), 'K', day("2026-11-30")));
    EXPECT_EQ(held('k', at("2026-11-30", 23, 59)).size(), 1u);
    EXPECT_TRUE(held('k', at("2026-12-01", 0)).empty());
    EXPECT_EQ(end(actor('h'), 'K', day("2026-12-31")).refusal(), Refusal::ends_later_than_before);
    EXPECT_EQ(end(actor('h'), 'K', day("2026-11-21")).refusal(), Refusal::ends_before_today);
}
TEST_P(Staff, get_a_role_once_for_the_same_days) {
    EXPECT_EQ(start(terminal, 'M', 'k', Role::consultant, "2026-05-01", "2026-12-01").refusal(), Refusal::overlaps);
    EXPECT_TRUE(start(terminal, 'M', 'k', Role::ombud, "2026-05-01", "2026-12-01"));
    EXPECT_TRUE(start(terminal, 'N', 'k', Role::ombud, "2026-12-02"));
    EXPECT_TRUE(start(terminal, 'O', 'k', Role::consultant, "2026-05-01", nullptr, south));
    EXPECT_EQ(start(terminal, 'P', 'k', Role::ombud, "2027-05-01", "2027-04-01").refusal(), Refusal::days_backwards);
    EXPECT_EQ(start(terminal, 'P', 'z', Role::ombud).refusal(), Refusal::unknown);
    EXPECT_EQ(start(terminal, 'P', 'k', Role::ombud, "2026-01-01", nullptr, id_of<UnitId>('z')).refusal(), Refusal::unknown);
}
TEST_P(Staff, are_kept_from_a_double_role_by_the_schema_too) {
    static constexpr db::Sql again{"test.again", "INSERT INTO staff_assignment (id, account, unit, role, from_day, source, created_at, created_by) VALUES (?1, ?2, ?3, 'consultant', '2026-09-01', 'desk', 1, 'x')"};
    EXPECT_THROW(database().write([&](db::Transaction& tx) { tx.execute(again, {id_of<AssignmentId>('Z'), id_of<AccountId>('k'), north}); }), base::Bug);
}
TEST_P(Staff, are_given_roles_by_a_head_in_her_own_operation_only) {
    const auto head = actor('h');
    EXPECT_TRUE(start(head, 'M', 'k', Role::ombud));
    EXPECT_EQ(start(head, 'N', 'k', Role::ombud, "2026-01-01", nullptr, south).refusal(), Refusal::unknown);
    EXPECT_EQ(start(head, 'N', 'k', Role::administrator).refusal(), Refusal::role_not_yours);
    EXPECT_EQ(start(head, 'N', 'h', Role::consultant).refusal(), Refusal::yourself);
    EXPECT_EQ(end(head, 'A').refusal(), Refusal::role_not_yours);
    member('x', "Påhittad Annan", 'f');
    ASSERT_TRUE(start(terminal, 'X', 'x', Role::consultant, "2026-01-01", nullptr, south));
    EXPECT_EQ(start(head, 'N', 'x', Role::consultant).refusal(), Refusal::unknown) << "somebody of another operation is nobody to her";
    EXPECT_EQ(end(head, 'X').refusal(), Refusal::unknown);
    EXPECT_EQ(end(actor('k'), 'K').refusal(), Refusal::unknown);
    EXPECT_EQ(lines("refused"), 3);
}
TEST_P(Staff, always_include_an_administrator) {
    EXPECT_EQ(end(terminal, 'A').refusal(), Refusal::last_administrator);
    const auto end_all = [&] { return database().write([&](db::Transaction& tx) { return end_member(tx, terminal, now, id_of<AccountId>('a')); }); };
    EXPECT_EQ(end_all().refusal(), Refusal::last_administrator);
    ASSERT_TRUE(start(terminal, 'B', 'k', Role::administrator));
    EXPECT_TRUE(end_all());
    EXPECT_TRUE(held('a', now).empty());
    EXPECT_TRUE(database().read([&](db::Reader& r) { return staff::member(r, id_of<AccountId>('a')); })->ended_at);
    EXPECT_EQ(start(terminal, 'C', 'a', Role::consultant).refusal(), Refusal::member_ended);
    EXPECT_EQ(end_all().refusal(), Refusal::already_ended);
}
TEST_P(Staff, always_include_an_administrator_also_when_two_end_each_other_at_once) {
    ASSERT_TRUE(start(terminal, 'B', 'k', Role::administrator));
    std::promise<void> first_has_ended, second_begins;
    auto first = std::async(std::launch::async, [&] {
        return database().write([&](db::Transaction& tx) {
            auto done = end_assignment(tx, terminal, now, id_of<AssignmentId>('A'));
            first_has_ended.set_value();
            second_begins.get_future().wait();
            std::this_thread::sleep_for(std::chrono::milliseconds(200));   // long enough for the second to have counted, if it could
            return done;
        });
    });
    first_has_ended.get_future().wait();
    second_begins.set_value();
    EXPECT_EQ(end(terminal, 'B').refusal(), Refusal::last_administrator);
    EXPECT_TRUE(first.get());
}
TEST_P(Staff, changed_leave_a_line_each_in_the_log) {
    const auto before = lines("write");
    ASSERT_TRUE(start(terminal, 'M', 'k', Role::ombud));
    ASSERT_TRUE(end(terminal, 'M'));
    EXPECT_EQ(lines("write"), before + 2);
    EXPECT_EQ(start(terminal, 'M', 'z', Role::ombud).refusal(), Refusal::unknown);
    EXPECT_EQ(lines("write"), before + 2);
}
TEST_P(Staff, who_hold_a_role_now_are_found_by_role_and_area) {
    const auto with = [&](rights::Roles wanted) { return database().read([&](db::Reader& r) { return accounts_with(r, wanted, now); }); };
    EXPECT_EQ(with({Role::head_of_operations, Role::consultant}), (std::vector{id_of<AccountId>('h'), id_of<AccountId>('k')}));
    EXPECT_TRUE(with(Role::director).empty());
    EXPECT_TRUE(database().read([&](db::Reader& r) { return accounts_with(r, Role::head_of_operations, id_of<AreaId>('f'), now); }).empty());
    EXPECT_EQ(database().read([&](db::Reader& r) { return accounts_with(r, Role::head_of_operations, id_of<AreaId>('e'), now); }).size(), 1u);
}
TEST_P(Staff, erased_from_people_stay_as_nameless_accounts) {
    const auto who = *database().read([&](db::Reader& r) { return staff::member(r, id_of<AccountId>('k')); });
    ASSERT_TRUE(database().write([&](db::Transaction& tx) { return people::erase(tx, keys, terminal, rights::AreaScope::of_the_system(who.named->area), now, who.named->person); }));
    EXPECT_FALSE(database().read([&](db::Reader& r) { return staff::member(r, id_of<AccountId>('k')); })->named);
    EXPECT_EQ(held('k', now).size(), 1u);
}

TEST_P(Staff, of_an_office_asked_late_before_christmas_answer_on_the_29th) {
    const auto until = database().read([&](db::Reader& r) { return working_calendar(r, north).deadline(at("2026-12-23", 21), 2); });
    ASSERT_TRUE(until);
    EXPECT_EQ(calendar::words(*until, i18n::Language::sv), "tisdag 29 december kl. 16.30");
}
TEST_P(Staff, close_their_own_unit_and_no_other) {
    const auto close = [&](const Actor& by, UnitId unit) {
        return database().write([&](db::Transaction& tx) { return close_unit(tx, by, now, unit, {day("2026-12-28"), day("2026-12-30"), "planeringsdagar"}); });
    };
    EXPECT_EQ(close(actor('h'), south).refusal(), Refusal::unknown);
    EXPECT_EQ(close(actor('k'), north).refusal(), Refusal::unknown);
    ASSERT_TRUE(close(actor('h'), north));
    EXPECT_EQ(close(actor('h'), north).refusal(), Refusal::closed_wrong) << "twice from the same day";
    const auto until = [&](UnitId unit) { return database().read([&](db::Reader& r) { return calendar::day(*working_calendar(r, unit).deadline(at("2026-12-23", 21), 2)); }); };
    EXPECT_EQ(until(north), "2027-01-05") << "Monday 4 January is the first working day after the closed days, the eve and the holiday";
    EXPECT_EQ(until(south), "2026-12-29");
    const auto head = actor('h');
    ASSERT_TRUE(database().write([&](db::Transaction& tx) { return reopen_unit(tx, head, now, north, day("2026-12-28")); }));
    EXPECT_EQ(until(north), "2026-12-29");
}
TEST_P(Staff, change_hours_that_make_sense_only) {
    const auto head = actor('h');
    const auto change = [&](calendar::Hours hours, const char* name = "Norr") { return database().write([&](db::Transaction& tx) { return change_unit(tx, head, now, {north, name, hours}); }); };
    auto hours = calendar::office_hours();
    hours.week[5] = {{{600}, {720}}};
    ASSERT_TRUE(change(hours));
    EXPECT_EQ(database().read([&](db::Reader& r) { return working_calendar(r, north); }).hours(), hours);
    EXPECT_EQ(change({}).refusal(), Refusal::hours_wrong);
    EXPECT_EQ(change(hours, " ").refusal(), Refusal::name_missing);
    EXPECT_EQ(change(hours, std::string(121, 'x').c_str()).refusal(), Refusal::name_too_long);
    database().write([&](db::Transaction& tx) { ASSERT_TRUE(add_unit(tx, terminal, now, {id_of<UnitId>('m'), id_of<OperationId>('e'), "Mitt"}, hours)); });
    EXPECT_EQ(change(hours, "Mitt").refusal(), Refusal::name_taken);
}
TEST_P(Staff, found_an_empty_municipality_once) {
    support::MigratedPlace place(GetParam());
    const auto empty = place.open();
    keys.prepare(*empty, now);
    const auto first = founding(random, "Socialnämnden"), second = founding(random, "En annan");
    const auto made = empty->write([&](db::Transaction& tx) { return found(tx, terminal, now, first); });
    EXPECT_EQ(made.unit, first.unit);
    EXPECT_EQ(empty->write([&](db::Transaction& tx) { return found(tx, terminal, now, second); }).unit, first.unit);
    EXPECT_EQ(database().write([&](db::Transaction& tx) { return found(tx, terminal, now, second); }).unit, north) << "where the administrator is";
}

// ---- files

const std::string heading = "controller;controller_kind;operation;operation_kind;area;unit;name;email;role;from;until\r\n";
class StaffFile : public Staff {
protected:
    Plan plan(const std::string& rows, const Actor& by = Actor::at_the_terminal()) {
        return plan_import(database(), keys, random, by, now, table_from(heading + rows, calendar::date(now)));
    }
    std::vector<std::string> take_in(const std::string& rows) {
        const auto it = plan(rows);
        for (const auto& fault : it.faults) ADD_FAILURE() << fault.line << ": " << fault.says;
        if (it.faults.empty()) staff::import(database(), keys, random, terminal, now, it);
        std::vector<std::string> out;
        for (const auto& listed : it.listed) out.push_back(std::to_string(listed.line) + (listed.effect == Effect::added ? "+" : listed.effect == Effect::ended ? "-" : "~") + listed.name);
        return out;
    }
    std::string file() { return exported(database(), keys, terminal, now); }
};
const std::string new_place = "Ny nämnd;other_board;Skolan;school_health;Skolan;Kuratorer;Påhittad Gran;gran@prov.invalid;front_line;2026-10-01;2027-06-10\r\n"
                              "Ny nämnd;other_board;Skolan;school_health;Skolan;Kuratorer;;;ombud;;\r\n"
                              "Nämnd 1;board;Verksamhet 1;older;Område 1;Norr;Påhittad Gran;gran@prov.invalid;ombud;2026-10-01;\r\n";

TEST_P(StaffFile, adds_what_is_new_and_changes_nothing_the_second_time) {
    EXPECT_EQ(take_in(new_place), (std::vector<std::string>{"2+Ny nämnd", "2+Skolan", "2+Skolan", "2+Kuratorer", "2+Påhittad Gran", "2+Påhittad Gran", "4+Påhittad Gran", "2~1"}));
    EXPECT_TRUE(take_in(new_place).empty());
    const auto all = database().read([&](db::Reader& r) { return organisation(r, now); });
    EXPECT_EQ(all.members.size(), 4u) << "one person with two assignments";
    EXPECT_EQ(all.needed.size(), 1u);
    EXPECT_EQ(all.assignments.size(), 5u);
}
TEST_P(StaffFile, written_out_and_taken_in_again_changes_nothing) {
    take_in(new_place);
    const auto text = file();
    EXPECT_NE(text.find("Ny nämnd;other_board;Skolan;school_health;Skolan;Kuratorer;Påhittad Gran;gran@prov.invalid;front_line;2026-10-01;2027-06-10\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("Kuratorer;;;ombud;;\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("Söder;;;;;\r\n"), std::string::npos) << "a unit without anybody is there too: " << text;
    EXPECT_TRUE(take_in(text.substr(heading.size())).empty());
    EXPECT_EQ(file(), text);
    EXPECT_EQ(lines("export"), 2) << "what left the house is in the log";
}
TEST_P(StaffFile, ends_by_its_until_and_renames_by_the_address) {
    EXPECT_EQ(take_in("Nämnd 1;board;Verksamhet 1;older;Område 1;Norr;Påhittad Körsbärsträd;k@prov.invalid;consultant;2026-01-01;2026-11-30\r\n"),
              (std::vector<std::string>{"2~Påhittad Körsbärsträd", "2-Påhittad Körsbärsträd"}));
    EXPECT_EQ(held('k', at("2026-11-30", 12)).size(), 1u);
    EXPECT_TRUE(held('k', at("2026-12-01", 12)).empty());
    EXPECT_NE(file().find("Påhittad Körsbärsträd"), std::string::npos);
    EXPECT_EQ(take_in("Nämnd 1;board;Verksamhet 1;older;Område 1;Norr;Påhittad Hassel;h@prov.invalid;head_of_operations;2026-01-01;2026-11-01\r\n"), std::vector<std::string>{"2-Påhittad Hassel"});
    EXPECT_TRUE(held('h', now).empty()) << "an end that has been is an end now";
}
TEST_P(StaffFile, with_anything_wrong_stores_nothing) {
    const auto before = file();
    for (const auto& [rows, line] : std::initializer_list<std::pair<std::string, int>>{
             {new_place + "Nämnd 1;board;Verksamhet 1;older;Område 2;Norr;;;;;\r\n", 5},
             {new_place + "Nämnd 1;board;Verksamhet 1;older;Område 1;Norr;Påhittad Björk;gran@prov.invalid;ombud;;\r\n", 5},
             {new_place + "Nämnd 1;board;Verksamhet 1;older;Område 1;Norr;Påhittad Björk;inte en adress;ombud;;\r\n", 5},
             {"Nämnd 1;board;Verksamhet 1;older;Område 1;Norr;Påhittad Körsbär;k@prov.invalid;consultant;2026-02-01;\r\n", 2},
             {"Nämnd 1;board;Verksamhet 1;older;Område 1;Norr;Påhittad Ask;a@prov.invalid;administrator;2026-01-01;2026-11-30\r\n", 1}}) {
        const auto it = plan(rows);
        ASSERT_EQ(it.faults.size(), 1u) << rows;
        EXPECT_EQ(it.faults[0].line, line) << rows;
        EXPECT_THROW(staff::import(database(), keys, random, terminal, now, it), base::Bug);
    }
    EXPECT_EQ(file(), before);
}
TEST_P(StaffFile, gives_nobody_a_role_by_herself) {
    const auto it = plan("Nämnd 1;board;Verksamhet 1;older;Område 1;Norr;Påhittad Ask;a@prov.invalid;director;;\r\n", actor('a'));
    ASSERT_EQ(it.faults.size(), 1u);
    EXPECT_STREQ(it.faults[0].says, words(Refusal::yourself));
}
TEST_P(StaffFile, is_refused_whole_when_the_organisation_changed_meanwhile) {
    const auto it = plan(new_place);
    database().write([&](db::Transaction& tx) { ASSERT_TRUE(add_area(tx, terminal, now, {id_of<AreaId>('q'), "Skolan"})); });
    EXPECT_THROW(staff::import(database(), keys, random, terminal, now, it), db::Unavailable);
    EXPECT_EQ(database().read([&](db::Reader& r) { return organisation(r, now); }).controllers.size(), 2u);
}
LOTSEN_ON_BOTH_DATABASES(Staff);
LOTSEN_ON_BOTH_DATABASES(StaffFile);
}
