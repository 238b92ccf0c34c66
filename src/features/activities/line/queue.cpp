#include "features/activities/line/queue.hpp"
#include <algorithm>

namespace activities::queue {
namespace {
constexpr std::array<std::string_view, 8> why_words{"in_turn", "rule_new", "rule_not_reached", "two_do_not_fit", "urgent", "fits_the_group", "promised_before", "our_mistake"};
constexpr std::int64_t hour_ms = 60 * 60 * 1000;

// Those whom the rule prefers come first; among equals the order of arrival.
void put_in_order(std::vector<Entry>& waiting, Preferred rule) {
    std::sort(waiting.begin(), waiting.end(), [&](const Entry& a, const Entry& b) {
        const bool first = preferred(a, rule), second = preferred(b, rule);
        return first != second ? first : before(a, b);
    });
}
bool somebody_before(const std::vector<Entry>& waiting, const Entry& one) {
    return std::any_of(waiting.begin(), waiting.end(), [&](const Entry& e) { return before(e, one); });
}
Why why(const std::vector<Entry>& in_order, std::size_t at, Preferred rule) {
    if (!somebody_before(in_order, in_order[at])) return Why::in_turn;
    if (at > 0) return Why::two_do_not_fit;
    return rule == Preferred::newcomers ? Why::rule_new : Why::rule_not_reached;
}
}

std::string_view key(Why w) { return why_words[static_cast<std::size_t>(w)]; }
std::optional<Why> why_from(std::string_view key) {
    const auto found = std::find(why_words.begin(), why_words.end(), key);
    return found == why_words.end() ? std::nullopt : std::optional(static_cast<Why>(found - why_words.begin()));
}
bool preferred(const Entry& e, Preferred rule) {
    switch (rule) {
        case Preferred::nobody: return false;
        case Preferred::newcomers: return e.been_before == Been::newcomer;
        case Preferred::not_reached: return e.not_reached;
    }
    throw base::Bug("an unknown rule");
}
EntryState arrival(int size, int free, bool anyone_waits) { return !anyone_waits && size <= free ? EntryState::placed : EntryState::waiting; }

std::vector<Pick> picks(std::vector<Entry> waiting, int free, const Terms& terms) {
    put_in_order(waiting, terms.preferred);
    std::vector<Pick> out;
    while (free > 0 && !waiting.empty()) {
        const auto fits = terms.two == Two::wait ? waiting.begin() : std::find_if(waiting.begin(), waiting.end(), [&](const Entry& e) { return e.size <= free; });
        if (fits == waiting.end() || fits->size > free) break;
        out.push_back({fits->id, fits->size, why(waiting, static_cast<std::size_t>(fits - waiting.begin()), terms.preferred)});
        free -= fits->size;
        waiting.erase(fits);
    }
    return out;
}
base::Result<Pick, Refusal> chosen(const std::vector<Entry>& waiting, int free, const Terms& terms, const EntryId& id, std::optional<Why> reason) {
    const auto one = std::find_if(waiting.begin(), waiting.end(), [&](const Entry& e) { return e.id == id; });
    if (one == waiting.end()) return base::refused(Refusal::not_waiting);
    if (one->size > free) return base::refused(Refusal::no_seat);
    const auto next = picks(waiting, free, terms);
    if (!next.empty() && next.front().id == id) return next.front();
    if (!somebody_before(waiting, *one)) return Pick{id, one->size, Why::in_turn};
    if (!reason || std::find(by_hand.begin(), by_hand.end(), *reason) == by_hand.end()) return base::refused(Refusal::reason_missing);
    return Pick{id, one->size, *reason};
}
base::Result<std::vector<Pick>, Refusal> chosen(std::vector<Entry> waiting, int free, const Terms& terms, const std::vector<EntryId>& ids, std::optional<Why> reason) {
    put_in_order(waiting, terms.preferred);
    std::vector<EntryId> in_order;
    for (const auto& e : waiting)
        if (std::find(ids.begin(), ids.end(), e.id) != ids.end()) in_order.push_back(e.id);
    for (const auto& id : ids)
        if (std::find(in_order.begin(), in_order.end(), id) == in_order.end()) return base::refused(Refusal::not_waiting);
    std::vector<Pick> out;
    for (const auto& id : in_order) {
        const auto pick = chosen(waiting, free, terms, id, reason);
        if (!pick) return base::refused(pick.refusal());
        free -= pick->size;
        std::erase_if(waiting, [&](const Entry& e) { return e.id == id; });
        out.push_back(*pick);
    }
    return out;
}
std::optional<base::Instant> offer_ends(base::Instant now, int hours, std::optional<base::Instant> next_begins) {
    if (!next_begins || *next_begins <= now) return std::nullopt;
    return base::Instant{std::min(now.ms + hours * hour_ms, next_begins->ms)};
}
}
