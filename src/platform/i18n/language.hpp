#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
namespace i18n {

// The languages the program speaks. Swedish is the source; easy Swedish is a language of its own (features A9, O3).
enum class Language { sv, latt, en };
inline constexpr std::array languages{Language::sv, Language::latt, Language::en};

// The word in addresses and file names: "", "latt", "en" as prefix; "sv", "latt", "en" as name.
std::string_view name(Language);
std::optional<Language> named(std::string_view);
// What stands in lang="…": BCP 47 has no easy Swedish of its own, so latt is Swedish.
std::string_view tag(Language);
// What the language calls itself.
std::string_view own_name(Language);

// Marks a Swedish sentence that is kept in a table or a variable before it is said: tests/architecture/text_keys_test.py finds it here.
constexpr const char* key(const char* swedish) { return swedish; }

// The site's own words in one language. The key is the Swedish sentence; a sentence without translation stays Swedish.
class Words {
    Language language_;

public:
    explicit Words(Language language) : language_(language) {}
    Language language() const { return language_; }
    std::string_view operator()(const char* swedish) const;
    // The same, with {name} replaced: t("Visar {n} av {total}", {{"n", "3"}, {"total", "9"}}).
    std::string operator()(const char* swedish, std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;
};

// A text of the pack in several languages: the asked one, else Swedish, and which one it is.
struct Said {
    std::string_view text;
    Language language;
};
struct Text {
    std::string sv, latt, en;
    Said in(Language) const;
    bool has(Language) const;
};

// "22 november 2026" / "22 November 2026" from "2026-11-22"; other text is given back as it is.
std::string day(Language, std::string_view iso);
}
