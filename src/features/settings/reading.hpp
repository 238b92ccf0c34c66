#pragma once
#include "platform/pack/value.hpp"
namespace settings {

// A record as it stands, asked value by value; what is SAKNAS or not there is empty.
class Reading {
    pack::Value root_;
    const pack::Value* table(std::string_view name) const;

public:
    explicit Reading(std::string_view source);
    const pack::Value* find(std::string_view table, std::string_view key) const;
    bool has(std::string_view table, std::string_view key) const { return find(table, key) != nullptr; }
    // A number as its digits, a list with a line for each.
    std::string text(std::string_view table, std::string_view key) const;
    std::vector<std::string> texts(std::string_view table, std::string_view key) const;
    bool flag(std::string_view table, std::string_view key, bool otherwise) const;
    // The keys of the tables inside a table, in the order of the file: "contact" → "anhorigstod" …
    std::vector<std::string> tables(std::string_view name) const;
    const pack::Value& root() const { return root_; }
};
}
