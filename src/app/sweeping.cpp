#include "app/sweeping.hpp"
#include "features/contact/absence.hpp"
#include "features/contact/public.hpp"
#include "features/retention/public.hpp"
#include "features/sign_in/public.hpp"
#include "platform/once/ledger.hpp"

namespace app {
jobs::Job sweep_job(db::Database& database, const base::Clock& clock, const vault::Vault* vault) {
    return {"sweep", std::chrono::hours(1), [&database, &clock, vault](const jobs::Lease&) {
                const auto now = clock.now();
                // Read anew each time, so that a change of the settings holds from the next hour.
                const auto times = database.read(retention::stored);
                database.write([&](db::Transaction& tx) {
                    once::Ledger::sweep(tx, now);
                    sign_in::close_ended(tx, now);
                    sign_in::remove_old(tx, now, {times.session_hours, times.draft_days});
                    if (vault) contact::remove_old(tx, *vault, now);
                    contact::sweep_absences(tx, now);
                });
            }};
}
}
