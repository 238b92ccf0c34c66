#pragma once
#include "base/instant.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/vault/vault.hpp"
namespace app {
// Each minute what is due of activities: offers that have ended go to the next, what has too few is called off the day after the last day to
// sign up, tomorrow's occasions are reminded of, and what was needed at one that is over goes.
jobs::Job activities_job(db::Database&, const vault::Vault&, const base::Clock&);
}
