#include "platform/search/postings.hpp"
#include "platform/search/letters.hpp"
#include <algorithm>
#include <cmath>

namespace search {
namespace {
// A word in the title says more about a document than one in its text. Facets stand on many documents and say little.
constexpr std::array<float, field_count> field_weight = {8, 5, 2.5F, 3, 1.5F, 1};
// How much a long field is held against a word in it; other names are a list, and a long list is no fault.
constexpr std::array<float, field_count> length_matters = {0.2F, 0, 0, 0.3F, 0, 0.6F};
constexpr float saturation = 4, part_of_compound = 0.4F;
// A word that stands in more documents than this tells little about each: the documents where it weighs most are kept.
constexpr std::size_t longest_list = 8192;

bool is_mark(std::string_view piece) {
    return piece.find(':') != piece.npos && piece.find(':') != piece.size() - 1 &&
           std::all_of(piece.begin(), piece.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == ':' || (c >= '0' && c <= '9'); });
}

// Adds up what each term weighs in one document at a time.
class Scale {
public:
    Scale(const Texts& texts, const Vocabulary& words) : texts_(texts), words_(words), weight_(words.terms(), 0), seen_(words.terms(), 0) {
        const auto documents = texts.marks.size();
        for (std::size_t i = 0; i < texts.ends.size(); ++i) average_[i % field_count] += static_cast<float>(length(i));
        for (auto& sum : average_) sum = std::max(1.F, sum / static_cast<float>(std::max<std::size_t>(1, documents)));
    }
    // Calls take(term, weight) for each term of the document.
    template <class Take> void each_term(std::size_t document, Take&& take) {
        for (std::size_t f = 0; f < field_count; ++f) weigh_field(document * field_count + f);
        for (const auto mark : texts_.marks[document]) put(mark, field_weight[facets]);
        for (const auto term : touched_) {
            take(term, weight_[term] / (saturation + weight_[term]));
            weight_[term] = 0;
        }
        touched_.clear();
    }
    // Calls take(term) for the same terms, in the same order, without weighing them.
    template <class Take> void each_term_unweighed(std::size_t document, Take&& take) {
        const auto once = [&](std::uint32_t term) {
            if (seen_[term] == document + 1) return;
            seen_[term] = static_cast<std::uint32_t>(document + 1);
            take(term);
        };
        for (std::size_t f = 0; f < field_count; ++f) each_word_of(document * field_count + f, [&](std::uint32_t term, bool) { once(term); });
        for (const auto mark : texts_.marks[document]) once(mark);
    }

private:
    std::size_t begin(std::size_t field) const { return field == 0 ? 0 : texts_.ends[field - 1]; }
    std::size_t length(std::size_t field) const { return texts_.ends[field] - begin(field); }
    void put(std::uint32_t term, float weight) {
        if (weight_[term] == 0) touched_.push_back(term);
        weight_[term] += weight;
    }
    void weigh_field(std::size_t field) {
        const auto f = field % field_count;
        const float b = length_matters[f];
        const float each = field_weight[f] / (1 - b + b * static_cast<float>(length(field)) / average_[f]);
        each_word_of(field, [&](std::uint32_t term, bool whole) { put(term, whole ? each : each * part_of_compound); });
    }
    template <class Take> void each_word_of(std::size_t field, Take&& take) const {
        const auto f = field % field_count;
        const bool short_field = f == title || f == names || f == phrases;
        for (auto i = begin(field); i < texts_.ends[field]; ++i) {
            const auto form = texts_.forms[i];
            const auto term = words_.term_of(form);
            if (!short_field && words_.is_stop(term)) continue;  // long lists that tell nothing
            take(term, true);
            for (const auto part : words_.parts_of(form)) take(part, false);
        }
    }
    const Texts& texts_;
    const Vocabulary& words_;
    std::array<float, field_count> average_{};
    std::vector<float> weight_;
    std::vector<std::uint32_t> touched_, seen_;
};
}

void Texts::add(const Document& document, Vocabulary& words) {
    marks.emplace_back();
    add_words(document.title, words);
    ends.push_back(forms.size());
    add_names(document.also_called, words);
    add_words(document.summary, words);
    ends.push_back(forms.size());
    add_facets(document.facets, words);
    ends.push_back(forms.size());
    add_words(document.body, words);
    ends.push_back(forms.size());
}

void Texts::add_words(std::string_view text, Vocabulary& words) {
    each_word(text, [&](std::string_view word, std::size_t, std::size_t) {
        forms.push_back(words.add(word));
        return true;
    });
}

// One word first, then the longer ones: two fields.
void Texts::add_names(std::string_view list, Vocabulary& words) {
    const auto is_long = [](std::string_view phrase) {
        std::size_t count = 0;
        each_word(phrase, [&](std::string_view, std::size_t, std::size_t) { return ++count < 2; });
        return count > 1;
    };
    for (const bool wanted : {false, true}) {
        each_phrase(list, [&](std::string_view phrase) {
            if (is_long(phrase) == wanted) add_words(phrase, words);
        });
        ends.push_back(forms.size());
    }
}

// The same few lines stand on many documents, so each is read once.
void Texts::add_facets(std::string_view text, Vocabulary& words) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto [known, is_new] = facet_lines_.try_emplace(std::string(text.substr(at, end - at)));
        auto& [line, line_marks] = known->second;
        if (is_new) read_facets(known->first, words, line, line_marks);
        for (const auto form : line) forms.push_back(words.again(form));
        marks.back().insert(marks.back().end(), line_marks.begin(), line_marks.end());
        at = end + 1;
    }
}

void Texts::read_facets(std::string_view text, Vocabulary& words, std::vector<std::uint32_t>& line, std::vector<std::uint32_t>& line_marks) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(" \t,;", at), text.size());
        const auto piece = text.substr(at, end - at);
        if (is_mark(piece)) line_marks.push_back(words.add_mark(piece));
        else
            each_word(piece, [&](std::string_view word, std::size_t, std::size_t) {
                line.push_back(words.add(word, 0));
                return true;
            });
        at = end + 1;
    }
}

Postings Postings::build(const Texts& texts, const Vocabulary& words) {
    Postings out;
    Scale scale(texts, words);
    const auto documents = texts.marks.size();
    out.begin_.assign(words.terms() + 1, 0);
    for (std::size_t d = 0; d < documents; ++d) scale.each_term_unweighed(d, [&](std::uint32_t term) { ++out.begin_[term + 1]; });
    out.rarity_.resize(words.terms());
    const auto all = static_cast<float>(documents);
    for (std::size_t t = 0; t < words.terms(); ++t) {
        const auto holding = static_cast<float>(out.begin_[t + 1]);
        out.rarity_[t] = std::max(0.05F, std::log(1 + all / (holding + 1)) / std::log(2 + all));
        out.begin_[t + 1] += out.begin_[t];
    }
    out.entries_.resize(out.begin_.back());
    auto next = out.begin_;
    for (std::size_t d = 0; d < documents; ++d)
        scale.each_term(d, [&](std::uint32_t term, float weight) { out.entries_[next[term]++] = Posting(static_cast<std::uint32_t>(d), weight); });
    out.shorten_lists();
    return out;
}

void Postings::shorten_lists() {
    std::uint32_t kept = 0;
    for (std::size_t t = 0; t + 1 < begin_.size(); ++t) {
        const auto first = entries_.begin() + begin_[t];
        auto last = entries_.begin() + begin_[t + 1];
        if (last - first > static_cast<std::ptrdiff_t>(longest_list)) {
            const auto middle = first + static_cast<std::ptrdiff_t>(longest_list);
            std::nth_element(first, middle, last, [](Posting a, Posting b) {
                return (a.packed & 0xFFF) != (b.packed & 0xFFF) ? (a.packed & 0xFFF) > (b.packed & 0xFFF) : a.packed < b.packed;
            });
            last = middle;
            std::sort(first, last, [](Posting a, Posting b) { return a.packed < b.packed; });
        }
        begin_[t] = kept;
        kept = static_cast<std::uint32_t>(std::copy(first, last, entries_.begin() + kept) - entries_.begin());
    }
    begin_.back() = kept;
    if (kept < entries_.size()) {
        entries_.resize(kept);
        entries_.shrink_to_fit();
    }
}

std::span<const Posting> Postings::of(std::uint32_t term) const {
    return std::span(entries_).subspan(begin_[term], begin_[term + 1] - begin_[term]);
}

}
