#pragma once
#include "platform/backup/trouble.hpp"
#include "platform/backup/rows.hpp"
#include "platform/db/migrations.hpp"
#include <functional>
// A copy of the database in two files (design 6, security T27, ADR 0033): `data` holds every table but vault_key, `keys` holds the keys
// that open what is sealed in it. `keys` replaces the former one, so a key that was erased is gone from every older backup.
namespace backup {

// counting … keys_in_place: where a backup is; a test ends the program there.
enum class Stage { counting, writing, checking, before_keys_in_place, keys_in_place, done, loading, erasing, before_in_place };
using Told = std::function<void(Stage, std::int64_t rows, std::int64_t of)>;

struct Written {
    std::filesystem::path data, keys;
    std::int64_t rows = 0, bytes = 0;
};
struct Wanted {
    std::string database;         // as for db::Database::open; opened anew, since copying lasts longer than a read may
    std::filesystem::path folder; // made when absent (0700)
    std::string program;          // version, for the header
    std::vector<db::Migration> migrations = db::migrations();
};
inline constexpr std::string_view keys_name = "lotsen-keys.backup";

// Copies one consistent view while others read and write, reads both files back, and only then puts them in place: the keys first, so
// that no data lies there without keys that are at least as new. Whatever goes wrong, the former files stay. Throws Unusable.
Written write(const Wanted&, const crypto::MasterKey&, const base::Clock&, const Told& = {});

// The newest data file of a folder (or the file itself), or nothing.
std::optional<std::filesystem::path> newest_data(const std::filesystem::path& folder);
std::vector<std::filesystem::path> data_files(const std::filesystem::path& folder);

struct Checked {
    Header header;
    Contents contents;
};
// Reads a whole file: every block is unchanged, nothing is missing at the end, and the rows are as many as it says. Throws Unusable.
Checked verify(const std::filesystem::path&, std::span<const crypto::MasterKey>, const Told& = {});
Checked verify(SealedReader&, const Told& = {});
}
