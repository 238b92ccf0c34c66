// The leader's kit: what is planned, what is needed, what is done, and how many with own experience help to lead. Names nobody.
#include "base/text.hpp"
#include "features/activities/run/running.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/line/take_part.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace activities {
namespace {
using settling::held;
using settling::Thing;
constexpr int most_experienced = 9;

std::string plain(std::string_view text) { return std::string(base::trimmed(base::replaced(text, "\r\n", "\n"))); }
}

std::optional<KitAnswer> keep_text(db::Transaction& tx, const WordsWith& with, const Actor& actor, const AreaScope& scope, base::Instant now, const KitText& in, const std::vector<std::string>& names) {
    const auto at = held(tx, scope, in.session);
    if (!at) return std::nullopt;
    const auto words = plain(in.words);
    if (const auto wrong = nameless(words, longest(in.what), names)) return KitAnswer(base::refused(*wrong));
    store::keep_text(tx, with, scope, at->session, in.what, words, now, actor.account());
    settling::wrote(tx, actor, now, at->session.area, Thing::session, at->session.id, "kit");
    return KitAnswer(Told{});
}

Answer tick_line(db::Transaction& tx, const WordsWith& with, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& id, const std::string& line, bool on) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    const auto list = store::text(tx, with.vault, scope, at->session, What::checklist);
    const auto lines = base::split(list, '\n');
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) return base::refused(Refusal::faulty);
    const auto before = store::text(tx, with.vault, scope, at->session, What::ticked);
    std::vector<std::string> ticked;
    for (const auto done : base::split(before, '\n'))
        if (!done.empty() && done != line && std::find(lines.begin(), lines.end(), done) != lines.end()) ticked.emplace_back(done);
    if (on) ticked.push_back(line);
    store::keep_text(tx, with, scope, at->session, What::ticked, base::joined(ticked, "\n"), now, actor.account());
    settling::wrote(tx, actor, now, at->session.area, Thing::session, at->session.id, "kit");
    return Told{};
}

facts::Fact fact_of_experience(const Activity& a, const Session& s, std::string_view part, int more) {
    return {.kind = led_with_experience, .day = s.times.day(), .words = {{"activity", key(a.kind)}, {"form", key(s.way)}, {"experience", part}}, .amount = more};
}
Answer count_experience(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Experienced& in) {
    const auto at = held(tx, scope, in.session);
    if (!at) return base::refused(Refusal::unknown);
    if (!at->session.takes_place()) return base::refused(Refusal::cancelled);
    if (!facts::open(at->session.times.day(), calendar::date(now))) return base::refused(Refusal::over);
    if (in.people < 0 || in.people > most_experienced) return base::refused(Refusal::heads_wrong);
    const int more = in.people - store::experience(tx, scope, at->session, in.part);
    if (more == 0) return Told{};
    store::keep_experience(tx, scope, at->session, in.part, in.people);
    facts::record(tx, fact_of_experience(at->activity, at->session, key(in.part), more), in.drawn);
    settling::wrote(tx, actor, now, at->session.area, Thing::session, at->session.id, "experience");
    return Told{};
}
}
