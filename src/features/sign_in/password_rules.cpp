#include "features/sign_in/password_rules.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"
#include <span>
#include <unordered_set>

namespace embedded {
std::span<const base::EmbeddedFile> common_words();
}

namespace sign_in {
namespace {
constexpr std::size_t longest_word = 20;

const std::unordered_set<std::string_view>& common() {
    static const auto words = [] {
        std::unordered_set<std::string_view> out;
        for (const auto& file : embedded::common_words())
            for (const auto line : base::split(file.bytes, '\n'))
                if (const auto word = base::trimmed(line); !word.empty() && word[0] != '#') out.insert(word);
        return out;
    }();
    return words;
}

// As people who try passwords read it: small letters, and signs that stand for letters put back (P@ssw0rd is password).
std::string unmasked(std::string_view password) {
    static constexpr std::string_view signs = "013457@$!", letters = "oieastasi";
    auto out = base::lower(password);
    for (auto& c : out)
        if (const auto at = signs.find(c); at != signs.npos) c = letters[at];
    return out;
}
std::string only_letters(std::string_view text) {
    std::string out;
    for (const char c : text)
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) out += c;
    return out;
}

// The fewest common words the text is made of, whole; nothing when something else is in it.
std::optional<std::size_t> words_in(std::string_view text, const std::vector<std::string>& own) {
    constexpr auto none = static_cast<std::size_t>(-1);
    const auto known = [&](std::string_view part) { return common().contains(part) || std::find(own.begin(), own.end(), part) != own.end(); };
    std::vector<std::size_t> fewest(text.size() + 1, none);
    fewest[0] = 0;
    for (std::size_t end = 1; end <= text.size(); ++end)
        for (std::size_t size = 1; size <= std::min(end, longest_word); ++size)
            if (fewest[end - size] != none && known(text.substr(end - size, size))) fewest[end] = std::min(fewest[end], fewest[end - size] + 1);
    return fewest.back() == none ? std::nullopt : std::optional(fewest.back());
}

// "aaaaaaaaaaaa", "abababababab", "123456123456": something short said again and again.
bool repeated(std::string_view text) {
    for (std::size_t period = 1; period <= 6 && period * 2 <= text.size(); ++period) {
        std::size_t i = period;
        while (i < text.size() && text[i] == text[i - period]) ++i;
        if (i == text.size()) return true;
    }
    return false;
}
// "123456789012", "abcdefghijkl", "zyxwvutsrqpo".
bool counts_up_or_down(std::string_view text) {
    for (const int step : {1, -1}) {
        std::size_t run = 1;
        while (run < text.size() && (text[run] - text[run - 1] == step || (text[run - 1] == '9' && text[run] == '0') || (text[run - 1] == '0' && text[run] == '9'))) ++run;
        if (run == text.size()) return true;
    }
    return false;
}
// Two common words, whatever digits and signs stand round or between them, are what is tried first; three are a passphrase.
bool common_made(std::string_view password, const std::vector<std::string>& own) {
    const auto lower = base::lower(password);
    for (const auto& letters : {only_letters(lower), only_letters(unmasked(lower)), only_letters(unmasked(lower.substr(0, lower.find_last_not_of("0123456789!?.,-_*#") + 1)))}) {
        const auto found = words_in(letters, own);
        if (found && *found <= 2) return true;
    }
    return repeated(lower) || counts_up_or_down(lower);
}
}

const char* words(PasswordFault fault) {
    switch (fault) {
        case PasswordFault::too_short: return i18n::key("Lösenordet är för kort. Välj minst 12 tecken. Fyra ord som inte hör ihop är lätta att minnas.");
        case PasswordFault::too_long: return i18n::key("Lösenordet är för långt. Välj högst 1 000 tecken.");
        case PasswordFault::too_common: return i18n::key("Det lösenordet är lätt att gissa. Välj till exempel fyra ord som inte hör ihop.");
        case PasswordFault::names_you: return i18n::key("Lösenordet innehåller ditt inloggningsnamn. Välj ett annat.");
    }
    return "";
}

std::optional<PasswordFault> fault_of(std::string_view password, const std::vector<std::string_view>& own_words) {
    if (password.size() > longest_password) return PasswordFault::too_long;
    if (base::length(password) < shortest_password) return PasswordFault::too_short;
    const auto lower = base::lower(password);
    if (!own_words.empty() && base::length(own_words[0]) >= 3 && lower.find(base::lower(own_words[0])) != lower.npos) return PasswordFault::names_you;
    std::vector<std::string> own;
    for (const auto word : own_words)
        for (const auto part : base::split(word, ' ')) own.push_back(base::lower(part));
    if (common_made(password, own)) return PasswordFault::too_common;
    return std::nullopt;
}
}
