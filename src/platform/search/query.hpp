#pragma once
#include "platform/search/data.hpp"
namespace search {

constexpr std::size_t most_characters = 200, most_words = 20;

// One thing that is sought: any of these terms or documents answers it. `share` is how much of the whole question it is.
struct Wanted {
    std::vector<Weighed> terms, documents;
    float share = 0;
};

// What somebody wrote, understood.
struct Question {
    std::vector<Wanted> wanted;
    std::vector<Weighed> bonus;  // documents that carry the very phrase as name
    std::optional<std::string> corrected;
    bool despair = false, danger = false, all_needed = false;
};

// Cut to its limits, valid UTF-8, no control characters.
std::string cleaned(std::string_view query);
Question understood(const Index::Data&, const std::string& cleaned, Spelling);

}
