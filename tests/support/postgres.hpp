#pragma once
#include <string>
namespace support {

// A real PostgreSQL of its own (tests/support/postgres.sh), stopped and removed at the end.
class Postgres {
    std::string directory_, url_;

public:
    // Throws with the remedy when PostgreSQL is not installed.
    Postgres();
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
