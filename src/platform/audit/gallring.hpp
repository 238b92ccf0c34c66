#pragma once
#include "platform/audit/verify.hpp"
// What is five years old leaves the log (security 4.6), a whole segment at a time; its last seal stays, signed.
namespace audit {

enum class GallringRefusal { log_not_sound };   // destroying would destroy the evidence: run `lotsen audit verify`
struct Gallring {
    std::int64_t lines = 0;      // removed; 0: nothing is old enough
    std::int64_t position = 0;   // the chain goes on after this
};
inline constexpr int kept_years = 5;   // never less (security 4.6)

// Verifies the log, then removes all lines, subjects and seals from the beginning of the chain up to the first line younger than that, at
// most 1000 in one transaction. The only statements in the program that delete from the log.
base::Result<Gallring, GallringRefusal> gallra(db::Database&, const crypto::Key&, base::Instant now, int years = kept_years);
}
