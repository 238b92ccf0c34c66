#include "platform/facts/table.hpp"
#include <algorithm>

namespace facts {
namespace {
bool counts(const Group& group, const Sum& sum, std::string_view dimension) { return std::find(group.keys.begin(), group.keys.end(), sum.says(dimension)) != group.keys.end(); }

std::string name_of(const Dimension& dimension, const Group& group) {
    auto keys = group.keys;
    std::sort(keys.begin(), keys.end());
    std::string out = "|" + std::string(dimension.key) + "=";
    for (const auto key : keys) out += std::string(key) + "+";
    return out;
}
}

Counted counted(const TableSpec& spec, const std::string& name, const Sums& sums, const Publisher& publisher) {
    Counted out{&spec, {}};
    for (const auto& row : spec.rows.groups) {
        auto& numbers = out.numbers.emplace_back();
        const auto count = [&](const Group* column) {
            Cell cell{.name = name + name_of(spec.rows, row) + (column ? name_of(*spec.columns, *column) : "")};
            for (const auto& sum : sums)
                if (counts(row, sum, spec.rows.key) && (!column || counts(*column, sum, spec.columns->key))) cell.add(sum);
            numbers.push_back(publisher.published(cell));
        };
        if (!spec.columns) count(nullptr);
        else
            for (const auto& column : spec.columns->groups) count(&column);
    }
    return out;
}
std::int64_t total(const std::string& name, const Sums& sums, const Publisher& publisher) {
    Cell cell{.name = name};
    for (const auto& sum : sums) cell.add(sum);
    return publisher.published(cell);
}
Sums only(const Sums& all, std::string_view dimension, std::string_view says) {
    Sums out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const Sum& sum) { return sum.says(dimension) == says; });
    return out;
}
}
