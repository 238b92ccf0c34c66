#pragma once
#include "platform/search/search.hpp"
#include <filesystem>
// The documents and synonyms of a pack, read straight from its files: enough to try the search, not a check of the pack.
namespace search_queries {

struct Pack {
    std::vector<search::Document> documents;  // number = place in this list
    search::Synonyms synonyms;
    std::vector<search::Problem> problems;
    search::Index index() const { return search::Index::build(documents, synonyms); }
};
Pack read_pack(const std::filesystem::path& folder);
std::string text_of(const std::filesystem::path& file);

}
