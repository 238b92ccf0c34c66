// The only file that sees toml++.
#include "base/dots.hpp"
#include "platform/pack/value.hpp"
#include <sstream>
#define TOML_EXCEPTIONS 0
// A broken file must give its fault and never end the program: in "[[[x" toml++ 3.3 asserts where it also has an error to give.
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_ENABLE_FORMATTERS 1
#define TOML_MAX_NESTED_VALUES 16   // the same in search/synonyms.cpp: the linker keeps one of the two
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

namespace pack {
namespace {

std::string written(const toml::node& node) {
    std::ostringstream out;
    if (auto d = node.as_date()) out << d->get();
    else if (auto t = node.as_time()) out << t->get();
    else if (auto dt = node.as_date_time()) out << dt->get();
    else if (auto f = node.as_floating_point()) out << f->get();
    return out.str();
}

Value converted(const toml::node& node, int shift) {
    Value value;
    value.line = static_cast<int>(node.source().begin.line) + shift;
    if (auto s = node.as_string()) value.data = s->get();
    else if (auto i = node.as_integer()) value.data = i->get();
    else if (auto b = node.as_boolean()) value.data = b->get();
    else if (auto list = node.as_array()) {
        Value::List items;
        for (const auto& item : *list) items.push_back(converted(item, shift));
        value.data = std::move(items);
    } else if (auto table = node.as_table()) {
        std::vector<std::pair<toml::source_position, Value::Entry>> keyed;
        for (const auto& [key, item] : *table) keyed.push_back({key.source().begin, {std::string(key.str()), converted(item, shift)}});
        std::stable_sort(keyed.begin(), keyed.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
        Value::Map map;
        for (auto& [position, entry] : keyed) map.push_back(std::move(entry));
        value.data = std::move(map);
    } else value.data = written(node);
    return value;
}
}

Value parse_toml(std::string_view text, const std::string& file, int first_line, Problems& problems) {
    if (const auto line = base::line_with_too_many_dots(text)) {
        problems.push_back({Grade::fault, file, line + first_line - 1, "Raden har fler än 300 punkter.", "Dela upp texten, eller flytta den till Markdown-delen."});
        return Value{Value::Map{}, first_line};
    }
    const auto result = toml::parse(text);
    if (result) return converted(result.table(), first_line - 1);
    const auto& error = result.error();
    problems.push_back({Grade::fault, file, static_cast<int>(error.source().begin.line) + first_line - 1,
                        "TOML-texten kan inte läsas: " + std::string(error.description()),
                        "Kontrollera citattecken, likhetstecken och hakparenteser på raden."});
    return Value{Value::Map{}, first_line};
}
}
