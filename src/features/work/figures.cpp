#include "features/work/figures.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace work {
namespace {
using facts::counted, facts::total;

// ---- own work
std::int64_t of(const Sums& sums, std::string_view dimension, std::string_view says) {
    std::int64_t out = 0;
    for (const auto& sum : sums)
        if (sum.says(dimension) == says) out += sum.amount;
    return out;
}
}

Sums contacts_in(db::Reader& reader, calendar::Date first, calendar::Date last) {
    auto out = facts::sums(reader, "contact.logged", first, last);
    for (auto& sum : facts::sums(reader, "contact.closed", first, last)) out.push_back(std::move(sum));
    return out;
}

Figures figures(const Period& period, const Sums& contacts, const Sums& concerns, const facts::Publisher& publisher) {
    Figures out{.period = period};
    const auto all = total("contact|" + period.key(), contacts, publisher);
    if (all < facts::least_in_table) {
        if (period.whole_year()) out.contacts = all;
        return out;
    }
    out.contacts = all;
    if (period.whole_year()) out.concerns = total("concern|" + period.key(), concerns, publisher);
    for (const auto& spec : catalogue(period)) out.tables.push_back(counted(spec, "contact|" + period.key(), contacts, publisher));
    return out;
}

OwnFigures own_figures(db::Reader& reader, const Period& period) {
    const auto done = facts::sums(reader, "work.done", period.first(), period.last()), heads = facts::sums(reader, "work.heads", period.first(), period.last()),
               minutes = facts::sums(reader, "work.minutes", period.first(), period.last());
    const auto row = [&](const char* words, std::string_view dimension, std::string_view says) { return OwnWork{words, of(done, dimension, says), of(heads, dimension, says), of(minutes, dimension, says)}; };
    OwnFigures out;
    for (const auto& code : works()) out.by_kind.push_back(row(code.words, "work", code.key));
    for (const auto& code : focuses()) out.by_focus.push_back(row(code.words, "focus", code.key));
    for (const auto kind : staff::operation_kinds) out.by_operation.push_back(row(staff::words(kind), "operation", staff::key(kind)));
    return out;
}

bool twenty_or_more(const Sums& contacts, calendar::Date month, const facts::Publisher& publisher) {
    return total("contact|" + calendar::iso({month.year, month.month, 1}).substr(0, 7), contacts, publisher) >= facts::least_in_table;
}
}
