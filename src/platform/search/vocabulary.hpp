#pragma once
#include "platform/search/interner.hpp"
#include "platform/search/compounds.hpp"
#include <span>
namespace search {

// A word as it may have been meant.
struct Guess {
    std::uint32_t form = none;
    float cost = 0;  // edits, and a little for changed dots and letters in front
};

// The words of the content: forms as written, and terms, the stems they share.
// Filled with add(), then settled once; after that it never changes.
class Vocabulary {
public:
    std::uint32_t add(std::string_view form, std::uint32_t times = 1);
    std::uint32_t again(std::uint32_t form) { return ++times_[form], form; }
    void add_stop(std::string_view form);
    // A term that is not a word of the language ("target_group:older").
    std::uint32_t add_mark(std::string_view mark) { return terms_.add(mark); }
    std::uint32_t mark(std::string_view mark) const { return terms_.find(mark); }
    void settle();

    std::size_t forms() const { return forms_.size(); }
    std::size_t terms() const { return terms_.size(); }
    std::string_view form(std::uint32_t id) const { return forms_[id]; }
    std::uint32_t form(std::string_view letters) const { return forms_.find(letters); }
    std::uint32_t term_of(std::uint32_t form) const { return term_of_[form]; }
    std::span<const std::uint32_t> parts_of(std::uint32_t form) const;

    // The term of a word, known as written or through its stem; none if the content has no such word.
    std::uint32_t term(std::string_view word) const;
    bool is_stop(std::uint32_t term) const { return term < stop_.size() && stop_[term]; }
    // The terms that the word is put together from; empty when it is no compound of known words.
    std::vector<std::uint32_t> split(std::string_view word) const;
    // The same with å ä ö written otherwise; none if there is no such form.
    std::uint32_t without_dots(std::string_view word) const;
    // Forms within the edits that a word of this length is forgiven, the likeliest first, at most `most`.
    std::vector<Guess> corrections(std::string_view word, std::size_t most) const;
    // A compound where one part is misspelt ("avlösnigshjälp"): the form meant for each part; empty if there is none.
    std::vector<std::uint32_t> corrected_parts(std::string_view word) const;
    // Terms with a form that begins so, the commonest first, at most `most`.
    std::vector<std::uint32_t> beginning_with(std::string_view prefix, std::size_t most) const;
    std::size_t memory() const;

private:
    void settle_terms();
    void settle_parts();
    void settle_order();
    void settle_deletes();
    std::uint32_t known_part(std::string_view letters, Place place) const;  // a form
    template <class See> void each_near(std::string_view word, unsigned deletes, See&& see) const;

    Interner forms_, terms_;
    std::vector<std::uint32_t> times_, term_of_;
    std::vector<std::uint32_t> stop_forms_;
    std::vector<bool> stop_;
    std::vector<std::uint32_t> part_ends_, parts_;
    std::vector<std::uint32_t> order_;                 // forms by letters
    std::vector<std::uint32_t> bucket_begin_, bucket_;  // forms by hash of their beginning with letters left out
};

}
