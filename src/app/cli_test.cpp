#include "support/danderyd.hpp"
#include "support/program.hpp"
#include "support/test_database.hpp"
#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <thread>

using support::run_lotsen;
using support::RunningLotsen;

namespace {
const std::string danderyd = LOTSEN_SOURCE_DIR "/content/danderyd";

struct Place : support::TemporaryDirectory {
    std::string data() const { return path() / "data"; }
    std::string folder(const char* name) const { return path() / name; }
    // A copy of Danderyd's pack: an import leaves a note of what it saw in the folder.
    std::string pack(const support::Records& records = support::danderyds_records()) const {
        for (const auto& record : records) {
            std::filesystem::create_directories((path() / "pack" / record.path).parent_path());
            std::ofstream(path() / "pack" / record.path, std::ios::binary) << record.source;
        }
        return folder("pack");
    }
};
std::vector<std::string> serve(const Place& place, std::vector<std::string> more = {}) {
    std::vector<std::string> out{"serve", "--data", place.data(), "--listen", "127.0.0.1:0"};
    out.insert(out.end(), more.begin(), more.end());
    return out;
}
bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }
}

TEST(Help, of_the_program_and_of_each_command_says_what_it_does) {
    const auto all = run_lotsen({"--help"});
    EXPECT_EQ(all.code, 0);
    for (const char* command : {"serve", "demo", "check-content", "stamp-translations", "import", "export", "doctor", "backup", "restore", "audit"}) {
        EXPECT_TRUE(has(all.out, command)) << command;
        const auto help = run_lotsen({command, "--help"});
        EXPECT_EQ(help.code, 0) << command;
        EXPECT_TRUE(has(help.out, "--help")) << help.out;
        EXPECT_GT(help.out.size(), 100u) << command;
        EXPECT_EQ(help.err, "") << command;
    }
    EXPECT_EQ(run_lotsen({"--version"}).code, 0);
}
TEST(ExitCode, is_2_for_a_wrong_call) {
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{}, {"severa"}, {"serve", "--lissen", "x"}, {"serve"}, {"check-content"}, {"check-content", "/finns/inte"}, {"import", danderyd}, {"demo", "--port", "70000"}, {"doctor"}}) {
        const auto ended = run_lotsen(wrong);
        EXPECT_EQ(ended.code, 2) << (wrong.empty() ? "" : wrong[0]);
        EXPECT_NE(ended.err, "") << (wrong.empty() ? "" : wrong[0]);
    }
}
TEST(ExitCode, is_1_and_the_reason_is_said_when_it_cannot_be_done) {
    Place place;
    for (const std::vector<std::string>& impossible : {serve(place), {"export", "--data", place.data(), place.folder("out")}, {"serve", "--data", place.data(), "--listen", "ingen-adress"}, {"doctor", "--data", place.folder("finns-inte")},
                                                       {"import", "--database", "postgresql:///x?host=/finns/inte", danderyd}}) {
        const auto ended = run_lotsen(impossible);
        EXPECT_EQ(ended.code, 1) << impossible[0] << ended.out << ended.err;
        EXPECT_NE(ended.err + ended.out, "") << impossible[0];
    }
    EXPECT_TRUE(has(run_lotsen(serve(place)).err, "the database has no content yet: give a pack with --content DIR"));
}
TEST(CheckContent, finds_danderyds_pack_without_fault) {
    const auto ended = run_lotsen({"check-content", danderyd});
    EXPECT_EQ(ended.code, 0) << ended.out;
    EXPECT_TRUE(has(ended.out, "\n0 fel, ")) << ended.out.substr(ended.out.size() - 200);
}
TEST(CheckContent, says_file_line_reason_and_remedy_of_a_broken_pack) {
    Place place;
    const auto ended = run_lotsen({"check-content", "--faults", place.pack(support::changed(support::danderyds_records(), "offers/samtalsgrupp.md", "kind = \"service\"", "kind = \"tjänst\""))});
    EXPECT_EQ(ended.code, 1);
    EXPECT_TRUE(std::regex_search(ended.out, std::regex("offers/samtalsgrupp\\.md:4: fel: ”tjänst” går inte för ”kind”\\. Välj bland: service"))) << ended.out;
}
TEST(Export, then_import_changes_nothing) {
    Place place;
    ASSERT_EQ(run_lotsen({"import", "--data", place.data(), place.pack()}).code, 0);
    ASSERT_EQ(run_lotsen({"export", "--data", place.data(), place.folder("out")}).code, 0);
    EXPECT_EQ(pack::read_folder(place.folder("out")), support::danderyds_records());
    const auto again = run_lotsen({"import", "--data", place.data(), place.folder("out")});
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_TRUE(has(again.out, "0 new, 0 changed, 0 removed")) << again.out;
}
TEST(Serve, fills_an_empty_database_answers_and_drains_at_sigterm) {
    Place place;
    RunningLotsen lotsen(serve(place, {"--content", danderyd}));
    EXPECT_TRUE(lotsen.get("/").starts_with("HTTP/1.1 200 OK\r\n"));
    EXPECT_TRUE(has(lotsen.get("/stod/samtalsgrupp"), "</html>"));
    EXPECT_EQ(std::filesystem::status(place.data()).permissions() & std::filesystem::perms::others_all, std::filesystem::perms::none);
    EXPECT_EQ(lotsen.stop(), 0);
    EXPECT_EQ(lotsen.get("/"), "");
}
TEST(Serve, never_takes_a_pack_over_what_is_already_there) {
    Place place;
    ASSERT_EQ(run_lotsen({"import", "--data", place.data(), place.pack()}).code, 0);
    const auto refused = run_lotsen(serve(place, {"--content", danderyd}));
    EXPECT_EQ(refused.code, 1);
    EXPECT_TRUE(has(refused.err, "the database already has content, so --content is not used: change it with `lotsen import " + danderyd + "`")) << refused.err;
}
TEST(Serve, shows_imported_content_without_being_started_again) {
    Place place;
    RunningLotsen lotsen(serve(place, {"--content", danderyd}));
    ASSERT_EQ(run_lotsen({"export", "--data", place.data(), place.folder("out")}).code, 0);
    const auto records = support::changed(pack::read_folder(place.folder("out")), "offers/samtalsgrupp.md", "\n+++\n", "\n+++\nNyss ändrad.\n\n");
    for (const auto& r : records)
        if (r.path == "offers/samtalsgrupp.md") std::ofstream(place.folder("out") + "/" + r.path, std::ios::binary) << r.source;
    EXPECT_FALSE(has(lotsen.get("/stod/samtalsgrupp"), "Nyss ändrad."));
    ASSERT_EQ(run_lotsen({"import", "--data", place.data(), place.folder("out")}).code, 0);
    bool shown = false;
    for (int i = 0; i < 100 && !shown; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        shown = has(lotsen.get("/stod/samtalsgrupp"), "Nyss ändrad.") && has(lotsen.get("/sok?q=Nyss+%C3%A4ndrad"), "samtalsgrupp");
    }
    EXPECT_TRUE(shown) << "ten seconds later";
}
TEST(Demo, needs_nothing_beside_it_says_that_it_is_one_and_leaves_nothing) {
    RunningLotsen lotsen({"demo", "--port", "0"});
    EXPECT_TRUE(has(lotsen.said(), "a demonstration with invented details"));
    EXPECT_TRUE(has(lotsen.get("/"), "Det här är en provversion. Inget skickas till kommunen."));
    EXPECT_TRUE(has(lotsen.get("/"), "08-465 004 01"));
    EXPECT_FALSE(has(lotsen.get("/"), "Inte ifyllt ännu"));
    EXPECT_EQ(lotsen.stop(), 0);
}
TEST(Doctor, finds_a_filled_installation_in_order_and_an_open_folder_wrong) {
    Place place;
    ASSERT_EQ(run_lotsen({"import", "--data", place.data(), place.pack()}).code, 0);
    const auto well = run_lotsen({"doctor", "--data", place.data()});
    EXPECT_EQ(well.code, 0) << well.out;
    EXPECT_TRUE(has(well.out, "content can be read")) << well.out;
    std::filesystem::permissions(place.data(), std::filesystem::perms(0755));
    const auto open = run_lotsen({"doctor", "--data", place.data()});
    EXPECT_EQ(open.code, 1);
    EXPECT_TRUE(has(open.out, "chmod 700 ")) << open.out;
}

TEST(Settings, file_gives_way_to_environment_and_that_to_flags) {
    Place place;
    std::ofstream(place.folder("lotsen.toml")) << "[serve]\nlisten = \"from the file\"\n";
    const std::vector<std::string> from_file{"serve", "--config", place.folder("lotsen.toml"), "--data", place.data(), "--content", place.pack()};
    EXPECT_TRUE(has(run_lotsen(from_file).err, "from the file"));
    RunningLotsen from_environment(from_file, {{"LOTSEN_LISTEN", "127.0.0.1:0"}, {"LOTSEN_DATA", place.folder("not-this")}});
    EXPECT_TRUE(has(from_environment.get("/healthz"), "ok"));
    EXPECT_FALSE(std::filesystem::exists(place.folder("not-this")));   // --data was given
    RunningLotsen from_flag({"serve", "--config", place.folder("lotsen.toml"), "--listen", "127.0.0.1:0", "--content", place.folder("pack")}, {{"LOTSEN_LISTEN", "from the environment"}, {"LOTSEN_DATA", place.folder("this")}});
    EXPECT_TRUE(std::filesystem::exists(place.folder("this") + "/lotsen.db"));
}
