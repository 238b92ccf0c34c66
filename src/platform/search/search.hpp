#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>
// Search among short Swedish documents, wholly in memory: inflections, compounds, misspellings, synonyms, unfinished last word.
// An Index is a value that never changes, so any number of threads may ask it. Nothing a visitor writes is kept or logged.
namespace search {

// What is searched. `number` comes back in the hits; `key` is what synonyms point at ("avlosning-i-hemmet", "page:rattigheter"; they may leave out "page:").
// `also_called` holds phrases, one a line (comma and semicolon also part them). `facets` holds names and keys ("target_group:older").
// `boost` multiplies the score: 1 is ordinary.
struct Document {
    std::uint32_t number = 0;
    std::string key, title, also_called, summary, facets, body;
    double boost = 1;
};

// A fault in synonyms.toml that its editor can mend.
struct Problem {
    std::size_t line = 0;
    std::string reason, remedy;
};

// How people really write: content/NAME/synonyms.toml.
struct Synonyms {
    struct Group {
        std::vector<std::string> words;     // words or phrases that mean the same here
        std::vector<std::string> leads_to;  // document keys, the best first
        std::vector<std::string> facets;    // "facet:key"
        std::size_t line = 0;
    };
    std::vector<Group> groups;
    struct Alarm {
        std::vector<std::string> phrases;   // words or phrases that put help above everything else
        std::vector<std::string> leads_to;  // document keys that then come first
    };
    Alarm despair, danger;
    std::vector<std::string> stop;             // words that say nothing about what is sought
    // What could be read is kept; each fault is added to `problems`.
    static Synonyms parse(std::string_view toml, std::vector<Problem>& problems);
};

struct Hit {
    std::uint32_t number = 0;
    float score = 0;  // 0 to about 2, comparable only within one answer
};

struct Found {
    std::vector<Hit> hits;                 // best first; equal scores in document order
    std::size_t total = 0;                 // all hits, not only those returned
    std::optional<std::string> corrected;  // what was searched instead, in words to show; never with despair or danger
    bool despair = false, danger = false;  // show help first
    std::string as_written;                // the query cut to its limits, valid UTF-8 without control characters; escape it as any text
};

// exact: only the words as written (and their inflections), all of them, nothing guessed.
enum class Spelling { forgiving, exact };

class Index {
public:
    // At most 1,048,576 documents (base::Bug beyond that).
    static Index build(std::span<const Document>, const Synonyms&);
    // Any bytes are accepted; 200 characters and 20 words are read. A query without a known word gives no hits.
    Found find(std::string_view query, std::size_t limit, std::size_t offset = 0, Spelling = Spelling::forgiving) const;
    // Bytes held by the index itself.
    std::size_t memory() const;

    struct Data;

private:
    explicit Index(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
    std::shared_ptr<const Data> data_;
};

}
