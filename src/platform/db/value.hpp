#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
namespace db {

// The three kinds of value both databases keep (BIGINT, TEXT, BLOB), or nothing.
enum class Type { null, integer, text, blob };

using Blob = std::span<const std::byte>;
inline Blob blob_of(std::string_view bytes) { return std::as_bytes(std::span(bytes.data(), bytes.size())); }
inline std::string_view bytes_of(Blob blob) { return {reinterpret_cast<const char*>(blob.data()), blob.size()}; }

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, char> && sizeof(T) <= 8;

// One value handed to a statement. Only looks at text and bytes: they must live until the call returns.
// Text must be UTF-8 without NUL on both databases; booleans are 0 and 1.
class Param {
    Type type_ = Type::null;
    std::int64_t integer_ = 0;
    std::string_view bytes_;

public:
    Param(std::nullopt_t) {}
    Param(Integer auto value) : type_(Type::integer), integer_(static_cast<std::int64_t>(value)) {}
    Param(std::string_view text) : type_(Type::text), bytes_(text) {}
    Param(const std::string& text) : Param(std::string_view(text)) {}
    Param(const char* text) : Param(std::string_view(text)) {}
    Param(Blob blob) : type_(Type::blob), bytes_(bytes_of(blob)) {}
    // An id (base::Id).
    template <class T> requires requires(const T& id) { { id.text() } -> std::same_as<std::string_view>; }
    Param(const T& id) : Param(id.text()) {}
    template <class T> Param(const std::optional<T>& value) : Param(value ? Param(*value) : Param(std::nullopt)) {}

    Type type() const { return type_; }
    std::int64_t integer() const { return integer_; }
    std::string_view bytes() const { return bytes_; }
};
using Params = std::initializer_list<Param>;
}
