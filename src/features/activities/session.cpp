#include "features/activities/session.hpp"
#include "base/text.hpp"
#include "features/activities/for_everybody.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/holidays.hpp"

namespace activities {
namespace {
constexpr std::array<std::pair<Way, std::string_view>, 6> way_words{{{Way::room, "room"}, {Way::online, "online"}, {Way::hybrid, "hybrid"}, {Way::phone, "phone"}, {Way::video, "video"}, {Way::home, "home"}}};

Session changed(Session s, base::Instant now) {
    s.changed_at = now;
    ++s.changed;
    return s;
}
std::optional<SessionRefusal> past_changing(const Session& s, base::Instant now) {
    if (s.cancelled_at) return SessionRefusal::cancelled;
    if (s.times.ends_at() <= now) return SessionRefusal::over;
    return std::nullopt;
}
}

std::string_view key(Way way) {
    for (const auto& [w, text] : way_words)
        if (w == way) return text;
    throw base::Bug("a way without a key");
}
std::optional<Way> way_from(std::string_view key) {
    for (const auto& [w, text] : way_words)
        if (text == key) return w;
    return std::nullopt;
}

base::Result<Times, Times::Refusal> Times::of(calendar::Date day, calendar::TimeOfDay begins, calendar::TimeOfDay ends) {
    if (begins.minutes < 0 || begins >= ends || ends.minutes > 24 * 60) return base::refused(Refusal::backwards);
    for (const auto time : {begins, ends}) {
        const auto shown = calendar::shown(calendar::at(day, time));
        if (shown == calendar::Shown::never) return base::refused(Refusal::left_out);
        if (shown == calendar::Shown::twice) return base::refused(Refusal::comes_twice);
    }
    return Times(day, begins, ends);
}
base::Instant Times::begins_at() const { return calendar::instant(calendar::at(day_, begins_)); }
base::Instant Times::ends_at() const { return calendar::instant(calendar::at(day_, ends_)); }

base::Result<std::vector<Times>, Times::Refusal> every_weeks(const Times& first, int weeks, int count) {
    base::require(weeks >= 1 && weeks <= 52 && count >= 1 && count <= 104, "a series has at most 104 occasions, and weeks between them");
    std::vector<Times> out;
    for (auto day = first.day(); static_cast<int>(out.size()) < count; day = calendar::plus_days(day, 7 * weeks)) {
        if (calendar::holiday(day)) continue;
        const auto times = Times::of(day, first.begins(), first.ends());
        if (!times) return base::refused(times.refusal());
        out.push_back(*times);
    }
    return out;
}

ChangedSession cancelled(const Session& s, base::Instant now) {
    if (const auto why = past_changing(s, now)) return base::refused(*why);
    auto out = changed(s, now);
    out.cancelled_at = now;
    return out;
}
ChangedSession moved(const Session& s, const Times& to, base::Instant now) {
    if (const auto why = past_changing(s, now)) return base::refused(*why);
    if (to == s.times) return base::refused(SessionRefusal::not_changed);
    if (to.begins_at() <= now) return base::refused(SessionRefusal::over);
    auto out = changed(s, now);
    out.times = to;
    return out;
}
ChangedSession swapped(const Session& s, Way way, const std::string& place, base::Instant now) {
    if (const auto why = past_changing(s, now)) return base::refused(*why);
    if (in_a_room(way) && base::trimmed(place).empty()) return base::refused(SessionRefusal::place_missing);
    if (in_a_room(way) && unfit_for_everybody(place)) return base::refused(SessionRefusal::place_unfit);
    if (way == s.way && (!in_a_room(way) || place == s.place)) return base::refused(SessionRefusal::not_changed);
    auto out = changed(s, now);
    out.way = way;
    out.place = in_a_room(way) ? std::string(base::trimmed(place)) : std::string();
    return out;
}
}
