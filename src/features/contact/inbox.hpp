#pragma once
#include "features/contact/absence.hpp"
#include "features/contact/promise.hpp"
#include "features/contact/store_desk.hpp"
#include "features/staff/public.hpp"
// What waits for whom, and what the unit's days look like. Pure but for what is handed in.
namespace contact {

// late: promised and not kept. soon: under four working hours left of the promise.
enum class Urgency { none, in_time, soon, late };
inline constexpr std::int64_t soon_minutes = 4 * 60;
// `soon_limit`: after_open(calendar of the unit, now, soon_minutes); nothing when the unit does not open.
Urgency urgency(const store::Listed&, base::Instant now, std::optional<base::Instant> soon_limit);

// Which of them the list shows; its word stands in the address.
enum class Which { open, waiting, mine, routes, closed };
inline constexpr std::array whiches{Which::open, Which::waiting, Which::mine, Which::routes, Which::closed};
std::string_view slug(Which);        // "vantar"; "" for open
const char* words(Which);
Which which_from(std::string_view slug);
// Mine: what I have taken, and what somebody has whose deputy I am today.
bool shown_in(Which, const store::Listed&, const AccountId& me, const std::vector<Absence>& today);
// By promise, what waits first.
void order(std::vector<store::Listed>&);

const Absence* absence_of(const std::vector<Absence>&, const AccountId&, calendar::Date day);

// What the reader of an inbox should know of the coming days of a unit of hers.
struct Ahead {
    staff::Unit unit;
    std::vector<std::pair<calendar::Date, std::string>> closed;   // weekdays that are closed within a week, and why
    std::vector<std::pair<rights::Role, int>> vacant;             // how many are missing
    bool nobody_today = false;                                    // open today, and everybody is away, or there is nobody
};
std::vector<Ahead> ahead(db::Reader&, const rights::Actor&, base::Instant now);
inline constexpr int days_ahead = 7;

// By when what a unit enters or receives itself is answered: as what comes in from the site. Nothing while the days are not filled in.
std::optional<base::Instant> promised(db::Reader&, const UnitId&, const municipality::Municipality&, base::Instant now);
}
