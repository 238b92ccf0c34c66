#include "support/program.hpp"
#include "support/test_database.hpp"
#include "support/tokens.hpp"
#include <fstream>
#include <gtest/gtest.h>

using namespace support;
namespace {
std::filesystem::path kept(const TemporaryDirectory& folder, const std::string& pem, std::filesystem::perms mode = std::filesystem::perms::owner_read) {
    const auto file = folder.path() / "provider.pem";
    std::ofstream(file) << pem;
    std::filesystem::permissions(file, mode);
    return file;
}
}
TEST(ProviderKeys, are_printed_without_the_private_part) {
    const TemporaryDirectory folder;
    const auto printed = run_lotsen({"provider", "jwks", "--oidc-key", kept(folder, ec_pem())});
    EXPECT_EQ(printed.code, 0) << printed.err;
    EXPECT_NE(printed.out.find("\"kty\":\"EC\""), std::string::npos) << printed.out;
    EXPECT_NE(printed.out.find("\"x\":"), std::string::npos);
    EXPECT_EQ(printed.out.find("\"d\":"), std::string::npos);
}
TEST(ProviderKeys, of_a_file_that_is_no_key_are_refused_in_words) {
    const TemporaryDirectory folder;
    const auto refused = run_lotsen({"provider", "jwks", "--oidc-key", kept(folder, "no key")});
    EXPECT_EQ(refused.code, 1);
    EXPECT_FALSE(refused.err.empty());
    EXPECT_EQ(refused.out, "");
}
