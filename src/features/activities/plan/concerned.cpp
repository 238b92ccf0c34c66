#include "features/activities/plan/concerned.hpp"
#include "features/activities/settling.hpp"

namespace activities {
namespace {
constexpr std::array steps{Step::plan, Step::open, Step::start, Step::hand_over, Step::close_held, Step::call_off};
constexpr std::array<std::string_view, steps.size()> step_words{"planera", "oppna", "starta", "lamna-over", "avsluta", "stall-in"};

void count(db::Reader& reader, const AreaScope& scope, base::Instant now, const PersonId& person, ByWay& out) {
    const auto channel = people::notice_channel(reader, scope, person);
    if (channel == outbox::Channel::sms) ++out.sms;
    else if (channel == outbox::Channel::mail) ++out.mail;
    else if (!channel && people::next_safe_call(reader, scope, person, now)) ++out.call;
    else ++out.at_place;
}
std::optional<Telling> telling_of(Step step) {
    switch (step) {
        case Step::open: return Telling{News::in_line, {EntryState::interested}};
        case Step::hand_over: return telling(State::self_led, std::nullopt);
        case Step::close_held: return telling(State::closed, EndedAs::held);
        case Step::call_off: return telling(State::closed, EndedAs::called_off);
        case Step::plan:
        case Step::start: return std::nullopt;
    }
    throw base::Bug("an unknown step");
}
Changed tried(db::Reader& reader, const AreaScope& scope, base::Instant now, const Activity& a, Step step) {
    int sessions = 0;
    for (const auto& s : store::sessions(reader, scope, a.id)) sessions += s.takes_place() && s.times.begins_at() > now;
    switch (step) {
        case Step::plan: return planned(a, now);
        case Step::open: return opened(a, sessions, now);
        case Step::start: return started(a, store::heads(reader, a, EntryState::placed), now);
        case Step::hand_over: return handed_over(a, now);
        case Step::close_held: return closed(a, EndedAs::held, now);
        case Step::call_off: return closed(a, EndedAs::called_off, now);
    }
    throw base::Bug("an unknown step");
}
}

ByWay by_way(db::Reader& reader, const AreaScope& scope, base::Instant now, const std::vector<Entry>& entries) {
    ByWay out;
    for (const auto& e : entries) {
        if (!e.person) out.at_place += e.size;
        for (const auto& person : {e.person, e.companion})
            if (person) count(reader, scope, now, *person, out);
    }
    return out;
}
std::vector<Entry> concerned(db::Reader& reader, const AreaScope& scope, const Activity& a, Step step) {
    std::vector<Entry> out;
    if (const auto news = telling_of(step))
        for (const auto state : news->whom)
            for (auto& entry : store::entries(reader, scope, a, state)) out.push_back(std::move(entry));
    return out;
}
std::vector<Step> steps_from(const Activity& a) {
    switch (a.state) {
        case State::interest:
        case State::threshold: return {Step::plan, Step::call_off};
        case State::planned: return {Step::open, Step::call_off};
        case State::open: return {Step::start, Step::call_off};
        case State::running:
            if (a.kind == Kind::group || a.kind == Kind::series || a.kind == Kind::course) return {Step::close_held, Step::hand_over, Step::call_off};
            return {Step::close_held, Step::call_off};
        case State::self_led: return {Step::close_held};
        case State::closed: return {};
    }
    throw base::Bug("an unknown state");
}
std::string_view key(Step step) { return step_words[static_cast<std::size_t>(step)]; }
std::optional<Step> step_from(std::string_view key) {
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (step_words[i] == key) return steps[i];
    return std::nullopt;
}
std::optional<Refusal> hinders(db::Reader& reader, const AreaScope& scope, base::Instant now, const Activity& a, Step step) {
    const auto next = tried(reader, scope, now, a, step);
    return next ? std::nullopt : std::optional(settling::as(next.refusal()));
}
}
