#include "features/privacy/sweeping.hpp"
#include "features/privacy/month.hpp"
#include "platform/calendar/calendar.hpp"

namespace privacy {
namespace {
constexpr db::Sql no_reviews{"privacy.sweep_reviews", "DELETE FROM privacy_review WHERE month < ?1"};
constexpr db::Sql no_alerts{"privacy.sweep_alerts", "DELETE FROM privacy_alert WHERE at < ?1"};
constexpr db::Sql no_holds{"privacy.sweep_holds", "DELETE FROM privacy_hold WHERE lifted_at < ?1 OR (lifted_at IS NULL AND until_day < ?2)"};
}

void sweep(db::Transaction& tx, base::Instant before) {
    tx.execute(no_reviews, {text_of(month_of(before))});
    tx.execute(no_alerts, {before.ms});
    tx.execute(no_holds, {before.ms, calendar::iso(calendar::date(before))});
}
}
