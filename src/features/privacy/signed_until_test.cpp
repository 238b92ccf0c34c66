#include "features/privacy/public.hpp"
#include "features/privacy/store_review.hpp"
#include "platform/audit/audit.hpp"
#include "support/privacy_desk.hpp"

using namespace privacy_test;

namespace {
class SignedUntil : public Municipality {
protected:
    void sign(char controller, int year, int month) {
        database().write([&](db::Transaction& tx) { ASSERT_TRUE(privacy::store::sign(tx, id<staff::ControllerId>(controller), {year, month}, id<rights::AccountId>('l'), now(), 0, 0)); });
    }
    std::optional<std::string> until() { return database().read([&](db::Reader& reader) { return privacy::log_reviewed(reader, now()); }); }
};
}

TEST_P(SignedUntil, is_the_month_until_which_every_controller_has_signed_without_a_gap) {
    EXPECT_EQ(until(), std::nullopt);
    later(70 * day);   // the log began in November; it is the end of January
    sign('c', 2026, 11), sign('c', 2026, 12);
    EXPECT_EQ(until(), std::nullopt) << "the provider has signed nothing";
    sign('d', 2026, 12);
    EXPECT_EQ(until(), std::nullopt) << "November is not signed there";
    sign('d', 2026, 11);
    EXPECT_EQ(until(), "2026-12");
    enter('d', 'e', Role::director);
    EXPECT_TRUE(site->get("/personal/lagkontroll").says("Loggen är granskad och underskriven till och med december 2026."));
}
LOTSEN_ON_BOTH_DATABASES(SignedUntil);
