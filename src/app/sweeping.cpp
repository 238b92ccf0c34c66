#include "app/sweeping.hpp"
#include "features/retention/public.hpp"
#include "features/sign_in/public.hpp"
#include "platform/once/ledger.hpp"
#include "platform/pack/store.hpp"

namespace app {
namespace {
// As the settings say it now: read anew each time, so that a change holds from the next hour.
sign_in::Kept kept(db::Reader& reader) {
    pack::Problems ignored;
    for (const auto& record : pack::ContentStore{}.all(reader)) {
        if (record.path != retention::record_path) continue;
        const auto times = retention::parse(record.source, record.path, ignored);
        return {times.session_hours, times.draft_days};
    }
    return {};
}
}

jobs::Job sweep_job(db::Database& database, const base::Clock& clock) {
    return {"sweep", std::chrono::hours(1), [&database, &clock](const jobs::Lease&) {
                const auto now = clock.now();
                const auto times = database.read(kept);
                database.write([&](db::Transaction& tx) {
                    once::Ledger::sweep(tx, now);
                    sign_in::close_ended(tx, now);
                    sign_in::remove_old(tx, now, times);
                });
            }};
}
}
