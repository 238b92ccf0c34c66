#include "features/activities/entry.hpp"

namespace activities {
namespace {
using decisions::Keeping;
constexpr std::array<std::string_view, 8> state_words{"interested", "waiting", "offered", "placed", "declined", "lapsed", "left", "called_off"};
constexpr std::array<std::string_view, 4> came_words{"web", "phone", "paper", "desk"};
constexpr std::array<std::string_view, 2> been_words{"new", "returning"};
constexpr std::array<std::pair<Keeping, std::string_view>, 3> keeping_words{{{Keeping::counts, "counts"}, {Keeping::alias, "alias"}, {Keeping::reference_and_date, "reference_and_date"}}};

template <class E, std::size_t n> std::optional<E> found(const std::array<std::string_view, n>& words, std::string_view key) {
    for (std::size_t i = 0; i < n; ++i)
        if (words[i] == key) return static_cast<E>(i);
    return std::nullopt;
}
Entry in_state(Entry e, EntryState state, std::optional<base::Instant> ended = {}) {
    e.state = state;
    e.offer_until.reset();
    e.ended_at = ended;
    return e;
}
ChangedEntry from(EntryState wanted, const Entry& e, EntryState to, std::optional<base::Instant> ended = {}) {
    if (e.state != wanted) return base::refused(EntryRefusal::not_from_here);
    return in_state(e, to, ended);
}
}

std::string_view key(EntryState s) { return state_words[static_cast<std::size_t>(s)]; }
std::optional<EntryState> entry_state_from(std::string_view key) { return found<EntryState>(state_words, key); }
std::string_view key(CameBy c) { return came_words[static_cast<std::size_t>(c)]; }
std::optional<CameBy> came_by_from(std::string_view key) { return found<CameBy>(came_words, key); }
std::string_view key(Been b) { return been_words[static_cast<std::size_t>(b)]; }
std::optional<Been> been_from(std::string_view key) { return found<Been>(been_words, key); }
std::string_view key(Keeping k) {
    for (const auto& [keeping, text] : keeping_words)
        if (keeping == k) return text;
    throw base::Bug("no sign-up is kept so");
}
std::optional<Keeping> keeping_from(std::string_view key) {
    for (const auto& [keeping, text] : keeping_words)
        if (text == key) return keeping;
    return std::nullopt;
}

ChangedEntry put_in_line(const Entry& e) { return from(EntryState::interested, e, EntryState::waiting); }
ChangedEntry seated(const Entry& e) { return from(EntryState::waiting, e, EntryState::placed); }
ChangedEntry offered(const Entry& e, base::Instant until) {
    auto out = from(EntryState::waiting, e, EntryState::offered);
    if (!out) return out;
    auto offer = *std::move(out);
    offer.offer_until = until;
    return offer;
}
ChangedEntry accepted(const Entry& e, base::Instant now) {
    if (e.state == EntryState::offered && *e.offer_until <= now) return base::refused(EntryRefusal::offer_over);
    return from(EntryState::offered, e, EntryState::placed);
}
ChangedEntry declined(const Entry& e, base::Instant now) { return from(EntryState::offered, e, EntryState::declined, now); }
ChangedEntry lapsed(const Entry& e, base::Instant now) {
    if (e.state == EntryState::offered && now < *e.offer_until) return base::refused(EntryRefusal::offer_stands);
    return from(EntryState::offered, e, EntryState::lapsed, now);
}
ChangedEntry left(const Entry& e, base::Instant now) {
    if (has_ended(e.state)) return base::refused(EntryRefusal::not_from_here);
    return in_state(e, EntryState::left, now);
}
ChangedEntry called_off(const Entry& e, base::Instant now) {
    if (has_ended(e.state)) return base::refused(EntryRefusal::not_from_here);
    return in_state(e, EntryState::called_off, now);
}
ChangedEntry given_another(const Entry& e) { return from(EntryState::called_off, e, EntryState::placed); }
ChangedEntry returned(const Entry& e, EntryState was) {
    if (was == EntryState::offered || has_ended(was)) return base::refused(EntryRefusal::not_from_here);
    return from(EntryState::left, e, was);
}
}
