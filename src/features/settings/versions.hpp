#pragma once
#include "features/settings/section.hpp"
#include "platform/page/page.hpp"
namespace settings {

// A value that is not the same in two versions of a record. Empty: not there, or SAKNAS.
struct Difference {
    std::string table, key, before, after;
    bool operator==(const Difference&) const = default;
};
std::vector<Difference> differences(const std::string& file, std::string_view before, std::string_view after);
// "Kommunens namn", "Anhörigstödet: Telefon"; what has no field of its own is called as in the file.
std::string words(const page::Visit&, const std::string& file, const Difference&);
// "Kommunens uppgifter": what a record is called.
const char* file_words(std::string_view file);
// "municipality" in addresses; nothing when it is no setting.
std::string short_name(std::string_view file);
std::optional<std::string> file_named(std::string_view short_name);
}
