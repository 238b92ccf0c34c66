#include "features/work/refused.hpp"
#include <gtest/gtest.h>
#include <random>

namespace {
using namespace work;
std::string digits_only(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c >= '0' && c <= '9') out += c;
    return out;
}
}

TEST(RefusedText, lets_the_names_of_places_through) {
    for (const auto* fine : {"", "Mörby centrum", "Fribergaskolan 7–9", "Danderyds bibliotek, sal 2", "Träffpunkt Enebyberg", "Demensförbundet", "Cancerfonden", "Autismcentrum", "Strokemottagningen", "Café Ängla (öppet hus)",
                             "Missbruksvården", "S:t Görans kyrka", "Mässhallen", "Kolmården", "Altorpskolan 4B/5A"}) {
        EXPECT_FALSE(refused_text(fine)) << fine;
    }
}
TEST(RefusedText, refuses_numbers_of_persons_however_they_are_written) {
    for (const auto* number : {"19121212-1212", "121212-1212", "121212+1212", "1212121212", "12 12 12 12 12", "Skolan 121212-1212", "191212721219", "121272-1219", "1 2 1 2 1 2 - 1 2 1 2", "12121 kl 21212"})
        EXPECT_EQ(refused_text(number), Reason::personal_number) << number;
    for (const auto* number : {"070-123 45 67", "+46 70 123 45 67", "08-123 456", "0701234567", "rum 123456"}) EXPECT_TRUE(refused_text(number)) << number;
    EXPECT_EQ(refused_text("08-123 456"), Reason::phone_number);
    EXPECT_EQ(refused_text("anna@prov.invalid"), Reason::mail);
}
TEST(RefusedText, refuses_what_looks_like_digits_and_is_none) {
    for (const auto* text : {"１９１２１２１２１２１２", "١٩١٢١٢١٢١٢١٢", "19121\xE2\x80\x8B", "①②③④⑤⑥", "\xff\xfe", "a\nb", "<b>"}) EXPECT_EQ(refused_text(text), Reason::signs) << text;
}
TEST(RefusedText, refuses_diagnoses_and_says_why) {
    for (const auto* text : {"demens", "Hemma hos en med Alzheimers", "ADHD", "make med stroke", "MS", "KOL.", "cancersjuk", "depression", "Missbruk", "bipolär sjukdom", "autism och adhd"}) EXPECT_EQ(refused_text(text), Reason::diagnosis) << text;
    EXPECT_NE(std::string(words(Reason::diagnosis)).find("Diagnoser sparas inte"), std::string::npos);
}
TEST(RefusedText, refuses_what_is_long) {
    EXPECT_FALSE(refused_text(std::string(60, 'a')));
    EXPECT_EQ(refused_text(std::string(61, 'a')), Reason::too_long);
}
// Whatever is typed round it, a personal number never gets through.
TEST(RefusedText, never_lets_a_personal_number_through) {
    std::mt19937 random(1);
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    const std::array<std::string, 12> between{"", " ", "-", "–", ".", "a", "skola ", "/", "Ö", ",", "+", "\xC2\xA0"};
    for (int i = 0; i < 20'000; ++i) {
        char number[16];
        std::snprintf(number, sizeof number, "%02u%02u%02u%04u", below(100), 1 + below(12), 1 + below(28) + (below(4) == 0 ? 60 : 0), below(10'000));
        std::string text = below(2) ? "Skolan " : "";
        for (const char* c = number; *c; ++c) text += std::string(1, *c) + between[below(between.size())];
        ASSERT_TRUE(refused_text(text)) << text;
    }
    // And what does get through never has as many digits as the shortest number of a person.
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (unsigned n = below(30); n > 0; --n) text += below(3) ? static_cast<char>('0' + below(10)) : static_cast<char>('a' + below(26));
        if (!refused_text(text)) ASSERT_LE(digits_only(text).size(), 5u) << text;
    }
}
