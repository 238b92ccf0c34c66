#pragma once
#include "base/instant.hpp"
#include "platform/jobs/jobs.hpp"
namespace app {
// Follows a confirmed destruction to its end (features/privacy): what the database's own files remember of erased rows goes, and the report
// says that it is done once a backup was made afterwards. `where`: the database's address.
jobs::Job settle_job(db::Database&, const base::Clock&, const std::string& where);
// Writes the log of SQLite back and empties it; VACUUM on PostgreSQL. Throws db::Unavailable when
// somebody reads in it; then it is tried again.
void empty_files(const std::string& where);
}
