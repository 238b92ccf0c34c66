#include "platform/oidc/client_key.hpp"
#include "platform/oidc/json.hpp"
#include "support/tokens.hpp"
#include <fstream>
#include <gtest/gtest.h>

namespace oidc {
namespace {
namespace fs = std::filesystem;

class KeyOnDisk : public testing::Test {
protected:
    fs::path folder_ = fs::temp_directory_path() / ("lotsen-oidc-key-" + std::to_string(::getpid()));
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path written(const std::string& text, fs::perms mode) {
        const auto path = folder_ / "key.pem";
        fs::remove(path);
        std::ofstream(path) << text;
        fs::permissions(path, mode);
        return path;
    }
};
constexpr auto owner = fs::perms::owner_read | fs::perms::owner_write;

TEST_F(KeyOnDisk, IsReadWhenOnlyItsOwnerMay) {
    const auto key = ClientKey::load(written(support::ec_pem(), owner), "sign-in-2026");
    ASSERT_TRUE(key);
    EXPECT_EQ(key->key_id(), "sign-in-2026");
}
TEST_F(KeyOnDisk, IsRefusedWithTheReason) {
    const auto trouble = [this](const std::string& text, fs::perms mode) { return ClientKey::load(written(text, mode)).refusal(); };
    EXPECT_EQ(trouble(support::ec_pem(), owner | fs::perms::others_read), KeyTrouble::open_to_others);
    EXPECT_EQ(trouble("not a key", owner), KeyTrouble::not_a_private_key);
    EXPECT_EQ(trouble(std::string(100'000, 'x'), owner), KeyTrouble::not_a_private_key);
    EXPECT_EQ(trouble(support::public_pem(support::ec_pem()), owner), KeyTrouble::not_a_private_key);
    EXPECT_EQ(trouble(support::ec_pem("P-384"), owner), KeyTrouble::unfit);
    EXPECT_EQ(trouble(support::rsa_pem(1024), owner), KeyTrouble::unfit);
    EXPECT_EQ(ClientKey::load(folder_ / "absent.pem").refusal(), KeyTrouble::absent);
    EXPECT_EQ(ClientKey::load(folder_).refusal(), KeyTrouble::absent);
}

// RFC 7638, 3.1: the thumbprint's own example is a public key, so here: the same key always has the same name, another has another.
TEST(ClientKey, IsNamedByItsThumbprint) {
    const auto pem = support::rsa_pem();
    const auto one = ClientKey::from_pem(pem), same = ClientKey::from_pem(pem), other = ClientKey::from_pem(support::rsa_pem());
    EXPECT_EQ(one->key_id(), same->key_id());
    EXPECT_NE(one->key_id(), other->key_id());
    EXPECT_EQ(one->key_id().size(), 43u);
}
TEST(ClientKey, TellsTheProviderNothingSecret) {
    for (const auto& pem : {support::rsa_pem(), support::ec_pem()}) {
        const auto set = Json::object((*ClientKey::from_pem(pem)).public_jwks(), 5000);
        ASSERT_TRUE(set);
        const auto& key = set->find("keys")->list()->at(0);
        EXPECT_EQ(key.text_of("use"), "sig");
        for (const char* secret : {"d", "p", "q", "dp", "dq", "qi", "k"}) EXPECT_EQ(key.find(secret), nullptr) << secret;
    }
}

TEST(Json, IsReadStrictly) {
    EXPECT_TRUE(Json::object(R"({"a":[1,2.5,"å",null,true,{"b":{}}],"c":"\u00e5\n"})", 1000));
    for (const char* wrong : {"", "[]", "1", "{", R"({"a":1,})", R"({'a':1})", R"({"a":1}{})", R"({"a":1,"a":1})", R"({"a":{"b":1,"b":2}})", R"({"a":1/**/})", R"({"a":NaN})", "{\"a\":\"\t\"}", "{\"a\":\"\xc0\x80\"}", R"({"a":"\ud800"})"})
        EXPECT_FALSE(Json::object(wrong, 1000)) << wrong;
    EXPECT_FALSE(Json::object(R"({"a":1})", 6));
    EXPECT_EQ(Json::object(R"({"a":"x\u00e5y"})", 100)->text_of("a"), "xåy");
}
TEST(Json, WritesTextThatItReadsAgain) {
    const std::string text = "a\"b\\c\n\x01 åäö";
    EXPECT_EQ(Json::object("{\"a\":" + json_text(text) + "}", 100)->text_of("a"), text);
}
}
}
