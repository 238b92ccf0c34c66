#include "features/activities/show/store_agenda.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"

namespace activities::store {
namespace {
// Four small counts that change whenever something that is shown does. The casts: PostgreSQL sums BIGINT into NUMERIC.
constexpr db::Sql of_activities{"activities.agenda_activities", "SELECT count(*), CAST(coalesce(sum(changed), 0) AS BIGINT), CAST(coalesce(sum(arrivals), 0) AS BIGINT), coalesce(max(changed_at), 0) FROM activities_activity WHERE state <> 'closed'"};
constexpr db::Sql of_sessions{"activities.agenda_sessions", "SELECT count(*), CAST(coalesce(sum(changed), 0) AS BIGINT), coalesce(max(changed_at), 0) FROM activities_session WHERE begins_at > ?1"};
constexpr db::Sql of_seats{"activities.agenda_seats", "SELECT count(*) FROM activities_seat WHERE entry IS NULL"};
constexpr db::Sql of_interest{"activities.agenda_interest", "SELECT count(*) FROM activities_entry WHERE state = 'interested'"};
constexpr std::int64_t minute_ms = 60'000, day_ms = 24 * 60 * minute_ms;

std::string numbers(const db::Row& row, int columns) {
    std::string out;
    for (int i = 0; i < columns; ++i) out += base::to_text(row.integer(i)) + ".";
    return out;
}
}

std::string mark_of_agenda(db::Reader& reader, base::Instant now) {
    auto out = base::to_text(now.ms / minute_ms) + ".";
    out += reader.one(of_activities, {}, [](const db::Row& row) { return numbers(row, 4); });
    out += reader.one(of_sessions, {now.ms - day_ms}, [](const db::Row& row) { return numbers(row, 3); });
    out += reader.one(of_seats, {}, [](const db::Row& row) { return numbers(row, 1); });
    return out + reader.one(of_interest, {}, [](const db::Row& row) { return numbers(row, 1); });
}
}
