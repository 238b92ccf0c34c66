#include "oidc/background.hpp"
#include "oidc/browser.hpp"
#include "platform/oidc/sign_in.hpp"
#include "support/tokens.hpp"
#include <future>
#include <gtest/gtest.h>

// The whole sign-in against a real provider: what two programs by different hands understand alike.
namespace oidc_test {
namespace {
using namespace std::chrono_literals;
const std::string home = "http://127.0.0.1:1/logga-in/tillbaka", affiliation = "https://id.oidc.se/claim/orgAffiliation";
const std::string loa3 = "http://id.elegnamnden.se/loa/1.0/loa3";

// One provider for all tests, since each start costs half a second.
struct Running {
    Folder folder;
    oidc::ClientKey key = *oidc::ClientKey::load(folder.written("lotsen.pem", support::ec_pem()));
    Background program{{"node", "provider.mjs", "--callback", home, "--client-keys", folder.written("jwks.json", key.public_jwks())}};
    std::string issuer = program.said_after("OpenID provider at ");
};
Running& running() {
    static Running it;
    return it;
}

class RealProvider : public testing::Test {
protected:
    oidc::Settings settings{.issuer = running().issuer, .client_id = "lotsen", .private_key = running().folder.path() / "lotsen.pem", .redirect_uri = home,
                            .scopes = {"openid", "profile", "https://id.oidc.se/scope/naturalPersonOrgId"}, .acr_wanted = {loa3}, .acr_accepted = {loa3},
                            .subject_claim = affiliation, .groups_claim = "groups"};
    oidc::ClientKey key = running().key;
    std::unique_ptr<oidc::Http> http = oidc::network();
    crypto::SystemRandomness randomness;
    base::SystemClock clock;
    std::optional<oidc::Provider> made;
    oidc::Expected expected{};
    Browser browser;

    oidc::Provider& provider() { return made ? *made : made.emplace(settings, key, *http); }
    void begin(std::optional<std::chrono::seconds> max_age = {}) {
        ASSERT_TRUE(check(settings).empty()) << check(settings)[0].words;
        const auto now = clock.now();
        const auto begun = oidc::begin(provider(), randomness, now, max_age);
        ASSERT_TRUE(begun) << text_of(begun.refusal());
        expected = {begun->state, begun->nonce, begun->code_verifier, now, max_age};
        browser.open(begun->url, home);
    }
    base::Result<oidc::Identity, oidc::Refusal> finish() { return oidc::finish(provider(), randomness, expected, browser.came_home_with(), clock.now()); }
    std::string refused() {
        const auto result = finish();
        return result ? "nothing was refused" : std::string(text_of(result.refusal()));
    }
};

TEST_F(RealProvider, LetsAnnaIn) {
    begin();
    browser.press("Anna Exempel");
    const auto who = finish();
    ASSERT_TRUE(who) << text_of(who.refusal());
    EXPECT_EQ(who->subject, "anna@0000000000");
    EXPECT_EQ(who->provider_subject, "sub-anna");
    EXPECT_EQ(who->name, "Anna Exempel");
    EXPECT_EQ(who->groups, (std::vector<std::string>{"alla-anstallda", "lotsen-konsulent"}));
    EXPECT_EQ(who->acr, loa3);
}
TEST_F(RealProvider, SignsWithEllipticCurvesToo) {
    settings.client_id = "lotsen-es256";
    begin();
    browser.press("Elin Exempel");
    const auto who = finish();
    ASSERT_TRUE(who) << text_of(who.refusal());
    EXPECT_EQ(who->subject, "elin@0000000000");
}
TEST_F(RealProvider, TakesAnAssertionForItsTokenEndpoint) {
    settings.audience = oidc::Audience::token_endpoint;
    begin();
    browser.press("Anna Exempel");
    EXPECT_TRUE(finish());
}
TEST_F(RealProvider, SaysWhenTheyProvedWhoTheyAreWhenStepUpAsksForIt) {
    begin(300s);
    browser.press("Anna Exempel");
    const auto who = finish();
    ASSERT_TRUE(who) << text_of(who.refusal());
    ASSERT_TRUE(who->authenticated_at);
    EXPECT_LT(clock.now().ms - who->authenticated_at->ms, 60'000);
}
TEST_F(RealProvider, AsksWhoItIsAgainAlthoughTheBrowserIsStillSignedIn) {
    begin();
    browser.press("Anna Exempel");
    ASSERT_TRUE(finish());
    begin();
    EXPECT_TRUE(browser.came_home_with().empty());
    browser.press("Anna Exempel");
    const auto who = finish();
    ASSERT_TRUE(who) << text_of(who.refusal());
    EXPECT_EQ(who->subject, "anna@0000000000");
}
TEST_F(RealProvider, TellsThatLovaHasNoSuchLevel) {
    begin();
    browser.press("Lova Påhittad");
    EXPECT_EQ(refused(), "level_not_reached");
}
TEST_F(RealProvider, LetsMaxPassAndIsNotBelieved) {
    begin();
    browser.press("Max Exempel");
    EXPECT_EQ(refused(), "acr_wrong");
}
TEST_F(RealProvider, TellsThatTheVisitorChangedTheirMind) {
    begin();
    browser.press("Avbryt");
    EXPECT_EQ(refused(), "cancelled");
}
TEST_F(RealProvider, TakesACodeOnce) {
    begin();
    browser.press("Anna Exempel");
    ASSERT_TRUE(finish());
    EXPECT_EQ(refused(), "code_refused");
}
TEST_F(RealProvider, TakesNoCodeWithoutItsVerifier) {
    begin();
    browser.press("Anna Exempel");
    expected.code_verifier = std::string(43, 'x');
    EXPECT_EQ(refused(), "code_refused");
}
TEST_F(RealProvider, DoesNotKnowUsByAnotherKey) {
    key = *oidc::ClientKey::from_pem(support::rsa_pem());
    begin();
    browser.press("Anna Exempel");
    EXPECT_EQ(refused(), "client_refused");
}
TEST_F(RealProvider, DoesNotKnowAnotherClient) {
    settings.client_id = "payroll";
    begin();
    EXPECT_TRUE(browser.came_home_with().empty());
    EXPECT_NE(browser.page().find("invalid_client"), std::string::npos);
}
TEST_F(RealProvider, SendsNobodyToAnotherAddress) {
    settings.redirect_uri = "http://127.0.0.1:1/annanstans";
    begin();
    EXPECT_NE(browser.page().find("invalid_redirect_uri"), std::string::npos) << browser.page();
}
// Somebody makes another's browser come home with their own answer (login CSRF), or the other way round.
TEST_F(RealProvider, AnswersOneSessionAndNoOther) {
    begin();
    browser.press("Anna Exempel");
    const auto annas = browser.came_home_with();
    begin();
    EXPECT_EQ(oidc::finish(provider(), randomness, expected, annas, clock.now()).refusal(), oidc::Refusal::state_wrong);
    auto mixed = annas;
    for (auto& [name, value] : mixed)
        if (name == "state") value = expected.state;
    EXPECT_EQ(oidc::finish(provider(), randomness, expected, mixed, clock.now()).refusal(), oidc::Refusal::code_refused); // PKCE
}
TEST_F(RealProvider, SeemsWellToTheDoctor) {
    for (const auto& finding : provider().reachable()) EXPECT_EQ(finding.grade, oidc::Finding::Grade::good) << finding.what;
}
TEST_F(RealProvider, HasAnotherNameThanTheOneItIsAskedFor) {
    settings.issuer.replace(settings.issuer.find("127.0.0.1"), 9, "localhost");
    EXPECT_EQ(oidc::begin(provider(), randomness, clock.now()).refusal(), oidc::Refusal::provider_other_issuer);
    EXPECT_EQ(provider().reachable().at(0).grade, oidc::Finding::Grade::wrong);
}

class Unkind : public testing::Test {
protected:
    std::unique_ptr<oidc::Http> http = oidc::network();
    base::Result<oidc::Answer, oidc::NoAnswer> ask(const std::string& kind) { return http->get(running().issuer + "/ovanlig/" + kind); }
};
TEST_F(Unkind, SilenceIsWaitedForFiveSecondsAtMost) {
    const auto begin = std::chrono::steady_clock::now();
    auto silent = std::async(std::launch::async, [this] { return ask("tyst"); }), dripping = std::async(std::launch::async, [this] { return ask("droppar"); });
    for (auto* waiting : {&silent, &dripping}) {
        const auto answer = waiting->get();
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.refusal().why, oidc::NoAnswer::Why::unreachable);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 7s);
}
TEST_F(Unkind, MoreThanTwoHundredFiftySixKibibytesAreNotRead) {
    const auto answer = ask("stor");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().why, oidc::NoAnswer::Why::too_much);
    EXPECT_EQ(ask("lagom")->body.size(), 250'000u);
}
TEST_F(Unkind, RedirectsAreNotFollowed) { EXPECT_EQ(ask("flyttad")->status, 302); }
}
}
