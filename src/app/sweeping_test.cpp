#include "app/sweeping.hpp"
#include "features/sign_in/public.hpp"
#include "platform/pack/store.hpp"
#include "support/pages.hpp"
#include <gtest/gtest.h>
// The hourly sweep on both databases: what is past its time goes, the rest stays.

namespace {
constexpr db::Sql sessions{"test.left_sessions", "SELECT id FROM sign_in_session ORDER BY id"}, drafts{"test.left_drafts", "SELECT id FROM sign_in_draft ORDER BY id"}, forms{"test.left_forms", "SELECT stamp FROM once_form ORDER BY stamp"},
    links{"test.left_links", "SELECT account FROM sign_in_invitation ORDER BY account"}, tries{"test.left_tries", "SELECT bucket FROM sign_in_failure ORDER BY bucket"}, begun{"test.left_begun", "SELECT back FROM sign_in_oidc_attempt ORDER BY back"};
constexpr std::int64_t hour = 3'600'000, day = 24 * hour;

class Sweep : public support::OnBothDatabases {
protected:
    support::StandingClock clock;
    void rows(const std::string& statement) {
        database().exclusively([&](db::Connection& connection) { connection.script(statement); });
    }
    std::string at(std::int64_t ago) { return std::to_string(clock.time.ms - ago); }
    // BLOBs are written differently.
    std::string bytes(int n) { return (GetParam() == db::Kind::sqlite ? "x'" : "'\\x") + std::string(n < 10 ? "0" : "") + std::to_string(n) + "'"; }
    void session(const std::string& id, std::int64_t created, std::optional<std::int64_t> ended, int n) {
        rows("INSERT INTO sign_in_session (id, secret_hash, account, method, acr, assigned, created_at, last_seen_at, confirmed_at, ended_at) VALUES ('" + id + "', " + bytes(n) + ", 'a', 'local', '', 1, " + at(created) + ", " + at(created) +
             ", " + at(created) + ", " + (ended ? at(*ended) : "NULL") + ")");
    }
    void draft(const std::string& id, std::int64_t made, int n) {
        rows("INSERT INTO sign_in_draft (id, account, route, path, form, created_at) VALUES ('" + id + "', 'a', 'r', '/p', " + bytes(n) + ", " + at(made) + ")");
    }
    void form(const std::string& stamp, std::int64_t begun) { rows("INSERT INTO once_form (stamp, session, begun_at) VALUES ('" + stamp + "', 's', " + at(begun) + ")"); }
    void sweep() {
        const std::atomic<bool> held = true;
        app::sweep_job(database(), clock).run({{}, held});
    }
    std::vector<std::string> left(const db::Sql& all) {
        return database().read([&](db::Reader& reader) { return reader.query(all, {}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    }
    void settings(const std::string& source) {
        ASSERT_TRUE(database().write([&](db::Transaction& tx) { return pack::ContentStore{}.fill(tx, {{"retention.toml", source}}, clock.time); }));
    }
    using Names = std::vector<std::string>;
};
}

TEST_P(Sweep, takes_what_is_past_its_time_and_leaves_the_rest) {
    session("ended-long-ago", 3 * day, day + hour, 1), session("ended-today", day, hour, 2), session("open", hour, std::nullopt, 3), session("forgotten", 2 * day, std::nullopt, 4);
    draft("old", 7 * day + hour, 5), draft("new", 6 * day, 6);
    form("yesterday", day + hour), form("today", hour);
    sweep();
    EXPECT_EQ(left(sessions), (Names{"ended-today", "open"}));
    EXPECT_EQ(left(drafts), Names{"new"});
    EXPECT_EQ(left(forms), Names{"today"});
}
TEST_P(Sweep, keeps_as_long_as_the_settings_say) {
    settings("session_hours = 48\ndraft_days = 2\n");
    session("ended-yesterday", 2 * day, day + hour, 1), session("ended-before", 4 * day, 2 * day + hour, 2), session("open", hour, std::nullopt, 3);
    draft("three-days", 3 * day, 4), draft("one-day", day, 5);
    sweep();
    EXPECT_EQ(left(sessions), (Names{"ended-yesterday", "open"}));
    EXPECT_EQ(left(drafts), Names{"one-day"});
}
// However short ended sessions are kept, one that is in use is not taken.
TEST_P(Sweep, ends_no_session_that_is_in_use) {
    settings("session_hours = 1\n");
    session("open", 8 * hour, std::nullopt, 1), session("ended", 8 * hour, 2 * hour, 2);
    sweep();
    EXPECT_EQ(left(sessions), Names{"open"});
}
TEST_P(Sweep, takes_links_tries_and_begun_sign_ins) {
    const auto invitation = [&](int n, std::int64_t expired) {
        rows("INSERT INTO sign_in_invitation (hash, account, created_by, created_at, expires_at) VALUES (" + bytes(n) + ", 'a" + std::to_string(n) + "', 'b', " + at(expired + day) + ", " + at(expired) + ")");
    };
    const auto failure = [&](const std::string& bucket, std::int64_t ago) { rows("INSERT INTO sign_in_failure (bucket, hash, tries, last_at, until_at) VALUES ('" + bucket + "', " + bytes(1) + ", 1, " + at(ago) + ", 0)"); };
    const auto attempt = [&](int n, const std::string& back, std::int64_t ago) {
        rows("INSERT INTO sign_in_oidc_attempt (state_hash, browser_hash, kept, began_at, back) VALUES (" + bytes(n) + ", " + bytes(n) + ", " + bytes(n) + ", " + at(ago) + ", '" + back + "')");
    };
    invitation(1, hour), invitation(2, -hour);
    failure("login", hour), failure("network", 60'000);
    attempt(1, "/old", hour), attempt(2, "/new", 60'000);
    sweep();
    EXPECT_EQ(left(links), Names{"a2"});
    EXPECT_EQ(left(tries), Names{"network"});
    EXPECT_EQ(left(begun), Names{"/new"});
}
// Whoever has ended signs in with nothing, her login name is somebody else's to choose, and the provider's group does not let her in again.
TEST_P(Sweep, closes_the_accounts_of_those_who_have_ended) {
    const auto member = [&](const std::string& account, const std::string& ended, int n) {
        rows("INSERT INTO staff_member (account, created_at, ended_at) VALUES ('" + account + "', " + at(day) + ", " + ended + ")");
        rows("INSERT INTO sign_in_account (account, login_hash, password, totp_secret, totp_step, state, shortcuts, created_at, changed_at) VALUES ('" + account + "', " + bytes(n) + ", 'argon', " + bytes(n) + ", 7, 'active', 1, " + at(day) + ", " + at(day) + ")");
        rows("INSERT INTO sign_in_recovery_code (account, digest) VALUES ('" + account + "', " + bytes(n) + ")");
        rows("INSERT INTO sign_in_oidc_subject (subject_hash, account, created_at) VALUES (" + bytes(n) + ", '" + account + "', " + at(day) + ")");
    };
    const std::string ended(22, 'e'), works(22, 'w');
    member(ended, at(hour), 1), member(works, "NULL", 2);
    sweep();
    sweep();   // a closed one is not closed again
    constexpr db::Sql left_accounts{"test.left_accounts", "SELECT account FROM sign_in_account WHERE login_hash IS NOT NULL AND password IS NOT NULL AND totp_secret IS NOT NULL AND state = 'active'"};
    constexpr db::Sql emptied{"test.emptied", "SELECT account FROM sign_in_account WHERE login_hash IS NULL AND password IS NULL AND totp_secret IS NULL AND state = 'closed'"};
    constexpr db::Sql codes{"test.left_codes", "SELECT account FROM sign_in_recovery_code"}, subjects{"test.left_subjects", "SELECT account FROM sign_in_oidc_subject ORDER BY account"}, lines{"test.closed_lines", "SELECT object FROM audit_line WHERE kind = 'account.closed'"};
    EXPECT_EQ(left(left_accounts), Names{works});
    EXPECT_EQ(left(emptied), Names{ended});
    EXPECT_EQ(left(codes), Names{works});
    EXPECT_EQ(left(subjects), (Names{ended, works}));
    EXPECT_EQ(left(lines), Names{ended});
    const auto state = database().read([&](db::Reader& reader) { return sign_in::state_of(reader, *rights::AccountId::from(ended)); });
    EXPECT_EQ(state, sign_in::State::closed);
    rows("INSERT INTO sign_in_account (account, login_hash, totp_step, state, shortcuts, created_at, changed_at) VALUES ('" + std::string(22, 'n') + "', " + bytes(1) + ", -1, 'invited', 1, " + at(0) + ", " + at(0) + ")");
}
LOTSEN_ON_BOTH_DATABASES(Sweep);
