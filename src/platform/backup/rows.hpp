#pragma once
#include "platform/backup/sealed_file.hpp"
#include "platform/db/row.hpp"
#include <vector>
// What stands in a backup's stream: the tables with their columns and number of rows; for each table its rows and its end; the trailer.
// The same for both databases, since both keep BIGINT, TEXT and BLOB only.
namespace backup {

struct Column {
    std::string name;
    db::Type type = db::Type::null;
    auto operator<=>(const Column&) const = default;
};
struct Table {
    std::string name;
    std::vector<Column> columns;
    std::int64_t rows = 0;
    bool operator==(const Table&) const = default;
};
using Contents = std::vector<Table>;
std::int64_t rows_in(const Contents&);

class RowWriter {
    SealedWriter& out_;
    std::string line_;
    std::int64_t rows_ = 0, all_ = 0;

public:
    RowWriter(SealedWriter&, const Contents&);
    void row(const Table&, const db::Row&);
    void end_table();
    void finish();
};

// One value as it came from a file.
struct Value {
    db::Type type = db::Type::null;
    std::int64_t integer = 0;
    std::string bytes;
    db::Param param() const;
};

class RowReader {
    SealedReader& in_;
    Contents contents_;
    std::int64_t all_ = 0;

public:
    explicit RowReader(SealedReader&);
    const Contents& contents() const { return contents_; }
    // Every row of every table in order; throws Unusable{damaged} when there are other rows than the contents say.
    template <class F> void each(F f) {
        std::vector<Value> row;
        for (const auto& table : contents_) {
            std::int64_t count = 0;
            for (; next(table, row); ++count) f(table, std::as_const(row));
            end_table(table, count);
        }
        finish();
    }

private:
    bool next(const Table&, std::vector<Value>&);
    void end_table(const Table&, std::int64_t rows);
    void finish();
    char letter();
    std::uint64_t number();
    void text(std::string&);
};
}
