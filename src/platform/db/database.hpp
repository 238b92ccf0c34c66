#pragma once
#include "platform/db/errors.hpp"
#include "platform/db/reader.hpp"
#include <chrono>
#include <memory>
namespace db {

enum class Kind { sqlite, postgresql };

// How long things may take, and how many at once. Tests shorten them.
struct Options {
    std::chrono::milliseconds read_limit{2000};   // one read, from its first statement to the start of its last
    std::chrono::milliseconds wait_limit{2500};   // for a connection or a lock, and for each statement of a write
    int sqlite_readers = 64;
    int postgresql_readers = 16;
    int postgresql_writers = 16;
    std::size_t group = 256;                      // use cases in one SQLite commit, at most
    // Called by the SQLite writer right before each COMMIT. Only for tests.
    std::function<void(std::size_t group_size)> before_commit = {};
};

// The one database of a site. Thread-safe; opens connections as they are needed.
// One read or write at a time per thread: nesting them is a Bug (pass the Reader or Transaction on instead).
class Database {
public:
    virtual ~Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // "sqlite:FILE" or a file path, "postgresql://…" or "postgres://…" (PostgreSQL 15 or newer). Creates an SQLite file (0600) and its
    // directory (0700) when absent. Throws CannotOpen. The schema is db::migrate's business (migrations.hpp).
    static std::unique_ptr<Database> open(std::string_view where, const Options& = {});

    // Runs f(Reader&) on one consistent view. Throws Unavailable.
    template <class F> auto read(F&& f) {
        return returning<Reader>(f, [this](const auto& run) { run_read(run); });
    }
    // Runs f(Transaction&) and returns after it is durably stored. An exception of f rolls back what f did and comes back to the caller.
    // SQLite runs f on its writer thread. Throws Unavailable.
    template <class F> auto write(F&& f) {
        return returning<Transaction>(f, [this](const auto& run) { run_write(run); });
    }

    // As write, for what begins by locking one row that many may want at once (a popular group): `lock` names the row. Those of one program
    // wait in line for it outside the database. Order and correctness are the row lock's business all the same.
    template <class F> auto write_in_turn(std::string_view lock, F&& f) {
        return returning<Transaction>(f, [this, lock](const auto& run) { run_write_in_turn(lock, run); });
    }

    virtual Kind kind() const = 0;
    // SQLite: runs `hook` once in each group commit that wrote something, after its use cases and before COMMIT, on the writer thread (ADR 0030).
    // When it throws, what it did is undone and the group is stored all the same: the hook tells of its own failures. Empty: none.
    // Returns when the former hook runs no more. PostgreSQL has no groups: never called there.
    using GroupHook = std::function<void(Transaction&)>;
    virtual void before_group_commit(GroupHook) {}
    // Runs `step` in a transaction that no other program's `exclusively` runs beside; for migrations.
    virtual void exclusively(const std::function<void(Connection&)>& step) = 0;

protected:
    Database() = default;
    virtual void run_read(const std::function<void(Reader&)>&) = 0;
    virtual void run_write(const std::function<void(Transaction&)>&) = 0;
    // SQLite has one writer: all stand in line there.
    virtual void run_write_in_turn(std::string_view, const std::function<void(Transaction&)>& f) { run_write(f); }

private:
    template <class On, class F, class Run> static auto returning(F& f, const Run& run) {
        using T = std::invoke_result_t<F&, On&>;
        if constexpr (std::is_void_v<T>) {
            run([&](On& on) { f(on); });
        } else {
            std::optional<T> out;
            run([&](On& on) { out.emplace(f(on)); });
            return std::move(*out);
        }
    }
};

// Marks that this thread is inside a read or a write; a second mark is a Bug.
class Inside {
public:
    Inside();
    ~Inside();
};
}
