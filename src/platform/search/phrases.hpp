#pragma once
#include "platform/search/vocabulary.hpp"
namespace search {

enum class Means : std::uint8_t { document, group };

// What a phrase points at: a document by its place, or a group of synonyms.
struct Target {
    std::uint64_t hash = 0;
    std::uint32_t id = 0;
    float strength = 1;
    Means means = Means::document;
};

// Titles, other names and synonyms as sequences of terms. Filled with add(), then sorted once.
class Phrases {
public:
    static constexpr std::size_t longest = 8;  // words
    // Known both in full and, when two words or more are left, without stop words.
    void add(const Vocabulary&, std::string_view phrase, Means, std::uint32_t id, float strength);
    void settle();
    std::span<const Target> find(std::span<const std::uint32_t> terms) const;
    std::size_t memory() const { return targets_.capacity() * sizeof(Target); }

private:
    std::vector<Target> targets_;
};

// The terms of a text's words, in order; `none` for words that are not known.
std::vector<std::uint32_t> terms_of(const Vocabulary&, std::string_view text);

}
