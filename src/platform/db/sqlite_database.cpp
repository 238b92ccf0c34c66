#include "platform/db/sqlite_database.hpp"
#include "platform/db/sqlite_writer.hpp"
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace db {
namespace {
using namespace std::chrono_literals;
constexpr Sql begin_read{"db.begin", "BEGIN"};
constexpr Sql begin_write{"db.begin_immediate", "BEGIN IMMEDIATE"};
constexpr Sql commit{"db.commit", "COMMIT"};
constexpr Sql roll_back{"db.rollback", "ROLLBACK"};

// Makes the directory (0700) and the file (0600) before SQLite does, which would leave them readable for others.
void prepare(const std::filesystem::path& file) {
    const auto directory = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST)
        throw CannotOpen("cannot make the directory " + directory.string() + ": " + std::strerror(errno));
    if (std::filesystem::is_directory(file)) throw CannotOpen(file.string() + " is a directory: name a file in it, such as " + (file / "lotsen.db").string());
    // Never opens a file that exists: closing it would drop the locks SQLite holds on it elsewhere in this process.
    const int fresh = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fresh >= 0) ::close(fresh);
    if ((fresh < 0 && errno != EEXIST) || ::faccessat(AT_FDCWD, file.c_str(), R_OK | W_OK, AT_EACCESS) != 0)
        throw CannotOpen("cannot write the database " + file.string() + ": " + std::strerror(errno) + "; give the user who runs lotsen the right to write it and its directory");
    struct stat seen {};
    const bool open_to_others = ::stat(file.c_str(), &seen) == 0 && (seen.st_mode & 077) != 0;
    if (open_to_others && seen.st_uid == ::geteuid()) ::chmod(file.c_str(), 0600);
}

// One BEGIN … COMMIT; rolled back when left without.
class Span {
    SqliteConnection& connection_;

public:
    Span(SqliteConnection& connection, const Sql& begin) : connection_(connection) { connection_.run(begin); }
    void finish() { connection_.run(commit); }
    ~Span() {
        connection_.finish_before(Deadline::max());
        try {
            if (connection_.in_transaction()) connection_.run(roll_back);
        } catch (const std::exception&) {
            // A read has nothing to lose, and a failed write has already been reported.
        }
    }
};

class SqliteDatabase final : public Database {
    const std::filesystem::path file_;
    const Options options_;
    SqliteWriter writer_;
    Pool<SqliteConnection> readers_;

    void run_read(const std::function<void(Reader&)>& f) override {
        const Inside inside;
        const auto deadline = std::chrono::steady_clock::now() + options_.read_limit;
        auto connection = readers_.take(deadline, [&] {
            return std::make_unique<SqliteConnection>(file_, SqliteConnection::For::reading, options_.wait_limit);
        });
        connection->finish_before(deadline);
        Span span(*connection, begin_read);
        Reader reader(*connection);
        f(reader);
        span.finish();
    }
    void run_write(const std::function<void(Transaction&)>& f) override {
        { const Inside not_nested; }
        writer_.run(f);
    }

public:
    SqliteDatabase(std::filesystem::path file, const Options& options)
        : file_(std::move(file)), options_(options), writer_(file_, options), readers_(options.sqlite_readers) {}
    Kind kind() const override { return Kind::sqlite; }
    void before_group_commit(GroupHook hook) override { writer_.before_group_commit(std::move(hook)); }
    void exclusively(const std::function<void(Connection&)>& step) override {
        const Inside inside;
        SqliteConnection connection(file_, SqliteConnection::For::writing, 60s);
        Span span(connection, begin_write);
        step(connection);
        span.finish();
    }
};
}

std::unique_ptr<Database> open_sqlite(const std::string& file, const Options& options) {
    prepare(file);
    return std::make_unique<SqliteDatabase>(file, options);
}
}
