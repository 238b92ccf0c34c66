#pragma once
#include "base/id.hpp"
// The ids that say who asks and what it is about. The rows behind them belong to features/staff, features/sign_in and features/people.
namespace rights {
using AccountId = base::Id<struct Account>;       // whoever signs in
using AssignmentId = base::Id<struct Assigned>;   // a role in a unit, from a day to a day
using AreaId = base::Id<struct Area>;             // a secrecy area (OSL 8:1–2, 26:1; security 4.5)
using OperationId = base::Id<struct Operation>;   // verksamhet
using UnitId = base::Id<struct Unit>;             // enhet
using PersonId = base::Id<struct Person>;         // a row of features/people, in one area
}
