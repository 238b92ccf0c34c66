// What security 7 promises of published counts, measured on the real thing. The key and the numbers are fixed: a test that fails once fails always.
#include "platform/facts/cell.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace {
using namespace facts;

Publisher publisher(unsigned char letter = 7) {
    static const auto key = [](unsigned char c) { return crypto::Key(crypto::Secret(crypto::bytes(std::string(32, static_cast<char>(c))))); };
    return Publisher(crypto::KeyedHash(key(letter), "facts", "cell"));
}
Cell cell_of(std::int64_t count, std::uint32_t salts, std::string name = "contact|2026") { return {.name = std::move(name), .count = count, .facts = count, .salts = salts}; }

// How probable each published number is for a true count: from the definition, not from the program.
double chance(std::int64_t count, std::int64_t published) {
    double out = 0;
    for (std::int64_t step = -200; step <= 200; ++step) {
        const auto noisy = std::max<std::int64_t>(0, count + step);
        if (std::llround(static_cast<double>(noisy) / 5) * 5 == published) out += (1 - 0.7) / (1 + 0.7) * std::pow(0.7, std::abs(static_cast<double>(step)));
    }
    return out;
}
struct Guesses {
    double right = 0, certain = 0, most_sure = 0.5;
};
// Years of 150 contacts with and without one person, who is in all 8 cells. Whoever guesses knows all others, and how the numbers are made.
Guesses attack(int years, const std::function<std::int64_t(const Cell&)>& publish, const std::function<double(std::int64_t, std::int64_t)>& likely) {
    std::mt19937 random(20261122);
    constexpr std::array<double, 8> shares{1.0, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01};
    Guesses out;
    for (int year = 0; year < years; ++year) {
        std::array<Cell, 8> cells;
        for (std::size_t i = 0; i < 8; ++i) cells[i].name = "contact|" + std::to_string(year) + "|" + std::to_string(i);
        const auto add = [&](std::size_t i, std::uint32_t salt) { ++cells[i].count, ++cells[i].facts, cells[i].salts += salt; };
        for (int contact = 0; contact < 150; ++contact) {
            const auto salt = static_cast<std::uint32_t>(random());
            for (std::size_t i = 0; i < 8; ++i)
                if (std::uniform_real_distribution<>()(random) < shares[i]) add(i, salt);
        }
        std::array<std::int64_t, 8> others{};
        for (std::size_t i = 0; i < 8; ++i) others[i] = cells[i].count;
        const bool there = year % 2 == 0;
        const auto salt = static_cast<std::uint32_t>(random());
        if (there)
            for (std::size_t i = 0; i < 8; ++i) add(i, salt);
        double with = 1, without = 1;
        for (std::size_t i = 0; i < 8; ++i) {
            const auto shown = publish(cells[i]);
            with *= likely(others[i] + 1, shown), without *= likely(others[i], shown);
        }
        const double sure = with / (with + without);
        if (with == 0 || without == 0) out.certain += 1;
        out.most_sure = std::max({out.most_sure, sure, 1 - sure});
        out.right += sure == 0.5 ? 0.5 : (sure > 0.5) == there;
    }
    return {out.right / years, out.certain / years, out.most_sure};
}
}

TEST(PublishedCounts, are_the_same_for_the_same_cell_everywhere) {
    const auto one = publisher(), again = publisher();
    for (std::uint32_t salts = 0; salts < 500; ++salts) {
        EXPECT_EQ(one.published(cell_of(40, salts)), again.published(cell_of(40, salts)));
        EXPECT_EQ(one.published(cell_of(40, salts, "contact|2026|sex=woman")), one.published(cell_of(40, salts, "contact|2026|subject=talk"))) << "the cell is whom it holds, not what it is called";
    }
}
TEST(PublishedCounts, cannot_be_foretold_without_the_key) {
    int same = 0;
    for (std::uint32_t salts = 0; salts < 1000; ++salts) same += publisher(7).published(cell_of(40, salts)) == publisher(8).published(cell_of(40, salts));
    EXPECT_LT(same, 500);
}
TEST(PublishedCounts, are_multiples_of_five_and_never_below_nothing) {
    const auto p = publisher();
    for (std::int64_t count = 0; count < 60; ++count)
        for (std::uint32_t salts = 0; salts < 200; ++salts) {
            const auto shown = p.published(cell_of(count, salts));
            ASSERT_EQ(shown % 5, 0);
            ASSERT_GE(shown, 0);
        }
}
TEST(PublishedCounts, are_right_in_the_mean_from_twenty_up) {
    const auto p = publisher();
    double sum = 0, squares = 0, worst = 0;
    constexpr int each = 10'000, first = 20, last = 120;
    std::uint32_t salts = 0;
    for (int count = first; count < last; ++count) {
        double of_this = 0;
        for (int i = 0; i < each; ++i) {
            const auto off = static_cast<double>(p.published(cell_of(count, salts += 2'654'435'761u)) - count);
            of_this += off, squares += off * off;
        }
        sum += of_this, worst = std::max(worst, std::abs(of_this / each));
    }
    constexpr double all = each * (last - first);
    EXPECT_LT(std::abs(sum / all), 0.1);
    EXPECT_LT(std::sqrt(squares / all), 4.6);
    EXPECT_GT(std::sqrt(squares / all), 3.8) << "there is noise at all";
    EXPECT_LT(worst, 0.3) << "for no single count far off: rounding leaves a seventh";
}
TEST(PublishedCounts, of_empty_cells_differ_so_that_none_can_be_told_from_a_few) {
    const auto p = publisher();
    int shown = 0;
    for (int i = 0; i < 1000; ++i) shown += p.published({.name = "contact|2026|" + std::to_string(i)}) > 0;
    EXPECT_GT(shown, 100);
    EXPECT_LT(shown, 300);
}
TEST(PublishedCounts, tell_who_knows_all_others_next_to_nothing) {
    std::map<std::pair<std::int64_t, std::int64_t>, double> known;
    const auto p = publisher();
    const auto found = attack(2000, [&](const Cell& cell) { return p.published(cell); }, [&](std::int64_t count, std::int64_t shown) {
        const auto [at, is_new] = known.try_emplace({count, shown});
        if (is_new) at->second = chance(count, shown);
        return at->second;
    });
    EXPECT_LE(found.right, 0.68);
    EXPECT_GT(found.right, 0.55) << "the attack works as well as it can";
    EXPECT_EQ(found.certain, 0);
    EXPECT_LT(found.most_sure, 0.95) << "not even nearly certain";
}
// The same attack on what is only rounded: it does find people, so it can fail.
TEST(PublishedCounts, would_give_people_away_by_rounding_alone) {
    const auto rounded = [](std::int64_t count) { return (count + 2) / 5 * 5; };
    const auto found = attack(2000, [&](const Cell& cell) { return rounded(cell.count); }, [&](std::int64_t count, std::int64_t shown) { return rounded(count) == shown ? 1.0 : 0.0; });
    EXPECT_GT(found.certain, 0.5);
    EXPECT_GT(found.right, 0.8);
}
