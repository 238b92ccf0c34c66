#include "platform/pack/folder.hpp"
#include "support/test_database.hpp"
#include <fstream>

namespace {
namespace fs = std::filesystem;
using pack::BadFolder;
using pack::Record;

class Folder : public testing::Test {
protected:
    support::TemporaryDirectory directory;
    fs::path folder = directory.path() / "pack";
    void SetUp() override { fs::create_directory(folder); }
    void put(const std::string& path, const std::string& bytes) {
        fs::create_directories((folder / path).parent_path());
        std::ofstream(folder / path, std::ios::binary) << bytes;
    }
    // The reason for the only fault, and that it comes with a remedy.
    std::string refusal() {
        try {
            pack::read_folder(folder);
        } catch (const BadFolder& e) {
            EXPECT_EQ(e.faults().size(), 1U) << e.what();
            EXPECT_FALSE(e.faults().front().remedy.empty());
            return e.faults().front().reason;
        }
        return "none";
    }
};

TEST_F(Folder, is_read_in_order_and_byte_for_byte) {
    put("z.toml", "a\r\n");
    put("offers/a-1.md", "å");
    put(".git/config.toml", "hidden");
    put(".exported", "");
    put("README.md", "to the editor");
    EXPECT_EQ(pack::read_folder(folder), (std::vector<Record>{{"README.md", "to the editor"}, {"offers/a-1.md", "å"}, {"z.toml", "a\r\n"}}));
}

TEST_F(Folder, refuses_what_no_pack_may_have) {
    put("report.docx", "x");
    EXPECT_EQ(refusal(), "is not a name that a pack may have");
    fs::remove(folder / "report.docx");
    put("Offers.md", "x");
    EXPECT_EQ(refusal(), "is not a name that a pack may have");
    fs::remove(folder / "Offers.md");
    put("a.md", "\xC3");
    EXPECT_EQ(refusal(), "is not text in UTF-8");
    put("a.md", std::string("a\0b", 3));
    EXPECT_EQ(refusal(), "is not text in UTF-8");
    put("a.md", std::string(1024 * 1024 + 1, 'a'));
    EXPECT_EQ(refusal(), "is larger than 1 MiB");
    put("a.md", std::string(1024 * 1024, 'a'));
    EXPECT_EQ(refusal(), "none");
}

TEST_F(Folder, follows_no_links) {
    fs::create_symlink("/etc/hostname", folder / "a.md");
    EXPECT_EQ(refusal(), "is a link");
    fs::remove(folder / "a.md");
    fs::create_directory_symlink("/etc", folder / "offers");
    EXPECT_EQ(refusal(), "is a link");
}

TEST_F(Folder, writes_nothing_outside_itself) {
    const auto outside = directory.path() / "outside";
    std::ofstream(outside) << "mine";
    fs::create_symlink(outside, folder / ".exported.new");
    pack::write_exported(folder, {{"a.md", std::string(64, 'a')}});
    std::string kept;
    std::ifstream(outside) >> kept;
    EXPECT_EQ(kept, "mine");
    EXPECT_EQ(pack::read_exported(folder)->size(), 1U);
    fs::remove(folder / ".exported");
    fs::create_symlink("/dev/zero", folder / ".exported");
    EXPECT_THROW(pack::read_exported(folder), BadFolder);
    pack::write_exported(folder, {});
    EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(folder / ".exported")));
}

TEST_F(Folder, must_exist) {
    EXPECT_THROW(pack::read_folder(folder / "none"), BadFolder);
    EXPECT_EQ(pack::read_exported(folder), std::nullopt);
}

TEST_F(Folder, an_edited_export_is_never_overwritten) {
    const std::vector<Record> first{{"a.md", "1"}, {"b.md", "1"}}, second{{"a.md", "2"}};
    pack::write_folder(folder, first);
    pack::write_folder(folder, second);
    EXPECT_EQ(pack::read_folder(folder), second) << "an untouched export is brought up to date";
    put("a.md", "min ändring");
    EXPECT_THROW(pack::write_folder(folder, first), BadFolder);
    EXPECT_EQ(pack::read_folder(folder)[0].source, "min ändring");
}

TEST_F(Folder, a_folder_with_other_things_is_not_exported_to) {
    put("a.md", "mitt");
    EXPECT_THROW(pack::write_folder(folder, {{"a.md", "1"}}), BadFolder);
}

TEST_F(Folder, exported_is_what_sha256sum_checks) {
    pack::write_folder(folder, {{"offers/a.md", "å\n"}});
    EXPECT_EQ(std::system(("cd '" + folder.string() + "' && sha256sum --quiet -c .exported").c_str()), 0);
    put(".exported", "what is this\n");
    EXPECT_THROW(pack::read_exported(folder), BadFolder);
    auto outside = std::string(64, 'a');
    outside += "  ../../etc/passwd.md\n";
    put(".exported", outside);
    EXPECT_THROW(pack::read_exported(folder), BadFolder);
}
}
