#include "features/sign_in/throttle.hpp"
#include "features/sign_in/hashes.hpp"
#include "platform/web/network.hpp"

namespace sign_in::throttle {
namespace {
using db::Sql;

constexpr Sql find{"sign_in.failure", "SELECT tries, last_at, until_at FROM sign_in_failure WHERE bucket = ?1 AND hash = ?2"};
// The row is locked first, so that tries at the same time are counted one after the other on both databases.
constexpr Sql touch{"sign_in.failure_touch",
                    "INSERT INTO sign_in_failure (bucket, hash, tries, last_at, until_at) VALUES (?1, ?2, 0, ?3, 0) "
                    "ON CONFLICT (bucket, hash) DO UPDATE SET tries = sign_in_failure.tries"};
constexpr Sql count{"sign_in.failure_count", "UPDATE sign_in_failure SET tries = ?3, last_at = ?4, until_at = ?5 WHERE bucket = ?1 AND hash = ?2"};
constexpr Sql take_back{"sign_in.failure_take_back", "UPDATE sign_in_failure SET tries = tries - 1, until_at = 0 WHERE bucket = ?1 AND hash = ?2 AND tries > 0"};
constexpr Sql forget{"sign_in.failure_forget", "DELETE FROM sign_in_failure WHERE bucket = ?1 AND hash = ?2"};
constexpr Sql old{"sign_in.failure_old", "DELETE FROM sign_in_failure WHERE last_at < ?1 OR last_at > ?2"};

// What is counted, and how many tries are free.
struct Bucket {
    std::string_view name;
    std::string hash;
    std::int64_t free;
    bool one_person;   // forgotten when she has signed in
};
std::vector<Bucket> buckets(const vault::Vault& vault, const From& from) {
    if (!from.device.empty()) return {{"device", hashed(vault, Secretly::device, from.device), 5, true}};
    if (from.right_recovery_code) return {{"recovery", from.login_hash, 5, true}};
    const auto network = web::network_of(from.network);
    if (network.empty()) return {{"login", from.login_hash, 50, true}};   // a proxy that tells nothing: nobody pays for others
    return {{"login", from.login_hash, 50, true}, {"network", hashed(vault, Secretly::network, network), 20, false}, {"place", hashed(vault, Secretly::place, from.login_hash + network), 5, true}};
}

struct Row {
    std::int64_t tries = 0, last_at = 0, until_at = 0;
};
Row row_of(db::Reader& reader, const Bucket& bucket, base::Instant now) {
    const auto row = reader.optional_one(find, {bucket.name, db::blob_of(bucket.hash)}, [](const db::Row& r) { return Row{r.integer(0), r.integer(1), r.integer(2)}; }).value_or(Row{});
    // Forgotten after ten minutes, and when the clock has been set back: nobody waits for a day that is over.
    const bool fresh = row.last_at <= now.ms && now.ms - row.last_at < forgotten_ms;
    return fresh ? row : Row{};
}
// 1, 2, 4 … seconds for each try over the free ones.
std::int64_t wait_after(std::int64_t tries, std::int64_t free) {
    if (tries < free) return 0;
    return std::min(longest_wait_ms, std::int64_t{1000} << std::min<std::int64_t>(tries - free, 6));
}

std::optional<std::int64_t> longest(const std::vector<Row>& rows, base::Instant now) {
    std::int64_t wait = 0;
    for (const auto& row : rows) wait = std::max(wait, row.until_at - now.ms);
    return wait > 0 ? std::optional(std::min(wait, longest_wait_ms)) : std::nullopt;
}
std::vector<Row> rows_of(db::Reader& reader, const std::vector<Bucket>& all, base::Instant now) {
    std::vector<Row> rows;
    for (const auto& bucket : all) rows.push_back(row_of(reader, bucket, now));
    return rows;
}
}

std::optional<std::int64_t> waiting(db::Reader& reader, const vault::Vault& vault, const From& from, base::Instant now) { return longest(rows_of(reader, buckets(vault, from), now), now); }

std::optional<std::int64_t> counted(db::Transaction& tx, const vault::Vault& vault, const From& from, base::Instant now) {
    const auto all = buckets(vault, from);
    for (const auto& bucket : all) tx.execute(touch, {bucket.name, db::blob_of(bucket.hash), now.ms});
    const auto rows = rows_of(tx, all, now);
    if (const auto wait = longest(rows, now)) return wait;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto tries = rows[i].tries + 1;
        tx.execute(count, {all[i].name, db::blob_of(all[i].hash), tries, now.ms, now.ms + wait_after(tries, all[i].free)});
    }
    return std::nullopt;
}

void forgiven(db::Transaction& tx, const vault::Vault& vault, const From& from) {
    for (const auto& bucket : buckets(vault, from)) tx.execute(bucket.one_person ? forget : take_back, {bucket.name, db::blob_of(bucket.hash)});
}

std::int64_t remove_old(db::Transaction& tx, base::Instant now) { return tx.execute(old, {now.ms - forgotten_ms, now.ms + forgotten_ms}); }
}
