#pragma once
#include "features/staff/rules.hpp"
// What in the organisation needs somebody's attention, found by rule. Pure.
namespace staff {

inline constexpr int soon_days = 30;

// vacancy: fewer current assignments than needed. ends_soon: the last day comes within soon_days and nobody goes on after it.
// no_head: an operation. no_consultant, no_support_contact: nobody in the whole municipality. no_ombud: units where people meet carers.
enum class Lack { no_head, vacancy, ends_soon, no_consultant, no_support_contact, no_ombud };
struct Attention {
    Lack lack;
    Role role;
    std::optional<OperationId> operation = {};
    std::vector<UnitId> units = {};                // one, but for no_ombud
    int missing = 0;                               // of a vacancy
    std::optional<AssignmentId> assignment = {};   // of ends_soon
};
// In the operations that the actor may see, the gravest first.
std::vector<Attention> attention(const Organisation&, const Actor&, base::Instant now);
// The organisation as the actor may see it: her operations with their units, assignments, needed roles, and whom they name.
Organisation seen_by(const Actor&, Organisation);
}
