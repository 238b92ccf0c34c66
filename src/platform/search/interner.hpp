#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>
namespace search {

constexpr std::uint32_t none = 0xFFFFFFFF;

// Eight letters at a time; words are short and there are many.
inline std::uint64_t hash_of(std::string_view s) {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15ULL;
    std::uint64_t h = s.size() * spread;
    const auto mix = [&](std::size_t bytes) {
        std::uint64_t piece = 0;
        std::memcpy(&piece, s.data(), bytes);
        h = (h ^ piece) * spread;
        h ^= h >> 32;
        s.remove_prefix(bytes);
    };
    while (s.size() >= 8) mix(8);
    if (!s.empty()) mix(s.size());
    return h;
}

// Gives each distinct word a number from 0 upwards and keeps the words close together in memory.
class Interner {
public:
    std::uint32_t add(std::string_view word) {
        if (2 * (size() + 1) > table_.size()) grow();
        const auto hash = hash_of(word);
        auto& slot = table_[place(word, hash)];
        if (slot.id == none) {
            slot = {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(size())};
            letters_.append(word);
            ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
        }
        return slot.id;
    }
    std::uint32_t find(std::string_view word) const { return table_.empty() ? none : table_[place(word, hash_of(word))].id; }
    std::string_view operator[](std::uint32_t id) const {
        const std::uint32_t begin = id == 0 ? 0 : ends_[id - 1];
        return std::string_view(letters_).substr(begin, ends_[id] - begin);
    }
    std::size_t size() const { return ends_.size(); }
    std::size_t memory() const { return letters_.capacity() + 4 * ends_.capacity() + sizeof(Slot) * table_.capacity(); }

private:
    struct Slot {
        std::uint32_t hash = 0, id = none;
    };
    std::size_t place(std::string_view word, std::uint64_t hash) const {
        std::size_t at = hash & (table_.size() - 1);
        while (table_[at].id != none && (table_[at].hash != static_cast<std::uint32_t>(hash) || (*this)[table_[at].id] != word))
            at = (at + 1) & (table_.size() - 1);
        return at;
    }
    void grow() {
        table_.assign(table_.empty() ? 1024 : 2 * table_.size(), Slot{});
        for (std::uint32_t id = 0; id < size(); ++id) {
            const auto hash = hash_of((*this)[id]);
            table_[place((*this)[id], hash)] = {static_cast<std::uint32_t>(hash), id};
        }
    }
    std::string letters_;
    std::vector<std::uint32_t> ends_;
    std::vector<Slot> table_;
};

}
