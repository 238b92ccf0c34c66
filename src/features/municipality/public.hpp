#pragma once
#include "platform/i18n/language.hpp"
#include "platform/pack/value.hpp"
#include "platform/theme/theme.hpp"
#include <string>
#include <vector>
namespace municipality {

// A detail that may be missing: empty when the pack says SAKNAS or says nothing.
using Detail = std::string;

// One way to reach somebody. Phone as people write it.
struct Contact {
    std::string key;
    i18n::Text title;
    Detail who, phone, hours, email, visit;
    Detail letter = {};      // where a letter goes: lines of an address
};

// What the municipality says of itself. `own_address` (https://…, no slash at the end) is missing until it is filled in.
struct Municipality {
    std::string name, place, board;
    i18n::Text site_name;
    theme::Colour colour;
    std::string address, exit_to;
    Detail own_address, reply_working_days;
    i18n::Text read_hours;                  // when somebody reads what comes in; its Swedish is empty while it is missing
    std::vector<i18n::Language> languages;
    std::vector<Contact> contacts;
    std::vector<std::string> help_lines;    // names of offers: shown with their numbers when somebody may be in danger or despair

    const Contact* contact(std::string_view key) const;
};

Municipality parse(std::string_view source, const std::string& file, pack::Problems&);
}
