// The key commands, and serve with a key file, as a person runs them.
#include "platform/crypto/key_file.hpp"
#include "platform/vault/vault.hpp"
#include "support/program.hpp"
#include "support/test_database.hpp"
#include <fstream>
#include <gtest/gtest.h>

using support::run_lotsen;
using support::RunningLotsen;

namespace {
const std::string danderyd = LOTSEN_SOURCE_DIR "/content/danderyd";
constexpr base::Instant now{1795305600000};

struct Place : support::TemporaryDirectory {
    std::string data() const { return path() / "data"; }
    std::string file(const char* name) const { return path() / name; }
    std::string made(const char* name) const {
        const auto ended = run_lotsen({"keys", "create", "--yes", "--key", file(name), "--data", data()});
        EXPECT_EQ(ended.code, 0) << ended.err;
        return file(name);
    }
};
std::vector<std::string> serve(const Place& place, std::vector<std::string> more) {
    std::vector<std::string> out{"serve", "--data", place.data(), "--listen", "127.0.0.1:0"};
    out.insert(out.end(), more.begin(), more.end());
    return out;
}
bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }
std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void chmod_to(const std::string& file, int mode) { std::filesystem::permissions(file, std::filesystem::perms(mode)); }

// A database with the public site and so many persons' keys, wrapped by the file.
void fill(const Place& place, const std::string& key, int persons) {
    std::filesystem::copy(danderyd, place.file("pack"), std::filesystem::copy_options::recursive); // an import leaves a note in its folder
    ASSERT_EQ(run_lotsen({"import", "--data", place.data(), place.file("pack")}).code, 0);
    const auto database = db::Database::open(place.data() + "/lotsen.db");
    const auto vault = vault::open({key}, *database, place.data(), now);
    database->write([&](db::Transaction& tx) {
        for (int i = 0; i < persons; ++i) (void)vault->create_key(tx, {"conversation", "c" + std::to_string(i)}, now);
    });
}
}

TEST(Keys, create_says_first_what_the_loss_means_and_never_overwrites) {
    Place place;
    const auto ended = run_lotsen({"keys", "create", "--key", place.file("master.key")});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(has(ended.out, crypto::KeyFile::what_loss_means)) << ended.out;
    EXPECT_LT(ended.out.find("none of it can be read again"), ended.out.find("is in " + place.file("master.key")));
    const auto bytes = bytes_of(place.file("master.key"));
    EXPECT_TRUE(has(bytes, "lotsen-master-key 1 "));
    EXPECT_FALSE(has(ended.out, bytes.substr(bytes.size() - 65, 64))) << "the key itself is shown";
    const auto again = run_lotsen({"keys", "create", "--key", place.file("master.key")});
    EXPECT_EQ(again.code, 1);
    EXPECT_TRUE(has(again.err, "never overwritten")) << again.err;
    EXPECT_EQ(bytes_of(place.file("master.key")), bytes);
}
TEST(Keys, create_refuses_the_data_folder_named_or_found) {
    Place place;
    std::filesystem::create_directories(place.data() + "/deeper");
    const auto named = run_lotsen({"keys", "create", "--key", place.data() + "/deeper/master.key", "--data", place.data()});
    EXPECT_EQ(named.code, 1);
    EXPECT_TRUE(has(named.err, "a copy of the data would hold its own key")) << named.err;
    std::ofstream(place.data() + "/lotsen.db") << "";
    EXPECT_EQ(run_lotsen({"keys", "create", "--key", place.data() + "/deeper/master.key"}).code, 1);
    EXPECT_FALSE(std::filesystem::exists(place.data() + "/deeper/master.key"));
}
TEST(Keys, serve_without_one_serves_the_public_site_and_says_so) {
    Place place;
    RunningLotsen lotsen(serve(place, {"--content", danderyd}));
    EXPECT_TRUE(has(lotsen.said(), "No key file is given")) << lotsen.said();
    EXPECT_TRUE(has(lotsen.get("/"), "200 OK"));
    EXPECT_EQ(lotsen.stop(), 0);
}
TEST(Keys, serve_refuses_a_file_that_is_absent_open_inside_or_anothers_with_the_remedy) {
    Place place;
    const auto right = place.made("right.key"), wrong = place.made("wrong.key");
    fill(place, right, 3);
    const auto refused = [&](const std::string& key, std::string_view what, std::string_view remedy) {
        const auto ended = run_lotsen(serve(place, {"--key", key}));
        EXPECT_EQ(ended.code, 1) << key;
        EXPECT_TRUE(has(ended.err, what) && has(ended.err, remedy)) << ended.err;
    };
    refused(place.file("absent.key"), "there is no key file", "Put it back from its copy");
    refused(wrong, "does not fit this database", "Give the key file that belongs to this database");
    chmod_to(right, 0440);
    refused(right, "may be opened by others", "chmod 400 ");
    chmod_to(right, 0400);
    std::filesystem::copy(right, place.data() + "/inside.key");
    refused(place.data() + "/inside.key", "a copy of the data would hold its own key", "Choose a place of its own");
    std::filesystem::create_symlink(place.data() + "/inside.key", place.file("link.key"));
    refused(place.file("link.key"), "a copy of the data would hold its own key", "Choose a place of its own");
    RunningLotsen lotsen(serve(place, {}), {{"LOTSEN_KEY", right}});
    EXPECT_FALSE(has(lotsen.said(), "No key file"));
    EXPECT_EQ(lotsen.stop(), 0);
}
TEST(Keys, rotate_wraps_all_anew_says_how_far_and_when_the_old_one_may_go) {
    Place place;
    const auto old = place.made("old.key"), fresh = place.made("new.key");
    fill(place, old, 450);
    const auto keys = 450 + static_cast<int>(vault::purposes.size());
    const auto half = run_lotsen({"doctor", "--data", place.data(), "--key", fresh, "--former-key", old});
    EXPECT_TRUE(has(half.out, std::to_string(keys) + " keys are still wrapped") || has(half.out, "are still wrapped by the former key file")) << half.out;
    const auto rotated = run_lotsen({"keys", "rotate", "--data", place.data(), "--key", fresh, "--former", old});
    EXPECT_EQ(rotated.code, 0) << rotated.err;
    EXPECT_TRUE(has(rotated.out, "200 of " + std::to_string(keys)) && has(rotated.out, std::to_string(keys) + " of " + std::to_string(keys))) << rotated.out;
    EXPECT_TRUE(has(rotated.out, old + " may be destroyed")) << rotated.out;
    const auto again = run_lotsen({"keys", "rotate", "--data", place.data(), "--key", fresh, "--former", old});
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_TRUE(has(again.out, "No key had to be changed")) << again.out;
    EXPECT_EQ(run_lotsen(serve(place, {"--key", old})).code, 1);
    const auto well = run_lotsen({"doctor", "--data", place.data(), "--key", fresh});
    EXPECT_EQ(well.code, 0) << well.out;
    EXPECT_TRUE(has(well.out, "fit the key file")) << well.out;
}
TEST(Keys, doctor_tells_an_absent_an_open_and_a_foreign_file_apart) {
    Place place;
    const auto right = place.made("right.key"), wrong = place.made("wrong.key");
    fill(place, right, 1);
    const auto doctor = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"doctor", "--data", place.data()});
        return run_lotsen(more);
    };
    EXPECT_TRUE(has(doctor({}).out, "no key file is given, so it was not looked at"));
    const auto foreign = doctor({"--key", wrong});
    EXPECT_EQ(foreign.code, 1);
    EXPECT_TRUE(has(foreign.out, "are wrapped by another master key")) << foreign.out;
    const auto absent = doctor({"--key", place.file("absent.key")});
    EXPECT_EQ(absent.code, 1);
    EXPECT_TRUE(has(absent.out, "there is no key file")) << absent.out;
    chmod_to(right, 0644);
    const auto open = doctor({"--key", right});
    EXPECT_EQ(open.code, 1);
    EXPECT_TRUE(has(open.out, "chmod 400 ")) << open.out;
}
TEST(Keys, a_kept_demonstration_finds_its_key_again_beside_its_data) {
    Place place;
    for (int time = 0; time < 2; ++time) {
        RunningLotsen lotsen({"demo", "--port", "0", "--data", place.data()});
        EXPECT_TRUE(has(lotsen.get("/"), "200 OK"));
        EXPECT_EQ(lotsen.stop(), 0);
    }
    EXPECT_TRUE(std::filesystem::exists(place.file("data-key") + "/master.key"));
    EXPECT_FALSE(std::filesystem::exists(place.data() + "/master.key"));
}
