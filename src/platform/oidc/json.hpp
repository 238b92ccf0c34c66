#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>
namespace oidc {

// JSON from outside, read strictly: valid UTF-8, no member twice, no comments, nothing after the value, at most 16 deep.
class Json {
public:
    using List = std::vector<Json>;
    using Object = std::map<std::string, Json, std::less<>>;
    using Value = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Object>;

    Json(Value value = nullptr) : value_(std::move(value)) {}
    // Nothing unless it is an object, as everything is that a provider sends.
    static std::optional<Json> object(std::string_view text, std::size_t most_bytes);

    const Json* find(std::string_view member) const;
    const std::string* text() const { return std::get_if<std::string>(&value_); }
    const List* list() const { return std::get_if<List>(&value_); }
    bool is_true() const { return value_ == Value(true); }
    bool is_object() const { return std::holds_alternative<Object>(value_); }
    // Seconds since 1970 (NumericDate, also with a fraction), before the year 10000.
    std::optional<std::int64_t> seconds() const;
    // One text, or a list of nothing but texts.
    std::optional<std::vector<std::string>> texts() const;
    // The text of that member, or "".
    std::string text_of(std::string_view member) const;
    // The texts of that member, or none.
    std::vector<std::string> texts_of(std::string_view member) const;
    bool operator==(const Json&) const = default;

private:
    Value value_;
};
// As a JSON string, with its quotation marks.
std::string json_text(std::string_view);
}
