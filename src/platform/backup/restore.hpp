#pragma once
#include "platform/backup/backup.hpp"
#include "platform/backup/schema.hpp"
namespace backup {

struct From {
    std::filesystem::path data;
    std::vector<std::filesystem::path> keys; // the newest of them is used
};
struct To {
    std::filesystem::path folder; // SQLite: gets lotsen.db, and must not have one
    std::string database;         // postgresql://…, empty of tables; "": SQLite in `folder`
};

// Rows of `table` are sealed under the key of `kind` whose id stands in `column`: without that key they are erased again. No row that
// stays may refer to them.
struct SealedRows {
    std::string_view kind, table, column;
};
// What app knows of the features' tables: tables whose rows go before those they refer to.
struct Rules {
    std::vector<SealedRows> sealed;
    std::vector<std::string_view> emptied; // not to live on: sessions, leases
    std::vector<db::Sql> then = {};        // statements that put right what must not be done again
};
struct Restored {
    Header data, keys;
    std::int64_t rows = 0, erased_rows = 0, erased_keys = 0, migrations = 0;
};

// Joins `data` with the newest of `keys`, in an empty database: reads both files whole before anything is made, loads the data into the
// schema it was made from, brings that up to date, and erases again whatever has been erased since. All of it or nothing: PostgreSQL gets
// one transaction, SQLite a file that is put in place at the end. Throws Unusable and db::CannotOpen.
Restored restore(const From&, std::span<const crypto::MasterKey>, const To&, const Rules&, base::Instant now, const Told& = {}, const std::vector<db::Migration>& = db::migrations());
}
