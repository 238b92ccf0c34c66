#pragma once
#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include <functional>
namespace db {

using Visit = std::function<void(const Row&)>;

// One connection of a driver. Used by one thread at a time.
class Connection {
public:
    virtual ~Connection() = default;
    // Runs a named statement, shows each row to `visit`, returns how many rows it changed (0 for a query).
    virtual std::int64_t run(const Sql&, std::span<const Param>, const Visit& visit) = 0;
    // Runs one statement without parameters that is not worth keeping prepared: a migration's.
    virtual void script(std::string_view statement) = 0;
};
}
