#pragma once
#include "platform/audit/seal.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/observe/observer.hpp"
#include "platform/vault/vault.hpp"
#include <filesystem>
namespace app {

// Seals the access log as long as the site is served, writes its head outside the server each hour, and tells how it goes. Each hour, what is
// past its time is swept away too (sweeping.hpp).
class LogKeeping {
    audit::Sealer sealer_;
    jobs::Runner jobs_;

public:
    // `where`: the database's address, for settling.hpp; empty: not settled. `head`: empty: not exported. All that is handed in must outlive this.
    LogKeeping(db::Database&, const vault::Vault&, const base::Clock&, const std::string& where, const std::filesystem::path& head, observe::Observer&);
};
}
