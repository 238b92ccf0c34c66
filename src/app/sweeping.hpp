#pragma once
#include "base/instant.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/vault/vault.hpp"
namespace app {
// Removes each hour what is past its time: forms that have been sent, ended sessions, drafts, links, attempts and tries, and what those sign in
// with who no longer work here. How long sessions and drafts are kept is the municipality's setting (retention.toml). Nothing of the access
// log: that is destroyed by hand, on a decision. With a vault also carers' drafts that nobody can come back to, and their keys.
// What speaks of the log goes when it is five years old: reviews, what heads were told, break-glass and its reasons, holds that are over.
jobs::Job sweep_job(db::Database&, const base::Clock&, const vault::Vault* = nullptr);
}
