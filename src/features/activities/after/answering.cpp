#include "features/activities/after/answering.hpp"
#include "features/activities/ground.hpp"
#include "features/activities/settling.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/crypto/keys.hpp"
#include <algorithm>
#include <map>

namespace activities {
namespace {
using settling::held;
using settling::HeldSession;
constexpr std::string_view letters = "bcdfghjkmnpqrstvwxz23456789";   // none that is read as another, and no words
constexpr std::size_t code_length = 8;
constexpr std::int64_t open_ms = 3LL * 24 * 60 * 60'000;
constexpr int room_without_list = 40;

Questions asked_at(db::Reader& reader, const AreaScope& scope, const Activity& a, const Session& s) { return questions_at(a, store::sessions(reader, scope, a.id), s.id); }
// As many as may be there: those with a place, and those who were counted without one.
int room_of(db::Reader& reader, const HeldSession& at) {
    int placed = 0;
    for (const auto& entry : store::of_slot(reader, at.session.area, settling::slot_of(at.session, at.activity), EntryState::placed)) placed += entry.size;
    const int most = placed + at.session.heads.value_or(0);
    return most > 0 ? most : room_without_list;
}
// The papers of the question that most have answered.
int most_of_a_question(const Bundle& in) {
    std::map<std::string, int> sums;
    for (const auto& [what, count] : in.loads) sums[std::string(key(what.first))] += count;
    for (const auto& [what, count] : in.survey) sums[what.first] += count;
    int most = 0;
    for (const auto& [question, sum] : sums) most = std::max(most, sum);
    return most;
}
bool wrong_count(const Bundle& in) {
    const auto wrong = [](const auto& said) { return said.second < 0 || said.second > most_of_one; };
    return std::any_of(in.loads.begin(), in.loads.end(), wrong) || std::any_of(in.survey.begin(), in.survey.end(), wrong);
}
std::vector<facts::Fact> said_in(const HeldSession& at, const Questions& asked, const Bundle& in) {
    std::vector<facts::Fact> out;
    const int year = at.session.times.day().year, sign = in.take_away ? -1 : 1;
    for (const auto& [what, count] : in.loads)
        if (asked.load && count > 0) out.push_back(fact_of(at.activity.kind, year, *asked.load, what.first, what.second, sign * count));
    for (const auto& [what, count] : in.survey)
        if (asked.survey && count > 0) out.push_back(fact_of(at.activity.kind, year, what.first, what.second, sign * count));
    return out;
}
}

std::string answer_code(const vault::Vault& vault, const SessionId& id) {
    const auto digest = vault.hash("activities", "answers").of(id.text());
    std::string out;
    for (std::size_t i = 0; i < code_length; ++i) out += letters[(digest[2 * i] << 8 | digest[2 * i + 1]) % letters.size()];
    return out;
}
std::optional<std::string> answer_hash(const vault::Vault& vault, std::string_view typed) {
    std::string code;
    for (const char c : typed.substr(0, 40)) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (small == ' ' || small == '-') continue;
        if (letters.find(small) == letters.npos) return std::nullopt;
        code += small;
    }
    return code.size() == code_length ? std::optional(std::string(crypto::text(vault.hash("activities", "answer").of(code)))) : std::nullopt;
}

std::optional<Asking> asking_by(db::Reader& reader, std::string_view code_hash, base::Instant now) {
    const auto where = store::answering_by(reader, code_hash, now);
    if (!where) return std::nullopt;
    const auto scope = scope_of_visitor(where->area);
    const auto session = store::find_session(reader, scope, where->session);
    const auto activity = session ? store::find(reader, scope, session->activity) : std::nullopt;
    if (!activity || !session->takes_place()) return std::nullopt;
    return Asking{*where, *activity, *session, asked_at(reader, scope, *activity, *session)};
}

Answer open_answering(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& id, std::string_view code_hash) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    if (!at->session.takes_place()) return base::refused(Refusal::cancelled);
    if (!asked_at(tx, scope, at->activity, at->session).any()) return base::refused(Refusal::not_asked);
    const base::Instant until{at->session.times.ends_at().ms + open_ms};
    if (until <= now) return base::refused(Refusal::over);
    // Opened once more, also after it was closed, it has the room that was left: whoever has answered takes no other's.
    store::open_answering(tx, scope, {id, at->session.area, room_of(tx, *at), until}, code_hash, now);
    settling::wrote(tx, actor, now, at->session.area, settling::Thing::session, id, "answering");
    return Told{};
}
Answer close_answering(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& id) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    store::close_answering(tx, scope, at->session, now);
    settling::wrote(tx, actor, now, at->session.area, settling::Thing::session, id, "answering");
    return Told{};
}

std::string form_answered(const vault::Vault& vault, std::string_view opened) { return std::string(crypto::text(vault.hash("activities", "answered").of(opened))); }
base::Result<bool, AnswerRefusal> keep_answer(db::Transaction& tx, std::string_view code_hash, std::string_view form_hash, base::Instant now, const Given& in, const std::vector<facts::Drawn>& drawn) {
    const auto asking = asking_by(tx, code_hash, now);
    if (!asking) return base::refused(AnswerRefusal::closed);
    Given kept = in;
    if (!asking->questions.load) kept.body = kept.mind = std::nullopt;
    if (!asking->questions.survey) kept.survey.clear();
    if (kept.none()) return base::refused(AnswerRefusal::nothing);
    switch (store::take_answer(tx, asking->where, form_hash, now)) {
        case store::Taken::no_room: return base::refused(AnswerRefusal::full);
        case store::Taken::before: return false;
        case store::Taken::now: break;
    }
    const auto kind = asking->activity.kind;
    const int year = asking->session.times.day().year;
    auto next = drawn.begin();
    const auto keep = [&](const facts::Fact& fact) {
        base::require(next != drawn.end(), "an answer has no number of its own");
        facts::record(tx, fact, *next++);
    };
    if (kept.body) keep(fact_of(kind, year, *asking->questions.load, Part::body, *kept.body));
    if (kept.mind) keep(fact_of(kind, year, *asking->questions.load, Part::mind, *kept.mind));
    for (const auto& [question, reply] : kept.survey) keep(fact_of(kind, year, question, reply));
    return true;
}

Answer add_bundle(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Bundle& in, const std::vector<facts::Drawn>& drawn) {
    const auto at = held(tx, scope, in.session);
    if (!at) return base::refused(Refusal::unknown);
    if (!at->session.takes_place()) return base::refused(Refusal::cancelled);
    if (at->session.times.begins_at() > now) return base::refused(Refusal::too_early);
    if (!facts::open(at->session.times.day(), calendar::date(now))) return base::refused(Refusal::over);
    if (wrong_count(in) || most_of_a_question(in) > room_of(tx, *at)) return base::refused(Refusal::heads_wrong);
    const auto said = said_in(*at, asked_at(tx, scope, at->activity, at->session), in);
    if (said.empty()) return base::refused(Refusal::faulty);
    base::require(said.size() <= drawn.size(), "an answer has no number of its own");
    for (const auto& fact : said)
        if (in.take_away && facts::amount(tx, fact) + fact.amount < 0) return base::refused(Refusal::heads_wrong);
    for (std::size_t i = 0; i < said.size(); ++i) facts::record(tx, said[i], drawn[i]);
    settling::wrote(tx, actor, now, at->session.area, settling::Thing::session, in.session, "answers");
    return Told{};
}
}
