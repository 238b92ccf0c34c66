#pragma once
#include "platform/audit/head.hpp"
#include "platform/crypto/keys.hpp"
#include <vector>
// Looks for tampering in the whole log (security T25).
namespace audit {

enum class Fault {
    line_changed,       // the line is not as it was sealed
    line_deleted,       // a seal without its line
    line_inserted,      // a line without a seal that is older than a minute, or sealed long after its time
    order_changed,      // lines, or seals, have changed places
    seal_changed,       // a seal that the key did not make
    seal_deleted,       // a hole in the chain
    truncated,          // the chain ends before the exported head
    subjects_changed,   // a person was added to, removed from or exchanged in an act
    replaced,           // another history than the exported head belongs to
};
const char* words(Fault);   // "a line was changed"

struct Finding {
    Fault fault;
    std::int64_t position = 0;   // in the chain; 0: none
    std::string line = {};       // id of the line; empty: none
};
struct Report {
    std::int64_t seals = 0, lines = 0, waiting = 0;   // looked at; waiting: unsealed for less than a minute
    std::int64_t from = 0;                            // gallring took what lay before this position
    bool head_compared = false;
    std::int64_t faults = 0;
    std::vector<Finding> findings;                    // the first hundred
    bool sound() const { return faults == 0; }
};
// How long a line may be without a seal.
inline constexpr std::int64_t may_wait_ms = 60'000;

// Reads everything, some thousand rows at a time, while others go on writing. `exported`: the last head that was kept outside the server;
// without it a cut tail and a history made anew with the stolen key cannot be seen.
Report verify(db::Database&, const crypto::Key&, base::Instant now, const std::optional<Head>& exported = {});
}
