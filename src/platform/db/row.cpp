#include "platform/db/row.hpp"
#include "base/result.hpp"
#include "base/text.hpp"

namespace db {
namespace {
std::string_view name(Type type) {
    switch (type) {
        case Type::null: return "NULL";
        case Type::integer: return "an integer";
        case Type::text: return "text";
        case Type::blob: return "a blob";
    }
    return "";
}
}

Type Row::expect(int column, Type wanted, bool may_be_null) const {
    const auto where = [&] { return std::string(statement_) + ", column " + base::to_text(column) + ": "; };
    if (column < 0 || column >= columns_.count()) throw base::Bug(where() + "the answer has no such column");
    const auto type = columns_.type(column);
    if (type == wanted || (type == Type::null && may_be_null)) return type;
    throw base::Bug(where() + "expected " + std::string(name(wanted)) + ", found " + std::string(name(type)));
}

std::int64_t Row::integer(int column) const {
    expect(column, Type::integer, false);
    return columns_.integer(column);
}
std::string_view Row::text(int column) const {
    expect(column, Type::text, false);
    return columns_.bytes(column);
}
Blob Row::blob(int column) const {
    expect(column, Type::blob, false);
    return blob_of(columns_.bytes(column));
}
bool Row::truth(int column) const {
    const auto value = integer(column);
    if (value != 0 && value != 1) throw base::Bug(std::string(statement_) + ": a boolean that is neither 0 nor 1");
    return value == 1;
}
std::optional<std::int64_t> Row::optional_integer(int column) const {
    if (expect(column, Type::integer, true) == Type::null) return std::nullopt;
    return columns_.integer(column);
}
std::optional<std::string_view> Row::optional_text(int column) const {
    if (expect(column, Type::text, true) == Type::null) return std::nullopt;
    return columns_.bytes(column);
}
std::optional<Blob> Row::optional_blob(int column) const {
    if (expect(column, Type::blob, true) == Type::null) return std::nullopt;
    return blob_of(columns_.bytes(column));
}
}
