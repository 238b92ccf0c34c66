#include "features/work/figures_of.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace work {
namespace {
std::optional<Period> chosen(const std::vector<Period>& periods, std::string_view asked) {
    if (asked.empty()) return periods.empty() ? std::nullopt : std::optional(periods.front());
    const auto wanted = Period::from(asked);
    return wanted && std::find(periods.begin(), periods.end(), *wanted) != periods.end() ? wanted : std::nullopt;
}
}

Asked figures_asked(const Visit& visit, const Ground& ground) {
    const auto today = calendar::date(ground.clock.now());
    const facts::Publisher publisher(ground.vault);
    return ground.database.read([&](db::Reader& reader) {
        Asked out;
        out.periods = closed_periods(facts::first_day(reader).value_or(today), today);
        out.period = chosen(out.periods, visit.request.asked("period"));
        out.many_this_month = twenty_or_more(contacts_in(reader, {today.year, today.month, 1}, today), today, publisher);
        if (!out.period) return out;
        const auto first = out.period->first(), last = out.period->last();
        out.figures = figures(*out.period, contacts_in(reader, first, last), facts::sums(reader, "contact.concern", first, last), publisher);
        out.own = own_figures(reader, *out.period);
        return out;
    });
}
}
