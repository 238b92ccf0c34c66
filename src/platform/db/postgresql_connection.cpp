#include "platform/db/postgresql_connection.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/db/postgresql_errors.hpp"
#include <cerrno>
#include <charconv>
#include <libpq-fe.h>
#include <poll.h>

namespace db {
namespace {
using namespace std::chrono;
constexpr Oid oid_bool = 16, oid_bytea = 17, oid_name = 19, oid_int8 = 20, oid_int2 = 21, oid_int4 = 23, oid_text = 25, oid_varchar = 1043;
constexpr int binary = 1;

Oid oid_of(Type type) {
    switch (type) {
        case Type::null: return 0;
        case Type::integer: return oid_int8;
        case Type::text: return oid_text;
        case Type::blob: return oid_bytea;
    }
    return 0;
}
char letter_of(Type type) { return "nitb"[static_cast<int>(type)]; }

std::array<char, 8> big_endian(std::int64_t value) {
    std::array<char, 8> out;
    for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (56 - 8 * i));
    return out;
}

class PostgresqlColumns final : public Columns {
    const PGresult* result_;
    int row_;

public:
    PostgresqlColumns(const PGresult* result, int row) : result_(result), row_(row) {}
    int count() const override { return PQnfields(result_); }
    Type type(int column) const override {
        if (PQgetisnull(result_, row_, column)) return Type::null;
        switch (PQftype(result_, column)) {
            case oid_bool:
            case oid_int2:
            case oid_int4:
            case oid_int8: return Type::integer;
            case oid_text:
            case oid_varchar:
            case oid_name: return Type::text;
            case oid_bytea: return Type::blob;
            default: throw base::Bug("a column that is neither BIGINT, TEXT nor BLOB (type " + base::to_text(PQftype(result_, column)) + "): CAST it");
        }
    }
    std::int64_t integer(int column) const override {
        const auto raw = bytes(column);
        std::uint64_t value = raw.size() < 8 && !raw.empty() && (raw[0] & 0x80) ? ~std::uint64_t{0} : 0;
        for (const char c : raw) value = value << 8 | static_cast<unsigned char>(c);
        return static_cast<std::int64_t>(value);
    }
    std::string_view bytes(int column) const override {
        return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
    }
};

// The parameters as libpq wants them.
struct Values {
    std::vector<const char*> data;
    std::vector<int> sizes, formats;
    std::vector<std::array<char, 8>> integers;
    Values(const Sql& sql, std::span<const Param> params) {
        integers.reserve(params.size());
        for (const auto& param : params) {
            auto bytes = param.bytes();
            if (param.type() == Type::text) require_text(sql, bytes);
            if (param.type() == Type::integer) {
                integers.push_back(big_endian(param.integer()));
                bytes = {integers.back().data(), 8};
            }
            data.push_back(param.type() == Type::null ? nullptr : bytes.data() ? bytes.data() : "");
            sizes.push_back(static_cast<int>(bytes.size()));
            formats.push_back(binary);
        }
    }
};

std::string field(const PGresult* result, int which) {
    const char* text = PQresultErrorField(result, which);
    return text ? text : "";
}

// Never PostgreSQL's own detail or message for data: those quote values, which may be a person's.
std::string fault_in_words(const PGresult* result, const std::string& state) {
    auto words = "PostgreSQL " + state;
    if (state.starts_with("42")) words += ": " + field(result, PG_DIAG_MESSAGE_PRIMARY);
    for (const int part : {PG_DIAG_TABLE_NAME, PG_DIAG_COLUMN_NAME, PG_DIAG_CONSTRAINT_NAME})
        if (const auto text = field(result, part); !text.empty()) words += " " + text;
    return words;
}

// libpq quotes what it could not read, and with it a password that holds a sign it should not: its words are never passed on.
void require_readable(const std::string& url) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.c_str(), nullptr), PQconninfoFree);
    if (!options)
        throw CannotOpen("the database address cannot be read: it looks like postgresql://USER:PASSWORD@HOST:PORT/NAME, and each sign in the "
                         "password that is not a letter or a digit is written as % and two digits (/ is %2F, @ is %40, % is %25)");
    for (auto* option = options.get(); option->keyword; ++option) {
        if (std::string_view(option->keyword) != "port" || !option->val) continue;
        if (std::string_view(option->val).find_first_not_of("0123456789,") != std::string_view::npos)
            throw CannotOpen("the port in the database address is no number; a / or @ in the password is written %2F or %40");
    }
}
}

struct PostgresqlConnection::Result {
    std::unique_ptr<PGresult, decltype(&PQclear)> pointer{nullptr, PQclear};
    PGresult* get() const { return pointer.get(); }
};

std::string unusable(int server_version, std::string_view encoding) {
    if (server_version < 150000)
        return "PostgreSQL " + base::to_text(server_version / 10000) + " is too old: Lotsen needs version 15 or newer";
    if (encoding != "UTF8") return "the database is in " + std::string(encoding) + ": make one in UTF-8 (createdb --encoding=UTF8 --template=template0)";
    return {};
}

PostgresqlConnection::PostgresqlConnection(const std::string& url, Limits limits) : limits_(limits) {
    try {
        connect(url, limits.connect);
        refuse_unusable();
        settle();
    } catch (...) {
        PQfinish(handle_);
        throw;
    }
}

PostgresqlConnection::~PostgresqlConnection() { PQfinish(handle_); }

void PostgresqlConnection::connect(const std::string& url, milliseconds limit) {
    require_readable(url);
    const auto deadline = steady_clock::now() + limit;
    const char* keys[] = {"dbname", "client_encoding", "application_name", "keepalives_idle", "tcp_user_timeout", nullptr};
    const char* values[] = {url.c_str(), "UTF8", "lotsen", "5", "3000", nullptr};
    handle_ = PQconnectStartParams(keys, values, 1);
    if (!handle_) throw Unavailable("connecting to PostgreSQL: there is not enough memory");
    PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
    auto next = PQstatus(handle_) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (next != PGRES_POLLING_OK) {
        if (next == PGRES_POLLING_FAILED) throw Unavailable("cannot connect to PostgreSQL: " + std::string(base::trimmed(PQerrorMessage(handle_))));
        wait(next == PGRES_POLLING_READING ? POLLIN : POLLOUT, deadline, "connecting to PostgreSQL");
        next = PQconnectPoll(handle_);
    }
    PQsetnonblocking(handle_, 1);
}

void PostgresqlConnection::refuse_unusable() {
    const auto* encoding = PQparameterStatus(handle_, "server_encoding");
    if (const auto why = unusable(PQserverVersion(handle_), encoding ? encoding : ""); !why.empty()) throw CannotOpen(why);
}

void PostgresqlConnection::settle() {
    const auto limit = base::to_text(limits_.statement.count());
    script("SET default_transaction_isolation = 'read committed'");
    script("SET statement_timeout = " + limit);
    script("SET idle_in_transaction_session_timeout = " + base::to_text(4 * limits_.statement.count()));
    // A server set to lose the last moments would break "each answer leaves after the sync".
    script("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'");
}

void PostgresqlConnection::lose(std::string_view name, const char* why) {
    lost_ = true;
    throw Unavailable(std::string(name) + ": " + why);
}

void PostgresqlConnection::wait(short events, Deadline deadline, std::string_view name) {
    for (;;) {
        const auto left = duration_cast<milliseconds>(deadline - steady_clock::now()).count();
        if (left <= 0) lose(name, "the database did not answer in time");
        pollfd socket{PQsocket(handle_), events, 0};
        const int ready = ::poll(&socket, 1, static_cast<int>(std::min<long long>(left, 1'000'000)));
        if (ready > 0) return;
        if (ready < 0 && errno != EINTR) lose(name, "the connection to the database was lost");
    }
}

void PostgresqlConnection::flush(Deadline deadline, std::string_view name) {
    for (int left; (left = PQflush(handle_)) != 0;) {
        if (left < 0) lose(name, "the connection to the database was lost");
        wait(POLLIN | POLLOUT, deadline, name);
        if (!PQconsumeInput(handle_)) lose(name, "the connection to the database was lost");
    }
}

// The answer to what was just sent. The server's own timeout comes first; ours is for a server that has gone silent.
PostgresqlConnection::Result PostgresqlConnection::answer(std::string_view name) {
    const auto deadline = steady_clock::now() + limits_.statement + milliseconds(300);
    flush(deadline, name);
    Result last;
    for (;;) {
        while (PQisBusy(handle_)) {
            wait(POLLIN, deadline, name);
            if (!PQconsumeInput(handle_)) lose(name, "the connection to the database was lost");
        }
        Result next;
        next.pointer.reset(PQgetResult(handle_));
        if (!next.get()) break;
        last = std::move(next);
    }
    if (!last.get()) lose(name, "the connection to the database was lost");
    check(last, name);
    return last;
}

void PostgresqlConnection::check(const Result& result, std::string_view name) {
    const auto status = PQresultStatus(result.get());
    if (PQstatus(handle_) == CONNECTION_BAD) lose(name, "the connection to the database was lost");
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
    const auto state = field(result.get(), PG_DIAG_SQLSTATE);
    const auto where = std::string(name) + ": ";
    if (asks_to_run_again(state)) throw RunAgain(where + "others changed the same things at once");
    if (state.empty()) lose(name, "the connection to the database was lost");
    if (const auto* words = world_failed(state)) throw Unavailable(where + words + " (PostgreSQL " + state + ")");
    throw base::Bug(where + fault_in_words(result.get(), state));
}

const std::string& PostgresqlConnection::prepared(const Sql& sql, std::span<const Param> params) {
    auto known = prepared_.find(sql.name);
    if (known == prepared_.end())
        known = prepared_.emplace(std::string(sql.name), Prepared{std::string(sql.text), with_dollar_parameters(sql.text), {}}).first;
    auto& [text, rewritten, ids] = known->second;
    if (text != sql.text) throw base::Bug("two statements are named " + std::string(sql.name));
    require_count(sql, rewritten.parameters, params.size());
    std::string letters;
    for (const auto& param : params) letters += letter_of(param.type());
    if (const auto found = ids.find(letters); found != ids.end()) return found->second;
    std::vector<Oid> types;
    for (const auto& param : params) types.push_back(oid_of(param.type()));
    auto id = "s" + base::to_text(++count_);
    if (!PQsendPrepare(handle_, id.c_str(), rewritten.text.c_str(), static_cast<int>(types.size()), types.data()))
        lose(sql.name, "the connection to the database was lost");
    answer(sql.name);
    return ids.emplace(std::move(letters), std::move(id)).first->second;
}

std::int64_t PostgresqlConnection::run(const Sql& sql, std::span<const Param> params, const Visit& visit) {
    if (lost_) lose(sql.name, "the connection to the database was lost");
    if (steady_clock::now() > deadline_) throw Unavailable(std::string(sql.name) + ": the database took too long");
    const Values values(sql, params);
    const auto& id = prepared(sql, params);
    if (!PQsendQueryPrepared(handle_, id.c_str(), static_cast<int>(params.size()), values.data.data(), values.sizes.data(),
                             values.formats.data(), binary))
        lose(sql.name, "the connection to the database was lost");
    const auto result = answer(sql.name);
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        const PostgresqlColumns columns(result.get(), row);
        visit(Row(columns, sql.name));
    }
    if (std::string_view(PQcmdStatus(result.get())).starts_with("SELECT")) return 0;
    const std::string_view changed = PQcmdTuples(result.get());
    std::int64_t count = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), count);
    return count;
}

void PostgresqlConnection::script(std::string_view statement) {
    const std::string text(statement);
    const auto name = text.substr(0, text.find('\n'));
    if (lost_ || !PQsendQuery(handle_, text.c_str())) lose(name, "the connection to the database was lost");
    answer(name);
}

void PostgresqlConnection::commit() {
    if (lost_ || !PQsendQuery(handle_, "COMMIT")) lose("COMMIT", "the connection to the database was lost");
    const auto result = answer("COMMIT");
    base::require(std::string_view(PQcmdStatus(result.get())) == "COMMIT", "a use case went on after a failed statement");
}
}
