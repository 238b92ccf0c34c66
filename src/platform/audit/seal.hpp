#pragma once
#include "platform/crypto/keyed_hash.hpp"
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
// The chain that shows tampering (ADR 0030, security T25): each line gets a seal, an HMAC over the line, its subjects and the seal before.
// Who can write in the database but has not the key cannot make one.
namespace audit {

// Seals at most `most` lines that wait, in the order of their time, and returns how many. On PostgreSQL only one program at a time does it;
// the others get 0.
std::int64_t seal(db::Transaction&, db::Kind, const crypto::Key&, base::Instant now, std::int64_t most = 1000);

// Seals by itself as long as it lives: inside each group commit on SQLite, once a second on PostgreSQL; on both it also finds lines that a
// program without the key has left. The database and the key must outlive it. One for each program.
class Sealer {
public:
    // Told when sealing failed: the lines are stored, and wait. Must not throw.
    using Failed = std::function<void(const std::string& why)>;
    Sealer(db::Database&, const crypto::Key&, const base::Clock&, Failed, std::chrono::milliseconds every = std::chrono::seconds(1));
    ~Sealer();
    Sealer(const Sealer&) = delete;
    // Seals all that waits now; returns how many lines.
    std::int64_t seal_now();

private:
    void work(const std::stop_token&, std::chrono::milliseconds every);

    db::Database& database_;
    const crypto::Key& key_;
    const base::Clock& clock_;
    const Failed failed_;
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;
};

// For the metrics: how many lines wait, and when the last seal was made (nothing: there is none).
struct Sealing {
    std::int64_t waiting = 0;
    std::optional<base::Instant> last;
};
Sealing sealing(db::Reader&);
}
