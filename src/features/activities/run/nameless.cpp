#include "features/activities/run/nameless.hpp"
#include "base/personal_number.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"
#include <algorithm>
#include <utility>

namespace activities {
namespace {
constexpr std::size_t least_name = 3;

bool a_figure(char c) { return c >= '0' && c <= '9'; }
// Figures with nothing but the signs of a number between them: a telephone's begin with 0 or +.
bool a_number(std::string_view text) {
    std::string run;
    bool plus = false;
    for (const char c : std::string(text) + "x") {
        if (a_figure(c)) run += c;
        else if (c == '+' && run.empty()) plus = true;
        else if (run.empty() || (c != ' ' && c != '-' && c != '/' && c != '(' && c != ')')) {
            const bool phone = run.size() >= 7 && (plus || run.front() == '0');
            if (phone || base::like_personal_number(run)) return true;
            run.clear(), plus = false;
        }
    }
    return false;
}
struct Said {
    std::string word;
    bool first = true;   // of its sentence
};
std::vector<Said> words_in(std::string_view text) {
    std::vector<Said> out(1);
    bool first = true;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80) {
            if (out.back().word.empty()) out.back().first = std::exchange(first, false);
            out.back().word += c;
            continue;
        }
        first = first || c == '.' || c == '!' || c == '?' || c == ':' || c == '\n';
        if (!out.back().word.empty()) out.emplace_back();
    }
    if (out.back().word.empty()) out.pop_back();
    return out;
}
bool capital(const std::string& word) { return base::lower(word) != word; }
// What she is called: of “Mamma till två” one word; of a name of one word that word, however it is written.
std::vector<std::string> parts_of(std::string_view name) {
    const auto words = words_in(name);
    std::vector<std::string> out;
    for (const auto& said : words)
        if ((words.size() == 1 || capital(said.word)) && base::length(said.word) >= least_name) out.push_back(base::lower(said.word));
    return out;
}
// A name in the text has a capital somewhere or begins its sentence: “i dag” is nobody called Dag.
bool holds_name(std::string_view text, const std::vector<std::string>& names) {
    const auto words = words_in(text);
    const auto is = [](const Said& said, const std::string& part) {
        const auto word = base::lower(said.word);
        return (said.first || capital(said.word)) && (word == part || word == part + "s");
    };
    for (const auto& name : names)
        for (const auto& part : parts_of(name))
            if (std::any_of(words.begin(), words.end(), [&](const Said& said) { return is(said, part); })) return true;
    return false;
}
bool is_text(std::string_view text) {
    return base::valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'; });
}
// An address on the net may hold figures; a person's may not.
std::string without_links(std::string_view text) {
    std::string out;
    for (const auto line : base::split(text, '\n')) {
        for (const auto word : base::split(line, ' '))
            if (!word.starts_with("https://")) out += std::string(word) + " ";
        out += "\n";
    }
    return out;
}
}

const char* words(Nameless why) {
    switch (why) {
        case Nameless::too_long: return i18n::key("Skriv kortare.");
        case Nameless::not_text: return i18n::key("Skriv med vanliga bokstäver och siffror.");
        case Nameless::number: return i18n::key("Det ser ut som ett telefonnummer eller ett personnummer. Här sparas inget om personer: ta bort numret.");
        case Nameless::mail: return i18n::key("Det ser ut som en e-postadress. Här sparas inget om personer: ta bort adressen.");
        case Nameless::name: return i18n::key("Här står ett namn på någon som är med. Skriv om gruppen, inte om en person.");
    }
    throw base::Bug("a reason without words");
}
std::optional<Nameless> nameless(std::string_view text, std::size_t longest, const std::vector<std::string>& names) {
    if (!is_text(text)) return Nameless::not_text;
    if (base::length(text) > longest) return Nameless::too_long;
    const auto plain = without_links(text);
    if (plain.find('@') != plain.npos) return Nameless::mail;
    if (a_number(plain)) return Nameless::number;
    return holds_name(plain, names) ? std::optional(Nameless::name) : std::nullopt;
}
}
