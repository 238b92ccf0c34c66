#include "platform/audit/audit.hpp"
#include "platform/audit/head.hpp"
#include "platform/crypto/key_file.hpp"
#include "support/program.hpp"
#include "support/test_database.hpp"
#include <gtest/gtest.h>
#include <thread>
// The access log as whoever runs Lotsen meets it: sealed by the running program, its head written outside, looked through at the terminal.

namespace {
using support::run_lotsen;
const std::string danderyd = LOTSEN_SOURCE_DIR "/content/danderyd";
bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

struct Running : support::TemporaryDirectory {
    std::string data = path() / "data", key = path() / "keys" / "master.key", head = path() / "outside.txt";
    Running() {
        std::filesystem::create_directory(path() / "keys");
        crypto::KeyFile::create(key, {});
    }
    std::vector<std::string> serve() const { return {"serve", "--data", data, "--content", danderyd, "--listen", "127.0.0.1:0", "--key", key, "--audit-head", head}; }
    std::vector<std::string> again() const { return {"serve", "--data", data, "--listen", "127.0.0.1:0", "--key", key, "--audit-head", head}; }
    std::vector<std::string> verify(bool with_head = true) const {
        std::vector<std::string> out{"audit", "verify", "--data", data, "--key", key};
        if (with_head) out.insert(out.end(), {"--head", head});
        return out;
    }
    void acts(int amount, std::int64_t ago_ms = 0) const {
        const base::Instant now{base::SystemClock{}.now().ms - ago_ms};
        const auto database = db::Database::open(data + "/lotsen.db");
        for (int i = 0; i < amount; ++i)
            database->write([&](db::Transaction& tx) { audit::record(tx, rights::Actor::at_the_terminal(), now, {.act = audit::Act::write, .kind = "account"}); });
    }
    void by_hand(const std::string& statement) const {
        db::Database::open(data + "/lotsen.db")->exclusively([&](db::Connection& connection) { connection.script(statement); });
    }
};
}

TEST(AuditCommand, finds_what_was_done_by_hand_to_a_log_that_the_running_program_sealed) {
    const Running place;
    {
        support::RunningLotsen lotsen(place.serve());
        place.acts(3);
        std::this_thread::sleep_for(std::chrono::seconds(3));
        EXPECT_EQ(lotsen.stop(), 0);
    }
    place.acts(1);   // without a sealer: the next start seals it
    {
        support::RunningLotsen lotsen(place.again());
        std::this_thread::sleep_for(std::chrono::seconds(3));
        EXPECT_EQ(lotsen.stop(), 0);
    }
    const auto untouched = run_lotsen(place.verify(false));
    EXPECT_EQ(untouched.code, 0) << untouched.out << untouched.err;
    EXPECT_TRUE(has(untouched.out, "4 seals and 4 lines")) << untouched.out;
    EXPECT_TRUE(has(untouched.out, "--head")) << untouched.out;

    audit::export_head(*db::Database::open(place.data + "/lotsen.db"), place.head);
    EXPECT_EQ(run_lotsen(place.verify()).code, 0);
    place.by_hand("DELETE FROM audit_line WHERE id = (SELECT line FROM audit_seal WHERE position = 4)");
    place.by_hand("DELETE FROM audit_seal WHERE position = 4");
    EXPECT_EQ(run_lotsen(place.verify(false)).code, 0);
    const auto cut = run_lotsen(place.verify());
    EXPECT_EQ(cut.code, 1);
    EXPECT_TRUE(has(cut.out, "the end of the log was cut off")) << cut.out;
    place.by_hand("UPDATE audit_line SET act = 'read' WHERE id = (SELECT line FROM audit_seal WHERE position = 2)");
    EXPECT_TRUE(has(run_lotsen(place.verify()).out, "a line was changed, at position 2"));
}
// What is kept is the municipality's setting, and never under five years.
TEST(AuditCommand, removes_what_is_older_than_the_settings_say) {
    const Running place;
    const auto seals = [&](const std::vector<std::string>& how) {
        support::RunningLotsen lotsen(how);
        std::this_thread::sleep_for(std::chrono::seconds(3));
        EXPECT_EQ(lotsen.stop(), 0);
    };
    const auto gallra = [&] { return run_lotsen({"audit", "gallra", "--data", place.data, "--key", place.key}); };
    seals(place.serve());
    place.acts(3, 6LL * 366 * 24 * 3600 * 1000);
    seals(place.again());
    place.by_hand("UPDATE content_record SET source = 'log_years = 7' WHERE path = 'retention.toml'");
    EXPECT_TRUE(has(gallra().out, "Nothing is older than 7 years")) << gallra().out;
    place.by_hand("UPDATE content_record SET source = 'log_years = 5' WHERE path = 'retention.toml'");
    const auto done = gallra();
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_TRUE(has(done.out, "3 lines older than 5 years")) << done.out;
    seals(place.again());
    EXPECT_EQ(run_lotsen(place.verify(false)).code, 0) << "what is left is sound, and the removal is its own line";
    place.by_hand("UPDATE audit_line SET kind = 'other'");
    EXPECT_EQ(gallra().code, 1) << "a log that is not sound is evidence";
}
TEST(AuditCommand, needs_the_key_and_a_head_that_is_one) {
    const Running place;
    { support::RunningLotsen(place.serve()).stop(); }
    EXPECT_EQ(run_lotsen({"audit", "verify", "--data", place.data}).code, 2);
    EXPECT_EQ(run_lotsen({"audit", "verify", "--key", place.key}).code, 2);
    auto wrong = place.verify(false);
    wrong.insert(wrong.end(), {"--head", place.key});
    const auto refused = run_lotsen(wrong);
    EXPECT_EQ(refused.code, 1);
    EXPECT_TRUE(has(refused.err, "is not a head of the access log")) << refused.err;
}
