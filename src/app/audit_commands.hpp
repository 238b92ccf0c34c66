#pragma once
#include "app/commands.hpp"
#include "platform/jobs/jobs.hpp"
namespace app {
// Looks through the whole access log for tampering and says what it found. 1 when something is wrong. `head`: the exported head, or empty.
int audit_verify(const Where&, const KeyOptions&, const std::filesystem::path& head);
// Writes the head of the access log to a file outside the server each hour (security T25).
jobs::Job audit_head_job(db::Database&, std::filesystem::path head);
}
