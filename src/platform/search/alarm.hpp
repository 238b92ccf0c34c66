#pragma once
#include "platform/search/search.hpp"
#include <functional>
namespace search {
// Finds phrases of despair or danger in what somebody wrote: with light misspellings, without å ä ö, run together or apart,
// and with one word slipped in ("vill verkligen inte leva"). To miss one is worse than to show help once too often.
class Alarm {
public:
    void add(std::string_view phrase);
    // `known` tells a word of the content, which is then no misspelling of another ("står" is not "slår").
    bool heard(std::span<const std::string> words, const std::function<bool(std::string_view)>& known) const;

private:
    std::uint32_t word(std::string plain_letters);
    std::vector<std::string> words_;
    std::vector<std::vector<std::uint32_t>> phrases_;
    std::vector<bool> alone_;  // a word that is a whole phrase; it may be written as two
};
}
