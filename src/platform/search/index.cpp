#include "base/result.hpp"
#include "platform/search/letters.hpp"
#include "platform/search/scoring.hpp"
#include <algorithm>

namespace search {
namespace {

constexpr float by_synonym = 0.5F, by_facet = 0.3F, by_lead = 0.95F, less_for_each = 0.12F, by_same_name = 0.5F;
constexpr std::size_t most_led = 64;  // documents that one group of synonyms may give outright
constexpr float title_strength = 1, other_name_strength = 0.8F;

class Builder {
public:
    Builder(std::span<const Document> documents, const Synonyms& synonyms) : documents_(documents), synonyms_(synonyms) {}

    std::shared_ptr<const Index::Data> build() {
        read_words();
        data_->words.settle();
        data_->postings = Postings::build(texts_, data_->words);
        name_documents();
        for (const auto& group : synonyms_.groups) add_meaning(group);
        for (std::uint32_t i = 0; i < synonyms_.groups.size(); ++i)
            for (const auto& word : synonyms_.groups[i].words) data_->phrases.add(data_->words, word, Means::group, i, 1);
        data_->phrases.settle();
        for (const auto& phrase : synonyms_.despair.phrases) data_->despair.add(phrase);
        for (const auto& phrase : synonyms_.danger.phrases) data_->danger.add(phrase);
        data_->despair_leads = led(synonyms_.despair.leads_to);
        data_->danger_leads = led(synonyms_.danger.leads_to);
        return data_;
    }

private:
    void read_words() {
        for (const auto& document : documents_) {
            texts_.add(document, data_->words);
            data_->numbers.push_back(document.number);
            data_->boosts.push_back(static_cast<float>(document.boost));
        }
        const auto each = [&](const std::string& phrase, auto&& add) {
            for (const auto& word : words_of(phrase)) add(word);
        };
        for (const auto& group : synonyms_.groups)
            for (const auto& phrase : group.words) each(phrase, [&](const std::string& word) { data_->words.add(word); });
        for (const auto& phrase : synonyms_.stop) each(phrase, [&](const std::string& word) { data_->words.add_stop(word); });
    }
    void name_documents() {
        for (std::uint32_t place = 0; place < documents_.size(); ++place) {
            const auto& document = documents_[place];
            places_.emplace(document.key, place);
            data_->phrases.add(data_->words, document.title, Means::document, place, title_strength);
            each_phrase(document.also_called, [&](std::string_view phrase) {
                data_->phrases.add(data_->words, phrase, Means::document, place, other_name_strength);
            });
        }
        data_->phrases.settle();
    }
    std::vector<Weighed> led(const std::vector<std::string>& keys) const {
        std::vector<Weighed> documents;
        float weight = by_lead;
        for (const auto& key : keys) {
            auto found = places_.find(key);
            if (found == places_.end()) found = places_.find("page:" + key);
            if (found == places_.end()) continue;  // the pack's own check tells of it
            documents.push_back({found->second, weight});
            weight = std::max(0.3F, weight - less_for_each);
        }
        return documents;
    }
    void add_meaning(const Synonyms::Group& group) {
        Meaning meaning;
        meaning.documents = led(group.leads_to);
        meaning.is_context = group.leads_to.empty() && !group.facets.empty();
        for (const auto& word : group.words) {
            const auto terms = terms_of(data_->words, word);
            if (terms.size() == 1 && terms[0] != none && !data_->words.is_stop(terms[0])) meaning.terms.push_back({terms[0], by_synonym});
            for (const auto& target : data_->phrases.find(terms))
                if (target.means == Means::document && meaning.documents.size() < most_led) meaning.documents.push_back({target.id, by_same_name * target.strength});
        }
        for (const auto& facet : group.facets)
            if (const auto mark = data_->words.mark(facet); mark != none) meaning.terms.push_back({mark, by_facet});
        data_->meanings.push_back(std::move(meaning));
    }

    std::span<const Document> documents_;
    const Synonyms& synonyms_;
    std::shared_ptr<Index::Data> data_ = std::make_shared<Index::Data>();
    Texts texts_;
    std::unordered_map<std::string, std::uint32_t> places_;
};

}

Index Index::build(std::span<const Document> documents, const Synonyms& synonyms) {
    base::require(documents.size() <= 1U << 20, "a search index holds at most 1,048,576 documents");
    return Index(Builder(documents, synonyms).build());
}

Found Index::find(std::string_view query, std::size_t limit, std::size_t offset, Spelling spelling) const {
    Found found;
    found.as_written = cleaned(query);
    auto question = understood(*data_, found.as_written, spelling);
    found.corrected = std::move(question.corrected);
    found.despair = question.despair;
    found.danger = question.danger;
    score(*data_, question, limit, offset, found);
    return found;
}

std::size_t Index::memory() const {
    std::size_t bytes = sizeof(Data) + data_->words.memory() + data_->postings.memory() + data_->phrases.memory();
    for (const auto& meaning : data_->meanings) bytes += sizeof(Weighed) * (meaning.terms.capacity() + meaning.documents.capacity());
    return bytes + 8 * data_->numbers.capacity();
}

}
