#include "support/test_database.hpp"
#include "support/postgres.hpp"
#include <cstdlib>
#include <unistd.h>

namespace support {
namespace {
void on_server(const std::string& statement) {
    db::Database::open(postgres_url())->exclusively([&](db::Connection& connection) { connection.script(statement); });
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

EmptyPlace::EmptyPlace(db::Kind kind) {
    static int count = 0;
    if (kind == db::Kind::sqlite) {
        url_ = "sqlite:" + (directory_.path() / "lotsen.db").string();
        return;
    }
    schema_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    on_server("CREATE SCHEMA " + schema_);
    url_ = postgres_url() + (postgres_url().find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + schema_;
}

EmptyPlace::~EmptyPlace() {
    if (schema_.empty()) return;
    try {
        on_server("DROP SCHEMA " + schema_ + " CASCADE");
    } catch (const std::exception& e) {
        ADD_FAILURE() << "could not drop the test's schema: " << e.what();
    }
}

std::unique_ptr<db::Database> EmptyPlace::open(const db::Options& options) const { return db::Database::open(url_, options); }
}
