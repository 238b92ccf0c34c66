#include "platform/calendar/words.hpp"
#include <fmt/format.h>

namespace calendar {
namespace {
constexpr std::array<std::string_view, 7> days_sv{"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"};
constexpr std::array<std::string_view, 7> days_en{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months_sv{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"};
constexpr std::array<std::string_view, 12> months_en{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

bool english(i18n::Language language) { return language == i18n::Language::en; }
std::string clock(TimeOfDay t, i18n::Language language) { return fmt::format("{}{}{:02}", t.minutes / 60, english(language) ? ":" : ".", t.minutes % 60); }
}

std::string_view words(Weekday day, i18n::Language language) { return (english(language) ? days_en : days_sv).at(static_cast<std::size_t>(day)); }

std::string words(Date d, i18n::Language language, SayYear year) {
    const auto month = (english(language) ? months_en : months_sv).at(static_cast<std::size_t>(d.month - 1));
    const auto out = fmt::format("{} {} {}", words(weekday(d), language), d.day, month);
    return year == SayYear::yes ? fmt::format("{} {}", out, d.year) : out;
}
std::string words(TimeOfDay t, i18n::Language language) { return (english(language) ? "at " : "kl. ") + clock(t, language); }
std::string words(base::Instant t, i18n::Language language, SayYear year) {
    const auto [d, ms] = local(t);
    return words(d, language, year) + " " + words(TimeOfDay{ms / 60'000}, language);
}
std::string words(const DayHours& hours, i18n::Language language) {
    if (hours.empty()) return english(language) ? "closed" : "stängt";
    std::string out;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        if (i > 0) out += i + 1 < hours.size() ? ", " : english(language) ? " and " : " och ";
        out += clock(hours[i].from, language) + "–" + clock(hours[i].to, language);
    }
    return out;
}
}
