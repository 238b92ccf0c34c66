#pragma once
#include "app/commands.hpp"
#include "platform/vault/vault.hpp"
namespace app {
// The vault of a database with the master key that the person at the terminal named; null when none was named. From then on the program
// writes no core dump. Throws Refusal with what is wrong and what to do.
std::shared_ptr<vault::Vault> open_vault(const Where&, const KeyOptions&, db::Database&, base::Instant now);
// The folders where the key file may not lie.
std::vector<std::filesystem::path> never_in(const Where&);
}
