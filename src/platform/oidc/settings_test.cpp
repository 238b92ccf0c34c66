#include "platform/oidc/refusal.hpp"
#include "platform/oidc/settings.hpp"
#include "platform/oidc/http.hpp"
#include <gtest/gtest.h>

namespace oidc {
namespace {
using namespace std::chrono_literals;
Settings right() {
    return {.issuer = "https://login.kommun.test/realms/staff", .client_id = "lotsen", .private_key = "/etc/lotsen/sign-in.pem", .redirect_uri = "https://anhorig.kommun.test/in",
            .scopes = {"openid"}, .acr_wanted = {"http://id.elegnamnden.se/loa/1.0/loa3"}, .acr_accepted = {"http://id.elegnamnden.se/loa/1.0/loa3"}};
}
std::vector<std::string> faulty(const std::function<void(Settings&)>& change) {
    auto settings = right();
    change(settings);
    std::vector<std::string> out;
    for (const auto& fault : check(settings)) {
        EXPECT_FALSE(std::string_view(fault.words).empty());
        out.emplace_back(fault.member);
    }
    return out;
}
using Members = std::vector<std::string>;

TEST(Settings, ThatAreRightHaveNoFault) { EXPECT_EQ(faulty([](auto&) {}), Members{}); }
TEST(Settings, SayWhichMemberIsWrong) {
    EXPECT_EQ(faulty([](auto& s) { s.issuer = "http://login.kommun.test"; }), Members{"issuer"});
    EXPECT_EQ(faulty([](auto& s) { s.issuer = "https://login.kommun.test/?tenant=1"; }), Members{"issuer"});
    EXPECT_EQ(faulty([](auto& s) { s.redirect_uri = ""; }), Members{"redirect_uri"});
    EXPECT_EQ(faulty([](auto& s) { s.client_id = "lot sen"; }), Members{"client_id"});
    EXPECT_EQ(faulty([](auto& s) { s.private_key = ""; }), Members{"private_key"});
    EXPECT_EQ(faulty([](auto& s) { s.key_id = "å"; }), Members{"key_id"});
    EXPECT_EQ(faulty([](auto& s) { s.scopes = {"profile"}; }), Members{"scopes"});
    EXPECT_EQ(faulty([](auto& s) { s.subject_claim = ""; }), Members{"subject_claim"});
    EXPECT_EQ(faulty([](auto& s) { s.groups_claim = "my groups"; }), Members{"groups_claim"});
    EXPECT_EQ(faulty([](auto& s) { s.acr_accepted = {"other"}; }), Members{"acr_wanted"});
    EXPECT_EQ(faulty([](auto& s) { s.acr_accepted.clear(); }), Members{"acr_accepted"});
    EXPECT_EQ(faulty([](auto& s) { s.leeway = 10min; }), Members{"leeway"});
    EXPECT_EQ(faulty([](auto& s) { s.oldest_id_token = 1h; }), Members{"oldest_id_token"});
}

TEST(Address, IsHttpsOrThisMachine) {
    for (const char* fit : {"https://a.se", "https://a.se:8443/x?y=1", "http://127.0.0.1:9900", "http://localhost/x", "http://[::1]:80/"}) EXPECT_TRUE(fit_address(fit)) << fit;
    for (const char* unfit : {"", "https://", "http://a.se", "ftp://a.se", "https://user@a.se", "https://a.se#x", "https://a.se /", "https://a.se\r\nX: y", "http://127.0.0.1.evil.test/", "http://localhost.evil.test",
                              "http://127.0.0.1@evil.test/", "https://a.se:99x/", "HTTPS://a.se", "//a.se", "https:\\\\a.se", "https://a.se:/"})
        EXPECT_FALSE(fit_address(unfit)) << unfit;
}
// Nobody is asked: the address alone is enough.
TEST(Network, AsksNobodyButHttpsAndThisMachine) {
    const auto http = network();
    for (const char* url : {"http://192.0.2.1/", "file:///etc/passwd", "https://user:word@a.se/"}) {
        const auto answer = http->get(url);
        ASSERT_FALSE(answer) << url;
        EXPECT_TRUE(answer.refusal().words.starts_with("neither https nor this machine")) << answer.refusal().words;
    }
}
TEST(Network, SaysWhenNobodyListens) {
    const auto answer = network()->get("http://127.0.0.1:9/");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().why, NoAnswer::Why::unreachable);
    EXPECT_FALSE(answer.refusal().words.empty());
}
TEST(Refusal, HasANameAndAKindEach) {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(Refusal::subject_missing); ++i) {
        EXPECT_FALSE(text_of(static_cast<Refusal>(i)).empty()) << i;
        EXPECT_TRUE(names.insert(text_of(static_cast<Refusal>(i))).second) << i;
    }
    EXPECT_EQ(kind_of(Refusal::cancelled), Kind::cancelled);
    EXPECT_EQ(kind_of(Refusal::acr_wrong), Kind::stronger);
    EXPECT_EQ(kind_of(Refusal::client_refused), Kind::ours);
    EXPECT_EQ(kind_of(Refusal::provider_unreachable), Kind::later);
}
}
}
