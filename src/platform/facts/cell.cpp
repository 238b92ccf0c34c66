#include "platform/facts/cell.hpp"
#include <algorithm>

namespace facts {
namespace {
// 53 bits of the hash, never 0: the step has an end.
double share_of(const crypto::Digest& digest) {
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits = bits << 8 | digest[static_cast<std::size_t>(i)];
    return (static_cast<double>(bits >> 11) + 0.5) / 9007199254740992.0;
}
// Two-sided geometric: at least m steps away with probability 2·alpha^m / (1 + alpha), to either side alike.
std::int64_t step_of(const crypto::Digest& digest) {
    const double share = share_of(digest);
    std::int64_t steps = 0;
    for (double least = 2 * alpha / (1 + alpha); share < least; least *= alpha) ++steps;
    return digest[8] & 1 ? -steps : steps;
}
std::string key_of(const Cell& cell) { return cell.facts == 0 ? "empty " + cell.name : "salts " + std::to_string(cell.salts); }
}

void Cell::add(const Sum& sum) {
    count += sum.amount;
    facts += sum.facts;
    salts += sum.salts;   // mod 2^32, as unsigned numbers are
}

std::int64_t Publisher::published(const Cell& cell) const {
    const auto noisy = std::max<std::int64_t>(0, cell.count + step_of(hash_.of(key_of(cell))));
    return (noisy + base_of_rounding / 2) / base_of_rounding * base_of_rounding;
}
}
