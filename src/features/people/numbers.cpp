#include "features/people/numbers.hpp"
#include "base/text.hpp"
#include <algorithm>

namespace people {
namespace {
bool digit(char c) { return c >= '0' && c <= '9'; }
int number(std::string_view digits) {
    int out = 0;
    for (const char c : digits) out = out * 10 + (c - '0');
    return out;
}
// The check digit of the ten last (folkbokföringslagen 18 §; the modulus 10 method, Luhn).
bool checks(std::string_view ten) {
    int sum = 0;
    for (std::size_t at = 0; at < ten.size(); ++at) {
        const int product = (ten[at] - '0') * (at % 2 == 0 ? 2 : 1);
        sum += product / 10 + product % 10;
    }
    return sum % 10 == 0;
}
// The day of birth in the first eight digits; a coordination number has 60 added to its day.
std::optional<calendar::Date> day_in(std::string_view twelve) {
    const int day = number(twelve.substr(6, 2));
    const calendar::Date date{number(twelve.substr(0, 4)), number(twelve.substr(4, 2)), day > 60 ? day - 60 : day};
    return calendar::exists(date) ? std::optional(date) : std::nullopt;
}
// Ten digits belong to the latest hundred years, with "+" to the hundred before.
std::string with_century(std::string_view ten, bool over_hundred, calendar::Date today) {
    int year = today.year / 100 * 100 + number(ten.substr(0, 2));
    const auto in = [&](int that_year) { return (that_year < 1000 ? "" : std::to_string(that_year)) + std::string(ten.substr(2)); };
    if (const auto day = day_in(in(year)); year > today.year || (day && *day > today)) year -= 100;
    return in(over_hundred ? year - 100 : year);
}
constexpr std::string_view no_break_space = "\xC2\xA0", dash = "\xE2\x80\x93";
// Without what people put between digits.
std::string bare(std::string_view typed, std::string_view between) {
    std::string out;
    for (const char c : base::replaced(base::replaced(std::string(base::trimmed(typed)), no_break_space, " "), dash, "-"))
        if (between.find(c) == std::string_view::npos) out += c;
    return out;
}
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), digit); }
}

std::optional<calendar::Date> born(std::string_view twelve) { return twelve.size() == 12 && all_digits(twelve) ? day_in(twelve) : std::nullopt; }
std::optional<std::string> personal_number(std::string_view typed, calendar::Date today) {
    auto digits = bare(typed, " -");
    const bool over_hundred = digits.size() == 11 && digits[6] == '+';
    if (over_hundred) digits.erase(6, 1);
    if (!all_digits(digits) || (digits.size() != 10 && digits.size() != 12)) return std::nullopt;
    if (digits.size() == 10) digits = with_century(digits, over_hundred, today);
    if (digits.size() != 12 || number(digits.substr(0, 4)) < 1850) return std::nullopt;
    const auto day = day_in(digits);
    if (!day || *day > today || !checks(std::string_view(digits).substr(2))) return std::nullopt;
    return digits;
}

std::optional<std::string> phone(std::string_view typed) {
    auto digits = bare(typed, " -()./");
    if (digits.starts_with("00")) digits = "+" + digits.substr(2);
    else if (digits.starts_with("0")) digits = "+46" + digits.substr(1);
    // "+46 (0)70" is how Swedes write the number for abroad.
    if (digits.starts_with("+460")) digits.erase(3, 1);
    if (!digits.starts_with("+") || digits.size() < 9 || digits.size() > 16 || digits[1] == '0' || digits.starts_with("+460") || !all_digits(std::string_view(digits).substr(1))) return std::nullopt;
    return digits;
}

std::optional<std::string> email(std::string_view typed) {
    const auto address = base::lower(base::trimmed(typed));
    const auto at = address.find('@');
    if (address.size() > 254 || at == 0 || at == std::string::npos || address.find('@', at + 1) != std::string::npos) return std::nullopt;
    if (std::any_of(address.begin(), address.end(), [](unsigned char c) { return c <= ' ' || c == 0x7F || c == ',' || c == ';' || c == '<' || c == '>' || c == '"'; })) return std::nullopt;
    const auto domain = std::string_view(address).substr(at + 1);
    if (domain.size() < 3 || domain.find('.') == std::string_view::npos || domain.front() == '.' || domain.back() == '.' || domain.find("..") != std::string_view::npos) return std::nullopt;
    return address;
}
}
