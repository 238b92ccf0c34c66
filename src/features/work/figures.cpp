#include "features/work/figures.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace work {
namespace {
bool counts(const Group& group, const facts::Sum& sum, std::string_view dimension) { return std::find(group.keys.begin(), group.keys.end(), sum.says(dimension)) != group.keys.end(); }

std::string name_of(const Dimension& dimension, const Group& group) {
    auto keys = group.keys;
    std::sort(keys.begin(), keys.end());
    std::string out = "|" + std::string(dimension.key) + "=";
    for (const auto key : keys) out += std::string(key) + "+";
    return out;
}
Counted counted(const TableSpec& spec, const Period& period, const Sums& contacts, const facts::Publisher& publisher) {
    Counted out{&spec, {}};
    static const Group everything{"", {}};
    for (const auto& row : spec.rows.groups) {
        auto& numbers = out.numbers.emplace_back();
        const auto count = [&](const Group* column) {
            facts::Cell cell{.name = "contact|" + period.key() + name_of(spec.rows, row) + (column ? name_of(*spec.columns, *column) : "")};
            for (const auto& sum : contacts)
                if (counts(row, sum, spec.rows.key) && (!column || counts(*column, sum, spec.columns->key))) cell.add(sum);
            numbers.push_back(publisher.published(cell));
        };
        if (!spec.columns) count(nullptr);
        else
            for (const auto& column : spec.columns->groups) count(&column);
    }
    return out;
}
std::int64_t total(std::string name, const Sums& sums, const facts::Publisher& publisher) {
    facts::Cell cell{.name = std::move(name)};
    for (const auto& sum : sums) cell.add(sum);
    return publisher.published(cell);
}

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
    for (const auto& spec : catalogue(period)) out.tables.push_back(counted(spec, period, contacts, publisher));
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
