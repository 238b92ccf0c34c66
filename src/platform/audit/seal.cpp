#include "platform/audit/seal.hpp"
#include "platform/audit/chain.hpp"

namespace audit {
namespace {
// Of the lines that wait, the oldest; without `name` the columns of chain::content_of.
constexpr db::Sql waiting_lines{"audit.waiting_lines",
                                "SELECT l.id, l.at, l.subjects, l.account, l.role, l.unit, l.area, l.session, l.act, l.kind, l.object, l.reason "
                                "FROM audit_waiting w JOIN audit_line l ON l.id = w.line ORDER BY l.at, l.id LIMIT ?1"};
constexpr db::Sql subjects_of{"audit.subjects_of", "SELECT area, person FROM audit_subject WHERE line = ?1 ORDER BY area, person"};
constexpr db::Sql add_seal{"audit.add_seal", "INSERT INTO audit_seal (position, line, content, persons, hash, sealed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                                             "ON CONFLICT (line) DO NOTHING"};
constexpr db::Sql no_longer_waiting{"audit.no_longer_waiting", "DELETE FROM audit_waiting WHERE line = ?1"};
constexpr db::Sql any_waiting{"audit.any_waiting", "SELECT line FROM audit_waiting LIMIT 1"};
constexpr db::Sql count_waiting{"audit.count_waiting", "SELECT count(*) FROM audit_waiting"};
// One sealer at a time in all programs on this database; PostgreSQL lets go of it after the seals can be seen by the next.
constexpr db::Sql only_one{"audit.only_one", "SELECT pg_try_advisory_xact_lock(hashtext('lotsen audit ' || coalesce(current_schema(), '')))"};

bool alone(db::Transaction& tx, db::Kind kind) {
    return kind == db::Kind::sqlite || tx.one(only_one, {}, [](const db::Row& row) { return row.truth(0); });
}
chain::Persons persons_of(db::Transaction& tx, const chain::Content& content) {
    if (content.subjects == 0) return {};
    return tx.query(subjects_of, {content.id}, [](const db::Row& row) { return std::pair(std::string(row.text(0)), std::string(row.text(1))); });
}
bool nothing_waits(db::Reader& reader) {
    return reader.query(any_waiting, {}, [](const db::Row&) { return true; }).empty();
}
}

std::int64_t seal(db::Transaction& tx, db::Kind kind, const crypto::Key& key, base::Instant now, std::int64_t most) {
    if (nothing_waits(tx) || !alone(tx, kind)) return 0;
    const auto lines = tx.query(waiting_lines, {most}, [](const db::Row& row) { return chain::content_of(row, 0); });
    auto [position, before, at] = chain::end(tx);
    for (const auto& line : lines) {
        chain::Seal next{position + 1, line.id, chain::of_content(key, line), chain::of_persons(key, persons_of(tx, line)), {}, now.ms};
        next.hash = chain::of_seal(key, next, before);
        // A line that has a seal and waits anyway was put among the waiting by hand: its seal stands.
        const auto added = tx.execute(add_seal, {next.position, next.line, chain::blob_of(next.content), chain::blob_of(next.persons), chain::blob_of(next.hash), next.sealed_at});
        tx.execute(no_longer_waiting, {line.id});
        if (added == 0) continue;
        before = next.hash;
        ++position;
    }
    return static_cast<std::int64_t>(lines.size());
}

Sealer::Sealer(db::Database& database, const crypto::Key& key, const base::Clock& clock, Failed failed, std::chrono::milliseconds every)
    : database_(database), key_(key), clock_(clock), failed_(std::move(failed)) {
    database_.before_group_commit([this](db::Transaction& tx) {
        try {
            seal(tx, db::Kind::sqlite, key_, clock_.now());
        } catch (const std::exception& problem) {
            failed_(problem.what());
            throw;   // the writer undoes what was done here, and stores the group
        }
    });
    thread_ = std::jthread([this, every](const std::stop_token& stop) { work(stop, every); });
}
Sealer::~Sealer() {
    thread_.request_stop();
    thread_.join();
    database_.before_group_commit({});
}

std::int64_t Sealer::seal_now() {
    std::int64_t all = 0;
    for (;;) {
        if (database_.read(nothing_waits)) return all;
        const auto sealed = database_.write([&](db::Transaction& tx) { return seal(tx, database_.kind(), key_, clock_.now()); });
        if (sealed == 0) return all;
        all += sealed;
    }
}

void Sealer::work(const std::stop_token& stop, std::chrono::milliseconds every) {
    std::unique_lock lock(mutex_);
    do {
        try {
            seal_now();
        } catch (const std::exception& problem) {
            failed_(problem.what());
        }
    } while (!stopped_.wait_for(lock, stop, every, [&] { return stop.stop_requested(); }));
}

Sealing sealing(db::Reader& reader) {
    const auto end = chain::end(reader);
    return {reader.one(count_waiting, {}, [](const db::Row& row) { return row.integer(0); }), end.position > 0 ? std::optional(base::Instant{end.at}) : std::nullopt};
}
}
