#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include "platform/web/router.hpp"
namespace once {

// Remembers which forms of a session have been sent (design: stamps). The stamp is written down before the page begins, so that two that
// arrive at once, also at two programs on one database, are one; and the first one's answer is given again for a day.
class Ledger final : public web::Once {
    db::Database& database_;
    const base::Clock& clock_;

public:
    Ledger(db::Database& database, const base::Clock& clock) : database_(database), clock_(clock) {}
    std::optional<Before> begun(std::string_view stamp, std::string_view session) override;
    void led_to(std::string_view stamp, std::string_view location) override;
    void not_done(std::string_view stamp) override;
    // Rows older than a day; a job's.
    static void sweep(db::Transaction&, base::Instant now);
};
}
