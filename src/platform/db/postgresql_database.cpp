#include "platform/db/postgresql_database.hpp"
#include "platform/db/postgresql_connection.hpp"
#include "platform/db/turns.hpp"
#include <atomic>
#include <random>
#include <thread>

namespace db {
namespace {
using namespace std::chrono_literals;
constexpr int most_reruns = 5;
constexpr const char* begin_write = "BEGIN";
// One consistent view, as SQLite gives a read transaction.
constexpr const char* begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr const char* lock_migrations = "SELECT pg_advisory_xact_lock(hashtext('lotsen ' || coalesce(current_schema(), '')))";

// Tables that have changed by much since the server last looked at them. A plan that was made while a table was empty goes by any index; the
// server's own upkeep comes once a minute, and a rush to a popular group is over before that.
constexpr Sql changed_much{"db.changed_much", "SELECT quote_ident(relname) FROM pg_stat_user_tables WHERE schemaname = current_schema() AND n_mod_since_analyze > 50 + n_live_tup / 2"};
constexpr int writes_of_a_look = 250;

// Longer for each try, never the same for two who met.
void pause_before(int rerun) {
    thread_local std::minstd_rand random{std::random_device{}()};
    std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution(500, 4000 * rerun)(random)));
}

class PostgresqlDatabase final : public Database {
    using Connections = Pool<PostgresqlConnection>;
    const std::string url_;
    const Options options_;
    Connections readers_, writers_;
    Turns turns_;
    std::atomic<unsigned> stored_ = 0;

    std::unique_ptr<PostgresqlConnection> connect(Deadline deadline, std::chrono::milliseconds statement) const {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        try {
            return std::make_unique<PostgresqlConnection>(url_, PostgresqlConnection::Limits{std::max(left, 1ms), statement});
        } catch (const CannotOpen& e) {
            throw Unavailable(e.what());  // it opened when the program started
        }
    }

    // A connection on which a transaction has begun. One that died while idle is replaced: nothing had been asked of it yet.
    Connections::Lease begun(Connections& pool, const char* begin, std::chrono::milliseconds limit) {
        const auto deadline = std::chrono::steady_clock::now() + options_.wait_limit;
        const auto make = [&] { return connect(deadline, limit); };
        auto lease = pool.take(deadline, make);
        try {
            lease->script(begin);
            return lease;
        } catch (const Unavailable&) {
            lease.drop();
        }
        lease.replace(make());
        try {
            lease->script(begin);
        } catch (...) {
            lease.drop();
            throw;
        }
        return lease;
    }

    static void roll_back(Connections::Lease& lease) {
        try {
            if (lease->lost()) return lease.drop();
            lease->script("ROLLBACK");
        } catch (const std::exception&) {
            lease.drop();
        }
    }

    void run_read(const std::function<void(Reader&)>& f) override {
        const Inside inside;
        auto lease = begun(readers_, begin_read, options_.read_limit);
        try {
            lease->finish_before(std::chrono::steady_clock::now() + options_.read_limit);
            Reader reader(*lease);
            f(reader);
            lease->commit();
        } catch (...) {
            roll_back(lease);
            throw;
        }
    }

    void run_once(const std::function<void(Transaction&)>& f) {
        auto lease = begun(writers_, begin_write, options_.wait_limit);
        try {
            Transaction transaction(*lease);
            f(transaction);
            base::require(!transaction.failed(), "a use case went on after a failed statement");
            lease->commit();
        } catch (...) {
            roll_back(lease);
            throw;
        }
        if (++stored_ % writes_of_a_look == 0) look_anew(lease);
    }

    // What was asked for is stored: this may fail, and is tried again later.
    static void look_anew(Connections::Lease& lease) {
        try {
            std::string tables;
            lease->run(changed_much, {}, [&](const Row& row) { tables += (tables.empty() ? "" : ", ") + std::string(row.text(0)); });
            if (!tables.empty()) lease->script("ANALYZE " + tables);
        } catch (const Unavailable&) {
            if (lease->lost()) lease.drop();
        }
    }

    void run_write(const std::function<void(Transaction&)>& f) override {
        const Inside inside;
        for (int rerun = 0;; ++rerun) {
            try {
                return run_once(f);
            } catch (const RunAgain&) {
                if (rerun == most_reruns) throw;
            }
            pause_before(rerun + 1);
        }
    }

    void run_write_in_turn(std::string_view lock, const std::function<void(Transaction&)>& f) override {
        const Turns::Turn turn(turns_, std::string(lock), std::chrono::steady_clock::now() + options_.wait_limit);
        run_write(f);
    }

public:
    PostgresqlDatabase(std::string url, const Options& options)
        : url_(std::move(url)), options_(options), readers_(options.postgresql_readers), writers_(options.postgresql_writers) {}
    Kind kind() const override { return Kind::postgresql; }

    void exclusively(const std::function<void(Connection&)>& step) override {
        const Inside inside;
        const auto connection = connect(std::chrono::steady_clock::now() + options_.wait_limit, 60s);
        connection->script(begin_write);
        connection->script(lock_migrations);
        step(*connection);
        connection->commit();
    }
};
}

std::unique_ptr<Database> open_postgresql(const std::string& url, const Options& options) {
    try {
        const PostgresqlConnection first(url, {options.wait_limit, options.wait_limit});
    } catch (const Unavailable& e) {
        throw CannotOpen(e.what());
    }
    return std::make_unique<PostgresqlDatabase>(url, options);
}
}
