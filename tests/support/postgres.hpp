#pragma once
#include <string>
namespace support {

// A real PostgreSQL of its own (tests/support/postgres.sh), stopped and removed at the end.
class Postgres {
    std::string directory_, url_, fsync_;

public:
    enum class Fsync { on, off };   // off where no power cut is tried: a server or a program that is killed loses nothing by it
    // Throws with the remedy when PostgreSQL is not installed.
    explicit Postgres(Fsync = Fsync::on);
    ~Postgres();
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;
    const std::string& url() const { return url_; }
    const std::string& directory() const { return directory_; }
    // Ends the server at once, as a crash would; its data stays.
    void crash();
    void start();
};

// The server all tests of this program share: LOTSEN_TEST_POSTGRESQL, or one started at first use.
const std::string& postgres_url();
}
