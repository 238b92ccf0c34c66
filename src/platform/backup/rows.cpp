#include "platform/backup/rows.hpp"
#include "base/result.hpp"

namespace backup {
namespace {
constexpr char row_mark = 'r', table_end = 'e', trailer = 'z';
constexpr std::size_t most_bytes = std::size_t{1} << 30; // the most PostgreSQL keeps in one value

char letter_of(db::Type type) { return "nitb"[static_cast<int>(type)]; }
std::optional<db::Type> type_of(char letter) {
    for (const auto type : {db::Type::null, db::Type::integer, db::Type::text, db::Type::blob})
        if (letter_of(type) == letter) return type;
    return std::nullopt;
}
// Seven bits a byte, the lowest first.
void add_number(std::string& out, std::uint64_t value) {
    for (; value > 127; value >>= 7) out += static_cast<char>(value | 128);
    out += static_cast<char>(value);
}
// Small negative numbers stay short.
std::uint64_t folded(std::int64_t value) { return static_cast<std::uint64_t>(value) << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0); }
std::int64_t unfolded(std::uint64_t value) { return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1)); }

void add_text(std::string& out, std::string_view text) {
    add_number(out, text.size());
    out += text;
}
void add_bytes(std::string& out, char letter, std::string_view bytes) {
    out += letter;
    add_text(out, bytes);
}
void add_value(std::string& out, db::Type type, const db::Row& row, int at) {
    switch (type) {
        case db::Type::integer:
            if (const auto value = row.optional_integer(at)) return out += 'i', add_number(out, folded(*value));
            break;
        case db::Type::text:
            if (const auto value = row.optional_text(at)) return add_bytes(out, 't', *value);
            break;
        case db::Type::blob:
            if (const auto value = row.optional_blob(at)) return add_bytes(out, 'b', db::bytes_of(*value));
            break;
        case db::Type::null: break;
    }
    out += 'n';
}
}

std::int64_t rows_in(const Contents& contents) {
    std::int64_t out = 0;
    for (const auto& table : contents) out += table.rows;
    return out;
}

RowWriter::RowWriter(SealedWriter& out, const Contents& contents) : out_(out) {
    add_number(line_, contents.size());
    for (const auto& table : contents) {
        add_text(line_, table.name);
        add_number(line_, static_cast<std::uint64_t>(table.rows));
        add_number(line_, table.columns.size());
        for (const auto& column : table.columns) add_text(line_, column.name), line_ += letter_of(column.type);
    }
    out_.write(line_);
}
void RowWriter::row(const Table& table, const db::Row& row) {
    line_.assign(1, row_mark);
    for (int at = 0; const auto& column : table.columns) add_value(line_, column.type, row, at++);
    out_.write(line_);
    ++rows_;
}
void RowWriter::end_table() {
    line_.assign(1, table_end);
    add_number(line_, static_cast<std::uint64_t>(rows_));
    out_.write(line_);
    all_ += std::exchange(rows_, 0);
}
void RowWriter::finish() {
    line_.assign(1, trailer);
    add_number(line_, static_cast<std::uint64_t>(all_));
    out_.write(line_);
    out_.finish();
}

db::Param Value::param() const {
    switch (type) {
        case db::Type::null: return std::nullopt;
        case db::Type::integer: return integer;
        case db::Type::text: return std::string_view(bytes);
        case db::Type::blob: return db::blob_of(bytes);
    }
    throw base::Bug("a value without a type");
}

RowReader::RowReader(SealedReader& in) : in_(in) {
    const auto tables = number();
    for (std::uint64_t i = 0; i < tables; ++i) {
        auto& table = contents_.emplace_back();
        text(table.name);
        table.rows = static_cast<std::int64_t>(number());
        const auto columns = number();
        for (std::uint64_t c = 0; c < columns; ++c) {
            auto& column = table.columns.emplace_back();
            text(column.name);
            const auto type = type_of(letter());
            if (!type) in_.refuse_damaged();
            column.type = *type;
        }
    }
}
bool RowReader::next(const Table& table, std::vector<Value>& row) {
    const char mark = letter();
    if (mark == table_end) return false;
    if (mark != row_mark) in_.refuse_damaged();
    row.resize(table.columns.size());
    for (auto& value : row) {
        const auto type = type_of(letter());
        if (!type) in_.refuse_damaged();
        value.type = *type;
        if (value.type == db::Type::integer) value.integer = unfolded(number());
        else if (value.type != db::Type::null) text(value.bytes);
    }
    return true;
}
void RowReader::end_table(const Table& table, std::int64_t rows) {
    if (number() != static_cast<std::uint64_t>(rows) || rows != table.rows) in_.refuse_damaged();
    all_ += rows;
}
void RowReader::finish() {
    if (letter() != trailer || number() != static_cast<std::uint64_t>(all_)) in_.refuse_damaged();
    in_.finish();
}
char RowReader::letter() {
    char out = 0;
    in_.read(&out, 1);
    return out;
}
std::uint64_t RowReader::number() {
    std::uint64_t out = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const auto part = static_cast<unsigned char>(letter());
        out |= static_cast<std::uint64_t>(part & 127) << shift;
        if (part < 128) return out;
    }
    in_.refuse_damaged();
}
void RowReader::text(std::string& out) {
    const auto size = number();
    if (size > most_bytes) in_.refuse_damaged();
    out.resize(size);
    in_.read(out.data(), size);
}
}
