#pragma once
#include "platform/db/database.hpp"
#include "platform/db/sqlite_connection.hpp"
#include <deque>
#include <semaphore>
#include <thread>
namespace db {

// The one writer of an SQLite file. It runs the use cases that wait, each in its own SAVEPOINT, inside one BEGIN IMMEDIATE, and lets
// their callers go after COMMIT has reached the disk: many durable writes for the price of one sync.
class SqliteWriter {
public:
    SqliteWriter(const std::filesystem::path&, const Options&);
    // Finishes what waits, then ends.
    ~SqliteWriter();
    // Blocks until the use case is durable. Throws what it threw (only its own savepoint is rolled back), or Unavailable when SQLite
    // ended the whole transaction or COMMIT failed: then nothing of the group is stored, and nothing is rerun.
    void run(const std::function<void(Transaction&)>& use_case);
    // Database::before_group_commit.
    void before_group_commit(Database::GroupHook);

private:
    struct Waiting {
        const std::function<void(Transaction&)>* use_case;
        std::exception_ptr error;
        std::binary_semaphore done{0};
    };
    using Group = std::vector<Waiting*>;

    void work();
    void run_group();
    bool run_one(Waiting&);
    bool run_hook(const Group&);
    void settle(Group&, const std::exception_ptr& failure);
    bool undo_one();
    void roll_back();
    Waiting* next();
    Group take_all();

    SqliteConnection connection_;
    const Options options_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Waiting*> queue_;
    bool stopping_ = false;
    std::mutex hook_mutex_;   // held while the hook runs
    Database::GroupHook hook_;
    std::thread thread_;
};
}
