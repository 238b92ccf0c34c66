#include "app/log_keeping.hpp"
#include "app/activity_jobs.hpp"
#include "app/audit_commands.hpp"
#include "app/settling.hpp"
#include "app/sweeping.hpp"
#include "platform/crypto/random.hpp"

namespace app {
namespace {
std::string name_of_this_program() {
    crypto::SystemRandomness randomness;
    return crypto::text_of(crypto::random_id(randomness));
}
std::vector<jobs::Job> jobs_for(db::Database& database, const vault::Vault& vault, const base::Clock& clock, const std::string& where, const std::filesystem::path& head) {
    std::vector<jobs::Job> out{sweep_job(database, clock, &vault), activities_job(database, vault, clock)};
    if (!where.empty()) out.push_back(settle_job(database, clock, where));
    if (!head.empty()) out.push_back(audit_head_job(database, head));
    return out;
}
}

LogKeeping::LogKeeping(db::Database& database, const vault::Vault& vault, const base::Clock& clock, const std::string& where, const std::filesystem::path& head, observe::Observer& observer)
    : sealer_(database, vault.purpose_key(vault::Purpose::audit), clock,
              [&observer](const std::string& why) { observer.log().event(observe::Level::error, "access_log_not_sealed", {{"why", why}}); }),
      jobs_(database, clock, name_of_this_program(), jobs_for(database, vault, clock, where, head),
            [&observer](const std::string& job, const std::string& why) { observer.log().event(observe::Level::error, "job_failed", {{"job", job}, {"why", why}}); }) {
    const auto sealing = [&database] { return database.read(audit::sealing); };
    observer.metrics().ask("lotsen_audit_unsealed_lines", "Lines of the access log that wait for their seal", [sealing] { return static_cast<double>(sealing().waiting); });
    observer.metrics().ask("lotsen_audit_seal_age_seconds", "Since the last seal of the access log; +Inf when there is none", [sealing, &clock] {
        const auto last = sealing().last;
        return last ? static_cast<double>(clock.now().ms - last->ms) / 1000 : std::numeric_limits<double>::infinity();
    });
}
}
