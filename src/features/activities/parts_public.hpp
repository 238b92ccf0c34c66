#pragma once
#include "features/activities/pages_public.hpp"
#include "platform/calendar/words.hpp"
// What several of the public pages say in the same words.
namespace activities {

// What somebody can do who wants to come.
enum class WayIn { seat, line, interest, time, come_as_you_are, closed };
WayIn way_in(const Listed&, base::Instant now);

std::string_view words(const Visit&, Kind);
std::string_view words(const Visit&, ForWhom);
std::string_view words(const Visit&, Way);
// "Några få platser kvar": never a number, which would be wrong before it is read.
std::string seats_words(const Visit&, const Listed&, base::Instant now);
// "Du är nummer 3 i kön." Whoever stands further back than it is counted is told so.
std::string number_in_line(const Visit&, std::int64_t before);
// "tisdag 1 december kl. 18.00–20.00"
std::string when_words(const Visit&, const Session&);
std::string when_words(const Visit&, calendar::Date, calendar::TimeOfDay begins, calendar::TimeOfDay ends, calendar::SayYear = calendar::SayYear::no);
// Where, or that it is on the net; the link of a meeting is never here.
std::string where_words(const Visit&, const Session&);
// "tisdag 1 december kl. 18.00–20.00, på nätet"
std::string when_and_where(const Visit&, const Session&);
// Of an individual time that is in no room: who calls whom, whereto, and where the link is.
void how_it_comes_about(Html&, const Visit&, const Session&, Agreed, std::string_view phone);
// One's own individual time for a calendar: a file of a neutral name, made anew each time it is asked for.
Response own_time_file(const Visit&, const Shown&, const Activity&, const Session&);
// Who answers for the support that it is; otherwise the first who can be called. Empty: nobody has filled it in.
std::string phone_of(const Shown&, const Activity&);
// The title, which is in Swedish whatever the page's language.
void title(Html&, const Visit&, std::string_view tag, const Activity&);
Url address(const Visit&, const Activity&);
// The page's address in full; nothing when the municipality has not said what its own is.
std::string own_address(const Visit&, const Shown&, std::string_view path);
// A list of them as cards.
void cards(Html&, const Visit&, const std::vector<const Listed*>&, std::string_view heading, base::Instant now);
// "2026-12-01T18:00:00+01:00" and "2026-12-01T17:00:00Z"
std::string iso_local(base::Instant);
std::string iso_utc(base::Instant);

// "Sida 21", which is no other page's (security T2).
enum class Leaf { begin = 21, who, reach, needs, check, done, code, place, leaving, refused, shared_code, shared, link, answers, answering, answered, background };
// After a sign-up: whether she wants to answer three questions that are nobody's (feature O2).
void ask_background(Html&, const Visit&, std::string_view ticket);
Response own_frame(const Visit&, Leaf, std::string_view title, std::string_view path, const std::function<void(Html&)>& main, int status = 200);
}
