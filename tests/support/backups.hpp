#pragma once
#include "platform/backup/restore.hpp"
#include "platform/backup/schema.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/vault/vault.hpp"
#include "support/test_database.hpp"
#include <fstream>
// An invented installation with persons whose rows are sealed, to be copied and brought back.
namespace support {

class CountingClock final : public base::Clock {
    mutable std::int64_t at_ = 1795305600000;   // 2026-11-22 00:00 UTC

public:
    base::Instant now() const override { return {at_ += 1000}; }
};

// The program's own schema, and two tables as features have them: sealed rows, one of them referring to others and to itself.
inline std::vector<db::Migration> with_persons() {
    auto out = db::migrations();
    const int next = out.back().number + 1;
    out.push_back({next, "9999_person",
                   "CREATE TABLE person (area TEXT NOT NULL, id TEXT NOT NULL, name BLOB NOT NULL, PRIMARY KEY (area, id));\n"
                   "CREATE TABLE act (id TEXT NOT NULL PRIMARY KEY, area TEXT NOT NULL, person TEXT, answers TEXT REFERENCES act (id), words TEXT, picture BLOB, size BIGINT,\n"
                   "  FOREIGN KEY (area, person) REFERENCES person (area, id));"});
    return out;
}
inline const backup::Rules rules{.sealed = {{"person", "act", "person"}, {"person", "person", "id"}}, .emptied = {}};

struct Installation {
    db::Kind kind;
    EmptyPlace place;
    std::vector<db::Migration> migrations;
    std::unique_ptr<db::Database> database;
    TemporaryDirectory folder;   // where backups go
    crypto::Secret root = crypto::Secret::random(crypto::Key::size);
    std::vector<crypto::MasterKey> masters;
    CountingClock clock;

    explicit Installation(db::Kind k, std::vector<db::Migration> wanted = with_persons()) : kind(k), place(k), migrations(std::move(wanted)), database(place.open()) {
        db::migrate(*database, {1}, migrations);
        masters.emplace_back(root.read());
    }
    const crypto::MasterKey& master() const { return masters.front(); }
    vault::Vault vault() const { return vault::Vault(crypto::Keyring(crypto::MasterKey(root.read()))); }
    std::filesystem::path backups() const { return folder.path() / "backups"; }
    std::filesystem::path keys() const { return backups() / backup::keys_name; }

    void add_person(const std::string& id, const std::string& name) {
        constexpr db::Sql put{"test.person", "INSERT INTO person (area, id, name) VALUES ('a', ?1, ?2)"};
        database->write([&](db::Transaction& tx) {
            const auto key = vault().create_key(tx, {"person", id}, {1});
            tx.execute(put, {id, db::blob_of(crypto::sealed(key, {"person.name", id}, name))});
        });
    }
    void erase(const std::string& id) {
        constexpr db::Sql acts{"test.erase_acts", "DELETE FROM act WHERE person = ?1"}, person{"test.erase_person", "DELETE FROM person WHERE id = ?1"};
        database->write([&](db::Transaction& tx) {
            vault().erase(tx, {"person", id}, {2});
            tx.execute(acts, {id}), tx.execute(person, {id});
        });
    }
    backup::Wanted wanted() const { return {place.url(), backups(), "0.0.test", migrations}; }
    backup::Written back_up(const backup::Told& told = {}) const { return backup::write(wanted(), master(), clock, told); }
    backup::Restored bring_back(const backup::From& from, const backup::To& to, const backup::Told& told = {}) const {
        return backup::restore(from, masters, to, rules, {5}, told, migrations);
    }
};

// Somewhere empty to restore into.
struct Target {
    EmptyPlace place;
    backup::To to;
    explicit Target(db::Kind kind) : place(kind), to(kind == db::Kind::sqlite ? backup::To{place.directory() / "new", ""} : backup::To{"", place.url()}) {}
    std::string url() const { return to.database.empty() ? (to.folder / "lotsen.db").string() : to.database; }
    std::unique_ptr<db::Database> open() const { return db::Database::open(url()); }
};

// Every row of a table as text, sorted.
inline std::vector<std::string> rows_of(db::Database& database, const std::string& name) {
    return database.read([&](db::Reader& reader) {
        const auto tables = backup::tables_of(reader, database.kind());
        const auto table = std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t.name == name; });
        if (table == tables.end()) throw std::runtime_error("no table " + name);
        std::string columns;
        for (const auto& column : table->columns) columns += (columns.empty() ? "" : ", ") + column.name;
        const auto statement = "test.rows." + name, sql = "SELECT " + columns + " FROM " + name;
        auto out = reader.query({statement, sql}, {}, [&](const db::Row& row) {
            std::string line;
            for (int at = 0; const auto& column : table->columns) {
                if (column.type == db::Type::integer) line += row.optional_integer(at) ? std::to_string(*row.optional_integer(at)) : "NULL";
                if (column.type == db::Type::text) line += row.optional_text(at) ? "'" + std::string(*row.optional_text(at)) + "'" : "NULL";
                if (column.type == db::Type::blob) line += row.optional_blob(at) ? "x" + std::string(db::bytes_of(*row.optional_blob(at))) : "NULL";
                line += "|";
                ++at;
            }
            return line;
        });
        std::sort(out.begin(), out.end());
        return out;
    });
}
inline std::map<std::string, std::vector<std::string>> everything(db::Database& database) {
    std::map<std::string, std::vector<std::string>> out;
    for (const auto& table : database.read([&](db::Reader& reader) { return backup::tables_of(reader, database.kind()); }))
        if (table.name != "backup_state") out[table.name] = rows_of(database, table.name);
    return out;
}

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
inline void put_content(const std::filesystem::path& file, const std::string& content) { std::ofstream(file, std::ios::binary) << content; }

// Which trouble it was, and that it was said in words.
template <class F> std::optional<backup::Trouble> trouble_of(F f) {
    try {
        f();
    } catch (const backup::Unusable& e) {
        EXPECT_GT(std::string(e.what()).size(), 20U);
        return e.trouble;
    }
    return std::nullopt;
}
}
