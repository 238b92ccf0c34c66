#pragma once
#include "platform/i18n/language.hpp"
#include "platform/pack/value.hpp"
#include <initializer_list>
#include <string>
#include <string_view>
namespace pack {

// Twelve hexadecimal digits that change when any of the texts changes; a translation carries the stamp of what it translates.
std::string stamp(std::initializer_list<std::string_view> texts);
std::string stamp(const std::vector<std::string>& texts);

// What is known of one translation: whether the Swedish text has changed since, and who has reviewed it.
struct Translation {
    bool exists = false, stale = false;
    std::string reviewed;
};
// Reads the `translates` and `reviewed` lines of a translation and reports it when it is stale.
Translation read_translation(Fields&, std::string_view stamp_of_original);

// "offers/x.en.md" → {"offers/x.md", en}; "offers/x.md" → {"offers/x.md", sv}.
struct FileName {
    std::string original;
    i18n::Language language;
};
FileName file_name(std::string_view path);
// "offers/avlosning.md" in folder "offers" → "avlosning"; a nested name keeps its slash.
std::string record_name(std::string_view original, std::string_view folder);
}
