#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
namespace search {

constexpr std::size_t shortest_part = 3, shortest_compound = 7;
enum class Place { head, tail };

// Splits a compound into parts that `part(letters, place)` knows (it gives an id, or `unknown`). Fewest parts win, then the most even.
// Between parts Swedish may put an s (avlösning-s-hjälp) or change a last vowel (kvinn-o-jour, from kvinna).
template <class Part> class Splitter {
public:
    Splitter(Part part, std::uint32_t unknown) : part_(std::move(part)), unknown_(unknown) {}
    std::vector<std::uint32_t> operator()(std::string_view word, int deepest = 3) const {
        std::vector<std::uint32_t> best;
        std::size_t evenness = 0;
        if (word.size() < shortest_compound || deepest < 2) return best;
        for (std::size_t at = word.size() - shortest_part; at >= shortest_part; --at) {
            const auto head = head_part(word.substr(0, at));
            if (head == unknown_) continue;
            for (const std::size_t skip : {std::size_t{0}, std::size_t{1}}) {
                if (skip == 1 && (word[at] != 's' || word.size() < at + 1 + shortest_part)) continue;
                const auto tail = word.substr(at + skip);
                std::vector<std::uint32_t> found{head};
                if (const auto whole = part_(tail, Place::tail); whole != unknown_) found.push_back(whole);
                else if (auto rest = (*this)(tail, deepest - 1); !rest.empty()) found.insert(found.end(), rest.begin(), rest.end());
                else continue;
                const std::size_t even = std::min(at, tail.size());
                if (!best.empty() && (found.size() > best.size() || (found.size() == best.size() && even <= evenness))) continue;
                best = std::move(found);
                evenness = even;
            }
        }
        return best;
    }

private:
    std::uint32_t head_part(std::string_view head) const {
        if (const auto id = part_(head, Place::head); id != unknown_) return id;
        if (head.size() < 5) return unknown_;
        if (head.back() == 'o' || head.back() == 'u') return part_(std::string(head.substr(0, head.size() - 1)) + 'a', Place::head);
        if (head.back() == 'a' || head.back() == 'e') return part_(head.substr(0, head.size() - 1), Place::head);
        return unknown_;
    }
    Part part_;
    std::uint32_t unknown_;
};

}
