#include "platform/crypto/random.hpp"
#include "platform/crypto/recovery.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <deque>
#include <cstring>

namespace crypto {
namespace {
// Gives the numbers it was told to, in order.
class Told final : public Randomness {
    std::deque<std::uint64_t> numbers_;

public:
    explicit Told(std::deque<std::uint64_t> numbers) : numbers_(std::move(numbers)) {}
    void fill(std::span<unsigned char> out) override {
        ASSERT_EQ(out.size(), 8U);
        ASSERT_FALSE(numbers_.empty());
        std::memcpy(out.data(), &numbers_.front(), 8);
        numbers_.pop_front();
    }
    std::size_t left() const { return numbers_.size(); }
};
constexpr std::uint64_t e16 = 10'000'000'000'000'000, highest = 1844 * e16; // the largest multiple of 10^16 below 2^64
}

TEST(Receipts, draw_again_what_would_make_low_ones_likelier) {
    Told just_below({highest - 1});
    EXPECT_EQ(Receipt::random(just_below).printed(), "9999 9999 9999 9999");
    Told at_and_above({highest, ~std::uint64_t{0}, 42});
    EXPECT_EQ(Receipt::random(at_and_above).printed(), "0000 0000 0000 0042");
    EXPECT_EQ(at_and_above.left(), 0U);
}
// Chi-squared with 9 degrees of freedom passes 40 once in 130,000 fair runs, for each place.
TEST(Receipts, have_every_digit_equally_often_in_every_place) {
    SystemRandomness randomness;
    std::array<std::array<int, 10>, 16> seen{};
    constexpr int drawn = 20'000;
    for (int i = 0; i < drawn; ++i) {
        const auto receipt = Receipt::random(randomness);
        for (std::size_t place = 0; place < 16; ++place) ++seen[place][static_cast<std::size_t>(receipt.digits()[place] - '0')];
    }
    for (const auto& place : seen) {
        double squares = 0;
        for (const int n : place) squares += (n - drawn / 10.0) * (n - drawn / 10.0) / (drawn / 10.0);
        EXPECT_LT(squares, 50);
    }
}
RC_GTEST_PROP(Receipts, are_read_back_however_they_are_grouped, ()) {
    SystemRandomness randomness;
    const auto receipt = Receipt::random(randomness);
    std::string typed;
    for (const char digit : receipt.digits()) (typed += *rc::gen::element<std::string>("", " ", "-", "  ", "\xC2\xA0")) += digit;
    RC_ASSERT(Receipt::from(typed) == receipt);
    RC_ASSERT(Receipt::from(receipt.printed()) == receipt);
}
TEST(Receipts, refuse_anything_but_sixteen_digits) {
    for (const auto* wrong : {"", "123456789012345", "12345678901234567", "123456789012345x", "１２３４567890123456", "+234567890123456"}) EXPECT_FALSE(Receipt::from(wrong)) << wrong;
}
RC_GTEST_PROP(Ids, are_read_back, ()) {
    SystemRandomness randomness;
    const auto id = random_id(randomness);
    RC_ASSERT(text_of(id).size() == 22U);
    RC_ASSERT(id_from(text_of(id)) == id);
    RC_ASSERT(random_id(randomness) != id);
}
TEST(Ids, refuse_any_other_writing) {
    const auto zero = text_of(RandomId{});
    EXPECT_EQ(zero, "AAAAAAAAAAAAAAAAAAAAAA");
    for (const auto* wrong : {"", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAA+AAAAAAAAAAA", "AAAAAAAAAA AAAAAAAAAAA"})
        EXPECT_FALSE(id_from(wrong)) << wrong << ": a second text for one id would slip past comparisons";
}

TEST(Recovery, each_code_is_found_at_its_place_and_nowhere_when_struck_out) {
    SystemRandomness randomness;
    const KeyedHash hash(Key::random(), "check", "recovery_code.hash");
    auto codes = recovery_codes(randomness, hash);
    ASSERT_EQ(codes.printed.size(), 10U);
    EXPECT_EQ(std::set<std::string>(codes.printed.begin(), codes.printed.end()).size(), 10U);
    for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(recovery_code_at(codes.printed[i], hash, codes.stored), i);
    codes.stored.erase(codes.stored.begin() + 3);
    EXPECT_FALSE(recovery_code_at(codes.printed[3], hash, codes.stored));
    EXPECT_FALSE(recovery_code_at("", hash, codes.stored));
    EXPECT_FALSE(recovery_code_at(codes.printed[0] + std::string(100, ' ') + "x", hash, codes.stored));
    EXPECT_FALSE(recovery_code_at(codes.printed[0], KeyedHash(Key::random(), "check", "recovery_code.hash"), codes.stored));
}
RC_GTEST_PROP(Recovery, codes_are_read_as_people_write_them, ()) {
    SystemRandomness randomness;
    const KeyedHash hash(Key::random(), "check", "recovery_code.hash");
    const auto codes = recovery_codes(randomness, hash, 3);
    const auto which = *rc::gen::inRange<std::size_t>(0, 3);
    std::string typed;
    for (const char c : codes.printed[which]) {
        const bool small = *rc::gen::arbitrary<bool>();
        if (c == '0') typed += *rc::gen::element('0', 'O', 'o');
        else if (c == '1') typed += *rc::gen::element('1', 'I', 'l');
        else if (c == '-') typed += *rc::gen::element<std::string>("-", " ", "", " - ");
        else typed += small && c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    RC_ASSERT(recovery_code_at(typed, hash, codes.stored) == which);
    RC_ASSERT(!recovery_code_at(typed + "0", hash, codes.stored));
}
}
