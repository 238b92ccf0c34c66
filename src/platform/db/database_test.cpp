#include "support/test_database.hpp"
#include <atomic>
#include <thread>

namespace {
using db::Kind;
using db::Reader;
using db::Row;
using db::Sql;
using db::Transaction;

constexpr Sql put{"test.put", "INSERT INTO note (id, words, bytes) VALUES (?1, ?2, ?3)"};
constexpr Sql find{"test.find", "SELECT id, words, bytes FROM note WHERE id = ?1"};
constexpr Sql ids{"test.ids", "SELECT id FROM note ORDER BY id"};
constexpr Sql amount{"test.count", "SELECT count(*) FROM note"};
constexpr Sql change{"test.change", "UPDATE note SET words = ?2 WHERE id >= ?1"};

const std::vector<db::Migration> schema{
    {1, "0001_base", "-- postgresql only\nCREATE DOMAIN blob AS bytea;\n-- end\n"},
    {2, "0002_note", "CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, words TEXT, bytes BLOB);"},
};

class Facade : public testing::TestWithParam<Kind> {
protected:
    support::EmptyPlace place{GetParam()};
    std::unique_ptr<db::Database> database = place.open();
    void SetUp() override { db::migrate(*database, {1}, schema); }
    std::int64_t count() {
        return database->read([](Reader& reader) { return reader.one(amount, {}, [](const Row& row) { return row.integer(0); }); });
    }
    void store(std::int64_t id) {
        database->write([&](Transaction& tx) { tx.execute(put, {id, "x", std::nullopt}); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Facade);

TEST_P(Facade, keeps_integers_texts_and_bytes_as_they_were) {
    const std::string words = "Åsa & \"Örjan\" '?1' — 日本", bytes{"\0\x01\xff'\\", 5};
    const auto least = std::numeric_limits<std::int64_t>::min();
    const auto stored = database->write([&](Transaction& tx) { return tx.execute(put, {least, words, db::blob_of(bytes)}); });
    EXPECT_EQ(stored, 1);
    database->read([&](Reader& reader) {
        reader.one(find, {least}, [&](const Row& row) {
            EXPECT_EQ(row.integer(0), least);
            EXPECT_EQ(row.text(1), words);
            EXPECT_EQ(db::bytes_of(row.blob(2)), bytes);
            return 0;
        });
    });
}

TEST_P(Facade, tells_nothing_from_empty) {
    database->write([](Transaction& tx) {
        tx.execute(put, {1, std::nullopt, std::nullopt});
        tx.execute(put, {2, "", db::Blob{}});
    });
    database->read([](Reader& reader) {
        const auto empty = [](const Row& row) { return std::pair(row.optional_text(1).has_value(), row.optional_blob(2).has_value()); };
        EXPECT_EQ(reader.one(find, {1}, empty), std::pair(false, false));
        EXPECT_EQ(reader.one(find, {2}, empty), std::pair(true, true));
    });
}

TEST_P(Facade, refuses_to_read_a_value_as_what_it_is_not) {
    store(1);
    database->read([](Reader& reader) {
        EXPECT_THROW(reader.one(find, {1}, [](const Row& row) { return row.integer(1); }), base::Bug);
    });
    database->read([](Reader& reader) {
        EXPECT_THROW(reader.one(find, {1}, [](const Row& row) { return row.blob(2).size(); }), base::Bug);
    });
    database->read([](Reader& reader) {
        EXPECT_THROW(reader.one(find, {1}, [](const Row& row) { return row.integer(3); }), base::Bug);
    });
}

TEST_P(Facade, text_and_numbers_are_never_mixed_up) {
    EXPECT_THROW(database->write([](Transaction& tx) { tx.execute(put, {"one", "x", std::nullopt}); }), base::Bug);
    EXPECT_THROW(database->write([](Transaction& tx) { tx.execute(put, {db::blob_of("x"), "x", std::nullopt}); }), base::Bug);
    EXPECT_EQ(count(), 0);
}

TEST_P(Facade, one_row_means_one) {
    store(1);
    const auto id = [](const Row& row) { return row.integer(0); };
    database->read([&](Reader& reader) {
        EXPECT_EQ(reader.optional_one(find, {7}, id), std::nullopt);
        EXPECT_THROW(reader.one(find, {7}, id), base::Bug);
    });
    store(2);
    database->read([&](Reader& reader) { EXPECT_THROW(reader.one(ids, {}, id), base::Bug); });
}

TEST_P(Facade, counts_changed_rows) {
    for (int id = 1; id <= 4; ++id) store(id);
    EXPECT_EQ(database->write([](Transaction& tx) { return tx.execute(change, {3, "y"}); }), 2);
    constexpr Sql put_once{"test.put_once", "INSERT INTO note (id) VALUES (?1) ON CONFLICT DO NOTHING"};
    EXPECT_EQ(database->write([&](Transaction& tx) { return tx.execute(put_once, {3}); }), 0);
}

TEST_P(Facade, an_exception_undoes_its_own_work_and_comes_back) {
    struct Refusal {};
    EXPECT_THROW(database->write([](Transaction& tx) {
        tx.execute(put, {1, "x", std::nullopt});
        throw Refusal{};
    }),
                 Refusal);
    EXPECT_EQ(count(), 0);
}

TEST_P(Facade, a_broken_constraint_is_a_bug_and_names_no_value) {
    store(1);
    try {
        database->write([](Transaction& tx) { tx.execute(put, {1, "Anna Andersson", std::nullopt}); });
        FAIL();
    } catch (const base::Bug& e) {
        EXPECT_NE(std::string(e.what()).find("test.put"), std::string::npos);
        EXPECT_EQ(std::string(e.what()).find("Anna"), std::string::npos);
    }
}

TEST_P(Facade, a_swallowed_failure_is_never_stored) {
    store(1);
    const auto swallow = [](Transaction& tx) {
        tx.execute(put, {2, "x", std::nullopt});
        try {
            tx.execute(put, {1, "x", std::nullopt});
        } catch (const base::Bug&) {
        }
    };
    EXPECT_THROW(database->write(swallow), base::Bug);
    EXPECT_EQ(count(), 1);
}

TEST_P(Facade, a_reader_cannot_write_and_sees_one_moment) {
    EXPECT_ANY_THROW(database->read([](Reader& reader) { reader.query(put, {1, "x", std::nullopt}, [](const Row&) {}); }));
    const auto id = [](const Row& row) { return row.integer(0); };
    database->read([&](Reader& reader) {
        EXPECT_EQ(reader.one(amount, {}, id), 0);
        std::thread([&] { store(1); }).join();
        EXPECT_EQ(reader.one(amount, {}, id), 0);
    });
    EXPECT_EQ(count(), 1);
}

TEST_P(Facade, nesting_wrong_counts_and_odd_text_are_bugs) {
    EXPECT_THROW(database->write([&](Transaction&) { count(); }), base::Bug);
    EXPECT_THROW(database->read([&](Reader&) { store(1); }), base::Bug);
    EXPECT_THROW(database->write([](Transaction& tx) { tx.execute(put, {1}); }), base::Bug);
    EXPECT_THROW(database->write([](Transaction& tx) { tx.execute(put, {1, "\xff", std::nullopt}); }), base::Bug);
    EXPECT_THROW(database->write([](Transaction& tx) { tx.execute(put, {1, std::string_view("a\0b", 3), std::nullopt}); }), base::Bug);
    constexpr Sql same_name{"test.find", "SELECT 1"};
    EXPECT_THROW(database->read([&](Reader& reader) {
        reader.query(find, {1}, [](const Row&) {});
        reader.query(same_name, {}, [](const Row&) {});
    }),
                 base::Bug);
    EXPECT_EQ(count(), 0);
}

TEST_P(Facade, sixty_four_threads_lose_and_double_nothing) {
    std::atomic<int> not_found_after_answer{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 64; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 20; ++i) {
                const auto id = t * 20 + i;
                store(id);
                const auto seen = database->read([&](Reader& reader) { return reader.optional_one(find, {id}, [](const Row&) { return 1; }); });
                if (!seen) ++not_found_after_answer;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(not_found_after_answer, 0);
    EXPECT_EQ(count(), 64 * 20);
}

TEST_P(Facade, sorts_by_bytes_on_both) {
    constexpr Sql by_words{"test.by_words", "SELECT words FROM note ORDER BY words"};
    database->write([](Transaction& tx) {
        int id = 0;
        for (const char* words : {"å", "a", "B", "ö", "z", "a b", "ab"}) tx.execute(put, {++id, words, std::nullopt});
    });
    const auto sorted = database->read([&](Reader& reader) { return reader.query(by_words, {}, [](const Row& row) { return std::string(row.text(0)); }); });
    EXPECT_EQ(sorted, (std::vector<std::string>{"B", "a", "a b", "ab", "z", "å", "ö"}));
}

constexpr Sql endless{"test.endless",
                      "WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT max(i) FROM n"};
const auto ignored = [](const Row&) {};

TEST_P(Facade, what_never_ends_is_broken_off) {
    db::Options options;
    options.read_limit = options.wait_limit = std::chrono::milliseconds(200);
    const auto impatient = place.open(options);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THROW(impatient->read([&](Reader& reader) { reader.query(endless, {}, ignored); }), db::Unavailable);
    EXPECT_THROW(impatient->write([&](Transaction& tx) { tx.query(endless, {}, ignored); }), db::Unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
    impatient->write([](Transaction& tx) { tx.execute(put, {1, "x", std::nullopt}); });
    EXPECT_EQ(count(), 1);
}

TEST_P(Facade, a_read_holds_its_view_no_longer_than_it_may) {
    db::Options options;
    options.read_limit = std::chrono::milliseconds(50);
    const auto impatient = place.open(options);
    EXPECT_THROW(impatient->read([&](Reader& reader) {
        reader.query(ids, {}, ignored);
        std::this_thread::sleep_for(std::chrono::milliseconds(80));
        reader.query(ids, {}, ignored);
    }),
                 db::Unavailable);
    EXPECT_NO_THROW(impatient->read([&](Reader& reader) { reader.query(ids, {}, ignored); }));
}
}
