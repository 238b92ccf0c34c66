#include "platform/search/query.hpp"
#include "base/text.hpp"
#include "platform/search/letters.hpp"
#include <algorithm>

namespace search {
namespace {

// How sure each way to read a word is, beside the word itself.
constexpr float by_guess = 0.9F, by_other_guess = 0.5F, by_part = 0.3F, by_known_part = 0.8F, by_beginning = 0.7F, by_longer_word = 0.3F, by_join = 1.0F;
// Whom it concerns weighs less than what is sought, however seldom the content says "fru".
constexpr float context_share = 0.5F;
constexpr std::size_t most_beginnings = 16, most_bonuses = 500;

struct Token {
    std::string letters;
    std::size_t begin = 0, end = 0;
    std::uint32_t term = none;
    bool stop = false, known = false, context = false;
    std::vector<Weighed> terms, documents;
    std::vector<std::uint32_t> instead;     // forms that were searched in its place
    std::vector<std::uint32_t> more_parts;  // a compound that the content lacks wants each of its parts; the first is in terms
};

// The same thing reached in several ways counts as the surest of them; the first stays first.
void each_once(std::vector<Weighed>& list) {
    std::size_t kept = 0;
    for (const auto& one : list) {
        const auto end = list.begin() + static_cast<std::ptrdiff_t>(kept);
        const auto same = std::find_if(list.begin(), end, [&](const Weighed& other) { return other.id == one.id; });
        if (same == end) list[kept++] = one;
        else same->weight = std::max(same->weight, one.weight);
    }
    list.resize(kept);
}

class Reading {
public:
    Reading(const Index::Data& data, const std::string& text, Spelling spelling) : data_(data), words_(data.words), text_(text), spelling_(spelling) {
        each_word(text, [&](std::string_view word, std::size_t begin, std::size_t end) {
            Token token;
            token.letters = word;
            token.begin = begin;
            token.end = end;
            tokens_.push_back(std::move(token));
            return tokens_.size() < most_words;
        });
    }
    Question question() {
        hear_alarms();
        look_up();
        if (spelling_ == Spelling::forgiving) {
            join_neighbours();
            for (auto& token : tokens_)
                if (!token.stop && !token.known) guess(token);
            if (!question_.corrected_words.empty()) join_neighbours();
            widen();
        }
        apply_phrases();
        collect();
        return std::move(question_.result);
    }

private:
    bool is_last(const Token& token) const { return &token == &tokens_.back(); }

    void hear_alarms() {
        std::vector<std::string> written;
        for (const auto& token : tokens_) written.push_back(token.letters);
        const auto known = [&](std::string_view word) { return words_.form(word) != none; };
        question_.result.despair = data_.despair.heard(written, known);
        question_.result.danger = data_.danger.heard(written, known);
    }

    void look_up() {
        for (auto& token : tokens_) {
            token.term = words_.term(token.letters);
            if (token.term == none && spelling_ == Spelling::forgiving)
                if (const auto form = words_.without_dots(token.letters); form != none) token.term = words_.term_of(form);
            if (token.term == none) continue;
            token.stop = words_.is_stop(token.term);
            token.known = true;
            token.terms.push_back({token.term, 1});
        }
        const bool only_stops = std::all_of(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.stop; });
        if (only_stops)
            for (auto& token : tokens_) token.stop = false;
    }

    // "växel vård", "kort boende": written apart, meant together.
    void join_neighbours() {
        for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
            auto &first = tokens_[i], &second = tokens_[i + 1];
            if (first.stop || second.stop) continue;
            for (const std::string between : {"", "s"}) {
                const auto joined = meant(first) + between + meant(second);
                auto term = words_.term(joined);
                if (term == none)
                    if (const auto form = words_.without_dots(joined); form != none) term = words_.term_of(form);
                if (term == none || term == first.term) continue;
                for (auto* token : {&first, &second}) {
                    token->terms.push_back({term, by_join});
                    token->known = true;
                }
                break;
            }
        }
    }
    std::string meant(const Token& token) const {
        return token.instead.size() == 1 ? std::string(words_.form(token.instead[0])) : token.letters;
    }

    void guess(Token& token) {
        auto parts = words_.split(token.letters);
        if (!parts.empty()) {
            token.terms.push_back({parts[0], by_known_part});
            token.more_parts.assign(parts.begin() + 1, parts.end());
        }
        if (is_last(token) && token.letters.size() >= 3)
            for (const auto term : words_.beginning_with(token.letters, most_beginnings)) token.terms.push_back({term, by_beginning});
        if (!token.terms.empty()) {
            token.known = true;
            token.term = parts.empty() ? token.terms.front().id : near_compound(token);
            return;
        }
        const auto guesses = words_.corrections(token.letters, 3);
        if (!guesses.empty()) {
            for (const auto& one : guesses)
                if (one.cost <= guesses[0].cost + 0.5F)
                    token.terms.push_back({words_.term_of(one.form), &one == &guesses[0] ? by_guess : by_other_guess});
            token.instead = {guesses[0].form};
            token.term = token.terms.front().id;
            token.stop = words_.is_stop(token.term);
        } else {
            token.instead = words_.corrected_parts(token.letters);
            for (const auto form : token.instead) token.terms.push_back({words_.term_of(form), by_known_part});
        }
        token.known = !token.terms.empty();
        if (!token.instead.empty()) question_.corrected_words.push_back(&token);
    }

    // "samtalstöd" is two known words, but "samtalsstöd" is a name here: both are meant, and nothing needs to be said.
    std::uint32_t near_compound(Token& token) {
        const auto guesses = words_.corrections(token.letters, 1);
        if (guesses.empty() || guesses[0].cost > 1) return none;
        token.terms.push_back({words_.term_of(guesses[0].form), by_guess});
        return token.terms.back().id;
    }

    // Compounds answer for their parts and the last word for longer ones, but never as well as the word itself.
    void widen() {
        for (auto& token : tokens_) {
            if (token.stop || token.term == none) continue;
            const auto form = words_.form(meant(token));
            if (form != none) {
                float most = 0;
                for (const auto part : words_.parts_of(form)) most = std::max(most, data_.postings.rarity(part));
                for (const auto part : words_.parts_of(form)) token.terms.push_back({part, by_part * data_.postings.rarity(part) / most});
            }
            if (is_last(token) && token.instead.empty() && token.letters.size() >= 4)
                for (const auto term : words_.beginning_with(token.letters, most_beginnings))
                    if (term != token.term) token.terms.push_back({term, by_longer_word});
        }
    }

    // Each run of words that is a name or a synonym, with and without the stop words.
    void apply_phrases() {
        std::vector<std::size_t> all, telling;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            all.push_back(i);
            if (!tokens_[i].stop) telling.push_back(i);
        }
        for (const auto& token : tokens_) whole_ += token.stop ? 0 : rarity(token);
        runs_of(all);
        if (telling.size() < all.size()) runs_of(telling);
    }
    void runs_of(const std::vector<std::size_t>& places) {
        for (std::size_t from = 0; from < places.size(); ++from) {
            std::vector<std::uint32_t> terms;
            for (std::size_t to = from; to < places.size() && terms.size() < Phrases::longest; ++to) {
                const auto term = tokens_[places[to]].term;
                if (term == none) break;
                terms.push_back(term);
                for (const auto& target : data_.phrases.find(terms)) apply(target, std::span(places).subspan(from, terms.size()));
            }
        }
    }
    void apply(const Target& target, std::span<const std::size_t> places) {
        const bool only_stops = std::all_of(places.begin(), places.end(), [&](auto i) { return tokens_[i].stop; });
        if (only_stops && places.size() == 1) return;
        if (only_stops) tokens_[places[0]].stop = false;
        float held = 0;
        for (const auto i : places) held += tokens_[i].stop ? 0 : rarity(tokens_[i]);
        if (target.means == Means::document) {
            if (question_.result.bonus.size() >= most_bonuses) return;
            const float part = whole_ > 0 ? std::min(1.F, held / whole_) : 1;
            question_.result.bonus.push_back({target.id, target.strength * part * (part > 0.99F ? 0.8F : 0.4F)});
            return;
        }
        if (spelling_ == Spelling::exact) return;
        const auto& meaning = data_.meanings[target.id];
        for (const auto i : places) {
            auto& token = tokens_[i];
            token.context = meaning.is_context;
            token.terms.insert(token.terms.end(), meaning.terms.begin(), meaning.terms.end());
            token.documents.insert(token.documents.end(), meaning.documents.begin(), meaning.documents.end());
        }
    }
    float rarity(const Token& token) const {
        if (token.term != none) return std::max(0.05F, data_.postings.rarity(token.term));
        float most = 0.05F;
        for (const auto& [term, weight] : token.terms) most = std::max(most, data_.postings.rarity(term) * weight);
        return most;
    }

    void collect() {
        auto& result = question_.result;
        result.all_needed = spelling_ == Spelling::exact;
        for (auto& token : tokens_) {
            const bool counts = result.all_needed || !token.terms.empty() || !token.documents.empty();
            if (token.stop || !counts) continue;
            const float share = rarity(token) * (token.context ? context_share : 1);
            // The word itself stays first: scoring always reads that list in full.
            each_once(token.terms);
            for (const auto part : token.more_parts) {
                auto terms = token.terms;
                terms.front() = {part, by_known_part};
                result.wanted.push_back({std::move(terms), token.documents, data_.postings.rarity(part)});
            }
            result.wanted.push_back({std::move(token.terms), std::move(token.documents), share});
        }
        lead_from_alarm();
        float sum = 0;
        for (const auto& wanted : result.wanted) sum += wanted.share;
        for (auto& wanted : result.wanted) wanted.share /= sum;
        if (!question_.corrected_words.empty() && !result.despair && !result.danger) result.corrected = corrected_text();
    }
    void lead_from_alarm() {
        auto& result = question_.result;
        Wanted help;
        if (result.danger) help.documents = data_.danger_leads;
        if (result.despair) help.documents.insert(help.documents.end(), data_.despair_leads.begin(), data_.despair_leads.end());
        if (help.documents.empty()) return;
        for (const auto& wanted : result.wanted) help.share += wanted.share;
        help.share += 1;
        result.wanted.push_back(std::move(help));
    }
    std::string corrected_text() const {
        std::string out;
        std::size_t at = 0;
        for (const auto& token : tokens_) {
            if (token.instead.empty()) continue;
            out += text_.substr(at, token.begin - at);
            for (const auto form : token.instead) {
                if (form != token.instead.front()) out += ' ';
                out += to_utf8(words_.form(form));
            }
            at = token.end;
        }
        return out += text_.substr(at);
    }

    const Index::Data& data_;
    const Vocabulary& words_;
    const std::string& text_;
    const Spelling spelling_;
    std::vector<Token> tokens_;
    struct {
        Question result;
        std::vector<const Token*> corrected_words;
    } question_;
    float whole_ = 0;
};

}

std::string cleaned(std::string_view query) {
    std::string out;
    std::size_t characters = 0;
    query = query.substr(0, 4 * most_characters);
    for (std::size_t at = 0; at < query.size() && characters < most_characters;) {
        std::size_t size = 1;
        while (at + size < query.size() && (query[at + size] & 0xC0) == 0x80 && size < 4) ++size;
        const auto piece = query.substr(at, size);
        at += size;
        const bool control = size == 1 && (static_cast<unsigned char>(piece[0]) < 0x20 || piece[0] == 0x7F);
        const bool upper_control = size == 2 && piece[0] == '\xC2' && static_cast<unsigned char>(piece[1]) < 0xA0;
        out += control || upper_control || !base::valid_utf8(piece) ? " " : piece;
        ++characters;
    }
    return std::string(base::trimmed(out));
}

Question understood(const Index::Data& data, const std::string& text, Spelling spelling) { return Reading(data, text, spelling).question(); }

}
