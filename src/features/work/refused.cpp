#include "features/work/refused.hpp"
#include "base/embedded.hpp"
#include "base/personal_number.hpp"
#include "base/text.hpp"
#include "features/work/entry.hpp"
#include "platform/i18n/language.hpp"
#include <algorithm>

namespace embedded {
std::span<const base::EmbeddedFile> diagnosis_words();
}

namespace work {
namespace {
constexpr std::size_t most_digits = 5;   // a street number and a class, never a number of somebody's

// Beginnings of words ("demens…"), and whole words ("ms"), one a line; a whole word ends with a dot.
struct Words {
    std::vector<std::string_view> beginnings, whole, endings_of_places;
};
const Words& listed() {
    static const auto all = [] {
        Words out;
        for (const auto& file : embedded::diagnosis_words())
            for (const auto line : base::split(file.bytes, '\n')) {
                const auto word = base::trimmed(line);
                if (word.empty() || word[0] == '#') continue;
                if (word[0] == '-') out.endings_of_places.push_back(word.substr(1));
                else if (word.back() == '.') out.whole.push_back(word.substr(0, word.size() - 1));
                else out.beginnings.push_back(word);
            }
        return out;
    }();
    return all;
}

std::string digits_of(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c >= '0' && c <= '9') out += c;
    return out;
}
// Swedish letters and those of neighbours, digits, and the signs a name of a place has. Nothing that looks like a digit and is none.
bool sign_fits(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view(" .,-'&/():").find(static_cast<char>(c)) != std::string_view::npos; }
bool signs_fit(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80) {
            if (!sign_fits(c)) return false;
        } else if (c >= 0xC3 && c <= 0xC5 && i + 1 < text.size()) {   // U+00C0 to U+017F
            ++i;
        } else if (text.substr(i, 3) == "–") {
            i += 2;
        } else {
            return false;
        }
    }
    return true;
}
bool ends_as_place(std::string_view word) {
    const auto& endings = listed().endings_of_places;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}
bool says_diagnosis(std::string_view word) {
    const auto& [beginnings, whole, endings] = listed();
    if (std::find(whole.begin(), whole.end(), word) != whole.end()) return true;
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view start) { return word.starts_with(start); }) && !ends_as_place(word);
}
bool any_word_says_diagnosis(std::string_view text) {
    std::string word;
    const auto lower = base::lower(text) + " ";
    for (const char c : lower) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
            continue;
        }
        if (says_diagnosis(word)) return true;
        word.clear();
    }
    return false;
}
}

std::optional<Reason> refused_text(std::string_view text) {
    if (!base::valid_utf8(text)) return Reason::signs;
    const auto digits = digits_of(text);
    if (base::like_personal_number(digits)) return Reason::personal_number;
    if (digits.size() > most_digits) return Reason::phone_number;
    if (text.find('@') != std::string_view::npos) return Reason::mail;
    if (any_word_says_diagnosis(text)) return Reason::diagnosis;
    if (!signs_fit(text)) return Reason::signs;
    if (base::length(text) > longest_place) return Reason::too_long;
    return std::nullopt;
}

const char* words(Reason reason) {
    switch (reason) {
        case Reason::personal_number: return i18n::key("Det ser ut som ett personnummer. Här sparas inget om personer: skriv bara platsens namn.");
        case Reason::phone_number: return i18n::key("Det ser ut som ett telefonnummer eller ett annat nummer till en person. Skriv bara platsens namn.");
        case Reason::mail: return i18n::key("Det ser ut som en e-postadress. Skriv bara platsens namn.");
        case Reason::diagnosis: return i18n::key("Ordet kan tala om hur någon mår. Diagnoser sparas inte här: skriv bara platsens namn.");
        case Reason::too_long: return i18n::key("Skriv kortare, högst 60 tecken. Det räcker med platsens namn.");
        case Reason::signs: return i18n::key("Skriv med vanliga bokstäver och siffror.");
    }
    throw base::Bug("a reason without words");
}
}
