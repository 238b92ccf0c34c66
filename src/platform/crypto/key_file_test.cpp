#include "platform/crypto/key_file.hpp"
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace crypto {
namespace {
namespace fs = std::filesystem;

class KeyFiles : public testing::Test {
protected:
    fs::path home = fs::temp_directory_path() / ("lotsen-keys-" + std::to_string(::getpid()));
    std::vector<fs::path> never_in{home / "data", home / "backup/"};
    fs::path file = home / "keys/master.key";
    void SetUp() override {
        fs::create_directories(home / "data");
        fs::create_directories(home / "keys");
    }
    void TearDown() override { fs::remove_all(home); }

    std::optional<KeyFileTrouble> trouble(const std::function<void()>& f) {
        try {
            f();
        } catch (const KeyFileUnusable& unusable) {
            EXPECT_STRNE(unusable.what(), "");
            EXPECT_FALSE(unusable.remedy.empty());
            return unusable.trouble;
        }
        return {};
    }
    std::optional<KeyFileTrouble> creating(const fs::path& path) { return trouble([&] { (void)KeyFile::create(path, never_in); }); }
    std::optional<KeyFileTrouble> loading(const fs::path& path) { return trouble([&] { (void)KeyFile::load(path, never_in); }); }
    std::string content() { return {std::istreambuf_iterator<char>(std::ifstream(file).rdbuf()), {}}; }
    void replace(const std::string& text) {
        fs::remove(file);
        std::ofstream(file) << text;
        ::chmod(file.c_str(), 0600);
    }
};
}

TEST_F(KeyFiles, hold_the_key_that_was_made) {
    const Keyring made(KeyFile::create(file, never_in));
    const auto wrapped = made.wrap({"person", "1"}, Key::random());
    struct stat about {};
    ASSERT_EQ(::stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 07777, 0400U);
    EXPECT_TRUE(Keyring(KeyFile::load(file, never_in)).unwrap({"person", "1"}, wrapped));
    EXPECT_NE(std::string(KeyFile::what_loss_means).find("lost"), std::string::npos);
}
TEST_F(KeyFiles, are_never_overwritten) {
    (void)KeyFile::create(file, never_in);
    const auto before = fs::file_size(file);
    EXPECT_EQ(creating(file), KeyFileTrouble::exists_already);
    EXPECT_EQ(fs::file_size(file), before);
    fs::create_symlink(home / "keys/elsewhere", home / "keys/link");
    EXPECT_EQ(creating(home / "keys/link"), KeyFileTrouble::exists_already) << "a link laid out in advance is not followed";
    EXPECT_EQ(creating(home / "nowhere/master.key"), KeyFileTrouble::folder_absent);
}
TEST_F(KeyFiles, never_lie_beside_the_data) {
    for (const auto& path : {home / "data/master.key", home / "data/deep/er/master.key", home / "keys/../data/master.key", home / "backup/x"})
        EXPECT_EQ(creating(path), KeyFileTrouble::beside_the_data) << path;
    fs::create_directory_symlink(home / "data", home / "keys/way-in");
    EXPECT_EQ(creating(home / "keys/way-in/master.key"), KeyFileTrouble::beside_the_data);
    (void)KeyFile::create(file, {});
    fs::create_symlink(file, home / "data/link");
    EXPECT_EQ(loading(home / "data/link"), KeyFileTrouble::beside_the_data);
    fs::rename(file, home / "data/real");
    fs::create_symlink(home / "data/real", file);
    EXPECT_EQ(loading(file), KeyFileTrouble::beside_the_data);
    EXPECT_EQ(creating(home / "database.key"), std::nullopt) << "the same beginning is not the same folder";
}
TEST_F(KeyFiles, are_refused_when_others_can_open_them) {
    (void)KeyFile::create(file, never_in);
    for (const mode_t mode : {0644U, 0640U, 0660U, 0604U, 0700U, 0500U, 0440U, 04400U}) {
        ASSERT_EQ(::chmod(file.c_str(), mode), 0);
        EXPECT_EQ(loading(file), KeyFileTrouble::open_to_others) << std::oct << mode;
    }
    for (const mode_t mode : {0400U, 0600U}) {
        ASSERT_EQ(::chmod(file.c_str(), mode), 0);
        EXPECT_EQ(loading(file), std::nullopt) << std::oct << mode;
    }
    if (::geteuid() == 0) {
        ASSERT_EQ(::chown(file.c_str(), 12345, 12345), 0);
        EXPECT_EQ(loading(file), KeyFileTrouble::foreign_owner);
    }
}
TEST_F(KeyFiles, are_refused_when_they_are_something_else) {
    EXPECT_EQ(loading(file), KeyFileTrouble::absent);
    EXPECT_EQ(loading(home / "keys"), KeyFileTrouble::not_a_file);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    EXPECT_EQ(loading(file), KeyFileTrouble::not_a_file) << "and the start does not hang";
}
TEST_F(KeyFiles, notice_each_digit_copied_wrongly_from_paper) {
    (void)KeyFile::create(file, never_in);
    const auto whole = content();
    const auto digits = whole.size() - 65;
    for (std::size_t at = whole.find("lotsen-master-key"); at < whole.size() - 1; ++at) {
        auto changed = whole;
        changed[at] = changed[at] == '0' ? '1' : '0';
        replace(changed);
        EXPECT_EQ(loading(file), KeyFileTrouble::not_a_key) << at - digits;
    }
    for (const auto& wrong : {std::string(), whole.substr(0, digits), whole + whole.substr(digits), whole.substr(0, whole.size() - 3), std::string(100'000, '#')}) {
        replace(wrong);
        EXPECT_EQ(loading(file), KeyFileTrouble::not_a_key);
    }
    auto typed_again = "# typed again\r\n\r\n" + whole.substr(whole.find("lotsen-master-key"));
    typed_again.insert(typed_again.size() - 1, "\r");
    replace(typed_again);
    EXPECT_EQ(loading(file), std::nullopt) << "comments, empty lines and line ends of another system do no harm";
}
}
