#include "platform/post/address.hpp"
#include "platform/post/message.hpp"
#include <gtest/gtest.h>

namespace {
using namespace post;
const Mail letter{.to = "petra@prov.invalid", .subject = "Meddelande", .text = "Hej. Du har ett meddelande hos oss.", .id = "row-------------------", .at = {1'795'305'600'000}};

TEST(Message, says_who_when_and_that_a_machine_wrote_it) {
    EXPECT_EQ(message_of("meddelande@prov.invalid", letter), "From: <meddelande@prov.invalid>\r\nTo: <petra@prov.invalid>\r\nDate: Sun, 22 Nov 2026 00:00:00 +0000\r\nSubject: Meddelande\r\n"
                                                             "Message-ID: <row-------------------@prov.invalid>\r\nAuto-Submitted: auto-generated\r\nContent-Language: sv\r\nMIME-Version: 1.0\r\n"
                                                             "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHej. Du har ett meddelande hos oss.\r\n");
}
TEST(Message, takes_no_subject_that_could_begin_a_line) {
    auto wrong = letter;
    wrong.subject = "Hej\r\nBcc: x@y.z";
    EXPECT_THROW((void)message_of("a@b.se", wrong), base::Bug);
}
TEST(QuotedPrintable, keeps_lines_short_and_other_letters_whole) {
    EXPECT_EQ(quoted_printable("å = b"), "=C3=A5 =3D b");
    EXPECT_EQ(quoted_printable("slut \nny"), "slut=20\r\nny");
    const auto longer = quoted_printable(std::string(200, 'a'));
    EXPECT_EQ(longer, std::string(73, 'a') + "=\r\n" + std::string(73, 'a') + "=\r\n" + std::string(54, 'a'));
}
TEST(Json, of_an_sms_is_what_the_contract_says) {
    EXPECT_EQ(json_of("Prov", {"+46701234567", "Hej \"du\" \\ \n", "row"}), R"({"from":"Prov","to":"+46701234567","message":"Hej \"du\" \\ \u000a","reference":"row"})");
}
TEST(Address, of_a_mail_can_end_no_line) {
    EXPECT_TRUE(sound_address("petra@prov.invalid"));
    for (const auto* wrong : {"", "petra", "@x", "a@", "a@b@c", "a b@c.se", "a@b.se>", "a@b.se\r\nRCPT", "a,b@c.se"}) EXPECT_FALSE(sound_address(wrong)) << wrong;
}
TEST(Settings, are_refused_in_words_before_anything_is_sent) {
    const SmtpSettings good{.url = "smtp://mail.prov.invalid:587", .from = "meddelande@prov.invalid"};
    EXPECT_TRUE(faults(good).empty());
    for (const auto& change : std::initializer_list<std::function<void(SmtpSettings&)>>{[](auto& s) { s.url = "mail.prov.invalid"; }, [](auto& s) { s.url = "https://mail.prov.invalid"; },
                                                                                       [](auto& s) { s.url = "smtp://user:word@mail.prov.invalid"; }, [](auto& s) { s.from = "Prov"; }, [](auto& s) { s.user = "x"; }}) {
        auto wrong = good;
        change(wrong);
        EXPECT_EQ(faults(wrong).size(), 1u) << wrong.url << wrong.from;
        EXPECT_THROW((void)smtp(wrong), Unusable);
    }
    const SmsSettings gateway{.url = "https://sms.prov.invalid/v1", .token_file = "/x", .sender = "Prov"};
    EXPECT_TRUE(faults(gateway).empty());
    for (const auto& change : std::initializer_list<std::function<void(SmsSettings&)>>{[](auto& s) { s.url = "http://sms.prov.invalid/v1"; }, [](auto& s) { s.token_file.clear(); }, [](auto& s) { s.sender = "För långt namn"; },
                                                                                      [](auto& s) { s.sender = "+46"; }}) {
        auto wrong = gateway;
        change(wrong);
        EXPECT_EQ(faults(wrong).size(), 1u) << wrong.url << wrong.sender;
    }
}
TEST(Sender, that_tells_what_it_is_about_is_seen) {
    EXPECT_EQ(telling_word("Anhorigstod"), "anhorig");
    EXPECT_EQ(telling_word("socialtjansten@prov.invalid"), "social");
    EXPECT_EQ(telling_word("meddelande@prov.invalid"), "");
    EXPECT_EQ(telling_word("Danderyd"), "");
}
}
