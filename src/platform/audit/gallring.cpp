#include "platform/audit/gallring.hpp"
#include "platform/audit/chain.hpp"

namespace audit {
namespace {
constexpr std::int64_t at_once = 1000;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::int64_t year_ms = 366 * day_ms;   // never less than that many years, whichever of them are leap years

constexpr db::Sql oldest{"audit.oldest", "SELECT s.position, s.hash, l.at FROM audit_seal s LEFT JOIN audit_line l ON l.id = s.line ORDER BY s.position LIMIT ?1"};
constexpr db::Sql leave_head{"audit.leave_head", "INSERT INTO audit_gallring (position, hash, lines, newest_at, done_at, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr db::Sql remove_subjects{"audit.remove_subjects", "DELETE FROM audit_subject WHERE line IN (SELECT line FROM audit_seal WHERE position <= ?1)"};
constexpr db::Sql remove_lines{"audit.remove_lines", "DELETE FROM audit_line WHERE id IN (SELECT line FROM audit_seal WHERE position <= ?1)"};
constexpr db::Sql remove_seals{"audit.remove_seals", "DELETE FROM audit_seal WHERE position <= ?1"};

struct Segment {
    std::int64_t position = 0, lines = 0, newest_at = 0;
    chain::Digest hash{};
    bool ended = false;
};
Segment oldest_segment(db::Reader& reader, base::Instant limit) {
    Segment out;
    reader.query(oldest, {at_once}, [&](const db::Row& row) {
        const auto at = row.optional_integer(2);
        if (out.ended || !at || *at >= limit.ms) {
            out.ended = true;
            return;
        }
        out = {row.integer(0), out.lines + 1, std::max(out.newest_at, *at), chain::digest_of(row.blob(1)), false};
    });
    return out;
}

Segment remove_one(db::Transaction& tx, const crypto::Key& key, base::Instant now, int years) {
    const auto segment = oldest_segment(tx, {now.ms - std::max(years, kept_years) * year_ms});
    if (segment.lines == 0) return segment;
    const auto signature = chain::of_gallring(key, segment.position, segment.hash, segment.lines, segment.newest_at, now.ms);
    tx.execute(leave_head, {segment.position, chain::blob_of(segment.hash), segment.lines, segment.newest_at, now.ms, chain::blob_of(signature)});
    tx.execute(remove_subjects, {segment.position});
    tx.execute(remove_lines, {segment.position});
    tx.execute(remove_seals, {segment.position});
    return segment;
}
}

base::Result<Gallring, GallringRefusal> gallra(db::Database& database, const crypto::Key& key, base::Instant now, int years) {
    if (!verify(database, key, now).sound()) return base::refused(GallringRefusal::log_not_sound);
    Gallring out;
    for (;;) {
        const auto segment = database.write([&](db::Transaction& tx) { return remove_one(tx, key, now, years); });
        if (segment.lines == 0) return out;
        out = {out.lines + segment.lines, segment.position};
    }
}
}
