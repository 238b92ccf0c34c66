#pragma once
#include <string>
#include <string_view>
#include <vector>
// Text as bytes of UTF-8. Case and word rules here know Swedish letters and Latin-1; nothing else is touched.
namespace base {
std::string_view trimmed(std::string_view);
std::vector<std::string_view> split(std::string_view text, char at);
std::string joined(const std::vector<std::string>& parts, std::string_view between);
std::string replaced(std::string_view text, std::string_view from, std::string_view to);
// Lower case for ASCII and the letters of Latin-1 (Å → å, É → é).
std::string lower(std::string_view);
// For putting names in order: å, ä and ö come after z, capitals beside small letters.
std::string swedish_order(std::string_view);
bool valid_utf8(std::string_view);
// Number of characters (code points), not bytes.
std::size_t length(std::string_view);
// At most `characters`, cut at a word end, with … where something was left out.
std::string shortened(std::string_view, std::size_t characters);
std::string to_text(long long number);
}
