#pragma once
#include "app/commands.hpp"
#include "platform/jobs/jobs.hpp"
namespace app {
// Looks through the whole access log for tampering and says what it found. 1 when something is wrong. `head`: the exported head, or empty.
int audit_verify(const Where&, const KeyOptions&, const std::filesystem::path& head);
// Removes from the access log what is older than the settings say (retention.toml, never under five years). 1 when the log is not sound.
int audit_gallra(const Where&, const KeyOptions&);
// Writes the head of the access log to a file outside the server each hour (security T25).
jobs::Job audit_head_job(db::Database&, std::filesystem::path head);
}
