#pragma once
#include "features/staff/building.hpp"
#include "features/staff/rules.hpp"
#include "features/staff/table.hpp"
#include <map>
// What a file would change, found before anything is stored: all of it, and all that is wrong with it. Lines that a file leaves out are
// left alone; an assignment is ended by its until.
namespace staff {

// Somebody who has an account that is not ended, as she stands in people.
struct Known {
    AccountId account;
    people::Details details;
    people::Protection protection;
    AreaId area;
    PersonId person;
};
using KnownByEmail = std::map<std::string, Known, std::less<>>;

enum class Effect { added, changed, ended };
// One line of the list that is shown before it is done: what, in the words of the file.
struct Listed {
    int line;
    Effect effect;
    enum class Thing { area, controller, operation, unit, person, assignment, needed } thing;
    std::string name;                         // of the thing, or of the person
    std::string unit = {};
    std::optional<Role> role = {};
    std::optional<calendar::Date> day = {};   // first of what is added, last of what is ended
};
struct PlannedPerson {
    AccountId account;
    AreaId area;
    std::string name, email;
};
struct Plan {
    std::vector<Area> areas;
    std::vector<Controller> controllers, changed_controllers;
    std::vector<Operation> operations, changed_operations;
    std::vector<Unit> units;
    std::vector<PlannedPerson> people;
    std::vector<std::pair<Known, std::string>> renamed;
    std::vector<NewAssignment> starts;
    std::vector<std::pair<AssignmentId, calendar::Date>> ends;
    std::vector<Needed> needed;
    std::vector<Listed> listed;
    std::vector<TableFault> faults;
    bool changes_nothing() const { return listed.empty(); }
};
// `now` says what is over and who may; ids of what is new are drawn here.
Plan planned(const Table&, const Organisation&, const KnownByEmail&, const Actor&, base::Instant now, crypto::Randomness&);
}
