#include "features/activities/planned_text.hpp"
#include "base/text.hpp"
#include "platform/db/stored.hpp"
#include <charconv>

namespace activities::planned_text {
namespace {
using db::known;
constexpr std::size_t activity_fields = 17, session_fields = 7;

int number(std::string_view text) {
    int out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    base::require(read.ec == std::errc() && read.ptr == text.data() + text.size(), "a number that was kept is none");
    return out;
}
Session session(const Activity& a, std::string_view line, base::Instant now) {
    const auto f = base::split(line, '\t');
    base::require(f.size() == session_fields, "an occasion is kept in seven fields");
    const auto times = Times::of(known(calendar::date_from(f[1])), {number(f[2])}, {number(f[3])});
    base::require(static_cast<bool>(times), "an occasion that was kept stands at no time");
    return {.id = SessionId::stored(f[0]), .area = a.area, .activity = a.id, .times = *times, .way = known(way_from(f[4])), .place = std::string(f[5]), .changed = number(f[6]), .changed_at = now};
}
}

std::string of(const Activity& a) {
    const auto& t = a.terms;
    return base::joined({std::string(a.unit.text()), a.offer, std::string(key(a.kind)), std::string(key(a.for_whom)), a.title, a.neutral_title, a.sensitive ? "1" : "0", a.partner, base::to_text(t.wanted),
                         base::to_text(t.minimum), base::to_text(t.seats), t.stop_day ? calendar::iso(*t.stop_day) : std::string(), std::string(key(t.offering)), base::to_text(t.offer_hours), std::string(key(t.two)),
                         std::string(key(t.preferred)), t.preferred_why}, "\n");
}
Activity put_into(Activity a, std::string_view text) {
    const auto f = base::split(text, '\n');
    base::require(f.size() == activity_fields, "a plan is kept in seventeen lines");
    const auto word = [&](std::size_t i) { return std::string(f[i]); };
    a.unit = UnitId::stored(f[0]), a.offer = word(1), a.kind = known(kind_from(f[2])), a.for_whom = known(for_whom_from(f[3]));
    a.title = word(4), a.neutral_title = word(5), a.sensitive = f[6] == "1", a.partner = word(7);
    a.terms = {.wanted = number(f[8]), .minimum = number(f[9]), .seats = number(f[10]), .stop_day = calendar::date_from(f[11]), .offering = known(offering_from(f[12])), .offer_hours = number(f[13]),
               .two = known(two_from(f[14])), .preferred = known(preferred_from(f[15])), .preferred_why = word(16)};
    return a;
}

std::string of(const std::vector<Session>& all) {
    std::vector<std::string> lines;
    for (const auto& s : all)
        lines.push_back(base::joined({std::string(s.id.text()), calendar::iso(s.times.day()), base::to_text(s.times.begins().minutes), base::to_text(s.times.ends().minutes), std::string(key(s.way)), s.place, base::to_text(s.changed)}, "\t"));
    return base::joined(lines, "\n");
}
std::vector<Session> sessions(const Activity& a, std::string_view text, base::Instant now) {
    std::vector<Session> out;
    if (text.empty()) return out;
    for (const auto line : base::split(text, '\n')) out.push_back(session(a, line, now));
    return out;
}
}
