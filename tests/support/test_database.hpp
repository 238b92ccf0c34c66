#pragma once
#include "platform/db/database.hpp"
#include "platform/db/migrations.hpp"
#include <filesystem>
#include <gtest/gtest.h>
// Store tests run the same bodies on SQLite and on a real PostgreSQL:
//   class OfferStore : public support::OnBothDatabases {};
//   TEST_P(OfferStore, finds_an_offer) { database().write(…); }
//   LOTSEN_ON_BOTH_DATABASES(OfferStore);
namespace support {

// A directory that disappears with the object.
class TemporaryDirectory {
    std::filesystem::path path_;

public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    const std::filesystem::path& path() const { return path_; }
};

// A place for a database of a test's own; what was kept there goes with the object.
class Place {
    TemporaryDirectory directory_;

protected:
    std::string url_;
    Place() = default;
    ~Place() = default;

public:
    const std::string& url() const { return url_; }
    const std::filesystem::path& directory() const { return directory_.path(); }
    std::unique_ptr<db::Database> open(const db::Options& = {}) const;
};

// With nothing in it: a file that is not there yet, or a schema of its own on the test server.
class EmptyPlace : public Place {
    std::string schema_;

public:
    explicit EmptyPlace(db::Kind);
    ~EmptyPlace();
};

// With the program's whole schema and no rows: a copy of a database that each program of tests migrates once.
class MigratedPlace : public Place {
    std::string database_;

public:
    explicit MigratedPlace(db::Kind);
    ~MigratedPlace();
};

// A fresh database with the program's whole schema for each test.
class OnBothDatabases : public testing::TestWithParam<db::Kind> {
    MigratedPlace place_{GetParam()};
    std::unique_ptr<db::Database> database_;

protected:
    void SetUp() override { database_ = place_.open(); }
    db::Database& database() { return *database_; }
    const MigratedPlace& place() const { return place_; }
};

inline std::string kind_name(const testing::TestParamInfo<db::Kind>& info) { return info.param == db::Kind::sqlite ? "sqlite" : "postgresql"; }
}
#define LOTSEN_ON_BOTH_DATABASES(fixture) \
    INSTANTIATE_TEST_SUITE_P(on, fixture, testing::Values(db::Kind::sqlite, db::Kind::postgresql), support::kind_name)
