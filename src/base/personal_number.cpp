#include "base/personal_number.hpp"
#include <string>

namespace base {
namespace {
constexpr std::size_t of_the_number = 4;   // digits after the day

bool a_digit(char c) { return c >= '0' && c <= '9'; }
std::size_t digits_from(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && a_digit(text[end])) ++end;
    return end - at;
}
bool joins(std::string_view text, std::size_t at) { return at < text.size() && (text[at] == '-' || text[at] == '+' || text[at] == ' '); }
}

bool like_personal_number(std::string_view digits) {
    if (digits.size() == 12) digits.remove_prefix(2);
    if (digits.size() != 10) return false;
    const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + digits[at + 1] - '0'; };
    const int month = two(2), day = two(4) > 60 ? two(4) - 60 : two(4);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool holds_personal_number(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto run = digits_from(text, at);
        if (run == 0) {
            ++at;
            continue;
        }
        const auto born = std::string(text.substr(at, run));
        if (like_personal_number(born)) return true;
        const auto after = at + run + 1;
        const bool split = (run == 6 || run == 8) && joins(text, at + run) && digits_from(text, after) == of_the_number;
        if (split && like_personal_number(born + std::string(text.substr(after, of_the_number)))) return true;
        at += run;
    }
    return false;
}
}
