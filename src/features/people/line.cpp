#include "features/people/line.hpp"
#include "platform/audit/audit.hpp"

namespace people::line {
namespace {
using audit::Act;
constexpr const char *person = "person", *protection = "person.protected", *reader = "person.protected_reader", *glass = "person.emergency", *alert = "person.alert",
                    *reached_so = "person.reached", *safe = "person.safe_contact";

void about(db::Transaction& tx, const Actor& actor, base::Instant now, Act act, const char* kind, const AreaId& area, const PersonId& id, std::string_view reason = {}) {
    const std::array subjects{audit::Subject{area, id}};
    audit::record(tx, actor, now, {.act = act, .kind = kind, .object = std::string(id.text()), .reason = std::string(reason), .area = area}, subjects);
}
void without_subject(db::Transaction& tx, const Actor& actor, base::Instant now, Act act, const char* kind, const AreaId& area, std::string_view object, const char* reason = "") {
    audit::record(tx, actor, now, {.act = act, .kind = kind, .object = std::string(object), .reason = reason, .area = area});
}
std::vector<audit::Subject> subjects_of(const std::vector<Name>& shown) {
    std::vector<audit::Subject> out;
    for (const auto& name : shown) out.push_back({name.area, name.id});
    return out;
}
}

void created(db::Transaction& tx, const Actor& actor, base::Instant now, const NewPerson& made) { about(tx, actor, now, Act::write, person, made.area, made.id, "created"); }
void changed(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const PersonId& id) { about(tx, actor, now, Act::write, person, area, id, "changed"); }
void erased(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const PersonId& id) { about(tx, actor, now, Act::erase, person, area, id); }
void read(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const PersonId& id, Reason reason) { about(tx, actor, now, Act::read, person, area, id, key(reason)); }
void reached(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const PersonId& id, Channel channel) { about(tx, actor, now, Act::read, reached_so, area, id, key(channel)); }
void safe_contact_changed(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const PersonId& id) { about(tx, actor, now, Act::write, safe, area, id, "changed"); }
void listed(db::Transaction& tx, const Actor& actor, base::Instant now, const std::vector<Name>& shown, Reason reason) {
    audit::record(tx, actor, now, {.act = Act::list, .kind = person, .reason = std::string(key(reason))}, subjects_of(shown));
}
void searched(db::Transaction& tx, const Actor& actor, base::Instant now, const std::vector<Name>& shown, Reason reason) {
    audit::record(tx, actor, now, {.act = Act::search, .kind = person, .reason = std::string(key(reason))}, subjects_of(shown));
}
void refused(db::Transaction& tx, const Actor& actor, base::Instant now, const PersonId& id, Reason reason) {
    audit::record(tx, actor, now, {.act = Act::refused, .kind = person, .object = std::string(id.text()), .reason = std::string(key(reason))});
}
void protected_refused(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const PersonId& id) { about(tx, actor, now, Act::refused, protection, area, id); }
void glass_broken(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, std::string_view id) { without_subject(tx, actor, now, Act::break_glass, glass, area, id); }
void glass_mended(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area) { without_subject(tx, actor, now, Act::write, glass, area, "", "ended"); }
void corrected(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const PersonId& id) { about(tx, actor, now, Act::write, "person.correction", area, id, "added"); }
void protected_granted(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const rights::AccountId& account) {
    without_subject(tx, actor, now, Act::write, reader, area, account, "granted");
}
void protected_revoked(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, const rights::AccountId& account) {
    without_subject(tx, actor, now, Act::write, reader, area, account, "revoked");
}
void alert_seen(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, std::string_view id) { without_subject(tx, actor, now, Act::read, alert, area, id); }
}
