#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include "platform/db/row.hpp"
#include <cstdint>
#include <optional>
#include <string_view>
// How instants, ids and the program's own words stand in columns, read and written the same way in every store.
namespace db {

inline std::optional<base::Instant> instant(std::optional<std::int64_t> ms) { return ms ? std::optional(base::Instant{*ms}) : std::nullopt; }
inline std::optional<std::int64_t> ms(const std::optional<base::Instant>& at) { return at ? std::optional(at->ms) : std::nullopt; }
// Of a column that may be empty. What is there and is no id is a Bug.
template <class AnId> std::optional<AnId> optional_id(const Row& row, int column) {
    const auto text = row.optional_text(column);
    return text ? std::optional(AnId::stored(*text)) : std::nullopt;
}
// Of a column that may be empty: then so is the text.
inline std::string bytes(const Row& row, int column) {
    const auto found = row.optional_blob(column);
    return found ? std::string(bytes_of(*found)) : std::string();
}
// A word of a closed list, a day or the like. Nothing is a Bug: somebody has written in the database by hand.
template <class T> T known(std::optional<T> value) {
    base::require(value.has_value(), "an unknown word stands in the database");
    return *std::move(value);
}
}
