#pragma once
#include "features/guideline/revision.hpp"
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
#include <memory>
// Who is told what when the guideline has changed (K3). Nobody is asked twice about what has not changed.
namespace guideline {

// What differs between two versions. `parts` points into the two texts beside it.
struct Changed {
    int from = 0, to = 0;
    std::shared_ptr<const Guideline> before, after;
    std::vector<Difference> parts;
};
// Between two versions that have been in force or are decided; nothing when there is no such version.
std::optional<Changed> changed_between(db::Reader&, const references::References&, int from, int to);

// What has changed for the actor since the version she last said that she has read, or the one before this; nothing when nothing has.
std::optional<Changed> to_read(db::Reader&, const references::References&, const rights::Actor&);
// Whether what lies on that role of the guideline is told to somebody with these roles.
bool concerns(const Guideline&, std::string_view role, const std::vector<rights::Role>&);

// How many of those with a role, whom the newest change concerns, have said that they have read it. Never who.
struct HaveRead {
    rights::Role role;
    std::size_t read = 0, of = 0;
};
std::vector<HaveRead> have_read(db::Reader&, const Changed&, base::Instant now);
// What the version in force changed; nothing before the first revision.
std::optional<Changed> newest_change(db::Reader&, const references::References&);
}
