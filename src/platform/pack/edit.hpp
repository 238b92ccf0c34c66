#pragma once
#include <string>
#include <string_view>
#include <vector>
// Changing a TOML file as a careful person would: the one value, and nothing else of the file. Comments, order and spacing stay.
namespace pack {

// A text as TOML writes it, in quotes; any text comes back the same.
std::string toml_text(std::string_view);
// ["a", "b"]
std::string toml_texts(const std::vector<std::string>&);
// `table` is "" for the top of the file, or "contact.anhorigstod". `value` is TOML: toml_text(…), toml_texts(…), "true", "12".
// A key that is not there is added last in its table; a table that is not there is added last in the file. A value over several lines
// becomes one line.
std::string with_value(std::string_view source, std::string_view table, std::string_view key, std::string_view value);
// Without every [[name]]. Comments between them stay.
std::string without_tables(std::string_view source, std::string_view name);
}
