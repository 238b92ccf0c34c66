#pragma once
#include "platform/calendar/date.hpp"
#include "platform/db/database.hpp"
#include "platform/pack/value.hpp"
#include <optional>
#include <span>
// How long what is stored is kept (gallring). The law gives some of it, the program's own need some, the board the rest.
namespace retention {

inline constexpr std::string_view record_path = "retention.toml";

struct Retention {
    int draft_days = 7, session_hours = 24, log_years = 5, backup_days = 35, group_message_days = 90, group_note_years = 2;
    // The board's: nothing until it has decided.
    std::optional<int> anonymous_question_days = {}, view_days = {}, service_contact_years = {};
    std::string decision = {};     // its number: "SN 2026/14 § 5"; empty until there is one
    // Whether those born on the 5th, 15th and 25th are kept for research (SoF 13:1): all municipalities but those that keep everybody.
    bool keep_research_days = true;
};
Retention parse(std::string_view source, const std::string& file, pack::Problems&);
// The same day so many years later, or before; 29 February becomes 1 March, so that nothing goes a day too early.
calendar::Date plus_years(calendar::Date, int years);
// As the settings say it now; without the record, the figures of the house.
Retention stored(db::Reader&);

// One time of the record: what it is about, between which figures, and why. words, unit and why are sentences to translate.
struct Rule {
    std::string_view key;
    const char* words;
    const char* unit;
    const char* why;
    int low, high;
    std::optional<int> otherwise;   // without a figure; nothing: the board decides, and nobody else
};
std::span<const Rule> rules();
// How many of the board's are undecided, its decision's number counted.
int undecided(const Retention&);
}
#include "features/retention/due.hpp"
