#include "platform/crypto/keyed_hash.hpp"
#include "platform/crypto/totp.hpp"
#include <gtest/gtest.h>
#include <sodium.h>

// Known answers from the standards themselves.
namespace crypto {
namespace {
std::string hex(Bytes b) {
    std::string out(2 * b.size() + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), b.data(), b.size());
    out.pop_back();
    return out;
}
}

// RFC 4231, test cases 1, 2 and 6 (a key longer than the block).
TEST(Vectors, hmac_of_rfc_4231) {
    const std::string twenty(20, '\x0b'), long_key(131, '\xaa');
    EXPECT_EQ(hex(hmac_sha256(bytes(twenty), bytes("Hi There"))), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hex(hmac_sha256(bytes("Jefe"), bytes("what do ya want for nothing?"))), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hex(hmac_sha256(bytes(long_key), bytes("Test Using Larger Than Block-Size Key - Hash Key First"))),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    EXPECT_EQ(hex(hmac_sha512(bytes(twenty), bytes("Hi There"))),
              "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854");
    EXPECT_EQ(hex(hmac_sha512(bytes("Jefe"), bytes("what do ya want for nothing?"))),
              "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
}
// RFC 6238, appendix B, SHA-1, eight digits.
TEST(Vectors, one_time_codes_of_rfc_6238) {
    const Secret secret(bytes("12345678901234567890"));
    const std::pair<std::int64_t, const char*> table[] = {{59, "94287082"}, {1111111109, "07081804"}, {1111111111, "14050471"},
                                                          {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& [second, code] : table) {
        EXPECT_EQ(totp_code(secret, {second * 1000}, 8), code) << second;
        EXPECT_EQ(totp_code(secret, {second * 1000}), std::string(code).substr(2)) << second;
    }
}
}
