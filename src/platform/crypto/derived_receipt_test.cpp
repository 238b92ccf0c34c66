#include "platform/crypto/derived_receipt.hpp"
#include <gtest/gtest.h>

TEST(DerivedReceipt, is_the_first_eight_bytes_as_sixteen_digits_with_leading_zeros) {
    crypto::Digest digest{};
    EXPECT_EQ(crypto::receipt_of(digest).digits(), "0000000000000000");
    digest[7] = 42, digest[31] = 99;
    EXPECT_EQ(crypto::receipt_of(digest).digits(), "0000000000000042") << "the rest of it tells nothing";
    digest[6] = 1;
    EXPECT_EQ(crypto::receipt_of(digest).digits(), "0000000000000298");
    digest.fill(255);
    EXPECT_EQ(crypto::receipt_of(digest).digits(), "6744073709551615") << "18446744073709551615 without what is more than sixteen digits";
}
