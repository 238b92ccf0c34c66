#include "features/privacy/month.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {

base::Instant Month::begins() const { return calendar::start_of({year, month, 1}); }
Month month_of(base::Instant at) {
    const auto date = calendar::date(at);
    return {date.year, date.month};
}
std::string text_of(const Month& m) { return calendar::iso({m.year, m.month, 1}).substr(0, 7); }
std::string words(const Month& m, i18n::Language language) {
    const auto first = calendar::words(calendar::Date{m.year, m.month, 1}, language, calendar::SayYear::yes);   // "söndag 1 november 2026"
    return first.substr(first.find(" 1 ") + 3);
}
std::optional<Month> month_from(std::string_view text) {
    const auto first = calendar::date_from(std::string(text) + "-01");
    return first && text.size() == 7 ? std::optional(Month{first->year, first->month}) : std::nullopt;
}
}
