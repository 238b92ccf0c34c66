#include "support/test_database.hpp"
#include "support/postgres.hpp"
#include <libpq-fe.h>
#include <stdexcept>
#include <unistd.h>

namespace support {
namespace {
// Outside any transaction, as databases are made and dropped.
void on_server(const std::string& statement) {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdb(postgres_url().c_str()), PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), statement.c_str()), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) throw std::runtime_error(statement + ": " + PQerrorMessage(connection.get()));
}
void drop(const std::string& what) {
    try {
        on_server("DROP " + what);
    } catch (const std::exception& e) {
        ADD_FAILURE() << "the test's place is left on the server: " << e.what();
    }
}
// The test server's address, with another database than its first.
std::string address_of(const std::string& database) {
    const auto& url = postgres_url();
    const auto path = url.find('/', url.find("://") + 3), query = url.find('?');
    if (path > query) throw std::runtime_error("LOTSEN_TEST_POSTGRESQL names no database");
    return url.substr(0, path + 1) + database + (query == std::string::npos ? "" : url.substr(query));
}
std::string new_name() {
    static int count = 0;
    return "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

// What copies are made of. Forty migrations would otherwise be the larger part of most tests.
std::filesystem::path migrated_file() {
    static const TemporaryDirectory directory;
    static const auto file = [] {
        auto path = directory.path() / "lotsen.db";
        db::migrate(*db::Database::open("sqlite:" + path.string()), base::Instant{1});
        if (std::filesystem::exists(path.string() + "-wal")) throw std::logic_error("the migrated database is not whole in its file");
        return path;
    }();
    return file;
}
class MigratedDatabase {
    const std::string name_ = new_name();

public:
    MigratedDatabase() {
        on_server("CREATE DATABASE " + name_);
        db::migrate(*db::Database::open(address_of(name_)), base::Instant{1});
    }
    ~MigratedDatabase() { drop("DATABASE " + name_ + " WITH (FORCE)"); }
    const std::string& name() const { return name_; }
};
const std::string& migrated_database() {
    (void)postgres_url();   // the server is made before what lies on it, and outlives it
    static const MigratedDatabase database;
    return database.name();
}
}

TemporaryDirectory::TemporaryDirectory() {
    auto name = (std::filesystem::temp_directory_path() / "lotsen-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make a temporary directory");
    path_ = name;
}
TemporaryDirectory::~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<db::Database> Place::open(const db::Options& options) const { return db::Database::open(url_, options); }

EmptyPlace::EmptyPlace(db::Kind kind) {
    if (kind == db::Kind::sqlite) {
        url_ = "sqlite:" + (directory() / "lotsen.db").string();
        return;
    }
    schema_ = new_name();
    on_server("CREATE SCHEMA " + schema_);
    url_ = postgres_url() + (postgres_url().find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + schema_;
}
EmptyPlace::~EmptyPlace() {
    if (!schema_.empty()) drop("SCHEMA " + schema_ + " CASCADE");
}

MigratedPlace::MigratedPlace(db::Kind kind) {
    if (kind == db::Kind::sqlite) {
        const auto file = directory() / "lotsen.db";
        std::filesystem::copy_file(migrated_file(), file);
        url_ = "sqlite:" + file.string();
        return;
    }
    database_ = new_name();
    on_server("CREATE DATABASE " + database_ + " TEMPLATE " + migrated_database());
    url_ = address_of(database_);
}
MigratedPlace::~MigratedPlace() {
    if (!database_.empty()) drop("DATABASE " + database_ + " WITH (FORCE)");
}
}
