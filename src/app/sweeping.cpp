#include "app/sweeping.hpp"
#include "features/contact/absence.hpp"
#include "features/contact/public.hpp"
#include "features/contact/sweeping.hpp"
#include "features/people/sweeping.hpp"
#include "features/privacy/sweeping.hpp"
#include "features/retention/public.hpp"
#include "features/sign_in/public.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/once/ledger.hpp"

namespace app {
namespace {
// What speaks of the access log is kept as long as the log is.
base::Instant log_kept(base::Instant now) { return calendar::start_of(retention::plus_years(calendar::date(now), -5)); }
}

jobs::Job sweep_job(db::Database& database, const base::Clock& clock, const vault::Vault* vault) {
    return {"sweep", std::chrono::hours(1), [&database, &clock, vault](const jobs::Lease&) {
                const auto now = clock.now();
                // Read anew each time, so that a change of the settings holds from the next hour.
                const auto times = database.read(retention::stored);
                database.write([&](db::Transaction& tx) {
                    once::Ledger::sweep(tx, now);
                    sign_in::close_ended(tx, now);
                    sign_in::remove_old(tx, now, {times.session_hours, times.draft_days});
                    if (vault) contact::remove_old(tx, *vault, now), people::sweep_alerts(tx, *vault, log_kept(now), now);
                    privacy::sweep(tx, log_kept(now));
                    contact::sweep_wordings(tx);
                    contact::sweep_absences(tx, now);
                });
            }};
}
}
