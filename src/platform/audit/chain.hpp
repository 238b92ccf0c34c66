#pragma once
#include "platform/crypto/keyed_hash.hpp"
#include "platform/db/database.hpp"
// Inside platform/audit only: what is hashed, and how.
namespace audit::chain {

using crypto::Digest;
inline constexpr Digest beginning{};   // what the first seal has before it

// A line as it stands in the table; the id is not part of its content, so that exchanged lines can be told from changed ones.
struct Content {
    std::string id;
    std::int64_t at = 0, subjects = 0;
    std::array<std::string, 9> words;   // account, role, unit, area, session, act, kind, object, reason
};
// Reads columns `first`… of a query that names them by `columns`.
inline constexpr std::string_view columns = "l.id, l.at, l.subjects, l.account, l.role, l.unit, l.area, l.session, l.act, l.kind, l.object, l.reason";
inline constexpr int column_count = 12;
Content content_of(const db::Row&, int first);

using Persons = std::vector<std::pair<std::string, std::string>>;   // area and person, in order
Digest of_content(const crypto::Key&, const Content&);
Digest of_persons(const crypto::Key&, const Persons&);

struct Seal {
    std::int64_t position = 0;
    std::string line;
    Digest content{}, persons{}, hash{};
    std::int64_t sealed_at = 0;
};
Digest of_seal(const crypto::Key&, const Seal&, const Digest& before);
// The signature of what gallring leaves.
Digest of_gallring(const crypto::Key&, std::int64_t position, const Digest& hash, std::int64_t lines, std::int64_t newest_at, std::int64_t done_at);

// 32 bytes of a column; other sizes are tampering, and give zeros, which no hash is.
Digest digest_of(db::Blob);
inline db::Blob blob_of(const Digest& digest) { return std::as_bytes(std::span(digest)); }
std::string hex(const Digest&);
std::optional<Digest> from_hex(std::string_view);

// Where the chain ends: the last seal, or what gallring left when there is none; position 0 and `beginning` for an empty log.
struct End {
    std::int64_t position = 0;
    Digest hash{};
    std::int64_t at = 0;
};
End end(db::Reader&);
}
