#pragma once
#include "base/not_now.hpp"
// What the database can answer with instead of rows. A statement that is wrong in itself is base::Bug.
namespace db {

// The database cannot serve just now (full, locked, gone, too slow): the visitor gets 503. A write that ended like this is not stored,
// except when a PostgreSQL connection is lost during COMMIT: then it may be; the caller's idempotency key tells.
struct Unavailable : base::NotNow {
    using base::NotNow::NotNow;
};

// The database cannot be used at all: says in words what is wrong and what to do. For the terminal, never for a visitor.
struct CannotOpen : std::runtime_error {
    using std::runtime_error::runtime_error;
};
}
