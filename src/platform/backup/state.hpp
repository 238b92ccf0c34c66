#pragma once
#include "base/instant.hpp"
#include "platform/backup/schema.hpp"
// What the database itself knows of its backups (table backup_state): whose they are, how many, and when the last one was done.
namespace backup::state {

struct Begun {
    std::string installation; // "" and number 0: the schema is older than the table
    std::int64_t number = 0;
};
// Takes the next number, before the view that is copied begins.
Begun begin(db::Database&, std::string_view fresh_installation);
void done(db::Database&, std::int64_t number, base::Instant);
std::optional<base::Instant> last(db::Reader&);
// Seconds since then; infinite when there has been none.
double age(db::Database&, base::Instant now);
// After a restore, so that the next backup is newer than every file there is.
void go_on_from(db::Connection&, const Begun&);
}
