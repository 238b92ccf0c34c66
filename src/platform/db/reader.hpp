#pragma once
#include "base/result.hpp"
#include "platform/db/connection.hpp"
#include <type_traits>
namespace db {

// Asks questions on one connection, within one consistent view of the data. Lives only inside Database::read or Database::write.
//   reader.query(find, {slug}, [](const db::Row& row) { return std::string(row.text(0)); })   → std::vector<std::string>
class Reader {
    Connection& connection_;
    bool failed_ = false;

protected:
    std::int64_t run(const Sql& sql, Params params, const Visit& visit) {
        failed_ = true;
        const auto changed = connection_.run(sql, {params.begin(), params.size()}, visit);
        failed_ = false;
        return changed;
    }

public:
    explicit Reader(Connection& connection) : connection_(connection) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    // Visits every row. When `visit` returns something, those values come back as a vector.
    template <class F> auto query(const Sql& sql, Params params, F visit) {
        using T = std::invoke_result_t<F, const Row&>;
        if constexpr (std::is_void_v<T>) {
            run(sql, params, visit);
        } else {
            std::vector<std::decay_t<T>> out;
            run(sql, params, [&](const Row& row) { out.push_back(visit(row)); });
            return out;
        }
    }
    // The only row, or nothing. More than one row is a Bug.
    template <class F> auto optional_one(const Sql& sql, Params params, F visit) {
        std::optional<std::decay_t<std::invoke_result_t<F, const Row&>>> out;
        run(sql, params, [&](const Row& row) {
            if (out) throw base::Bug(std::string(sql.name) + ": more than one row");
            out.emplace(visit(row));
        });
        return out;
    }
    // The only row; none is a Bug.
    template <class F> auto one(const Sql& sql, Params params, F visit) {
        auto found = optional_one(sql, params, std::move(visit));
        if (!found) throw base::Bug(std::string(sql.name) + ": no row");
        return std::move(*found);
    }
    // True after a statement failed: such a transaction is never committed, even if somebody swallowed the exception.
    bool failed() const { return failed_; }
};

// A use case's transaction: all of it is stored, or nothing. On PostgreSQL it may be run again, so it has no other effect.
class Transaction : public Reader {
public:
    using Reader::Reader;
    // Returns the number of changed rows. A broken constraint is a Bug: foresee clashes with ON CONFLICT DO NOTHING.
    std::int64_t execute(const Sql& sql, Params params) {
        return run(sql, params, [](const Row&) {});
    }
};
}
