#include "features/activities/telling.hpp"

namespace activities {

std::string_view key(News news) {
    constexpr std::array<std::string_view, all_news.size()> words{"enough", "offered", "offer_over", "in_line", "moved", "swapped", "session_off", "called_off", "goes_on", "over", "message"};
    return words[static_cast<std::size_t>(news)];
}

Notice notice(const Entry& e, News news) { return {e.area, e.id, e.person, e.companion, news}; }

std::optional<Telling> telling(State to, std::optional<EndedAs> how) {
    using enum EntryState;
    switch (to) {
        case State::threshold: return Telling{News::enough, {interested}};
        case State::self_led: return Telling{News::goes_on, {placed}};
        case State::closed: return how == EndedAs::called_off ? Telling{News::called_off, {interested, waiting, offered, placed}} : Telling{News::over, {waiting, offered, placed}};
        case State::interest:
        case State::planned:
        case State::open:
        case State::running: return std::nullopt;
    }
    throw base::Bug("an unknown state");
}
}
