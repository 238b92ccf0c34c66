#include "platform/db/sqlite_writer.hpp"

namespace db {
namespace {
constexpr Sql begin{"db.begin_immediate", "BEGIN IMMEDIATE"};
constexpr Sql commit{"db.commit", "COMMIT"};
constexpr Sql roll_back_all{"db.rollback", "ROLLBACK"};
constexpr Sql savepoint{"db.savepoint", "SAVEPOINT one"};
constexpr Sql release{"db.release", "RELEASE one"};
constexpr Sql roll_back_one{"db.rollback_to", "ROLLBACK TO one"};

std::exception_ptr lost(const std::exception& cause) {
    return std::make_exception_ptr(Unavailable(std::string("nothing was stored: ") + cause.what()));
}
}

SqliteWriter::SqliteWriter(const std::filesystem::path& file, const Options& options)
    : connection_(file, SqliteConnection::For::writing, options.wait_limit), options_(options), thread_([this] { work(); }) {}

SqliteWriter::~SqliteWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void SqliteWriter::run(const std::function<void(Transaction&)>& use_case) {
    Waiting waiting{&use_case, nullptr};
    {
        const std::lock_guard lock(mutex_);
        if (stopping_) throw Unavailable("the program is stopping");
        queue_.push_back(&waiting);
    }
    arrived_.notify_one();
    waiting.done.acquire();
    if (waiting.error) std::rethrow_exception(waiting.error);
}

void SqliteWriter::before_group_commit(Database::GroupHook hook) {
    const std::lock_guard lock(hook_mutex_);
    hook_ = std::move(hook);
}

// False when the whole transaction is gone.
bool SqliteWriter::run_hook(const Group& group) {
    const std::lock_guard lock(hook_mutex_);
    if (!hook_ || std::all_of(group.begin(), group.end(), [](const auto* waiting) { return waiting->error != nullptr; })) return true;
    Waiting last{&hook_, nullptr};
    return run_one(last);
}

void SqliteWriter::work() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [&] { return !queue_.empty() || stopping_; });
            if (queue_.empty()) return;
        }
        run_group();
    }
}

SqliteWriter::Waiting* SqliteWriter::next() {
    const std::lock_guard lock(mutex_);
    if (queue_.empty()) return nullptr;
    auto* waiting = queue_.front();
    queue_.pop_front();
    return waiting;
}

SqliteWriter::Group SqliteWriter::take_all() {
    Group all;
    while (auto* waiting = next()) all.push_back(waiting);
    return all;
}

void SqliteWriter::settle(Group& group, const std::exception_ptr& failure) {
    for (auto* waiting : group) {
        if (failure && !waiting->error) waiting->error = failure;
        waiting->done.release();  // the caller's Waiting is gone from here on
    }
}

void SqliteWriter::run_group() {
    Group group;
    try {
        connection_.give_each({});
        connection_.run(begin);
        while (group.size() < options_.group) {
            auto* waiting = next();
            if (!waiting) break;
            group.push_back(waiting);
            if (!run_one(*waiting)) {
                roll_back();
                return settle(group, lost(Unavailable("SQLite ended the transaction")));
            }
        }
        if (!run_hook(group)) {
            roll_back();
            return settle(group, lost(Unavailable("SQLite ended the transaction")));
        }
        if (options_.before_commit) options_.before_commit(group.size());
        connection_.run(commit);
        settle(group, nullptr);
    } catch (const std::exception& e) {
        roll_back();
        if (group.empty()) group = take_all();  // BEGIN failed: nobody must wait for a database that does not answer
        settle(group, lost(e));
    }
}

// False when the whole transaction is gone.
bool SqliteWriter::run_one(Waiting& waiting) {
    connection_.run(savepoint);
    try {
        connection_.give_each(options_.wait_limit);
        const Inside inside;
        Transaction transaction(connection_);
        (*waiting.use_case)(transaction);
        base::require(!transaction.failed(), "a use case went on after a failed statement");
        connection_.give_each({});
        connection_.run(release);
        return true;
    } catch (...) {
        waiting.error = std::current_exception();
        return undo_one();
    }
}

bool SqliteWriter::undo_one() {
    connection_.give_each({});
    if (!connection_.in_transaction()) return false;
    try {
        connection_.run(roll_back_one);
        connection_.run(release);
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

void SqliteWriter::roll_back() {
    connection_.give_each({});
    if (!connection_.in_transaction()) return;
    try {
        connection_.run(roll_back_all);
    } catch (const std::exception&) {
        // SQLite ends the transaction even when it reports an error here; the next BEGIN tells if it did not.
    }
}
}
