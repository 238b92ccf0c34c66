#pragma once
#include "platform/web/web.hpp"
#include <optional>
// Names and values as they stand in an address, a form or a cookie line. Nothing is guessed: what is wrong gives no value.
namespace web {

int hex_value(char);
enum class Plus { is_plus, is_blank };
// Nothing at a bad %XX, at bytes that are not UTF-8, and at NUL.
std::optional<std::string> percent_decoded(std::string_view, Plus);
// a=1&b=2; nothing when a pair cannot be decoded or there are more than `most`. Pairs without a name are left out.
std::optional<Fields> parsed_fields(std::string_view urlencoded, std::size_t most);
std::string urlencoded(const Fields&);
// a=1; b=2. A broken cookie is passed over: it may come from somebody else, and must not shut a visitor out.
void add_cookies(Fields& to, std::string_view line, std::size_t most);
// The path of a target, decoded; nothing at "..", ".", "//", encoded slash, backslash and control characters.
std::optional<std::string> decoded_path(std::string_view path);
}
