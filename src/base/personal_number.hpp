#pragma once
#include <string_view>
// Swedish personal identity numbers (folkbokföringslagen 18 §) and coordination numbers, as they are typed where none belongs. Their check
// digit is not asked for: a mistyped one tells as much.
namespace base {

// Ten or twelve digits with a month and a day in them; a coordination number's day is 60 more.
bool like_personal_number(std::string_view digits);
// One stands somewhere in the text: 121212-1212, 19121212-1212, with +, a space or nothing between.
bool holds_personal_number(std::string_view text);
}
