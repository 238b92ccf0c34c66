#include "features/people/sweeping.hpp"
#include "features/people/sealing.hpp"

namespace people {
namespace {
constexpr db::Sql old_emergencies{"people.old_emergencies", "SELECT id FROM people_emergency WHERE until_at < ?1"};
constexpr db::Sql no_emergencies{"people.sweep_emergencies", "DELETE FROM people_emergency WHERE until_at < ?1"};
constexpr db::Sql no_alerts{"people.sweep_alerts", "DELETE FROM people_alert WHERE at < ?1 AND NOT EXISTS (SELECT 1 FROM people_emergency e WHERE e.area = people_alert.area AND e.id = people_alert.id)"};
}

void sweep_alerts(db::Transaction& tx, const vault::Vault& vault, base::Instant before, base::Instant now) {
    for (const auto& id : tx.query(old_emergencies, {before.ms}, [](const db::Row& row) { return std::string(row.text(0)); })) vault.erase(tx, {emergency_key, id}, now);
    tx.execute(no_emergencies, {before.ms});
    tx.execute(no_alerts, {before.ms});
}
}
