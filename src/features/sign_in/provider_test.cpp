#include "base/text.hpp"
#include "platform/oidc/client_key.hpp"
#include "platform/web/fields.hpp"
#include "support/audit_lines.hpp"
#include "support/signed_site.hpp"
#include "support/tokens.hpp"
#include <fstream>

using namespace support;
using rights::Role;
namespace {
const std::string issuer = "https://login.kommun.test", loa3 = "http://id.elegnamnden.se/loa/1.0/loa3";
std::string quoted(const std::string& value) { return "\"" + value + "\""; }

// The provider's side: answers as told.
struct Told final : oidc::Http {
    std::map<std::string, oidc::Answer> answers;
    base::Result<oidc::Answer, oidc::NoAnswer> get(const std::string& url) override {
        const auto found = answers.find(url);
        if (found == answers.end()) return base::refused(oidc::NoAnswer{oidc::NoAnswer::Why::unreachable, "away"});
        return found->second;
    }
    base::Result<oidc::Answer, oidc::NoAnswer> post_form(const std::string& url, const std::string&) override { return get(url); }
};

class Provider : public SignedSite {
protected:
    Told http;
    TemporaryDirectory keys;
    const std::string theirs = rsa_pem();
    std::vector<std::string> groups{"anhorig"};

    Records records() const override {
        auto all = changed(danderyds_records(), "municipality.toml", "own_address = \"SAKNAS\"", "own_address = \"https://anhorig.kommun.test\"");
        all.push_back({"sign_in.toml", "issuer = " + quoted(issuer) + "\nclient_id = \"lotsen\"\nacr = [" + quoted(loa3) + "]\ngroups_claim = \"groups\"\n\n[[group]]\nname = \"anhorig\"\nrole = \"consultant\"\nunit = " +
                                           quoted(std::string(unit->unit.text())) + "\n\n[[group]]\nname = \"chefer\"\nrole = \"head_of_operations\"\nunit = " + quoted(std::string(unit->unit.text())) + "\n"});
        return all;
    }
    void SetUp() override {
        SignedSite::SetUp();
        const auto file = keys.path() / "oidc.pem";
        std::ofstream(file) << ec_pem();
        std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        http.answers[issuer + "/.well-known/openid-configuration"] = {200, json({{"issuer", quoted(issuer)}, {"authorization_endpoint", quoted(issuer + "/auth")}, {"token_endpoint", quoted(issuer + "/token")},
                                                                                {"jwks_uri", quoted(issuer + "/jwks")}, {"authorization_response_iss_parameter_supported", "true"}})};
        http.answers[issuer + "/jwks"] = {200, (*oidc::ClientKey::from_pem(theirs, "r1")).public_jwks()};
        compose(false, &http, file);
    }
    // To the provider; what it was asked.
    web::Fields begun(Browser& there, const Page& page, const std::string& action) {
        // A link, never a form: form-action 'self' stops a form that is redirected to another site.
        const auto link = page.text("//main//a[starts-with(@href, '" + action + "')]/@href");
        const auto location = there.get(link).header("Location");
        EXPECT_TRUE(location.starts_with(issuer + "/auth?")) << location;
        return web::parsed_fields(location.substr(location.find('?') + 1), 50).value_or(web::Fields{});
    }
    void answers_about(const std::string& subject, const web::Fields& asked, const std::string& nonce = "", const std::string& acr = loa3) {
        const auto seconds = clock.now().ms / 1000;
        std::vector<std::string> list;
        for (const auto& group : groups) list.push_back(quoted(group));
        const auto claims = json({{"iss", quoted(issuer)}, {"aud", quoted("lotsen")}, {"sub", quoted(subject)}, {"name", quoted("Påhittad Provider")}, {"nonce", quoted(nonce.empty() ? std::string(web::Request::first(asked, "nonce")) : nonce)},
                                  {"exp", std::to_string(seconds + 300)}, {"iat", std::to_string(seconds)}, {"auth_time", std::to_string(seconds)}, {"acr", quoted(acr)}, {"groups", "[" + base::joined(list, ",") + "]"}});
        http.answers[issuer + "/token"] = {200, json({{"access_token", quoted("x")}, {"token_type", quoted("Bearer")}, {"id_token", quoted(token(json({{"alg", quoted("RS256")}, {"kid", quoted("r1")}}), claims, theirs))}})};
    }
    static std::string way_back(const web::Fields& asked) {
        return "/logga-in/oidc/retur?" + web::urlencoded({{"state", std::string(web::Request::first(asked, "state"))}, {"code", "c"}, {"iss", issuer}});
    }
    Page signed_in(Browser& there, const std::string& subject, const std::string& till = "") {
        const auto asked = begun(there, there.get("/logga-in" + (till.empty() ? "" : "?till=" + till)), "/logga-in/oidc");
        answers_about(subject, asked);
        return there.get(way_back(asked));
    }
};
}

TEST_P(Provider, a_group_gives_account_and_assignment_at_the_first_sign_in_and_takes_it_when_she_has_left_it) {
    auto there = browser();
    EXPECT_TRUE(there.get("/logga-in").says("Logga in med kommunens inloggning"));
    EXPECT_EQ(signed_in(there, "subject-1", "/personal/konto").header("Location"), "/personal/konto");
    const auto page = there.get("/personal/konto");
    EXPECT_TRUE(page.says("Påhittad Provider"));
    EXPECT_TRUE(page.says("Anhörigkonsulent"));
    EXPECT_TRUE(page.says("Du loggar in med kommunens inloggning"));
    EXPECT_EQ(there.get("/personal/konto/losenord").status(), 404);
    groups = {"chefer"};
    later(minute);
    auto again = browser();
    EXPECT_EQ(signed_in(again, "subject-1").status(), 303);
    EXPECT_TRUE(again.get("/personal/konto").says("Verksamhetschef"));
    EXPECT_FALSE(again.get("/personal/konto").says("Anhörigkonsulent"));
    groups = {};
    later(minute);
    auto last = browser();
    EXPECT_EQ(signed_in(last, "subject-1").status(), 403);
    EXPECT_EQ(again.get("/personal").header("Location"), "/logga-in?varfor=no_assignment");
}

TEST_P(Provider, somebody_without_a_group_is_told_whom_to_ask_and_leaves_no_account) {
    groups = {"andra"};
    auto there = browser();
    const auto page = signed_in(there, "subject-2");
    EXPECT_EQ(page.status(), 403);
    EXPECT_TRUE(page.says("Du finns inte i Lotsen än"));
    EXPECT_EQ(there.cookie("__Host-lotsen"), "");
    const auto members = database().read([&](db::Reader& reader) { return staff::organisation(reader, clock.now()).members.size(); });
    EXPECT_EQ(members, 0U);
}

TEST_P(Provider, whoever_was_joined_by_hand_keeps_what_the_desk_gave) {
    groups = {};
    const auto account = member(Role::registrar);
    ASSERT_TRUE(database().write([&](db::Transaction& tx) { return sign_in::join_subject(tx, *vault, rights::Actor::at_the_terminal(), clock.now(), account, issuer, "subject-3"); }));
    auto there = browser();
    EXPECT_EQ(signed_in(there, "subject-3").status(), 303);
    EXPECT_TRUE(there.get("/personal/konto").says("Registrator"));
}

TEST_P(Provider, an_answer_works_once_in_the_browser_that_asked_within_a_quarter_of_an_hour) {   // T20: replay, mix-up; T15: login CSRF
    auto there = browser(), victim = browser();
    const auto asked = begun(there, there.get("/logga-in"), "/logga-in/oidc");
    answers_about("subject-4", asked);
    EXPECT_EQ(victim.get(way_back(asked)).status(), 403) << "another browser";
    EXPECT_EQ(victim.cookie("__Host-lotsen"), "");
    EXPECT_EQ(there.get(way_back(asked)).status(), 403) << "and it was struck out then";
    const auto second = begun(there, there.get("/logga-in"), "/logga-in/oidc");
    answers_about("subject-4", second);
    EXPECT_EQ(there.get(way_back(second)).status(), 303);
    const auto id = there.cookie("__Host-lotsen");
    EXPECT_EQ(there.get(way_back(second)).status(), 403) << "replayed";
    EXPECT_EQ(there.cookie("__Host-lotsen"), id);
    auto slow = browser();
    const auto third = begun(slow, slow.get("/logga-in"), "/logga-in/oidc");
    later(16 * minute);
    answers_about("subject-4", third);
    EXPECT_EQ(slow.get(way_back(third)).status(), 403);
    EXPECT_EQ(slow.get("/logga-in/oidc/retur?state=" + std::string(43, 'A') + "&code=c&iss=https%3A%2F%2Flogin.kommun.test").status(), 403);
    EXPECT_EQ(slow.get("/logga-in/oidc/retur").status(), 403);
}

TEST_P(Provider, wrong_answers_are_refused_in_words_and_leave_a_line) {   // T20
    auto there = browser();
    const auto refused = [&](const std::string& nonce, const std::string& acr) {
        const auto asked = begun(there, there.get("/logga-in"), "/logga-in/oidc");
        answers_about("subject-5", asked, nonce, acr);
        const auto page = there.get(way_back(asked));
        EXPECT_EQ(page.status(), 403);
        EXPECT_TRUE(page.has("//main//a[@href='/logga-in']"));
        EXPECT_EQ(there.cookie("__Host-lotsen"), "");
        return page.text("//h1");
    };
    EXPECT_EQ(refused("another nonce", loa3), "Inloggningen godtogs inte");
    EXPECT_EQ(refused("", "http://id.elegnamnden.se/loa/1.0/loa2"), "Du behöver identifiera dig säkrare");
    const auto asked = begun(there, there.get("/logga-in"), "/logga-in/oidc");
    EXPECT_EQ(there.get("/logga-in/oidc/retur?" + web::urlencoded({{"state", std::string(web::Request::first(asked, "state"))}, {"error", "access_denied"}, {"iss", issuer}})).text("//h1"), "Inloggningen avbröts");
    const auto lines = audit_lines(database());
    EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const AuditLine& l) { return l.kind == "sign_in" && l.reason.starts_with("oidc."); }), 3);
    http.answers.clear();
    later(2 * hour);
    EXPECT_EQ(there.get("/logga-in/oidc").status(), 503);
}

TEST_P(Provider, a_stranger_who_spoils_answers_does_not_fill_the_log) {   // T17
    auto there = browser();
    for (int i = 0; i < 60; ++i) {
        const auto asked = begun(there, there.get("/logga-in"), "/logga-in/oidc");
        EXPECT_EQ(there.get("/logga-in/oidc/retur?" + web::urlencoded({{"state", std::string(web::Request::first(asked, "state"))}, {"error", "access_denied"}, {"iss", issuer}})).status(), 403);
    }
    const auto lines = [&] {
        const auto all = audit_lines(database());
        return std::count_if(all.begin(), all.end(), [](const AuditLine& l) { return l.act == "refused"; });
    };
    const auto written = lines();
    EXPECT_GE(written, 50);
    EXPECT_LT(written, 55);
    later(2 * minute);
    const auto asked = begun(there, there.get("/logga-in"), "/logga-in/oidc");
    (void)there.get("/logga-in/oidc/retur?" + web::urlencoded({{"state", std::string(web::Request::first(asked, "state"))}, {"error", "access_denied"}, {"iss", issuer}}));
    EXPECT_EQ(lines(), written + 1) << "that it goes on is still seen";
}

TEST_P(Provider, confirming_as_somebody_else_is_refused) {   // T21
    auto there = browser();
    ASSERT_EQ(signed_in(there, "subject-6").status(), 303);
    auto other = browser();
    ASSERT_EQ(signed_in(other, "subject-7").status(), 303);
    later(6 * minute);
    const auto asked = begun(there, there.get("/bekrafta?till=/personal/konto"), "/bekrafta/oidc");
    EXPECT_EQ(web::Request::first(asked, "max_age"), "0");
    answers_about("subject-7", asked);
    EXPECT_TRUE(there.get(way_back(asked)).says("Det var någon annan som bekräftade"));
    EXPECT_EQ(there.get("/bekrafta").status(), 200) << "still to be confirmed";
    const auto again = begun(there, there.get("/bekrafta?till=/personal/konto"), "/bekrafta/oidc");
    answers_about("subject-6", again);
    const auto before = there.cookie("__Host-lotsen");
    EXPECT_EQ(there.get(way_back(again)).header("Location"), "/personal/konto");
    EXPECT_NE(there.cookie("__Host-lotsen"), before);
    EXPECT_EQ(there.get("/bekrafta").status(), 303);
}
LOTSEN_ON_BOTH_DATABASES(Provider);
