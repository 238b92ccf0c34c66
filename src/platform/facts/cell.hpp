#pragma once
#include "platform/facts/facts.hpp"
#include "platform/vault/vault.hpp"
// Counts that are shown outside the team: noise that belongs to the cell, then rounding to 5 (security 7.3). Subtracting two of them says
// nothing about a person, and the same cell is the same number in every table, on every day.
namespace facts {

// Some facts that are counted together. `name` says which ones ("contact|2026|sex=woman"): an empty cell has no numbers of its own, and all
// empty cells would else be the same.
struct Cell {
    std::string name;
    std::int64_t count = 0, facts = 0;
    std::uint32_t salts = 0;
    void add(const Sum&);
};

class Publisher {
    crypto::KeyedHash hash_;

public:
    explicit Publisher(const vault::Vault& vault) : hash_(vault.hash("facts", "cell")) {}
    explicit Publisher(crypto::KeyedHash hash) : hash_(std::move(hash)) {}
    // A multiple of 5, at least 0. 0 reads "få eller inga".
    std::int64_t published(const Cell&) const;
};

inline constexpr double alpha = 0.7;       // of the two-sided geometric step: standard deviation 3.9
inline constexpr std::int64_t base_of_rounding = 5;
// Below this a whole table is not shown (security 7.4).
inline constexpr std::int64_t least_in_table = 20;
}
