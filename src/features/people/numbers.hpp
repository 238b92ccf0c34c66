#pragma once
#include "platform/calendar/date.hpp"
#include <optional>
#include <string>
#include <string_view>
// Numbers and addresses that are compared whole: one way of writing each, so that what is typed is found.
namespace people {

// A Swedish personal number (folkbokföringslagen 1991:481, 18 §) or coordination number (lag 2022:1697; the day plus 60) as 12 digits.
// Typed with 10 or 12 digits, "-" or spaces; "+" says over a hundred. Nothing when day or check digit is wrong, or it lies ahead of `today`.
std::optional<std::string> personal_number(std::string_view typed, calendar::Date today);
// The day that such a number of 12 digits says; nothing when it is none.
std::optional<calendar::Date> born(std::string_view twelve);
// E.164 ("+46701234567"): 8–15 digits after the plus. "0…" is Swedish, "00…" is another country.
std::optional<std::string> phone(std::string_view typed);
// Small letters and without spaces around: how it is compared. Nothing when it cannot be an address.
std::optional<std::string> email(std::string_view typed);
}
