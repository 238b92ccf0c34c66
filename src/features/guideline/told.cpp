#include "features/guideline/told.hpp"
#include "features/guideline/store_revision.hpp"
#include "features/staff/public.hpp"

namespace guideline {
namespace {
std::shared_ptr<const Guideline> text_of(const Version& version, const references::References& known) {
    pack::Problems old;   // law that has left law.toml since
    return std::make_shared<const Guideline>(parse(version.source, known, old));
}
// The version before that one; 0 when there is none.
int before(db::Reader& reader, int number) {
    for (const auto& version : store::versions(reader))
        if (version.number < number) return version.number;
    return 0;
}
std::vector<rights::Role> roles_of(const rights::Actor& actor) {
    std::vector<rights::Role> out;
    for (const auto& a : actor.assignments()) out.push_back(a.role);
    return out;
}
bool concerns(const Changed& changed, const Difference& d, const std::vector<rights::Role>& roles) {
    return (d.before && concerns(*changed.before, d.before->role, roles)) || (d.after && concerns(*changed.after, d.after->role, roles));
}
}

bool concerns(const Guideline& g, std::string_view role, const std::vector<rights::Role>& roles) {
    const auto* found = g.role(role);
    if (!found || roles.empty()) return false;
    return std::any_of(found->told.begin(), found->told.end(), [&](const std::string& told) {
        return told == "all" || std::any_of(roles.begin(), roles.end(), [&](rights::Role r) { return rights::key(r) == told; });
    });
}

std::optional<Changed> changed_between(db::Reader& reader, const references::References& known, int from, int to) {
    const auto older = store::find_version(reader, from), newer = store::find_version(reader, to);
    if (!older || !newer) return std::nullopt;
    Changed out{from, to, text_of(*older, known), text_of(*newer, known), {}};
    out.parts = differences(*out.before, *out.after);
    return out;
}

std::optional<Changed> to_read(db::Reader& reader, const references::References& known, const rights::Actor& actor) {
    const int now = store::in_force(reader);
    const auto read = store::read_by(reader, actor.account());
    if (now == 1 || read.value_or(0) >= now) return std::nullopt;
    auto changed = changed_between(reader, known, read.value_or(before(reader, now)), now);
    if (!changed) return std::nullopt;
    const auto roles = roles_of(actor);
    std::erase_if(changed->parts, [&](const Difference& d) { return !concerns(*changed, d, roles); });
    return changed->parts.empty() ? std::nullopt : std::move(changed);
}

std::optional<Changed> newest_change(db::Reader& reader, const references::References& known) {
    const int now = store::in_force(reader);
    return changed_between(reader, known, before(reader, now), now);
}

std::vector<HaveRead> have_read(db::Reader& reader, const Changed& changed, base::Instant now) {
    const auto readers = store::who_have_read(reader, changed.to);
    std::vector<HaveRead> out;
    for (const auto role : rights::roles) {
        if (std::none_of(changed.parts.begin(), changed.parts.end(), [&](const Difference& d) { return concerns(changed, d, {role}); })) continue;
        const auto all = staff::accounts_with(reader, role, now);
        const auto read = std::count_if(all.begin(), all.end(), [&](const auto& a) { return std::find(readers.begin(), readers.end(), a) != readers.end(); });
        if (!all.empty()) out.push_back({role, static_cast<std::size_t>(read), all.size()});
    }
    return out;
}
}
