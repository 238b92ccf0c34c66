#include "platform/search/scoring.hpp"
#include <algorithm>

namespace search {
namespace {

// Documents far below the best are accidents of common words and are not counted as hits.
constexpr float least_of_best = 0.22F, least = 0.02F;
// How many list entries the guesses of one question may cost; the words themselves are always read in full.
constexpr std::size_t most_guessed_entries = 12'000;

// Sums up per document. Kept between questions of a thread, so that a question allocates nothing of the collection's size.
class Sums {
public:
    void start(std::size_t documents) {
        if (slots_.size() < documents) slots_.assign(documents, Slot{});
        if (extra_.size() < documents) extra_.assign(documents, 0);
        if (stamp_ > 0xFFFF0000U) {
            std::fill(slots_.begin(), slots_.end(), Slot{});
            stamp_ = 0;
        }
        first_ = stamp_ + 1;
        touched_.clear();
    }
    // A new thing sought: each document counts its best answer to it only.
    void next_wanted(float share) {
        ++stamp_;
        share_ = share;
    }
    void add(std::uint32_t place, float weight) {
        auto& slot = slots_[place];
        const float worth = weight * share_;
        if (slot.stamp == stamp_) {
            slot.best = std::max(slot.best, worth);
            return;
        }
        if (slot.stamp < first_) {
            slot = Slot{};
            touched_.push_back(place);
        }
        slot.sum += slot.best;
        slot.best = worth;
        slot.covered = static_cast<std::uint16_t>(slot.covered + static_cast<std::uint16_t>(share_ * whole));
        ++slot.answers;
        slot.stamp = stamp_;
    }
    // More for a document that the phrase names, whether or not its words were found in it.
    void bonus(std::uint32_t place, float amount) {
        auto& slot = slots_[place];
        if (slot.stamp < first_) {
            slot = Slot{};
            slot.stamp = stamp_;
            touched_.push_back(place);
        }
        extra_[place] = std::max(extra_[place], amount);
    }
    const std::vector<std::uint32_t>& touched() const { return touched_; }
    float score(std::uint32_t place) const {
        const auto& slot = slots_[place];
        return (slot.sum + slot.best) * (0.4F + 0.6F * static_cast<float>(slot.covered) / whole) + extra_[place];
    }
    unsigned answers(std::uint32_t place) const { return slots_[place].answers; }
    void forget(const std::vector<Weighed>& bonus) {
        for (const auto& [place, amount] : bonus) extra_[place] = 0;
    }

private:
    static constexpr float whole = 60'000;  // a covered share of 1, with room for rounding
    struct Slot {
        float sum = 0, best = 0;
        std::uint16_t covered = 0, answers = 0;
        std::uint32_t stamp = 0;
    };
    std::vector<Slot> slots_;
    std::vector<float> extra_;
    std::vector<std::uint32_t> touched_;
    std::uint32_t stamp_ = 0, first_ = 0;
    float share_ = 0;
};

void sum_up(const Index::Data& data, const Question& question, Sums& sums) {
    std::size_t entries = 0;
    for (const auto& wanted : question.wanted) {
        sums.next_wanted(wanted.share);
        for (const auto& [term, weight] : wanted.terms) {
            const auto list = data.postings.of(term);
            if (&weight != &wanted.terms.front().weight && (entries += list.size()) > most_guessed_entries) continue;
            for (const auto posting : list) sums.add(posting.place(), posting.weight() * weight);
        }
        for (const auto& [document, weight] : wanted.documents) sums.add(document, weight);
    }
    sums.next_wanted(0);
    for (const auto& [document, amount] : question.bonus) sums.bonus(document, amount);
}

}

void score(const Index::Data& data, const Question& question, std::size_t limit, std::size_t offset, Found& found) {
    thread_local Sums sums;
    thread_local std::vector<Weighed> all;
    sums.start(data.numbers.size());
    sum_up(data, question, sums);
    all.clear();
    float best = 0;
    for (const auto place : sums.touched()) {
        if (question.all_needed && sums.answers(place) < question.wanted.size()) continue;
        all.push_back({place, sums.score(place) * data.boosts[place]});
        best = std::max(best, all.back().weight);
    }
    sums.forget(question.bonus);
    const float enough = question.all_needed ? 0 : std::max(least, best * least_of_best);
    std::erase_if(all, [&](const Weighed& hit) { return hit.weight < enough; });
    found.total = all.size();
    if (offset >= all.size()) return;
    const auto end = std::min(all.size(), limit > all.size() ? all.size() : offset + limit);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(end), all.end(),
                      [](const Weighed& a, const Weighed& b) { return a.weight != b.weight ? a.weight > b.weight : a.id < b.id; });
    for (std::size_t i = offset; i < end; ++i) found.hits.push_back({data.numbers[all[i].id], all[i].weight});
}

}
