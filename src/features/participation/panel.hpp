#pragma once
#include "base/result.hpp"
#include "features/participation/ground.hpp"
#include "features/people/public.hpp"
#include "platform/calendar/date.hpp"
#include <map>
// The carers' panel (J6): who, by name and safe contact alone, and until when; perspectives are figures that nothing joins to anybody.
namespace participation {
using rights::AreaId;
using rights::AreaScope;
using MemberId = base::Id<struct PanelMember>;

// What the board has said of the panel; nobody is added before.
struct PanelRule {
    std::string decision;       // the board's decision: number and day
    bool reimbursed = false;
    int months = 12;            // how long one is a member before somebody else's turn
};
struct Member {
    MemberId id;
    AreaId area;
    rights::PersonId person;
    calendar::Date since, until;
    std::optional<base::Instant> left_at = {};
};
using PanelCounts = std::map<std::string, std::int64_t>;   // by the key of a target group

namespace store {
std::optional<PanelRule> panel_rule(db::Reader&, const AreaScope&, const AreaId&);
void set_rule(db::Transaction&, const AreaScope&, const AreaId&, const PanelRule&, base::Instant now);
std::vector<Member> members(db::Reader&, const AreaScope&);                   // who longest first; those who have left too
std::optional<Member> find_member(db::Reader&, const AreaScope&, const MemberId&);
bool any_of_person(db::Reader&, const AreaScope&, const rights::PersonId&);
void add(db::Transaction&, const AreaScope&, const Member&);
bool ended(db::Transaction&, const AreaScope&, const Member&, base::Instant now);
void remove(db::Transaction&, const AreaScope&, const Member&);
void lock(db::Transaction&, const AreaScope&, const AreaId&, std::string_view member);
PanelCounts panel_counts(db::Reader&, const AreaScope&, const AreaId&);
void count(db::Transaction&, const AreaScope&, const AreaId&, std::string_view perspective, int by);   // never below 0
}

enum class PanelRefusal { unknown, no_rule, decision_missing, months_wrong };
base::Result<PanelRule, PanelRefusal> set_rule(db::Transaction&, const rights::Actor&, base::Instant now, const AreaId&, const PanelRule&);
struct Joining {
    MemberId id;
    const people::NewPerson& person;
    const people::CheckedSafeContact& safe;
    std::vector<std::string> perspectives;   // counted, and forgotten whose they were
};
base::Result<MemberId, PanelRefusal> join(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const Joining&);
// perspectives: those that leave with her, as she says.
base::Result<MemberId, PanelRefusal> part(db::Transaction&, const rights::Actor&, base::Instant now, const MemberId&, const std::vector<std::string>& perspectives);
}
