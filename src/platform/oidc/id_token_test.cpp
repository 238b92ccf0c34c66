#include "platform/oidc/client_key.hpp"
#include "platform/oidc/id_token.hpp"
#include "support/tokens.hpp"
#include <gtest/gtest.h>
#include <ostream>

// Security T20: whoever plays the provider, or changes one letter of what it said, is refused, and for the right reason.
namespace oidc {
inline void PrintTo(Refusal refusal, std::ostream* out) { *out << text_of(refusal); }

namespace {
using namespace std::chrono_literals;
constexpr base::Instant now{1'795'341'600'000}; // 2026-11-22 10:00 UTC
constexpr std::int64_t seconds = now.ms / 1000;
const std::string loa3 = "http://id.elegnamnden.se/loa/1.0/loa3", loa2 = "http://id.elegnamnden.se/loa/1.0/loa2";

std::string at(std::int64_t from_now) { return std::to_string(seconds + from_now); }
std::string text(const std::string& value) { return "\"" + value + "\""; }
// The keys of a JWKS without its frame, to join several.
std::string jwk(const std::string& pem, const std::string& id) {
    const auto set = (*ClientKey::from_pem(pem, id)).public_jwks();
    return set.substr(9, set.size() - 9 - 2);
}
std::string without(std::string jwk, const std::string& part) {
    const auto found = jwk.find(part);
    EXPECT_NE(found, std::string::npos) << part;
    return jwk.erase(found, part.size());
}
std::string with(const std::string& jwk, const std::string& member) { return "{" + member + "," + jwk.substr(1); }

struct Pems {
    std::string rsa = support::rsa_pem(), other_rsa = support::rsa_pem(), ec = support::ec_pem(), weak = support::rsa_pem(1024);
};
const Pems& pems() {
    static const Pems made;
    return made;
}

// All that a judgement depends on, right from the beginning; a case changes one thing.
struct Situation {
    support::Members header{{"alg", text("RS256")}, {"kid", text("r1")}, {"typ", text("JWT")}};
    support::Members claims{{"iss", text("https://login.kommun.test")}, {"aud", text("lotsen")}, {"sub", text("7f3a")}, {"nonce", text("n-of-this-session")},
                            {"exp", at(300)}, {"iat", at(-2)}, {"auth_time", at(-5)}, {"acr", text(loa3)}, {"name", text("Anna Exempel")}, {"groups", R"(["anhorig","stod"])"}};
    std::string pem = pems().rsa;
    std::vector<std::string> keys{jwk(pems().rsa, "r1"), jwk(pems().ec, "e1")};
    Settings settings{.issuer = "https://login.kommun.test", .client_id = "lotsen", .private_key = "key.pem", .redirect_uri = "https://anhorig.kommun.test/in",
                      .acr_wanted = {loa3}, .acr_accepted = {loa3}, .groups_claim = "groups"};
    Demanded demanded{"n-of-this-session", {now.ms - 60'000}};
    std::function<std::string(const std::string&)> at_last = [](const std::string& token) { return token; };

    std::string claims_text() const { return support::json(claims); }
    void signs_with_ec() { pem = pems().ec, header["alg"] = text("ES256"), header["kid"] = text("e1"); }
    std::string token() const { return at_last(support::token(support::json(header), claims_text(), pem)); }
    base::Result<Identity, Refusal> judged() const {
        std::string all;
        for (const auto& key : keys) all += (all.empty() ? "" : ",") + key;
        const auto set = parsed_keys("{\"keys\":[" + all + "]}");
        return set ? verified(token(), *set, settings, demanded, now) : base::refused(set.refusal());
    }
};
std::string part(const std::string& token, int which) {
    const auto first = token.find('.'), last = token.rfind('.');
    return which == 0 ? token.substr(0, first) : which == 1 ? token.substr(first + 1, last - first - 1) : token.substr(last + 1);
}
// The same head and signature round other claims written by hand, signed anew.
std::string signed_anew(const std::string& header, const std::string& claims) { return support::token(header, claims, pems().rsa); }
std::string changed_at(std::string token, std::size_t place) { return token[place] = token[place] == 'A' ? 'B' : 'A', token; }

struct Wrong {
    const char* name;
    Refusal why;
    std::function<void(Situation&)> change;
};
class WrongToken : public testing::TestWithParam<Wrong> {};
TEST_P(WrongToken, IsRefused) {
    Situation situation;
    ASSERT_TRUE(situation.judged());
    GetParam().change(situation);
    const auto judgement = situation.judged();
    ASSERT_FALSE(judgement);
    EXPECT_EQ(judgement.refusal(), GetParam().why);
}
void say(Situation& s, const char* claim, const std::string& json) { s.claims[claim] = json; }

const Wrong forged[] = {
    {"AlgorithmNone", Refusal::algorithm_not_allowed, [](auto& s) { s.header["alg"] = text("none"), s.at_last = [](const std::string& t) { return t.substr(0, t.rfind('.') + 1); }; }},
    {"AlgorithmNoneInCapitals", Refusal::algorithm_not_allowed, [](auto& s) { s.header["alg"] = text("NONE"), s.at_last = [](const std::string& t) { return t.substr(0, t.rfind('.') + 1); }; }},
    {"Hs256WithThePublicKeyAsSecret", Refusal::algorithm_not_allowed, [](auto& s) {
         s.header["alg"] = text("HS256");
         s.at_last = [](const std::string& t) { const auto signed_text = t.substr(0, t.rfind('.')); return signed_text + "." + support::base64url(support::hmac(support::public_pem(pems().rsa), signed_text)); };
     }},
    {"Rs512", Refusal::algorithm_not_allowed, [](auto& s) { s.header["alg"] = text("RS512"); }},
    {"Ps256", Refusal::algorithm_not_allowed, [](auto& s) { s.header["alg"] = text("PS256"); }},
    {"AlgorithmMissing", Refusal::algorithm_not_allowed, [](auto& s) { s.header.erase("alg"); }},
    {"AlgorithmIsAList", Refusal::algorithm_not_allowed, [](auto& s) { s.header["alg"] = R"(["RS256"])"; }},
    {"CriticalHeader", Refusal::critical_header, [](auto& s) { s.header["crit"] = R"(["b64"])", s.header["b64"] = "false"; }},
    {"TypeOfALogoutToken", Refusal::type_wrong, [](auto& s) { s.header["typ"] = text("logout+jwt"); }},
    {"TypeOfAnAccessToken", Refusal::type_wrong, [](auto& s) { s.header["typ"] = text("at+jwt"); }},
    {"KeyNameMissingAmongTwo", Refusal::key_id_missing, [](auto& s) { s.header.erase("kid"); }},
    {"KeyNameIsANumber", Refusal::header_malformed, [](auto& s) { s.header["kid"] = "1"; }},
    {"KeyUnknown", Refusal::key_unknown, [](auto& s) { s.header["kid"] = text("r9"); }},
    {"KeyForEncryption", Refusal::key_unfit, [](auto& s) { s.keys[0] = with(without(s.keys[0], R"("use":"sig",)"), R"("use":"enc")"); }},
    {"KeyForSigningOnly", Refusal::key_unfit, [](auto& s) { s.keys[0] = with(s.keys[0], R"("key_ops":["sign"])"); }},
    {"KeyForAnotherAlgorithm", Refusal::key_unfit, [](auto& s) { s.keys[0] = with(without(s.keys[0], R"("alg":"RS256",)"), R"("alg":"PS256")"); }},
    {"KeyOf1024Bits", Refusal::key_unfit, [](auto& s) { s.pem = pems().weak, s.keys[0] = R"({"kty":"RSA","kid":"r1","e":"AQAB","n":")" + std::string(171, 'x') + "\"}"; }},
    {"KeyOf2047Bits", Refusal::key_unfit, [](auto& s) { s.keys[0] = R"({"kty":"RSA","kid":"r1","e":"AQAB","n":")" + support::base64url('\x7f' + std::string(255, '\xff')) + "\"}"; }},
    {"KeyNotOnTheCurve", Refusal::key_unfit, [](auto& s) { s.signs_with_ec(), s.keys[1] = R"({"kty":"EC","crv":"P-256","kid":"e1","x":")" + std::string(42, 'B') + R"(A","y":")" + std::string(42, 'C') + "A\"}"; }},
    {"Es256HeaderOnAnRsaKey", Refusal::key_unfit, [](auto& s) { s.header["alg"] = text("ES256"); }},
    {"Rs256HeaderOnAnEcKey", Refusal::key_unfit, [](auto& s) { s.signs_with_ec(), s.header["alg"] = text("RS256"); }},
    {"SignatureOfAnotherKey", Refusal::signature_wrong, [](auto& s) { s.pem = pems().other_rsa; }},
    {"SignatureOfAnotherTokensClaims", Refusal::signature_wrong, [](auto& s) {
         auto other = s.claims;
         other["sub"] = text("director");
         s.at_last = [other](const std::string& t) { return part(t, 0) + "." + support::base64url(support::json(other)) + "." + part(t, 2); };
     }},
    {"SignatureCutShort", Refusal::signature_wrong, [](auto& s) { s.at_last = [](const std::string& t) { return t.substr(0, t.size() - 42); }; }},
    {"SignatureEmpty", Refusal::signature_wrong, [](auto& s) { s.at_last = [](const std::string& t) { return t.substr(0, t.rfind('.') + 1); }; }},
    {"OneLetterOfTheSignature", Refusal::signature_wrong, [](auto& s) { s.at_last = [](const std::string& t) { return changed_at(t, t.size() - 100); }; }},
    {"EcSignatureCutShort", Refusal::signature_wrong, [](auto& s) { s.signs_with_ec(), s.at_last = [](const std::string& t) { return t.substr(0, t.size() - 6); }; }},
    {"EcSignatureWithAZeroBetween", Refusal::signature_wrong, [](auto& s) {
         s.signs_with_ec();
         s.at_last = [](const std::string& t) {
             const auto signed_text = t.substr(0, t.rfind('.')), both = support::signature(pems().ec, signed_text);
             return signed_text + "." + support::base64url(both.substr(0, 32) + std::string(1, '\0') + both.substr(32));
         };
     }},
    {"EcSignatureOfZeros", Refusal::signature_wrong, [](auto& s) { s.signs_with_ec(), s.at_last = [](const std::string& t) { return part(t, 0) + "." + part(t, 1) + "." + support::base64url(std::string(64, '\0')); }; }},
};
const Wrong misshapen[] = {
    {"Empty", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string&) { return ""; }; }},
    {"GarbageInsteadOfBase64", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return "%%%." + part(t, 1) + "." + part(t, 2); }; }},
    {"PlainBase64Alphabet", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return part(t, 0) + "." + part(t, 1) + "." + part(t, 2).replace(0, 2, "+/"); }; }},
    {"Base64Padding", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return t + "=="; }; }},
    {"BitsLeftOver", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return t.substr(0, t.size() - 1) + "_"; }; }},
    {"LineBreakWithin", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return std::string(t).insert(4, "\n"); }; }},
    {"OneDotTooMany", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return t + "."; }; }},
    {"FivePartsOfEncryption", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return t + ".AAAA.AAAA"; }; }},
    {"TwoParts", Refusal::token_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return t.substr(0, t.rfind('.')); }; }},
    {"TooLong", Refusal::token_too_long, [](auto& s) { s.claims["filler"] = text(std::string(20'000, 'x')); }},
    {"HeaderIsNoObject", Refusal::header_malformed, [](auto& s) { s.at_last = [](const std::string& t) { return support::base64url("[]") + t.substr(t.find('.')); }; }},
    {"HeaderMemberTwice", Refusal::header_malformed, [](auto& s) { s.at_last = [c = s.claims_text()](const std::string&) { return signed_anew(R"({"alg":"none","alg":"RS256","kid":"r1"})", c); }; }},
    {"ClaimTwice", Refusal::claims_malformed, [](auto& s) { s.at_last = [c = s.claims_text()](const std::string&) { return signed_anew(R"({"alg":"RS256","kid":"r1"})", R"({"sub":"director",)" + c.substr(1)); }; }},
    {"ClaimTwiceByEscape", Refusal::claims_malformed, [](auto& s) { s.at_last = [c = s.claims_text()](const std::string&) { return signed_anew(R"({"alg":"RS256","kid":"r1"})", R"({"s\u0075b":"director",)" + c.substr(1)); }; }},
    {"ClaimsNotUtf8", Refusal::claims_malformed, [](auto& s) { say(s, "name", "\"\xff\xfe\""); }},
    {"ClaimsWithSomethingAfter", Refusal::claims_malformed, [](auto& s) { s.at_last = [c = s.claims_text()](const std::string&) { return signed_anew(R"({"alg":"RS256","kid":"r1"})", c + "{}"); }; }},
    {"ClaimsTooDeep", Refusal::claims_malformed, [](auto& s) { say(s, "deep", std::string(40, '[') + std::string(40, ']')); }},
    {"KeysWithoutList", Refusal::keys_malformed, [](auto& s) { s.keys = {"1"}; }},
};
const Wrong untrue[] = {
    {"IssuerOfAnother", Refusal::issuer_wrong, [](auto& s) { say(s, "iss", text("https://login.other.test")); }},
    {"IssuerWithASlash", Refusal::issuer_wrong, [](auto& s) { say(s, "iss", text("https://login.kommun.test/")); }},
    {"IssuerMissing", Refusal::issuer_wrong, [](auto& s) { s.claims.erase("iss"); }},
    {"AudienceAnother", Refusal::audience_wrong, [](auto& s) { say(s, "aud", text("payroll")); }},
    {"AudienceMissing", Refusal::audience_wrong, [](auto& s) { s.claims.erase("aud"); }},
    {"AudienceANumber", Refusal::audience_wrong, [](auto& s) { say(s, "aud", "7"); }},
    {"AudiencesWithoutUs", Refusal::audience_wrong, [](auto& s) { say(s, "aud", R"(["payroll","archive"])"); }},
    {"AudiencesWithoutAuthorizedParty", Refusal::authorized_party_wrong, [](auto& s) { say(s, "aud", R"(["lotsen","payroll"])"); }},
    {"AudiencesWithAnotherAuthorizedParty", Refusal::authorized_party_wrong, [](auto& s) { say(s, "aud", R"(["lotsen","payroll"])"), say(s, "azp", text("payroll")); }},
    {"AuthorizedPartyAnother", Refusal::authorized_party_wrong, [](auto& s) { say(s, "azp", text("payroll")); }},
    {"NonceOfAnotherSession", Refusal::nonce_wrong, [](auto& s) { say(s, "nonce", text("n-of-other-sessio")); }},
    {"NonceMissing", Refusal::nonce_missing, [](auto& s) { s.claims.erase("nonce"); }},
    {"NonceMissingHereToo", Refusal::nonce_missing, [](auto& s) { s.claims.erase("nonce"), s.demanded.nonce = ""; }},
    {"LevelTooLow", Refusal::acr_wrong, [](auto& s) { say(s, "acr", text(loa2)); }},
    {"LevelMissing", Refusal::acr_missing, [](auto& s) { s.claims.erase("acr"); }},
    {"Expired", Refusal::expired, [](auto& s) { say(s, "exp", at(-61)); }},
    {"ExpiryMissing", Refusal::claims_malformed, [](auto& s) { s.claims.erase("exp"); }},
    {"ExpiryAText", Refusal::claims_malformed, [](auto& s) { say(s, "exp", text(at(300))); }},
    {"ExpiryBeyondAllTimes", Refusal::claims_malformed, [](auto& s) { say(s, "exp", "1e300"); }},
    {"ExpiryNegative", Refusal::claims_malformed, [](auto& s) { say(s, "exp", "-9223372036854775808"); }},
    {"IssuedInTheFuture", Refusal::issued_in_future, [](auto& s) { say(s, "iat", at(62)); }},
    {"IssuedTooLongAgo", Refusal::issued_too_long_ago, [](auto& s) { say(s, "iat", at(-362)); }},
    {"IssuedMissing", Refusal::claims_malformed, [](auto& s) { s.claims.erase("iat"); }},
    {"NotYetValid", Refusal::not_yet_valid, [](auto& s) { say(s, "nbf", at(120)); }},
    {"OlderSignInUsedAgain", Refusal::auth_time_too_long_ago, [](auto& s) { say(s, "auth_time", at(-200)); }},
    {"StepUpWithoutTime", Refusal::auth_time_missing, [](auto& s) { s.claims.erase("auth_time"), s.demanded.max_age = 60s; }},
    {"StepUpTooLongAgo", Refusal::auth_time_too_long_ago, [](auto& s) { say(s, "auth_time", at(-90)), s.demanded.max_age = 5s; }},
    {"SubjectMissing", Refusal::subject_missing, [](auto& s) { s.claims.erase("sub"); }},
    {"SubjectEmpty", Refusal::subject_missing, [](auto& s) { say(s, "sub", text("")); }},
    {"SubjectTooLong", Refusal::subject_missing, [](auto& s) { say(s, "sub", text(std::string(256, 'x'))); }},
    {"SubjectWithALineBreak", Refusal::subject_missing, [](auto& s) { say(s, "sub", R"("anna\nadmin")"); }},
    {"AgreedSubjectMissing", Refusal::subject_missing, [](auto& s) { s.settings.subject_claim = "https://id.oidc.se/claim/orgAffiliation"; }},
    {"GroupsOfAnotherShape", Refusal::claims_malformed, [](auto& s) { say(s, "groups", R"([{"id":1}])"); }},
};
std::string name_of(const testing::TestParamInfo<Wrong>& info) { return info.param.name; }
INSTANTIATE_TEST_SUITE_P(Forged, WrongToken, testing::ValuesIn(forged), name_of);
INSTANTIATE_TEST_SUITE_P(Misshapen, WrongToken, testing::ValuesIn(misshapen), name_of);
INSTANTIATE_TEST_SUITE_P(Untrue, WrongToken, testing::ValuesIn(untrue), name_of);

TEST(RightToken, SaysWhoSignedIn) {
    const auto judgement = Situation().judged();
    ASSERT_TRUE(judgement);
    EXPECT_EQ(judgement->subject, "7f3a");
    EXPECT_EQ(judgement->name, "Anna Exempel");
    EXPECT_EQ(judgement->groups, (std::vector<std::string>{"anhorig", "stod"}));
    EXPECT_EQ(judgement->acr, loa3);
    EXPECT_EQ(judgement->authenticated_at, (base::Instant{now.ms - 5000}));
}
TEST(RightToken, MayBeSignedWithEs256) {
    Situation situation;
    situation.signs_with_ec();
    EXPECT_TRUE(situation.judged());
}
TEST(RightToken, NeedsNoKeyNameWhenThereIsOneKey) {
    Situation situation;
    situation.header.erase("kid");
    situation.keys.pop_back();
    EXPECT_TRUE(situation.judged());
}
TEST(RightToken, OfTheSwedishProfileNamesThePersonByAnotherClaim) {
    Situation situation;
    situation.settings.subject_claim = "https://id.oidc.se/claim/orgAffiliation";
    say(situation, "https://id.oidc.se/claim/orgAffiliation", text("anna@2021000000"));
    const auto judgement = situation.judged();
    ASSERT_TRUE(judgement);
    EXPECT_EQ(judgement->subject, "anna@2021000000");
    EXPECT_EQ(judgement->provider_subject, "7f3a");
}

TEST(RightToken, HasANameThatFitsOnALine) {
    Situation situation;
    say(situation, "name", R"(" Anna\n\u0000Exempel ")");
    const auto judgement = situation.judged();
    ASSERT_TRUE(judgement);
    EXPECT_EQ(judgement->name, "Anna  Exempel");
}

struct Right {
    const char* name;
    std::function<void(Situation&)> change;
};
class RightTokens : public testing::TestWithParam<Right> {};
TEST_P(RightTokens, AreAccepted) {
    Situation situation;
    GetParam().change(situation);
    const auto judgement = situation.judged();
    EXPECT_TRUE(judgement) << text_of(judgement.refusal());
}
// Each a step from one that is refused: what refuses must not refuse too much.
const Right right[] = {
    {"AudienceAsAList", [](auto& s) { say(s, "aud", R"(["lotsen"])"); }},
    {"AudiencesWithUsAsAuthorizedParty", [](auto& s) { say(s, "aud", R"(["lotsen","payroll"])"), say(s, "azp", text("lotsen")); }},
    {"ExpiredWithinLeeway", [](auto& s) { say(s, "exp", at(-59)); }},
    {"IssuedInTheFutureWithinLeeway", [](auto& s) { say(s, "iat", at(59)); }},
    {"IssuedFiveMinutesAgo", [](auto& s) { say(s, "iat", at(-300)); }},
    {"TimesWithFractions", [](auto& s) { say(s, "exp", at(300) + ".75"); }},
    {"NoTypeInTheHeader", [](auto& s) { s.header.erase("typ"); }},
    {"NoLevelWhereNoneIsDemanded", [](auto& s) { s.claims.erase("acr"), s.settings.acr_accepted.clear(), s.settings.acr_wanted.clear(); }},
    {"NoGroups", [](auto& s) { s.claims.erase("groups"); }},
    {"OneGroupAsText", [](auto& s) { say(s, "groups", text("anhorig")); }},
    {"NoAuthTimeWhereNoneIsDemanded", [](auto& s) { s.claims.erase("auth_time"); }},
    {"StepUpJustNow", [](auto& s) { s.demanded.max_age = 60s; }},
    {"AnUnfitKeyBesideTheRightOne", [](auto& s) { s.keys.push_back(R"({"kty":"OKP","crv":"Ed25519","x":"AAAA","kid":"o1"})"); }},
    {"AnUnfitKeyOfTheSameName", [](auto& s) { s.keys.insert(s.keys.begin(), R"({"kty":"oct","k":"AAAA","kid":"r1"})"); }},
};
INSTANTIATE_TEST_SUITE_P(Right, RightTokens, testing::ValuesIn(right), [](const auto& each) { return each.param.name; });
}
}
