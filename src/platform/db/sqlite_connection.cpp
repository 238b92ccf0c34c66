#include "platform/db/sqlite_connection.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/db/errors.hpp"
#include <sqlite3.h>
#include <thread>

namespace db {
namespace {

class SqliteColumns final : public Columns {
    sqlite3_stmt* statement_;

public:
    explicit SqliteColumns(sqlite3_stmt* statement) : statement_(statement) {}
    int count() const override { return sqlite3_column_count(statement_); }
    Type type(int column) const override {
        switch (sqlite3_column_type(statement_, column)) {
            case SQLITE_INTEGER: return Type::integer;
            case SQLITE_TEXT: return Type::text;
            case SQLITE_BLOB: return Type::blob;
            case SQLITE_NULL: return Type::null;
            default: throw base::Bug("a floating-point value: both databases keep only BIGINT, TEXT and BLOB");
        }
    }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
    std::string_view bytes(int column) const override {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
};

// Puts the statement back, whatever happened, so that it holds no lock and looks at no dead parameter.
class Reset {
    sqlite3_stmt* statement_;

public:
    explicit Reset(sqlite3_stmt* statement) : statement_(statement) {}
    ~Reset() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
};

int bind(sqlite3_stmt* statement, int at, const Param& param) {
    const auto bytes = param.bytes();
    switch (param.type()) {
        case Type::null: return sqlite3_bind_null(statement, at);
        case Type::integer: return sqlite3_bind_int64(statement, at, param.integer());
        case Type::text: return sqlite3_bind_text64(statement, at, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
        case Type::blob: return sqlite3_bind_blob64(statement, at, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

// In words, what a code says about the world (not about our SQL); nothing for a fault of ours.
const char* world_failed(int code) {
    switch (code & 0xFF) {
        case SQLITE_FULL: return "the disk is full";
        case SQLITE_IOERR: return "the disk could not be read or written";
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "another program held the database for too long";
        case SQLITE_NOMEM: return "there is not enough memory";
        case SQLITE_CANTOPEN: return "the database file could not be opened";
        case SQLITE_READONLY:
        case SQLITE_PERM: return "the database file may not be written";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return "the database file is damaged";
        case SQLITE_INTERRUPT:
        case SQLITE_ABORT: return "the database took too long";
        default: return nullptr;
    }
}

void start_library() {
    static const bool started = [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return sqlite3_initialize() == SQLITE_OK;
    }();
    base::require(started, "SQLite could not start");
}
}

SqliteConnection::SqliteConnection(const std::filesystem::path& file, For purpose, std::chrono::milliseconds busy) {
    start_library();
    const int access = purpose == For::reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (sqlite3_open_v2(file.c_str(), &handle_, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nullptr) != SQLITE_OK) {
        const std::string why = handle_ ? sqlite3_errmsg(handle_) : "not enough memory";
        sqlite3_close_v2(handle_);
        throw CannotOpen("cannot open the database " + file.string() + ": " + why);
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, static_cast<int>(busy.count()));
    sqlite3_progress_handler(handle_, 2000, out_of_time, this);
    try {
        settle(purpose);
    } catch (const Unavailable& e) {
        const int code = sqlite3_errcode(handle_);
        sqlite3_close_v2(handle_);
        if ((code & 0xFF) == SQLITE_NOTADB)
            throw CannotOpen(file.string() + " is not a database of Lotsen: name another file, or move this one away");
        if ((code & 0xFF) == SQLITE_READONLY)
            throw CannotOpen(file.string() + " cannot be written: give the user who runs lotsen the right to write it and its directory");
        throw CannotOpen("cannot open the database " + file.string() + ": " + e.what());
    }
}

SqliteConnection::~SqliteConnection() {
    for (auto& [name, prepared] : prepared_) sqlite3_finalize(prepared.statement);
    sqlite3_close_v2(handle_);
}

void SqliteConnection::settle(For purpose) {
    script("PRAGMA foreign_keys = ON");
    script("PRAGMA trusted_schema = OFF");
    script("PRAGMA cell_size_check = ON");
    script("PRAGMA temp_store = MEMORY");
    if (purpose == For::reading) {
        script("PRAGMA query_only = ON");
        script("PRAGMA cache_size = -512");  // 64 readers of 2 MB each would be more than the whole program may take
        return;
    }
    become_wal();
    script("PRAGMA synchronous = FULL");
    script("PRAGMA secure_delete = ON");
    script("PRAGMA cache_size = -4096");
    script("PRAGMA journal_size_limit = 67108864");
}

// When two programs turn a new file into WAL at once, SQLite answers "busy" without asking the busy handler: it could be a deadlock.
void SqliteConnection::become_wal() {
    constexpr auto pause = std::chrono::milliseconds(10);
    for (int tries = 500;; --tries) try {
            return script("PRAGMA journal_mode = WAL");
        } catch (const Unavailable&) {
            if ((sqlite3_errcode(handle_) & 0xFF) != SQLITE_BUSY || tries == 0) throw;
            std::this_thread::sleep_for(pause);
        }
}

int SqliteConnection::out_of_time(void* self) {
    const auto deadline = static_cast<SqliteConnection*>(self)->deadline_;
    return deadline != Deadline::max() && std::chrono::steady_clock::now() > deadline;
}

bool SqliteConnection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void SqliteConnection::fail(std::string_view name) const {
    const int code = sqlite3_extended_errcode(handle_);
    const auto where = std::string(name) + ": ";
    if (const auto* words = world_failed(code)) throw Unavailable(where + words + " (SQLite " + base::to_text(code) + ")");
    throw base::Bug(where + sqlite3_errmsg(handle_));
}

SqliteConnection::Prepared& SqliteConnection::prepared(const Sql& sql) {
    if (const auto found = prepared_.find(sql.name); found != prepared_.end()) {
        if (found->second.text != sql.text) throw base::Bug("two statements are named " + std::string(sql.name));
        return found->second;
    }
    Prepared made{std::string(sql.text)};
    const char* rest = nullptr;
    if (sqlite3_prepare_v3(handle_, made.text.data(), static_cast<int>(made.text.size()) + 1, SQLITE_PREPARE_PERSISTENT, &made.statement, &rest) != SQLITE_OK)
        fail(sql.name);
    if (!base::trimmed(rest).empty()) {
        sqlite3_finalize(made.statement);
        throw base::Bug(std::string(sql.name) + ": more than one statement");
    }
    return prepared_.emplace(std::string(sql.name), std::move(made)).first->second;
}

std::int64_t SqliteConnection::run(const Sql& sql, std::span<const Param> params, const Visit& visit) {
    auto* statement = prepared(sql).statement;
    if (sqlite3_stmt_busy(statement)) throw base::Bug(std::string(sql.name) + ": run again while its rows are being visited");
    require_count(sql, sqlite3_bind_parameter_count(statement), params.size());
    const Reset reset(statement);
    for (int at = 1; const auto& param : params) {
        if (param.type() == Type::text) require_text(sql, param.bytes());
        if (bind(statement, at++, param) != SQLITE_OK) fail(sql.name);
    }
    if (each_.count() > 0) deadline_ = std::chrono::steady_clock::now() + each_;
    if (out_of_time(this)) throw Unavailable(std::string(sql.name) + ": the database took too long");
    const SqliteColumns columns(statement);
    const Row row(columns, sql.name);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) visit(row);
    if (code != SQLITE_DONE) fail(sql.name);
    return sqlite3_stmt_readonly(statement) ? 0 : sqlite3_changes64(handle_);
}

void SqliteConnection::script(std::string_view statement) {
    const std::string text(statement);
    if (sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(text.substr(0, text.find('\n')));
}
}
