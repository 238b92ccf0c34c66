#pragma once
#include "app/commands.hpp"
#include "platform/vault/vault.hpp"
namespace app {
// Reads the organisation's CSV file and does what it says; with dry_run only says what it would. Anything wrong: nothing is stored.
int import_staff(const Where&, const KeyOptions&, const std::filesystem::path& file, bool dry_run);
// Writes it. The file holds names: it is made so that only this account may read it.
int export_staff(const Where&, const KeyOptions&, const std::filesystem::path& file);
// The invented organisation of `lotsen demo` and the work it has done, unless there is one already.
void fill_organisation(db::Database&, const vault::Vault&, base::Instant now);
}
