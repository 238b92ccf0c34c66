#include "features/activities/show/agenda.hpp"
#include "features/activities/show/store_agenda.hpp"
#include "features/activities/store_entries.hpp"

namespace activities {
namespace {
Listed listed(db::Reader& reader, Public from) {
    const auto& a = from.activity;
    Listed out{.activity = a, .sessions = std::move(from.sessions)};
    if (takes_interest(a)) out.interested = store::heads(reader, a, EntryState::interested);
    // Who comes now stands after who waits, whatever seats are free.
    if (a.kind != Kind::individual && !store::anyone_waits(reader, a.area, a.id)) out.free = store::free_seats(reader, a.area, a.id);
    if (a.kind == Kind::individual)
        for (const auto& s : out.sessions)
            if (s.takes_place() && store::free_seats(reader, a.area, s.id) > 0) out.free_times.push_back(s.id);
    return out;
}
}

const Session* Listed::next() const {
    for (const auto& s : sessions)
        if (s.takes_place()) return &s;
    return nullptr;
}
const Listed* Listing::find(std::string_view slug) const {
    for (const auto& one : all)
        if (one.activity.slug == slug) return &one;
    return nullptr;
}
const Listed* Listing::find_for_calendar(std::string_view slug) const {
    for (const auto& one : called_off)
        if (one.activity.slug == slug) return &one;
    return find(slug);
}
std::vector<const Listed*> Listing::of_offer(std::string_view offer) const {
    std::vector<const Listed*> out;
    for (const auto& one : all)
        if (one.activity.offer == offer) out.push_back(&one);
    return out;
}

Listing listing(db::Reader& reader, base::Instant now) {
    Listing out;
    for (auto& one : public_ones(reader, now)) out.all.push_back(listed(reader, std::move(one)));
    for (auto& one : called_off_ones(reader, now)) out.called_off.push_back({.activity = std::move(one.activity), .sessions = std::move(one.sessions)});
    return out;
}

bool Agenda::refresh(db::Database& database, base::Instant now) {
    const std::lock_guard lock(refreshing_);
    auto found = database.read([&](db::Reader& reader) -> std::optional<std::pair<std::string, Listing>> {
        auto seen = store::mark_of_agenda(reader, now);
        if (seen == mark_) return std::nullopt;
        return std::pair(std::move(seen), listing(reader, now));
    });
    if (!found) return false;
    mark_ = std::move(found->first);
    listing_.store(std::make_shared<const Listing>(std::move(found->second)));
    return true;
}
}
