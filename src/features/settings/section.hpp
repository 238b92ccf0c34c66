#pragma once
#include "platform/page/page.hpp"
#include <optional>
#include <string>
#include <vector>
// What can be set, as data: which records, tables and keys, in the order of the pages.
namespace settings {

// What may be written in a field.
enum class Kind { words, paragraph, number, web_address, secure_address, phone, email, lines, yes, languages, help_lines, audience };
// Without a value: must: there has to be one. missing: SAKNAS is written, and the site says openly that it is not filled in. empty: nothing.
enum class Without { must, missing, empty };

// One value. label and hint are sentences to translate.
struct Setting {
    std::string key;
    const char* label;
    const char* hint = nullptr;
    Kind kind = Kind::words;
    Without without = Without::must;
    int longest = 80;
    int low = 0, high = 0;           // of a number
    std::string otherwise = {};      // what holds when the key is not in the file
    const char* unit = nullptr;      // of a number: what it counts, a word to translate
};
// What is changed on one page.
struct Section {
    std::string slug;                // in the address: "kommunen", "kontakter/lss"
    std::string file, table;
    const char* title;               // a sentence to translate; of a contact its own title stands in `name`
    const char* about;
    std::vector<Setting> settings;
    std::string name = {};
    bool sensitive = false;          // asks again who one is
};

inline constexpr std::string_view municipality_file = "municipality.toml", logo_file = "logo.svg", sign_in_file = "sign_in.toml", checklist_file = "checklist.toml";
// Every record that is a setting, in the order of export.
const std::vector<std::string>& setting_files();

const Section& municipality_section();
const Section& promise_section();
const Section& languages_section();
const Section& help_lines_section();
const Section& sign_in_section();
const Section& retention_section();
Section contact_section(const std::string& key, const std::string& title);
// By the one word of its address; contacts have two and are not among them.
const Section* section(std::string_view slug);
}
