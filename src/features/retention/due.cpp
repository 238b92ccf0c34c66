#include "features/retention/due.hpp"
#include "base/result.hpp"
#include "platform/i18n/language.hpp"

namespace retention {
namespace {
constexpr int law_years = 5, grown_up = 30;   // SoL 16:1, 16:2 a

bool is_research_day(calendar::Date born) { return born.day == 5 || born.day == 15 || born.day == 25; }   // SoF 13:1

// The day a child turns thirty; of a year that somebody has said, the first day after it.
std::optional<calendar::Date> thirtieth(const RecordFacts& r) {
    if (r.born) return plus_years(*r.born, grown_up);
    if (r.told && r.told->thirty_in) return calendar::Date{*r.told->thirty_in + 1, 1, 1};
    return std::nullopt;
}
Answer of_documented(const RecordFacts& r, const Retention& times) {
    if (times.keep_research_days && !r.born && !r.told) return Kept::birth_unknown;
    if (times.keep_research_days && (r.born ? is_research_day(*r.born) : r.told->research_day)) return Kept::research_day;
    Due out{plus_years(r.ended, law_years), std::nullopt, By::five_years};
    if (r.child_protection) {
        const auto thirty = thirtieth(r);
        if (!thirty) return Kept::birth_unknown;
        if (*thirty > out.day) out = {*thirty, std::nullopt, By::thirty_years};
    }
    out.done_by = calendar::Date{out.day.year + 1, 12, 31};
    return out;
}
Answer by_law_and_board(const RecordFacts& r, const Retention& times) {
    if (r.which == Class::documented || r.child_protection) return of_documented(r, times);
    if (r.which == Class::anonymous) {
        if (!times.anonymous_question_days) return Kept::undecided;
        return Due{calendar::plus_days(r.ended, *times.anonymous_question_days), std::nullopt, By::board_days};
    }
    if (r.which == Class::view) {
        if (!times.view_days) return Kept::undecided;
        return Due{calendar::plus_days(r.ended, *times.view_days), std::nullopt, By::view_days};
    }
    if (!times.service_contact_years) return Kept::undecided;
    return Due{plus_years(r.ended, *times.service_contact_years), std::nullopt, By::board_years};
}
}

std::string_view key(By by) {
    switch (by) {
        case By::board_days: return "board_days";
        case By::view_days: return "view_days";
        case By::board_years: return "board_years";
        case By::five_years: return "five_years";
        case By::thirty_years: return "thirty_years";
    }
    throw base::Bug("a rule without a name");
}
const char* words(By by) {
    switch (by) {
        case By::board_days: return i18n::key("Nämndens beslut om anonyma frågor");
        case By::view_days: return i18n::key("Nämndens beslut om synpunkter på riktlinjen");
        case By::board_years: return i18n::key("Nämndens beslut om kontakter med namn");
        case By::five_years: return i18n::key("Fem år efter den sista anteckningen (SoL 16:1)");
        case By::thirty_years: return i18n::key("När barnet har fyllt trettio år (SoL 16:2 a)");
    }
    throw base::Bug("a rule without words");
}
std::optional<By> by_from(std::string_view text) {
    for (const auto by : all_by)
        if (key(by) == text) return by;
    return std::nullopt;
}
const char* words(Kept kept) {
    switch (kept) {
        case Kept::undecided: return i18n::key("Nämnden har inte beslutat hur länge det sparas.");
        case Kept::research_day: return i18n::key("Född den 5, 15 eller 25: sparas för forskning (SoF 13:1).");
        case Kept::birth_unknown: return i18n::key("Saknar födelsedag: registratorn behöver bestämma.");
        case Kept::busy: return i18n::key("Något är inte klart: en bedömning, en rutin eller en överlämning.");
    }
    throw base::Bug("a reason without words");
}

calendar::Date plus_years(calendar::Date date, int years) {
    const calendar::Date same{date.year + years, date.month, date.day};
    return calendar::exists(same) ? same : calendar::Date{same.year, 3, 1};
}

Answer due(const RecordFacts& r, const Retention& times) {
    if (r.busy) return Kept::busy;
    auto answer = by_law_and_board(r, times);
    // A hold moves the day; the year after counts from when the duty to destroy begins.
    if (auto* found = std::get_if<Due>(&answer); found && r.held_until && *r.held_until >= found->day) {
        found->day = calendar::plus_days(*r.held_until, 1);
        if (found->done_by) found->done_by = calendar::Date{found->day.year + 1, 12, 31};
    }
    return answer;
}
}
