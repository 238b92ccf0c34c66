#pragma once
#include "features/activities/session.hpp"
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
// All SQL on activities and their sessions. Who comes: store_entries.hpp, and what is kept of them: store_kept.hpp.
namespace activities::store {
using rights::AreaScope;

// False when another one has the slug.
[[nodiscard]] bool insert(db::Transaction&, const AreaScope&, const Activity&);
// Nothing when there is none in the scope: unknown, another area's and never-was are one answer.
std::optional<Activity> find(db::Reader&, const AreaScope&, const ActivityId&);
// For the public pages: hold nobody.
std::optional<Activity> by_slug(db::Reader&, std::string_view slug);
std::vector<Activity> in_state(db::Reader&, State);   // of all areas
std::vector<Activity> called_off_from(db::Reader&, base::Instant);   // with occasions that were cancelled by it and would end later; of all areas
std::vector<Session> sessions_from(db::Reader&, const Activity&, base::Instant);
// The root row, held until the transaction ends (PostgreSQL: the row is locked; SQLite has one writer). First thing in each use case that
// touches seats or the line; two of them in ascending order of id.
std::optional<Activity> locked(db::Transaction&, const AreaScope&, const ActivityId&);
// The same for somebody who comes now: the answer's arrivals - 1 is her position, last_arrived_at her time. It is never before the one of
// who came before her, whatever the clocks of two programs say.
std::optional<Activity> locked_for_arrival(db::Transaction&, const AreaScope&, const ActivityId&, base::Instant now);
// All but id, area, made, arrivals. The caller sees to it that nobody else has the slug.
void replace(db::Transaction&, const AreaScope&, const Activity&);

void insert(db::Transaction&, const AreaScope&, const Session&);
std::optional<Session> find_session(db::Reader&, const AreaScope&, const SessionId&);
// In the order they begin, cancelled ones too.
std::vector<Session> sessions(db::Reader&, const AreaScope&, const ActivityId&);
void replace(db::Transaction&, const AreaScope&, const Session&);
// The next occasion that takes place after that moment.
std::optional<base::Instant> next_begins(db::Reader&, const AreaScope&, const ActivityId&, base::Instant after);
}
