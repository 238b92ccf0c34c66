#include "features/activities/activity.hpp"
#include "base/text.hpp"
#include "features/activities/for_everybody.hpp"
#include <algorithm>
#include <vector>

namespace activities {
namespace {
template <class E, std::size_t n> std::string_view word(const std::array<std::pair<E, std::string_view>, n>& words, E value) {
    for (const auto& [e, text] : words)
        if (e == value) return text;
    throw base::Bug("a value without a key");
}
template <class E, std::size_t n> std::optional<E> found(const std::array<std::pair<E, std::string_view>, n>& words, std::string_view key) {
    for (const auto& [e, text] : words)
        if (text == key) return e;
    return std::nullopt;
}
template <class E> using Pair = std::pair<E, std::string_view>;
constexpr std::array kind_words{Pair<Kind>{Kind::lecture, "lecture"}, Pair<Kind>{Kind::drop_in, "drop_in"}, Pair<Kind>{Kind::series, "series"},
                                Pair<Kind>{Kind::group, "group"},     Pair<Kind>{Kind::course, "course"},   Pair<Kind>{Kind::individual, "individual"}};
constexpr std::array for_whom_words{Pair<ForWhom>{ForWhom::anyone, "anyone"},
                                    Pair<ForWhom>{ForWhom::parents, "parents"},
                                    Pair<ForWhom>{ForWhom::siblings, "siblings"},
                                    Pair<ForWhom>{ForWhom::young_adults, "young_adults"},
                                    Pair<ForWhom>{ForWhom::from_15_to_17, "from_15_to_17"},
                                    Pair<ForWhom>{ForWhom::under_15, "under_15"}};
constexpr std::array state_words{Pair<State>{State::interest, "interest"}, Pair<State>{State::threshold, "threshold"}, Pair<State>{State::planned, "planned"},
                                 Pair<State>{State::open, "open"},         Pair<State>{State::running, "running"},     Pair<State>{State::self_led, "self_led"},
                                 Pair<State>{State::closed, "closed"}};
constexpr std::array ended_words{Pair<EndedAs>{EndedAs::held, "held"}, Pair<EndedAs>{EndedAs::called_off, "called_off"}};
constexpr std::array offering_words{Pair<Offering>{Offering::at_once, "at_once"}, Pair<Offering>{Offering::by_hand, "by_hand"}};
constexpr std::array two_words{Pair<Two>{Two::wait, "wait"}, Pair<Two>{Two::next_who_fits, "next_who_fits"}};
constexpr std::array preferred_words{Pair<Preferred>{Preferred::nobody, "nobody"}, Pair<Preferred>{Preferred::newcomers, "new"}, Pair<Preferred>{Preferred::not_reached, "not_reached"}};

bool a_line(std::string_view text, std::size_t least, std::size_t most) {
    const auto size = base::length(text);
    return !unfit_for_everybody(text) && base::trimmed(text) == text && size >= least && size <= most;
}
bool a_slug(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= 80 && text.front() != '-' && text.back() != '-' && std::all_of(text.begin(), text.end(), fits);
}
bool between(int value, int least, int most) { return value >= least && value <= most; }
// A drop-in has no seats to sign up for, and of individual times each has its own.
bool seats_are_set(const Activity& a) { return a.kind == Kind::drop_in || a.kind == Kind::individual ? a.terms.seats == 0 : between(a.terms.seats, 1, 9999); }

Activity in_state(Activity a, State state, base::Instant now) {
    a.state = state;
    a.changed_at = now;
    ++a.changed;
    return a;
}
}

std::string_view key(Kind v) { return word(kind_words, v); }
std::optional<Kind> kind_from(std::string_view k) { return found(kind_words, k); }
std::string_view key(ForWhom v) { return word(for_whom_words, v); }
std::optional<ForWhom> for_whom_from(std::string_view k) { return found(for_whom_words, k); }
std::string_view key(State v) { return word(state_words, v); }
std::optional<State> state_from(std::string_view k) { return found(state_words, k); }
std::string_view key(EndedAs v) { return word(ended_words, v); }
std::optional<EndedAs> ended_as_from(std::string_view k) { return found(ended_words, k); }
std::string_view key(Offering v) { return word(offering_words, v); }
std::optional<Offering> offering_from(std::string_view k) { return found(offering_words, k); }
std::string_view key(Two v) { return word(two_words, v); }
std::optional<Two> two_from(std::string_view k) { return found(two_words, k); }
std::string_view key(Preferred v) { return word(preferred_words, v); }
std::optional<Preferred> preferred_from(std::string_view k) { return found(preferred_words, k); }

std::vector<Fault> faults(const Activity& a) {
    std::vector<Fault> out;
    const auto need = [&](bool holds, Fault fault) {
        if (!holds) out.push_back(fault);
    };
    const auto& t = a.terms;
    need(a_line(a.title, 3, 120), Fault::title);
    need(a_line(a.neutral_title, 3, 120) && !(a.sensitive && a.neutral_title == a.title), Fault::neutral_title);
    need(a_slug(a.slug), Fault::slug);
    need(a_slug(a.offer), Fault::offer);
    need(a.partner.empty() || a_line(a.partner, 2, 120), Fault::partner);
    need(seats_are_set(a), Fault::seats);
    need(between(t.minimum, 0, std::max(0, t.seats)), Fault::minimum);
    need(between(t.wanted, 0, 999) && (a.state != State::interest || t.wanted > 0), Fault::wanted);
    need(between(t.offer_hours, 1, 336), Fault::offer_hours);
    need(t.preferred == Preferred::nobody ? t.preferred_why.empty() : a_line(t.preferred_why, 10, 300), Fault::preferred_why);
    return out;
}

Changed enough(const Activity& a, int interested, base::Instant now) {
    if (a.state != State::interest) return base::refused(LifeRefusal::not_from_here);
    if (interested < a.terms.wanted) return base::refused(LifeRefusal::too_few);
    return in_state(a, State::threshold, now);
}
Changed planned(const Activity& a, base::Instant now) {
    if (!takes_interest(a)) return base::refused(LifeRefusal::not_from_here);
    return in_state(a, State::planned, now);
}
Changed opened(const Activity& a, int sessions, base::Instant now) {
    if (a.state != State::planned) return base::refused(LifeRefusal::not_from_here);
    if (sessions < 1) return base::refused(LifeRefusal::no_session);
    return in_state(a, State::open, now);
}
Changed started(const Activity& a, int placed, base::Instant now) {
    if (a.state != State::open) return base::refused(LifeRefusal::not_from_here);
    if (placed < a.terms.minimum) return base::refused(LifeRefusal::too_few);
    return in_state(a, State::running, now);
}
Changed handed_over(const Activity& a, base::Instant now) {
    if (a.state != State::running) return base::refused(LifeRefusal::not_from_here);
    if (a.kind != Kind::group && a.kind != Kind::series && a.kind != Kind::course) return base::refused(LifeRefusal::not_alone);
    return in_state(a, State::self_led, now);
}
Changed closed(const Activity& a, EndedAs how, base::Instant now) {
    const bool has_run = a.state == State::running || a.state == State::self_led;
    if (a.state == State::closed || (how == EndedAs::held && !has_run)) return base::refused(LifeRefusal::not_from_here);
    auto out = in_state(a, State::closed, now);
    out.ended_as = how;
    return out;
}
bool falls_short(const Activity& a, int placed, calendar::Date today) {
    return a.state == State::open && a.terms.stop_day && *a.terms.stop_day < today && placed < a.terms.minimum;
}
}
