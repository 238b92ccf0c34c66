#include "features/activities/for_everybody.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"
#include <algorithm>
#include <array>

namespace activities {
namespace {
struct Range {
    char32_t first, last;
};
// Controls; the soft hyphen; marks of direction and what overrides it; what has no width; line and paragraph separators; tags.
constexpr std::array hidden{Range{0x00, 0x1F},     Range{0x7F, 0x9F},     Range{0xAD, 0xAD},     Range{0x61C, 0x61C},   Range{0x180E, 0x180E},
                            Range{0x200B, 0x200F}, Range{0x2028, 0x202E}, Range{0x2060, 0x206F}, Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F}};
// Of valid UTF-8.
bool hides(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = size == 1 ? lead : lead & (0xFFu >> (size + 1));
        for (std::size_t k = 1; k < size; ++k) c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        if (std::any_of(hidden.begin(), hidden.end(), [&](const Range& r) { return c >= r.first && c <= r.last; })) return true;
        i += size;
    }
    return false;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool in_a_host(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80; }
// The endings that an address without a path is known by; with one, any ending is. "kl. 18.00", "bl.a." and "Rum 2.13" are no addresses.
constexpr std::array<std::string_view, 18> endings{"com", "org", "net", "io", "us", "eu", "app", "live", "link", "video", "chat", "info", "se", "nu", "dk", "fi", "uk", "invalid"};
bool a_host(std::string_view run, std::string_view after) {
    while (!run.empty() && (run.back() == '.' || run.back() == '-')) run.remove_suffix(1);
    const auto dot = run.rfind('.');
    if (dot == run.npos || dot == 0) return false;
    const auto ending = run.substr(dot + 1);
    if (ending.size() < 2 || !std::all_of(ending.begin(), ending.end(), is_letter)) return false;
    const bool goes_on = !after.empty() && (after[0] == '/' || after[0] == '?' || after[0] == '#' || (after[0] == ':' && after.size() > 1 && after[1] >= '0' && after[1] <= '9'));
    return goes_on || std::find(endings.begin(), endings.end(), ending) != endings.end();
}
bool holds_address(std::string_view typed) {
    const auto text = base::lower(typed);
    if (text.find("://") != text.npos || text.find("www.") != text.npos) return true;
    for (std::size_t i = 0; i < text.size();) {
        auto end = i;
        while (end < text.size() && in_a_host(text[end])) ++end;
        if (a_host(std::string_view(text).substr(i, end - i), std::string_view(text).substr(end))) return true;
        i = end + 1;
    }
    return false;
}
}

std::optional<Unfit> unfit_for_everybody(std::string_view text) {
    if (!base::valid_utf8(text) || hides(text)) return Unfit::hidden;
    return holds_address(text) ? std::optional(Unfit::address) : std::nullopt;
}
const char* words(Unfit why) {
    switch (why) {
        case Unfit::hidden: return i18n::key("Texten har tecken som inte syns, eller som vänder på läsriktningen. Skriv om den för hand.");
        case Unfit::address: return i18n::key("Skriv ingen länk eller webbadress här, för det här läser alla. Länken till mötet hör hemma vid tillfället, i Länk till mötet på nätet. Där ser bara den som har plats den.");
    }
    throw base::Bug("an unknown fault of a text");
}
}
