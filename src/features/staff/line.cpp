#include "features/staff/line.hpp"
#include "platform/audit/audit.hpp"

namespace staff::line {
namespace {
std::string kind(Thing thing) {
    switch (thing) {
    case Thing::area: return "staff.area";
    case Thing::controller: return "staff.controller";
    case Thing::operation: return "staff.operation";
    case Thing::unit: return "staff.unit";
    case Thing::member: return "staff.member";
    case Thing::assignment: return "staff.assignment";
    case Thing::organisation: return "staff.organisation";
    }
    throw base::Bug("an unknown thing");
}
std::string reason(Done done) {
    switch (done) {
    case Done::added: return "added";
    case Done::changed: return "changed";
    case Done::ended: return "ended";
    }
    throw base::Bug("an unknown change");
}
// Refusals that somebody who reads the log wants to see: a right that was asked for and is not there.
std::optional<std::string> reason(Refusal why) {
    if (why == Refusal::not_yours) return "not_yours";
    if (why == Refusal::role_not_yours) return "role_not_yours";
    if (why == Refusal::yourself) return "yourself";
    if (why == Refusal::last_administrator) return "last_administrator";
    return std::nullopt;
}
}

void record(db::Transaction& tx, const Actor& actor, base::Instant now, Thing thing, Done done, std::string_view id, const std::optional<AreaId>& area) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = kind(thing), .object = std::string(id), .reason = reason(done), .area = area});
}
base::Refused<Refusal> refused(db::Transaction& tx, const Actor& actor, base::Instant now, Thing thing, std::string_view id, Refusal why) {
    if (const auto said = reason(why)) audit::record(tx, actor, now, {.act = audit::Act::refused, .kind = kind(thing), .object = std::string(id), .reason = *said});
    return base::refused(why);
}
void exported(db::Transaction& tx, const Actor& actor, base::Instant now) {
    audit::record(tx, actor, now, {.act = audit::Act::exported, .kind = kind(Thing::organisation), .reason = "staffing"});
}
}
