#include "app/activity_jobs.hpp"
#include "features/activities/due.hpp"

namespace app {
jobs::Job activities_job(db::Database& database, const vault::Vault& vault, const base::Clock& clock) {
    return {"activities", std::chrono::minutes(1), [&database, &vault, &clock](const jobs::Lease& lease) { activities::do_what_is_due(database, vault, clock.now(), [&] { return lease.go_on(); }); }};
}
}
