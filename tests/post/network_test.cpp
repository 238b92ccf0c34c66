#include "post/sinks.hpp"
#include <gtest/gtest.h>

// The real protocols, against servers that say yes, no, later and nothing.
namespace {
using namespace post_test;
using post::Outcome;
post::Mail mail_to(const std::string& to) { return {.to = to, .subject = "Meddelande", .text = "Hej. Du har ett meddelande hos oss.", .id = "row-------------------", .at = {1'795'305'600'000}}; }
post::Sms sms_to(const std::string& to) { return {to, "Hej. Du har ett meddelande hos oss.", "row-------------------"}; }

TEST(Smtp, hands_over_a_mail_with_tls_and_a_message_id_made_from_the_row) {
    Sinks sinks;
    const auto mailer = post::smtp(sinks.smtp("lotsen", "riktigt"));
    EXPECT_EQ(mailer->trouble(), "");
    const auto sent = mailer->send(mail_to("petra@prov.invalid"));
    EXPECT_EQ(sent.outcome, Outcome::accepted) << sent.why;
    const auto got = sinks.news();
    ASSERT_EQ(got.size(), 1u);
    EXPECT_EQ(got[0].to, "petra@prov.invalid");
    EXPECT_EQ(got[0].text, "Hej. Du har ett meddelande hos oss.");
    EXPECT_EQ(got[0].user, "lotsen");
    EXPECT_TRUE(got[0].tls);
    for (const auto* line : {"\r\nMessage-ID: <row-------------------@prov.invalid>\r\n", "\r\nAuto-Submitted: auto-generated\r\n", "From: <meddelande@prov.invalid>\r\n"}) EXPECT_NE(got[0].raw.find(line), std::string::npos) << line;
    EXPECT_EQ(got[0].raw.find("Reply-To"), std::string::npos);
    EXPECT_EQ(got[0].raw.find("curl"), std::string::npos);
}
TEST(Smtp, waits_after_451_and_silence_and_stops_at_550) {
    Sinks sinks;
    const auto mailer = post::smtp(sinks.smtp());
    const auto outcome = [&](const char* to) {
        const auto sent = mailer->send(mail_to(to));
        return std::pair(sent.outcome, sent.why);
    };
    EXPECT_EQ(outcome("full@prov.invalid"), std::pair(Outcome::later, std::string("451")));
    EXPECT_EQ(outcome("gone@prov.invalid"), std::pair(Outcome::refused, std::string("550")));
    EXPECT_EQ(outcome("slow@prov.invalid"), std::pair(Outcome::later, std::string("curl_28")));
    EXPECT_EQ(outcome("två ord@prov.invalid"), std::pair(Outcome::refused, std::string("address")));
    EXPECT_TRUE(sinks.news().empty());
}
TEST(Smtp, that_does_not_let_us_in_is_tried_again_and_told_of) {
    Sinks sinks;
    const auto mailer = post::smtp(sinks.smtp("lotsen", "fel"));
    EXPECT_EQ(mailer->send(mail_to("petra@prov.invalid")).outcome, Outcome::later);
    EXPECT_NE(mailer->trouble(), "");
}
TEST(Smtp, that_is_not_there_is_tried_again) {
    auto settings = Sinks().smtp();   // gone now
    EXPECT_EQ(post::smtp(settings)->send(mail_to("petra@prov.invalid")).outcome, Outcome::later);
}
TEST(Secret, that_others_can_open_is_refused) {
    Sinks sinks;
    const auto settings = sinks.smtp("lotsen", "riktigt");
    std::filesystem::permissions(settings.password_file, std::filesystem::perms::group_read, std::filesystem::perm_options::add);
    EXPECT_THROW((void)post::smtp(settings), post::Unusable);
}
TEST(SmsGateway, gets_the_contracts_json_once) {
    Sinks sinks;
    const auto texter = post::sms_gateway(sinks.sms());
    EXPECT_EQ(texter->trouble(), "");
    EXPECT_EQ(texter->send(sms_to("+46701234567")).outcome, Outcome::accepted);
    const auto got = sinks.news();
    ASSERT_EQ(got.size(), 1u);
    EXPECT_EQ(got[0].to, "+46701234567");
    EXPECT_EQ(got[0].text, "Hej. Du har ett meddelande hos oss.");
    EXPECT_EQ(got[0].id, "row-------------------");
}
TEST(SmsGateway, is_unclear_when_it_may_have_taken_it_and_later_when_it_surely_has_not) {
    Sinks sinks;
    const auto texter = post::sms_gateway(sinks.sms());
    const auto outcome = [&](const char* to) { return texter->send(sms_to(to)).outcome; };
    EXPECT_EQ(outcome("+46701234400"), Outcome::refused);
    EXPECT_EQ(outcome("+46701234429"), Outcome::later);
    EXPECT_EQ(outcome("+46701234500"), Outcome::unclear);
    EXPECT_EQ(outcome("+46701234999"), Outcome::unclear) << "it timed out after it was handed over";
    EXPECT_EQ(post::sms_gateway(sinks.sms("fel"))->send(sms_to("+46701234567")).outcome, Outcome::refused);
    const auto gone = Sinks().sms();
    auto there = sinks.sms();
    there.url = gone.url;
    EXPECT_EQ(post::sms_gateway(there)->send(sms_to("+46701234567")).outcome, Outcome::later);
}
}
