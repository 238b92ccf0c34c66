#pragma once
#include "app/commands.hpp"
#include "base/instant.hpp"
#include "platform/backup/restore.hpp"
#include <vector>
namespace app {

struct BackupOptions {
    Where where;
    KeyOptions keys;
    std::filesystem::path to;       // folder for the two files
    std::filesystem::path verify;   // not empty: only looks at this file
    int keep_days = 0;              // data files older than this are removed afterwards; 0: none
};
int make_backup(const BackupOptions&);

struct RestoreOptions {
    std::filesystem::path from;                   // a folder of backups (its newest data), or one data file
    std::vector<std::filesystem::path> key_files; // empty: lotsen-keys.backup beside the data
    KeyOptions keys;
    Where to;
};
int restore_backup(const RestoreOptions&);

// Before migrations change a database that holds something: a backup of it, in `folder` or else in DATA/backup-before-upgrade. Does
// nothing when no migration is missing. Without a key it cannot be sealed, and that is said. Throws Refusal and backup::Unusable.
void back_up_before_upgrade(const Where&, const KeyOptions&, const std::filesystem::path& folder, const base::Clock&);
// What restoring must know of the features' tables; a test compares it with db/columns.csv.
const backup::Rules& restore_rules();
}
