#include "platform/crypto/totp.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crypto {
namespace {
const base::Instant now{1'795'000'000'000 / 30'000 * 30'000 + 12'345};
constexpr std::int64_t step = 30'000;
std::string code_at(const Secret& secret, std::int64_t steps) { return totp_code(secret, {now.ms + steps * step}); }
}

TEST(Totp, accepts_one_step_before_and_after_and_no_more) {
    const Secret secret(bytes("12345678901234567890"));
    for (const int steps : {-1, 0, 1}) EXPECT_EQ(accepted_step(secret, code_at(secret, steps), now, -1), now.ms / step + steps);
    for (const int steps : {-3, -2, 2, 3}) EXPECT_FALSE(accepted_step(secret, code_at(secret, steps), now, -1)) << steps;
}
TEST(Totp, a_code_works_once_and_an_older_one_not_after_it) {
    const Secret secret(bytes("12345678901234567890"));
    const auto used = accepted_step(secret, code_at(secret, 0), now, -1);
    ASSERT_TRUE(used);
    EXPECT_FALSE(accepted_step(secret, code_at(secret, 0), now, *used));
    EXPECT_FALSE(accepted_step(secret, code_at(secret, -1), now, *used));
    EXPECT_EQ(accepted_step(secret, code_at(secret, 1), now, *used), *used + 1);
}
TEST(Totp, reads_what_people_type) {
    const Secret secret(bytes("12345678901234567890"));
    const auto code = code_at(secret, 0);
    EXPECT_TRUE(accepted_step(secret, " " + code.substr(0, 3) + " " + code.substr(3) + " ", now, -1));
    for (const auto& wrong : {std::string(), code.substr(1), code + "0", "0" + code, code.substr(0, 5) + "x", std::string(100'000, '1')}) EXPECT_FALSE(accepted_step(secret, wrong, now, -1));
}
TEST(Totp, is_written_for_apps_and_for_hands) {
    const Secret secret(bytes("12345678901234567890"));
    EXPECT_EQ(totp_text(secret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    EXPECT_EQ(totp_address(secret, "Lotsen Åby & Co", "a:b@c.se"),
              "otpauth://totp/Lotsen%20%C3%85by%20%26%20Co:a%3Ab%40c.se?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lotsen%20%C3%85by%20%26%20Co&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(totp_secret().size(), 20U);
    EXPECT_FALSE(equal(totp_secret().read(), totp_secret().read()));
}
RC_GTEST_PROP(Totp, any_other_six_digits_are_refused, ()) {
    const Secret secret(bytes(*rc::gen::container<std::string>(20, rc::gen::arbitrary<char>())));
    auto typed = std::to_string(*rc::gen::inRange(1'000'000, 2'000'000)).substr(1);
    bool right = false;
    for (const int steps : {-1, 0, 1}) right = right || code_at(secret, steps) == typed;
    RC_ASSERT(accepted_step(secret, typed, now, -1).has_value() == right);
}
}
