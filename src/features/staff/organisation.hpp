#pragma once
#include "base/instant.hpp"
#include "platform/calendar/date.hpp"
#include "platform/rights/actor.hpp"
#include <optional>
#include <string>
#include <vector>
// The organisation as values: who answers for what, where, and who has which role there.
namespace staff {

using rights::AccountId;
using rights::AreaId;
using rights::AssignmentId;
using rights::OperationId;
using rights::PersonId;
using rights::Role;
using rights::UnitId;
using ControllerId = base::Id<struct Controlling>;

// Whose responsibility the personal data is: a private provider is its own controller, with areas of its own.
enum class ControllerKind { board, other_board, private_provider };
inline constexpr std::array controller_kinds{ControllerKind::board, ControllerKind::other_board, ControllerKind::private_provider};
enum class OperationKind { older, disability, individual_family, school_health, culture_leisure, other };
inline constexpr std::array operation_kinds{OperationKind::older,         OperationKind::disability,      OperationKind::individual_family,
                                            OperationKind::school_health, OperationKind::culture_leisure, OperationKind::other};
// What an assignment was made by.
enum class Source { desk, csv, oidc, terminal };

// "private_provider": as it stands in the database and in CSV files; words: the Swedish sentence to translate.
std::string_view key(ControllerKind);
std::string_view key(OperationKind);
std::string_view key(Source);
const char* words(ControllerKind);
const char* words(OperationKind);
std::optional<ControllerKind> controller_kind_from(std::string_view key);
std::optional<OperationKind> operation_kind_from(std::string_view key);
std::optional<Source> source_from(std::string_view key);

struct Area {
    AreaId id;
    std::string name;
};
struct Controller {
    ControllerId id;
    std::string name;
    ControllerKind kind;
    std::string number; // organisation number, or empty
};
struct Operation {
    OperationId id;
    ControllerId controller;
    AreaId area;
    std::string name;
    OperationKind kind;
};
// A unit lies in its operation's area.
struct Unit {
    UnitId id;
    OperationId operation;
    std::string name;
};
// Where a member's name is kept (features/people).
struct Named {
    AreaId area;
    PersonId person;
};
// Somebody with an account. Without `named` the person has been erased.
struct Member {
    AccountId account;
    std::optional<Named> named;
    base::Instant created_at;
    std::optional<base::Instant> ended_at;
};
struct Assignment {
    AssignmentId id;
    AccountId account;
    UnitId unit;
    Role role;
    calendar::Date from;
    std::optional<calendar::Date> until;     // the last day, counted
    Source source;
    std::optional<base::Instant> ended_at;   // taken away at that moment, whatever the days say
};
// How many a unit should have in a role.
struct Needed {
    UnitId unit;
    Role role;
    int count;
};

// All of it but the hours: a municipality has some hundred units and some thousand assignments.
struct Organisation {
    std::vector<Area> areas;
    std::vector<Controller> controllers;
    std::vector<Operation> operations;
    std::vector<Unit> units;
    std::vector<Member> members;
    std::vector<Assignment> assignments; // those not ended and not over by their last day
    std::vector<Needed> needed;

    const Area* area(const AreaId&) const;
    const Controller* controller(const ControllerId&) const;
    const Operation* operation(const OperationId&) const;
    const Operation* operation_of(const UnitId&) const;
    const Unit* unit(const UnitId&) const;
    const Member* member(const AccountId&) const;
    const Assignment* assignment(const AssignmentId&) const;
};
}
