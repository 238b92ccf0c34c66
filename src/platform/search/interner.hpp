#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
namespace search {

constexpr std::uint32_t none = 0xFFFFFFFF;

inline std::uint64_t hash_of(std::string_view s) {
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return h ^ (h >> 29);
}

// Gives each distinct word a number from 0 upwards and keeps the words close together in memory.
class Interner {
public:
    std::uint32_t add(std::string_view word) {
        if (2 * (size() + 1) > table_.size()) grow();
        auto& slot = table_[place(word)];
        if (slot == none) {
            slot = static_cast<std::uint32_t>(size());
            letters_.append(word);
            ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
        }
        return slot;
    }
    std::uint32_t find(std::string_view word) const { return table_.empty() ? none : table_[place(word)]; }
    std::string_view operator[](std::uint32_t id) const {
        const std::uint32_t begin = id == 0 ? 0 : ends_[id - 1];
        return std::string_view(letters_).substr(begin, ends_[id] - begin);
    }
    std::size_t size() const { return ends_.size(); }
    std::size_t memory() const { return letters_.capacity() + 4 * (ends_.capacity() + table_.capacity()); }

private:
    std::size_t place(std::string_view word) const {
        std::size_t at = hash_of(word) & (table_.size() - 1);
        while (table_[at] != none && (*this)[table_[at]] != word) at = (at + 1) & (table_.size() - 1);
        return at;
    }
    void grow() {
        table_.assign(table_.empty() ? 1024 : 2 * table_.size(), none);
        for (std::uint32_t id = 0; id < size(); ++id) table_[place((*this)[id])] = id;
    }
    std::string letters_;
    std::vector<std::uint32_t> ends_, table_;
};

}
