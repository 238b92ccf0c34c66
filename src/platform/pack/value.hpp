#pragma once
#include "platform/pack/problem.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>
namespace pack {

// A TOML value with the line it stands on. Maps keep the order of the file. toml++ is hidden: its header is heavy.
struct Value {
    using List = std::vector<Value>;
    struct Entry;
    using Map = std::vector<Entry>;
    std::variant<std::monostate, std::string, std::int64_t, bool, List, Map> data;
    int line = 0;

    const std::string* text() const { return std::get_if<std::string>(&data); }
    const List* list() const { return std::get_if<List>(&data); }
    const Map* map() const { return std::get_if<Map>(&data); }
    const Value* find(std::string_view key) const;
};
// A key of a map and its value.
struct Value::Entry {
    std::string first;
    Value second;
};

// The TOML of a file; `first_line` is where it begins in it. A fault in the TOML is reported and gives an empty map.
Value parse_toml(std::string_view text, const std::string& file, int first_line, Problems&);

// A file that begins with TOML between two lines "+++", then Markdown.
struct Document {
    Value front;
    std::string_view body;   // points into the source
    int body_line = 1;
};
Document parse_document(std::string_view source, const std::string& file, Problems&);

// Reads one TOML table key by key and reports what is wrong, missing or unknown, with line and remedy.
class Fields {
    const Value* table_;
    std::string file_;
    Problems* problems_;
    std::vector<std::string> known_;

public:
    Fields(const Value& table, std::string file, Problems&);
    enum class Need { required, optional };
    bool has(std::string_view key) const { return table_->find(key) != nullptr; }
    int line(std::string_view key) const;
    // Text, trimmed. SAKNAS is kept as it is and listed as to be filled in. At most `longest` characters.
    std::string text(std::string_view key, Need = Need::optional, std::size_t longest = 4000);
    std::vector<std::string> texts(std::string_view key, Need = Need::optional);
    bool flag(std::string_view key, bool otherwise = false);
    std::int64_t number(std::string_view key, std::int64_t otherwise, std::int64_t low, std::int64_t high);
    // "2026-11-22", or SAKNAS, or empty when optional and absent.
    std::string date(std::string_view key, Need = Need::optional);
    std::vector<Fields> tables(std::string_view key);
    std::optional<Fields> table(std::string_view key);
    // Every key of the table with its own table, in file order (for law.toml, vocabulary.toml …).
    std::vector<std::pair<std::string, Fields>> entries();
    // Call last: reports keys that nothing read.
    void finish();
    void report(Grade, std::string_view key, std::string reason, std::string remedy) const;
    const std::string& file() const { return file_; }

private:
    const Value* take(std::string_view key, Need);
};
}
