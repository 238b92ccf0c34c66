#include "platform/crypto/password.hpp"
#include <gtest/gtest.h>
#include <atomic>
#include <sodium.h>
#include <thread>

namespace crypto {
namespace {
const Cost cheap{1, 64 * 1024};
std::string made(Passwords& passwords, std::string_view password) { return *passwords.hashed(password); }
}

TEST(Passwords, are_kept_with_the_cost_that_the_duties_ask_for) {
    Passwords passwords;
    const auto stored = made(passwords, "korrekt häst batteri");
    EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << stored;
    EXPECT_EQ(*passwords.check("korrekt häst batteri", stored), Match::right);
    EXPECT_EQ(*passwords.check("korrekt häst batterj", stored), Match::wrong);
    EXPECT_NE(stored, made(passwords, "korrekt häst batteri")) << "its own salt";
}
TEST(Passwords, ask_for_a_new_hash_when_the_cost_has_changed) {
    Passwords before(cheap), after(Cost{2, 128 * 1024});
    const auto stored = made(before, "ab");
    EXPECT_FALSE(before.needs_rehash(stored));
    EXPECT_TRUE(after.needs_rehash(stored));
    EXPECT_EQ(*after.check("ab", stored), Match::right_but_rehash);
    EXPECT_EQ(*after.check("ab", made(after, "ab")), Match::right);
}
TEST(Passwords, refuse_what_nobody_types_and_what_no_hash_looks_like) {
    Passwords passwords(cheap);
    EXPECT_EQ(passwords.hashed(std::string(1025, 'x')).refusal(), PasswordRefusal::too_long);
    EXPECT_EQ(*passwords.check(std::string(1024, 'x'), made(passwords, std::string(1024, 'x'))), Match::right);
    const auto right = made(passwords, "x");
    for (const auto& stored : {std::string(), std::string("x"), std::string("$argon2id$"), right + std::string(1, '\0'), right.substr(0, right.size() - 1), std::string(5000, '$'),
                               std::string("$argon2id$v=19$m=4194304,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                               std::string("$argon2id$v=19$m=64,t=4000000000,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")}) {
        EXPECT_EQ(*passwords.check("x", stored), Match::wrong) << stored.size();
        EXPECT_TRUE(passwords.needs_rehash(stored));
    }
    EXPECT_THROW(Passwords(Cost{2, std::size_t{1} << 40}), base::Bug);
    EXPECT_THROW(Passwords(cheap, 0), base::Bug);
}
// Every byte of the text counts: no other text is right for the same password.
TEST(Passwords, notice_each_changed_byte) {
    Passwords passwords(cheap);
    const auto stored = made(passwords, "x");
    for (std::size_t at = stored.find("p=1$") + 4; at < stored.size(); ++at) {
        auto changed = stored;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        EXPECT_EQ(*passwords.check("x", changed), Match::wrong) << at;
    }
}
TEST(Passwords, an_unknown_account_costs_as_much_as_a_wrong_password) {
    Passwords passwords(Cost{3, 8 * 1024 * 1024});
    const auto stored = made(passwords, "x");
    const auto cpu = [&](const std::optional<std::string>& what) {
        auto least = std::numeric_limits<double>::max();
        for (int i = 0; i < 7; ++i) {
            timespec from{}, to{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
            EXPECT_EQ(*passwords.check("y", what), Match::wrong);
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
            least = std::min(least, static_cast<double>(to.tv_sec - from.tv_sec) * 1e9 + static_cast<double>(to.tv_nsec - from.tv_nsec));
        }
        return least;
    };
    const auto known = cpu(stored), unknown = cpu(std::nullopt);
    EXPECT_LT(std::max(known, unknown) / std::min(known, unknown), 1.5);
}
// One slow check holds the only place; another waits its patience and is told that it is busy.
TEST(Passwords, are_never_checked_more_at_once_than_allowed) {
    Passwords one(Cost{4, 64 * 1024 * 1024}, 1, std::chrono::milliseconds(1));
    std::atomic<int> right = 0, busy = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([&] {
        const auto out = one.hashed("x");
        ++(out ? right : busy);
        EXPECT_TRUE(out || out.refusal() == PasswordRefusal::busy);
    });
    for (auto& thread : threads) thread.join();
    EXPECT_GE(right, 1);
    EXPECT_EQ(right + busy, 4);
    EXPECT_GE(busy, 1) << "all four had room at once";
}
TEST(Passwords, those_who_wait_come_in_when_a_place_is_free) {
    Passwords two(Cost{2, 1024 * 1024}, 2, std::chrono::seconds(60));
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { right += two.hashed("x") ? 1 : 0; });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, 8);
}
}
