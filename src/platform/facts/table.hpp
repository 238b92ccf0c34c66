#pragma once
#include "platform/facts/cell.hpp"
// A table of published counts: rows and perhaps columns, every number through the Publisher (security 7). What tables there are is said by who
// shows them, as a fixed catalogue with at most two dimensions beside the period.
namespace facts {

// A row or a column: the words of a dimension that are counted together. "" among them: nothing was said.
struct Group {
    const char* words;
    std::vector<std::string_view> keys;
};
struct Dimension {
    std::string_view key;
    const char* words;
    std::vector<Group> groups;
};
struct TableSpec {
    std::string_view key;
    const char* words;
    Dimension rows;
    std::optional<Dimension> columns = {};
};
struct Counted {
    const TableSpec* spec;
    std::vector<std::vector<std::int64_t>> numbers;   // row by row; one column where there is one dimension
};
using Sums = std::vector<Sum>;

// `name`: of what and when, "contact|2026"; the same as in every other table of it.
Counted counted(const TableSpec&, const std::string& name, const Sums&, const Publisher&);
std::int64_t total(const std::string& name, const Sums&, const Publisher&);
// Those that say so.
Sums only(const Sums&, std::string_view dimension, std::string_view says);
}
