#include "features/activities/sign_up/agreed.hpp"
#include "features/activities/settling.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/working.hpp"
#include <algorithm>

namespace activities {
namespace {
// The day's hours and this one as one, in order; those that meet are joined.
calendar::DayHours joined_with(const calendar::DayHours& day, calendar::Interval hour) {
    calendar::DayHours out;
    for (const auto& had : day) {
        if (had.to < hour.from || hour.to < had.from) out.push_back(had);
        else hour = {std::min(had.from, hour.from), std::max(had.to, hour.to)};
    }
    out.insert(std::find_if(out.begin(), out.end(), [&](const calendar::Interval& had) { return hour.from < had.from; }), hour);
    return out;
}
}

people::SafeContact with_hour(people::SafeContact said, const Times& times) {
    auto week = people::says_when(said) ? said.week : calendar::office_hours().week;   // who has said nothing is called in office hours
    auto& day = week[static_cast<std::size_t>(calendar::weekday(times.day()))];
    const calendar::Interval hour{times.begins(), times.ends()};
    if (std::any_of(day.begin(), day.end(), [&](const calendar::Interval& had) { return !(hour.from < had.from) && !(had.to < hour.to); })) return said;
    day = joined_with(day, hour);
    said.week = week;
    return said;
}
people::SafeContact safe_contact_for(const Asked& asked, const Answers& in) {
    auto said = contact::safe_contact_of(in.reach);
    return said.may_call && asked.asks_number(in) ? with_hour(std::move(said), asked.chosen(in)->times) : said;
}

bool may_say_address(const Activity& a, const Entry& e, const Session& s, base::Instant now) {
    const bool hers = a.kind == Kind::individual && e.slot == s.id.text() && e.state == EntryState::placed && e.keeping == decisions::Keeping::reference_and_date;
    return hers && a.state != State::closed && s.way == Way::home && s.takes_place() && s.times.begins_at() > now;
}
std::optional<NewAddress> new_address(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Entry& e, const std::string& address) {
    const auto had = store::needs(reader, vault, scope, e);
    auto says = had.value_or(Needs{});
    if (says.address == address) return std::nullopt;
    says.address = address;
    if (had) return NewAddress{.envelope = resealed(*vault.key(reader, {needs_key, e.id}), e.id, says)};
    NewAddress out;
    out.fresh.emplace(sealed(vault, e.id, says));
    return out;
}
Answer say_address(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const EntryId& id, const NewAddress& in) {
    const auto at = settling::held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    const auto session = at->activity.kind == Kind::individual ? store::find_session(tx, scope, SessionId::stored(at->entry.slot)) : std::nullopt;
    if (!session || !may_say_address(at->activity, at->entry, *session, now)) return base::refused(Refusal::not_asked);
    if (store::has_needs(tx, scope, at->entry) == in.fresh.has_value()) return base::refused(Refusal::changed_since);   // said on two pages at once
    if (in.fresh) store::keep_needs(tx, scope, at->entry, *in.fresh, now);
    else store::replace_needs(tx, scope, at->entry, in.envelope);
    settling::wrote(tx, actor, now, at->entry.area, settling::Thing::entry, id, "address");
    return Told{};
}
void forget_address(db::Transaction& tx, const AreaScope& scope, const EntryId& id, const NewAddress& in) {
    const auto entry = store::find_entry(tx, scope, id);
    if (entry && !in.fresh && store::has_needs(tx, scope, *entry)) store::replace_needs(tx, scope, *entry, in.envelope);
}
}
