#pragma once
#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/db/pool.hpp"
#include <map>
extern "C" {
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
}
namespace db {

// PostgreSQL asks to run the transaction again (40001, 40P01). Never leaves the driver except as Unavailable.
struct RunAgain : Unavailable {
    using Unavailable::Unavailable;
};

// One connection to PostgreSQL. Every wait for the server has an end: libpq is driven without blocking, so a server that has gone
// silent costs at most `limit`.
class PostgresqlConnection final : public Connection {
public:
    struct Limits {
        std::chrono::milliseconds connect, statement;
    };
    // Throws Unavailable when the server cannot be reached, CannotOpen when it can never do (too old, not UTF-8, access refused).
    PostgresqlConnection(const std::string& url, Limits);
    ~PostgresqlConnection() override;
    PostgresqlConnection(const PostgresqlConnection&) = delete;
    PostgresqlConnection& operator=(const PostgresqlConnection&) = delete;

    std::int64_t run(const Sql&, std::span<const Param>, const Visit&) override;
    void script(std::string_view statement) override;
    // Runs COMMIT; throws Bug when PostgreSQL rolled back instead.
    void commit();
    // No statement begins after this.
    void finish_before(Deadline deadline) { deadline_ = deadline; }
    // True once a statement could not be sent or answered: the connection is of no use any more.
    bool lost() const { return lost_; }

private:
    struct Result;
    // One statement, and the server's name for it with each combination of parameter types (NULL has none of its own).
    struct Prepared {
        std::string text;
        Rewritten rewritten;
        std::map<std::string, std::string> id_of_types;
    };
    const std::string& prepared(const Sql&, std::span<const Param>);
    Result answer(std::string_view name);
    void check(const Result&, std::string_view name);
    void wait(short events, Deadline, std::string_view name);
    void flush(Deadline, std::string_view name);
    void connect(const std::string& url, std::chrono::milliseconds limit);
    void refuse_unusable();
    void settle();
    [[noreturn]] void lose(std::string_view name, const char* why);

    PGconn* handle_ = nullptr;
    Limits limits_;
    Deadline deadline_ = Deadline::max();
    bool lost_ = false;
    std::map<std::string, Prepared, std::less<>> prepared_;
    int count_ = 0;
};

// Why a server of this version or encoding cannot serve, in words; empty when it can.
std::string unusable(int server_version, std::string_view encoding);
}
