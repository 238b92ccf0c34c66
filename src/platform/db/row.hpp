#pragma once
#include "platform/db/value.hpp"
namespace db {

// What a driver shows of its current row.
class Columns {
public:
    virtual ~Columns() = default;
    virtual int count() const = 0;
    virtual Type type(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view bytes(int column) const = 0;
};

// One row of an answer, read by position with the type the caller expects; a wrong type, a NULL or a missing column is a Bug.
// Text and blobs are valid until the visit of the row returns.
class Row {
    const Columns& columns_;
    std::string_view statement_;
    Type expect(int column, Type wanted, bool may_be_null) const;

public:
    Row(const Columns& columns, std::string_view statement) : columns_(columns), statement_(statement) {}
    std::int64_t integer(int column) const;
    std::string_view text(int column) const;
    Blob blob(int column) const;
    // A BIGINT that is 0 or 1.
    bool truth(int column) const;
    std::optional<std::int64_t> optional_integer(int column) const;
    std::optional<std::string_view> optional_text(int column) const;
    std::optional<Blob> optional_blob(int column) const;
};
}
