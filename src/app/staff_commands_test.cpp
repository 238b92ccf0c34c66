#include "app/keys.hpp"
#include "app/site_server.hpp"
#include "app/staff_commands.hpp"
#include "features/staff/public.hpp"
#include "platform/crypto/key_file.hpp"
#include "support/test_database.hpp"
#include <fstream>
#include <sstream>

namespace {
using testing::internal::CaptureStderr;
using testing::internal::CaptureStdout;
using testing::internal::GetCapturedStderr;
using testing::internal::GetCapturedStdout;

// A data folder with a schema, and a key beside it.
class StaffCommands : public testing::Test {
    support::TemporaryDirectory data_, beside_;

protected:
    const base::SystemClock clock;
    const app::Where where{data_.path(), {}};
    const app::KeyOptions keys{beside_.path() / "master.key", {}};
    void SetUp() override {
        app::open_database(where.address(), clock);
        crypto::KeyFile::create(keys.key, app::never_in(where));
    }
    std::filesystem::path file(const char* name, const std::string& text = {}) const {
        const auto path = beside_.path() / name;
        if (!text.empty()) std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    std::size_t members() {
        return app::open_database(where.address(), clock)->read([&](db::Reader& reader) { return staff::organisation(reader, clock.now()).members.size(); });
    }
    static std::string read(const std::filesystem::path& path) {
        std::ostringstream out;
        out << std::ifstream(path, std::ios::binary).rdbuf();
        return out.str();
    }
};
const std::string heading = "controller;controller_kind;operation;operation_kind;area;unit;name;email;role;from;until\r\n";
const std::string line = "Nämnden;board;Äldre;older;Äldre;Norr;Påhittad Ek;ek@prov.invalid;administrator;2026-01-01;\r\n";

TEST_F(StaffCommands, say_first_and_store_then) {
    const auto from = file("in.csv", heading + line);
    CaptureStdout();
    EXPECT_EQ(app::import_staff(where, keys, from, true), 0);
    const auto said = GetCapturedStdout();
    EXPECT_NE(said.find("line 2: add Påhittad Ek, administrator, Norr, 2026-01-01"), std::string::npos) << said;
    EXPECT_EQ(members(), 0u);
    CaptureStdout();
    EXPECT_EQ(app::import_staff(where, keys, from, false), 0);
    EXPECT_NE(GetCapturedStdout().find("6 changes are made."), std::string::npos);
    EXPECT_EQ(members(), 1u);
    CaptureStdout();
    EXPECT_EQ(app::import_staff(where, keys, from, false), 0);
    EXPECT_EQ(GetCapturedStdout(), "0 changes are made.\n");
}
TEST_F(StaffCommands, say_the_line_of_each_fault_and_store_nothing) {
    CaptureStderr();
    EXPECT_EQ(app::import_staff(where, keys, file("in.csv", heading + line + "för få\r\n"), false), 1);
    const auto said = GetCapturedStderr();
    EXPECT_NE(said.find("line 3: Raden ska ha elva kolumner"), std::string::npos) << said;
    EXPECT_EQ(members(), 0u);
}
TEST_F(StaffCommands, write_a_file_for_nobody_else_to_read_and_over_none) {
    CaptureStdout();
    ASSERT_EQ(app::import_staff(where, keys, file("in.csv", heading + line), false), 0);
    GetCapturedStdout();
    ASSERT_EQ(app::export_staff(where, keys, file("out.csv")), 0);
    EXPECT_EQ(read(file("out.csv")), heading + line);
    EXPECT_EQ(std::filesystem::status(file("out.csv")).permissions(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_THROW(app::export_staff(where, keys, file("out.csv")), app::Refusal);
    EXPECT_THROW(app::export_staff(where, {}, file("other.csv")), app::Refusal);
}
TEST_F(StaffCommands, give_the_demonstration_every_role_and_something_to_attend_to) {
    const auto database = app::open_database(where.address(), clock);
    const auto vault = app::open_vault(where, keys, *database, clock.now());
    app::fill_organisation(*database, *vault, clock.now());
    const auto all = database->read([&](db::Reader& reader) { return staff::organisation(reader, clock.now()); });
    for (const auto role : rights::roles)
        EXPECT_TRUE(std::any_of(all.assignments.begin(), all.assignments.end(), [&](const auto& a) { return a.role == role; })) << rights::key(role);
    EXPECT_TRUE(std::any_of(all.assignments.begin(), all.assignments.end(), [](const auto& a) { return a.until.has_value(); }));
    EXPECT_TRUE(std::any_of(all.controllers.begin(), all.controllers.end(), [](const auto& c) { return c.kind == staff::ControllerKind::private_provider; }));
    EXPECT_EQ(all.needed.size(), 1u);
    app::fill_organisation(*database, *vault, clock.now());
    EXPECT_EQ(database->read([&](db::Reader& reader) { return staff::organisation(reader, clock.now()); }).members.size(), all.members.size()) << "only once";
}
}
