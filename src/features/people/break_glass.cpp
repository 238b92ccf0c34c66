// Break-glass (feature H6), and what an area's head is told.
#include "base/text.hpp"
#include "features/people/line.hpp"
#include "features/people/sealing.hpp"

namespace people {
namespace {
constexpr std::size_t shortest_reason = 10, longest_reason = 500;
}

base::Result<rights::Emergency, BreakGlassRefusal> break_glass(db::Transaction& tx, const vault::Vault& vault, crypto::Randomness& randomness, const Actor& actor, base::Instant now,
                                                               AreaId area, std::string_view why) {
    why = base::trimmed(why);
    if (!actor.is_any(may_break_glass)) return base::refused(BreakGlassRefusal::not_your_role);
    if (base::length(why) < shortest_reason) return base::refused(BreakGlassRefusal::reason_missing);
    if (base::length(why) > longest_reason) return base::refused(BreakGlassRefusal::reason_too_long);
    const auto id = crypto::text_of(crypto::random_id(randomness));
    const rights::Emergency opened{area, {now.ms + break_glass_ms}};
    // The actor has no right to the area yet: these two rows are what tells its head.
    const auto scope = AreaScope::of_the_system(area);
    const auto key = vault.create_key(tx, {emergency_key, id}, now);
    store::insert_emergency(tx, scope, {id, area, actor.account(), seal_why(key, area, id, why), now, opened.until});
    store::insert_alert(tx, scope, {id, area, AlertKind::break_glass, actor.account(), now});
    line::glass_broken(tx, actor, now, area, id);
    return opened;
}

std::vector<rights::Emergency> emergencies(db::Reader& reader, const rights::AccountId& account, base::Instant now) { return store::emergencies_of(reader, account, now); }

bool end_break_glass(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area) {
    if (!store::end_emergencies(tx, actor.account(), area, now)) return false;
    line::glass_mended(tx, actor, now, area);
    return true;
}

std::vector<Alert> alerts(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope) {
    std::vector<Alert> out;
    for (auto& [alert, wrapped] : store::alerts(reader, scope)) {
        alert.why = unsealed_why(vault, alert, wrapped);
        out.push_back(std::move(alert));
    }
    return out;
}

bool seen(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, std::string_view id) {
    const auto area = store::mark_seen(tx, scope, id, actor.account(), now);
    if (area) line::alert_seen(tx, actor, now, *area, id);
    return area.has_value();
}
}
