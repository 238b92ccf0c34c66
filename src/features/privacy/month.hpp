#pragma once
#include "base/instant.hpp"
#include "platform/i18n/language.hpp"
#include <compare>
#include <optional>
#include <string>
#include <string_view>
namespace privacy {

// A month of the log: reviewed when it is over, and before the next one is.
struct Month {
    int year = 1970, month = 1;
    auto operator<=>(const Month&) const = default;
    Month next() const { return month == 12 ? Month{year + 1, 1} : Month{year, month + 1}; }
    base::Instant begins() const;
    base::Instant ends() const { return next().begins(); }
};
Month month_of(base::Instant);
std::string text_of(const Month&);   // "2026-11"
std::optional<Month> month_from(std::string_view);
std::string words(const Month&, i18n::Language);   // "november 2026"
}
