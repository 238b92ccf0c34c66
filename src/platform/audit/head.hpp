#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include <filesystem>
#include <stdexcept>
// The last seal, written to a file that lies outside the server each hour: whoever cuts or replaces the log afterwards cannot change it.
namespace audit {

struct Head {
    std::int64_t position = 0;
    std::string hash;       // 64 hexadecimal digits
    base::Instant at;       // when it was sealed
    bool operator==(const Head&) const = default;
};
// Nothing as long as nothing is sealed.
std::optional<Head> head(db::Reader&);

// The file cannot be written or read; says why and what to do. For the terminal and the log.
struct HeadUnusable : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// "lotsen-audit-head 1", position, hash and time (ms), each on a line. Replaces the former file in one step, flushed to the disk.
void write_head(const std::filesystem::path&, const Head&);
Head read_head(const std::filesystem::path&);
// Writes the head of now, unless nothing is sealed. A log that ends before the head in the file has lost its end: throws HeadUnusable and
// leaves the file, which is the proof.
void export_head(db::Database&, const std::filesystem::path&);
std::string text(const Head&);
std::optional<Head> head_from(std::string_view text);
}
