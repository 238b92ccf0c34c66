#include "base/text.hpp"
#include "features/sign_in/back.hpp"
#include "features/sign_in/login.hpp"
#include "features/sign_in/password_rules.hpp"
#include "features/sign_in/session.hpp"
#include "features/sign_in/settings.hpp"
#include "features/sign_in/throttle.hpp"
#include <gtest/gtest.h>

namespace sign_in {
namespace {
constexpr base::Instant now{1'795'305'600'000};
Session session(std::int64_t created, std::int64_t seen) {
    return {"s", *rights::AccountId::from(std::string(22, 'a')), Method::local, "", true, {now.ms + created}, {now.ms + seen}, {now.ms + created}, std::nullopt};
}
}

TEST(Back, leads_only_to_own_pages_of_the_staff) {   // open redirect
    for (const std::string own : {"/personal", "/personal/konto", "/en/personal/organisation?sortera=namn&ordning=fallande", "/latt/personal", "/personal/beslut/son-2026-12-4"}) EXPECT_EQ(own_page(own), own);
    for (const std::string odd : {"", "/", "//evil.example", "https://evil.example", "/\\evil.example", "\\/evil.example", "/personal/../stod", "/personalx", "/personal//x", "/personal/%2e%2e/x", "/personal/%5cx",
                                  "/personal\r\nSet-Cookie: a=b", "/personal/\tx", "javascript:alert(1)", "/personal@evil.example", "/personal/%zz", "/logga-ut", "/en//evil.example", "/stod"})
        EXPECT_EQ(own_page(odd), "/personal") << odd;
    EXPECT_EQ(own_page("/personal/" + std::string(600, 'a')), "/personal");
}

TEST(Password, is_long_enough_and_not_what_is_tried_first) {   // ASVS 6.2.1, 6.2.4, 6.2.11
    const std::vector<std::string_view> own{"anna.ek", "Danderyds kommun", "lotsen"};
    EXPECT_EQ(fault_of("kort ord", own), PasswordFault::too_short);
    EXPECT_EQ(fault_of("åäöåäöåäöåä", own), PasswordFault::too_short);   // eleven letters, more bytes
    for (const auto* common : {"passwordpassword", "Sommar2026!!", "P@ssw0rd1234", "losenord12345", "123456789012", "qwertyuiopasdf", "aaaaaaaaaaaa", "abababababab", "Danderyd2026!", "danderyds-kommun", "Lotsen123456", "HemligtLosenord1",
                               "abcdefghijkl", "987654321098", "Vinter!Vinter!", "administrator1"})
        EXPECT_EQ(fault_of(common, own), PasswordFault::too_common) << common;
    EXPECT_EQ(fault_of("xyz-Anna.Ek-trappa", own), PasswordFault::names_you);
    EXPECT_EQ(fault_of(std::string(1025, 'k'), own), PasswordFault::too_long);
    for (const auto* good : {"kastanj vante moln trappa", "correct horse battery staple", "sommar vinter höst kommun", "vFq7-ödla.Tp2k", "мой длинный пароль"}) EXPECT_EQ(fault_of(good, own), std::nullopt) << good;
    EXPECT_EQ(fault_of(std::string(1000, 'k') + "x y", {}), std::nullopt);   // long ones are allowed
}

TEST(Login, is_the_same_however_it_is_typed) {   // ASVS 6.2.9: NFC
    EXPECT_EQ(normalised_login(" Åsa.Ek "), "åsa.ek");
    EXPECT_EQ(normalised_login("A\xCC\x8A" "sa.ek"), "åsa.ek");   // a and a ring
    EXPECT_EQ(normalised_password("A\xCC\x8A b"), "Å b");
    EXPECT_EQ(normalised_password(" Aa "), " Aa ");
    for (const std::string odd : {"", "a", "a b", "a\tb", "a\x7F"}) EXPECT_EQ(normalised_login(odd), std::nullopt) << odd;
    EXPECT_EQ(normalised_login(std::string(101, 'a')), std::nullopt);
}

TEST(Session, ends_after_a_quarter_of_an_hour_and_after_eight_hours) {   // T19
    EXPECT_EQ(over(session(-idle_ms, -idle_ms + 1), now), std::nullopt);
    EXPECT_EQ(over(session(-idle_ms, -idle_ms), now), Why::idle);
    EXPECT_EQ(over(session(-absolute_ms + 1, 0), now), std::nullopt);
    EXPECT_EQ(over(session(-absolute_ms, 0), now), Why::absolute);
    EXPECT_EQ(over(session(3 * minute_ms, 3 * minute_ms), now), Why::clock);
    EXPECT_TRUE(confirmed({now.ms - fresh_ms + 1}, now));
    EXPECT_FALSE(confirmed({now.ms - fresh_ms}, now));
    EXPECT_FALSE(confirmed({now.ms + 10 * minute_ms}, now));
}

TEST(Session, cookie_is_closed_to_scripts_and_to_plain_http) {
    EXPECT_EQ(cookie(session_cookie, "v"), "__Host-lotsen=v; Path=/; HttpOnly; Secure; SameSite=Lax");
    EXPECT_EQ(no_cookie(session_cookie), "__Host-lotsen=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0");
}

TEST(Settings, are_read_and_what_is_wrong_is_said_with_its_line) {
    const std::string good = "issuer = \"https://login.kommun.test\"\nclient_id = \"lotsen\"\nacr = [\"http://id.elegnamnden.se/loa/1.0/loa3\"]\ngroups_claim = \"groups\"\n"
                             "[[group]]\nname = \"anhorig\"\nrole = \"consultant\"\nunit = \"" + std::string(22, 'u') + "\"\n";
    pack::Problems problems;
    const auto read = parse(good, "sign_in.toml", problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(read.provider.issuer, "https://login.kommun.test");
    EXPECT_EQ(read.provider.acr_accepted, read.provider.acr_wanted);
    ASSERT_EQ(read.groups.size(), 1U);
    EXPECT_EQ(read.groups[0], (GroupRole{"anhorig", rights::Role::consultant, *rights::UnitId::from(std::string(22, 'u'))}));
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"https://login", "http://login"}, {"consultant", "boss"}, {std::string(22, 'u'), "enheten"}, {"groups_claim = \"groups\"\n", ""}, {"client_id", "klient"}}) {
        pack::Problems found;
        (void)parse(base::replaced(good, from, to), "sign_in.toml", found);
        EXPECT_FALSE(found.empty()) << from;
        for (const auto& problem : found) EXPECT_FALSE(problem.remedy.empty()) << from;
    }
}
}
