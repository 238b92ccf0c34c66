#pragma once
#include "platform/search/alarm.hpp"
#include "platform/search/phrases.hpp"
#include "platform/search/postings.hpp"
#include "platform/search/search.hpp"
namespace search {

// A term to look for instead or as well, or a document to give outright, and how sure that is (0 to 1).
struct Weighed {
    std::uint32_t id = 0;
    float weight = 0;
};

// A group of synonyms, ready for use.
struct Meaning {
    std::vector<Weighed> terms, documents;
    bool is_context = false;  // leads nowhere by itself: it tells who, not what ("min fru")
};

// Everything an index holds; documents by their place.
struct Index::Data {
    Vocabulary words;
    Postings postings;
    Phrases phrases;
    Alarm despair, danger;
    std::vector<Weighed> despair_leads, danger_leads;
    std::vector<Meaning> meanings;
    std::vector<std::uint32_t> numbers;
    std::vector<float> boosts;
};

}
