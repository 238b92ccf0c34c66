#include "platform/oidc/base64url.hpp"
#include "platform/oidc/json.hpp"
#include "platform/oidc/sign_in.hpp"
#include "platform/oidc/signature.hpp"
#include "support/tokens.hpp"
#include <gtest/gtest.h>
#include <ostream>

namespace oidc {
inline void PrintTo(Refusal refusal, std::ostream* out) { *out << text_of(refusal); }

namespace {
using namespace std::chrono_literals;
using Fields = std::vector<std::pair<std::string, std::string>>;
constexpr base::Instant now{1'795'341'600'000};
const std::string issuer = "https://login.kommun.test", loa3 = "http://id.elegnamnden.se/loa/1.0/loa3";
const std::string document_url = issuer + "/.well-known/openid-configuration", keys_url = issuer + "/jwks", token_url = issuer + "/token";
std::string text(const std::string& value) { return "\"" + value + "\""; }
constexpr base::Instant later(std::chrono::milliseconds by) { return {now.ms + by.count()}; }

// Answers as told, and remembers what it was asked.
struct Told final : Http {
    std::map<std::string, Answer> answers{};
    std::vector<std::string> asked{};
    std::string posted{};
    NoAnswer::Why silence = NoAnswer::Why::unreachable;

    base::Result<Answer, NoAnswer> get(const std::string& url) override {
        asked.push_back(url);
        const auto found = answers.find(url);
        if (found == answers.end()) return base::refused(NoAnswer{silence, "Could not resolve host"});
        return found->second;
    }
    base::Result<Answer, NoAnswer> post_form(const std::string& url, const std::string& body) override {
        posted = body;
        return get(url);
    }
    std::ptrdiff_t times(const std::string& url) const { return std::count(asked.begin(), asked.end(), url); }
};

const std::string& our_pem() {
    static const std::string made = support::ec_pem();
    return made;
}
const std::string& their_pem() {
    static const std::string made = support::rsa_pem();
    return made;
}
std::string jwks(const std::string& pem, const std::string& id) { return (*ClientKey::from_pem(pem, id)).public_jwks(); }

std::string field_of(const std::string& urlencoded, const std::string& name) {
    const auto from = ("&" + urlencoded).find("&" + name + "=");
    if (from == std::string::npos) return "";
    const auto value = urlencoded.substr(from + name.size() + 1);
    return value.substr(0, value.find('&'));
}

class SignIn : public testing::Test {
protected:
    Settings settings{.issuer = issuer, .client_id = "lotsen", .private_key = "key.pem", .key_id = "our-key", .redirect_uri = "https://anhorig.kommun.test/in",
                      .scopes = {"openid", "profile"}, .acr_wanted = {loa3}, .acr_accepted = {loa3}, .groups_claim = "groups"};
    support::Members document{{"issuer", text(issuer)}, {"authorization_endpoint", text(issuer + "/auth")}, {"token_endpoint", text(token_url)}, {"jwks_uri", text(keys_url)},
                              {"claims_parameter_supported", "true"}, {"code_challenge_methods_supported", R"(["S256"])"}, {"authorization_response_iss_parameter_supported", "true"},
                              {"token_endpoint_auth_methods_supported", R"(["private_key_jwt"])"}, {"id_token_signing_alg_values_supported", R"(["RS256"])"}};
    Told http;
    crypto::SystemRandomness randomness;
    std::optional<Provider> made;
    Expected expected{};

    Provider& provider() {
        if (made) return *made;
        http.answers[document_url] = {200, support::json(document)};
        http.answers[keys_url] = {200, jwks(their_pem(), "r1")};
        return made.emplace(settings, *ClientKey::from_pem(our_pem(), settings.key_id), http);
    }
    std::string begun(std::optional<std::chrono::seconds> max_age = {}) {
        const auto result = begin(provider(), randomness, now, max_age);
        EXPECT_TRUE(result);
        expected = {result->state, result->nonce, result->code_verifier, now, max_age};
        return result->url;
    }
    std::string id_token(const std::string& key_id = "r1", const std::string& pem = their_pem()) const {
        const auto seconds = std::to_string(now.ms / 1000), soon = std::to_string(now.ms / 1000 + 300);
        return support::token(R"({"alg":"RS256","kid":)" + text(key_id) + "}",
                              support::json({{"iss", text(issuer)}, {"aud", text("lotsen")}, {"sub", text("7f3a")}, {"nonce", text(expected.nonce)}, {"exp", soon}, {"iat", seconds}, {"acr", text(loa3)}}), pem);
    }
    void answers_with(const std::string& token) { http.answers[token_url] = {200, R"({"access_token":"x","token_type":"Bearer","id_token":)" + text(token) + "}"}; }
    Fields right_answer() const { return {{"state", expected.state}, {"code", "the code"}, {"iss", issuer}}; }
    base::Result<Identity, Refusal> finished(const Fields& fields, base::Instant at = now) { return finish(provider(), randomness, expected, fields, at); }
    Refusal refusal(const Fields& fields, base::Instant at = now) {
        const auto result = finished(fields, at);
        EXPECT_FALSE(result);
        return result ? Refusal{} : result.refusal();
    }
};

TEST_F(SignIn, GoesToTheProviderWithAllThatBindsTheAnswerToThisBrowser) {
    const auto url = begun();
    EXPECT_TRUE(url.starts_with(issuer + "/auth?response_type=code&client_id=lotsen&redirect_uri=https%3A%2F%2Fanhorig.kommun.test%2Fin&scope=openid%20profile&")) << url;
    EXPECT_EQ(field_of(url, "state"), expected.state);
    EXPECT_EQ(field_of(url, "nonce"), expected.nonce);
    EXPECT_EQ(expected.state.size(), 43u);
    EXPECT_EQ(field_of(url, "code_challenge"), base64url(crypto::bytes(sha256(expected.code_verifier))));
    EXPECT_EQ(field_of(url, "code_challenge_method"), "S256");
    EXPECT_EQ(field_of(url, "prompt"), "login");
    EXPECT_EQ(field_of(url, "acr_values"), "");
    EXPECT_EQ(field_of(url, "max_age"), "");
    EXPECT_NE(url.find("claims=%7B%22id_token%22%3A%7B%22acr%22%3A%7B%22essential%22%3Atrue%2C%22values%22%3A%5B%22http%3A%2F%2Fid.elegnamnden.se%2Floa%2F1.0%2Floa3%22%5D%7D"), std::string::npos) << url;
    EXPECT_EQ(url.find(expected.code_verifier), std::string::npos);
}
TEST_F(SignIn, IsNeverTheSameTwice) {
    begun();
    const auto first = expected;
    begun();
    EXPECT_NE(first.state, expected.state);
    EXPECT_NE(first.nonce, expected.nonce);
    EXPECT_NE(first.code_verifier, expected.code_verifier);
}
TEST_F(SignIn, AsksForTheLevelInTheOldWayWhereTheProviderKnowsNoOther) {
    document.erase("claims_parameter_supported");
    const auto url = begun();
    EXPECT_EQ(field_of(url, "claims"), "");
    EXPECT_EQ(field_of(url, "acr_values"), "http%3A%2F%2Fid.elegnamnden.se%2Floa%2F1.0%2Floa3");
}
TEST_F(SignIn, AsksForAFreshProofWhenSteppingUp) { EXPECT_EQ(field_of(begun(300s), "max_age"), "300"); }

TEST_F(SignIn, EndsWithWhoItIs) {
    begun();
    answers_with(id_token());
    const auto result = finished(right_answer());
    ASSERT_TRUE(result) << text_of(result.refusal());
    EXPECT_EQ(result->subject, "7f3a");
    EXPECT_EQ(field_of(http.posted, "grant_type"), "authorization_code");
    EXPECT_EQ(field_of(http.posted, "code"), "the%20code");
    EXPECT_EQ(field_of(http.posted, "code_verifier"), expected.code_verifier);
    EXPECT_EQ(http.posted.find("client_secret"), std::string::npos);
}
TEST_F(SignIn, SaysWhoWeAreWithAKeyAndNeverTheSameWordsTwice) {
    begun();
    answers_with(id_token());
    ASSERT_TRUE(finished(right_answer()));
    const auto assertion = field_of(http.posted, "client_assertion");
    const auto first = assertion.find('.'), last = assertion.rfind('.');
    const auto ours = parsed_keys((*made).key().public_jwks());
    ASSERT_TRUE(ours);
    EXPECT_TRUE(verifies(*ours->keys[0].key, Algorithm::es256, assertion.substr(0, last), *from_base64url(assertion.substr(last + 1))));
    const auto claims = Json::object(*from_base64url(assertion.substr(first + 1, last - first - 1)), 2000);
    EXPECT_EQ(claims->text_of("iss"), "lotsen");
    EXPECT_EQ(claims->text_of("sub"), "lotsen");
    EXPECT_EQ(claims->text_of("aud"), issuer);
    EXPECT_EQ(claims->find("exp")->seconds(), now.ms / 1000 + 60);
    EXPECT_EQ(claims->text_of("jti").size(), 22u);
    ASSERT_TRUE(finished(right_answer()));
    EXPECT_NE(field_of(http.posted, "client_assertion"), assertion);
}
TEST_F(SignIn, SpeaksToTheTokenEndpointItselfWhereThatIsAgreed) {
    settings.audience = Audience::token_endpoint;
    begun();
    answers_with(id_token());
    ASSERT_TRUE(finished(right_answer()));
    const auto claims = base::Result<std::string, int>(field_of(http.posted, "client_assertion"));
    const auto middle = claims->substr(claims->find('.') + 1, claims->rfind('.') - claims->find('.') - 1);
    EXPECT_EQ(Json::object(*from_base64url(middle), 2000)->text_of("aud"), token_url);
}

TEST_F(SignIn, RefusesTheStateOfAnotherSessionBeforeAnythingElse) {
    begun();
    EXPECT_EQ(refusal({{"state", std::string(43, 'A')}, {"code", "c"}, {"iss", "https://evil.test"}}), Refusal::state_wrong);
    EXPECT_EQ(refusal({{"code", "c"}, {"iss", issuer}}), Refusal::state_wrong);
    EXPECT_EQ(http.times(token_url), 0);
}
TEST_F(SignIn, RefusesAnAnswerWhenNothingWasBegun) {
    (void)provider();
    EXPECT_EQ(refusal({{"state", ""}, {"code", "c"}, {"iss", issuer}}), Refusal::state_wrong);
}
TEST_F(SignIn, RefusesTheAnswerOfAnotherProvider) {
    begun();
    EXPECT_EQ(refusal({{"state", expected.state}, {"code", "c"}, {"iss", "https://login.other.test"}}), Refusal::issuer_of_answer_wrong);
    EXPECT_EQ(refusal({{"state", expected.state}, {"code", "c"}}), Refusal::issuer_of_answer_missing);
    EXPECT_EQ(refusal({{"state", expected.state}, {"error", "access_denied"}, {"iss", "https://login.other.test"}}), Refusal::issuer_of_answer_wrong);
    EXPECT_EQ(http.times(token_url), 0);
}
TEST_F(SignIn, TakesAnUnnamedAnswerFromAProviderThatPromisedNoName) {
    document.erase("authorization_response_iss_parameter_supported");
    begun();
    answers_with(id_token());
    EXPECT_TRUE(finished({{"state", expected.state}, {"code", "c"}}));
    EXPECT_EQ(refusal({{"state", expected.state}, {"code", "c"}, {"iss", "https://login.other.test"}}), Refusal::issuer_of_answer_wrong);
}
TEST_F(SignIn, RefusesFieldsThatStandTwice) {
    begun();
    for (const char* twice : {"state", "code", "iss", "error"}) {
        auto fields = right_answer();
        fields.emplace_back(twice, "x"), fields.emplace_back(twice, "y");
        EXPECT_EQ(refusal(fields), Refusal::callback_malformed) << twice;
    }
    EXPECT_EQ(refusal({{"state", expected.state}, {"iss", issuer}, {"code", std::string(3000, 'c')}}), Refusal::callback_malformed);
    EXPECT_EQ(refusal({{"state", expected.state}, {"iss", issuer}}), Refusal::callback_malformed);
}
TEST_F(SignIn, EndsAfterAQuarterOfAnHour) {
    begun();
    answers_with(id_token());
    EXPECT_EQ(refusal(right_answer(), later(15min + 1ms)), Refusal::too_late);
}
TEST_F(SignIn, SaysWhatTheProvidersErrorMeans) {
    begun();
    const std::pair<const char*, Refusal> meanings[] = {{"access_denied", Refusal::cancelled}, {"temporarily_unavailable", Refusal::provider_in_trouble}, {"server_error", Refusal::provider_in_trouble},
                                                        {"unmet_authentication_requirements", Refusal::level_not_reached}, {"invalid_scope", Refusal::request_not_accepted}, {"what_is_this", Refusal::refused_by_provider}};
    for (const auto& [error, meaning] : meanings) {
        auto fields = right_answer(); // with a code too: an error is an error
        fields.emplace_back("error", error);
        EXPECT_EQ(refusal(fields), meaning) << error;
    }
    EXPECT_EQ(http.times(token_url), 0);
}
TEST_F(SignIn, SaysWhyTheCodeWasNotExchanged) {
    begun();
    const std::pair<Answer, Refusal> meanings[] = {{{400, R"({"error":"invalid_grant"})"}, Refusal::code_refused}, {{401, R"({"error":"invalid_client"})"}, Refusal::client_refused},
                                                   {{400, "<html>"}, Refusal::token_refused}, {{503, ""}, Refusal::provider_in_trouble}, {{302, ""}, Refusal::token_refused},
                                                   {{200, "<html>"}, Refusal::provider_answer_broken}, {{200, R"({"token_type":"Bearer"})"}, Refusal::token_refused},
                                                   {{200, R"({"token_type":"Bearer","id_token":"a.b.c","id_token":"d.e.f"})"}, Refusal::provider_answer_broken},
                                                   {{200, R"({"token_type":"mac","id_token":"a.b.c"})"}, Refusal::token_refused}};
    for (const auto& [answer, meaning] : meanings) {
        http.answers[token_url] = answer;
        EXPECT_EQ(refusal(right_answer()), meaning) << answer.status << answer.body;
    }
    http.answers.erase(token_url);
    EXPECT_EQ(refusal(right_answer()), Refusal::provider_unreachable);
    http.silence = NoAnswer::Why::busy;
    EXPECT_EQ(refusal(right_answer()), Refusal::provider_busy);
}
TEST_F(SignIn, RefusesATokenOfAnotherSession) {
    begun();
    const auto stolen = id_token();
    begun();
    answers_with(stolen);
    EXPECT_EQ(refusal(right_answer()), Refusal::nonce_wrong);
}

TEST_F(SignIn, FetchesKeysAnewForAKeyItDoesNotKnowButNotMoreThanOnceAMinute) {
    begun();
    answers_with(id_token());
    ASSERT_TRUE(finished(right_answer()));
    answers_with(id_token("r2"));
    EXPECT_EQ(refusal(right_answer(), later(59s)), Refusal::key_unknown);
    EXPECT_EQ(http.times(keys_url), 1);
    http.answers[keys_url] = {200, jwks(their_pem(), "r2")};
    EXPECT_TRUE(finished(right_answer(), later(61s)));
    EXPECT_EQ(http.times(keys_url), 2);
    EXPECT_EQ(http.times(document_url), 1);
}
TEST_F(SignIn, KeepsDocumentAndKeysForAnHour) {
    begun();
    EXPECT_TRUE(begin(provider(), randomness, later(59min)));
    EXPECT_EQ(http.times(document_url), 1);
    EXPECT_TRUE(begin(provider(), randomness, later(61min)));
    EXPECT_EQ(http.times(document_url), 2);
}
TEST_F(SignIn, LetsAProviderThatIsDownRestForTenSeconds) {
    (void)provider();
    const auto document_as_it_is = http.answers[document_url];
    http.answers.clear();
    for (const auto wait : {0s, 3s, 9s}) EXPECT_EQ(begin(provider(), randomness, later(wait)).refusal(), Refusal::provider_unreachable);
    EXPECT_EQ(http.times(document_url), 1);
    http.answers[document_url] = document_as_it_is;
    EXPECT_TRUE(begin(provider(), randomness, later(11s)));
}
TEST_F(SignIn, IsNotBegunWithAProviderThatIsNotWhatItShouldBe) {
    struct Unfit {
        const char* member;
        std::string json;
        Refusal why;
    };
    const Unfit cases[] = {{"issuer", text("https://login.other.test"), Refusal::provider_other_issuer}, {"issuer", text(issuer + "/"), Refusal::provider_other_issuer},
                           {"token_endpoint", text("http://login.kommun.test/token"), Refusal::provider_unfit}, {"token_endpoint", text("http://127.0.0.1/token"), Refusal::provider_unfit},
                           {"jwks_uri", text("file:///etc/passwd"), Refusal::provider_unfit}, {"authorization_endpoint", text("javascript:alert(1)"), Refusal::provider_unfit},
                           {"code_challenge_methods_supported", R"(["plain"])", Refusal::provider_unfit}, {"id_token_signing_alg_values_supported", R"(["HS256","none"])", Refusal::provider_unfit},
                           {"x", R"("y","issuer":"twice")", Refusal::provider_answer_broken}};
    for (const auto& unfit : cases) {
        auto changed = document;
        changed[unfit.member] = unfit.json;
        const auto result = parsed_metadata(support::json(changed), issuer);
        ASSERT_FALSE(result) << unfit.member << unfit.json;
        EXPECT_EQ(result.refusal(), unfit.why) << unfit.member << unfit.json;
    }
    EXPECT_TRUE(parsed_metadata(support::json(document), issuer));
}

TEST_F(SignIn, NamesTheStateOfAnAnswerOnlyWhenItIsOne) {
    begun();
    EXPECT_EQ(state_of(right_answer()), expected.state);
    for (const Fields& fields : {Fields{}, Fields{{"state", "x"}}, Fields{{"state", std::string(43, '%')}}, Fields{{"state", expected.state}, {"state", expected.state}}}) EXPECT_EQ(state_of(fields), std::nullopt);
}

TEST_F(SignIn, TheDoctorSaysThatAllIsWell) {
    const auto findings = provider().reachable();
    ASSERT_EQ(findings.size(), 2u);
    for (const auto& finding : findings) EXPECT_EQ(finding.grade, Finding::Grade::good) << finding.what;
    EXPECT_EQ(findings[1].what, "the sign-in provider's keys can be read (1 of 1 can be used)");
}
TEST_F(SignIn, TheDoctorSaysWhatIsWrong) {
    (void)provider();
    http.answers[keys_url] = {200, R"({"keys":[{"kty":"oct","k":"AAAA"}]})"};
    EXPECT_EQ(provider().reachable().back().what, "none of the sign-in provider's keys can be used");
    http.answers.erase(document_url);
    const auto silent = provider().reachable();
    ASSERT_EQ(silent.size(), 1u);
    EXPECT_EQ(silent[0].grade, Finding::Grade::wrong);
    EXPECT_EQ(silent[0].what, "the sign-in provider " + issuer + " does not answer: Could not resolve host");
    EXPECT_FALSE(silent[0].remedy.empty());
}
TEST_F(SignIn, TheDoctorNotesWhatTheProviderDoesNotSay) {
    for (const char* silent : {"token_endpoint_auth_methods_supported", "claims_parameter_supported", "authorization_response_iss_parameter_supported"}) document.erase(silent);
    const auto findings = provider().reachable();
    EXPECT_EQ(std::count_if(findings.begin(), findings.end(), [](const auto& finding) { return finding.grade == Finding::Grade::note; }), 3);
}
}
}
