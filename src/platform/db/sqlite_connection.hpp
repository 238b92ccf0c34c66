#pragma once
#include "platform/db/connection.hpp"
#include "platform/db/pool.hpp"
#include <filesystem>
#include <map>
struct sqlite3;
struct sqlite3_stmt;
namespace db {

// One connection to an SQLite file with our settings: WAL, synchronous FULL, foreign keys, secure delete, no trusted schema.
class SqliteConnection final : public Connection {
public:
    enum class For { reading, writing };
    // Throws CannotOpen. `busy` is how long to wait for another program's lock.
    SqliteConnection(const std::filesystem::path&, For, std::chrono::milliseconds busy);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    std::int64_t run(const Sql&, std::span<const Param>, const Visit&) override;
    void script(std::string_view statement) override;
    void run(const Sql& sql) {
        run(sql, {}, [](const Row&) {});
    }
    // Statements that are still running then are broken off with Unavailable.
    void finish_before(Deadline deadline) { deadline_ = deadline; }
    // The same for each statement by itself, counted from its start; zero for no limit.
    void give_each(std::chrono::milliseconds limit) {
        each_ = limit;
        deadline_ = Deadline::max();
    }
    // False when SQLite itself has ended the transaction.
    bool in_transaction() const;

private:
    struct Prepared {
        std::string text;
        sqlite3_stmt* statement = nullptr;
    };
    Prepared& prepared(const Sql&);
    [[noreturn]] void fail(std::string_view name) const;
    void become_wal();
    void settle(For);
    static int out_of_time(void* self);

    sqlite3* handle_ = nullptr;
    std::map<std::string, Prepared, std::less<>> prepared_;
    Deadline deadline_ = Deadline::max();
    std::chrono::milliseconds each_{0};
};
}
