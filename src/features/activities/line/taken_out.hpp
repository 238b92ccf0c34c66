#pragma once
#include "features/activities/use_cases.hpp"
// Several of the line at once, by a member of the staff: offered a seat, or taken away with a reason, and that taken back.
namespace activities {

// Why somebody is taken away: a closed list, so that nothing about her is written.
enum class WhyOut { asked, stopped, twice, mistake };
inline constexpr std::array all_why_out{WhyOut::asked, WhyOut::stopped, WhyOut::twice, WhyOut::mistake};
std::string_view key(WhyOut);
std::optional<WhyOut> why_out_from(std::string_view key);

// A row of activities_taken_out.
struct TakenOut {
    EntryId entry;
    EntryState was;
    WhyOut why;
    std::string account;
    base::Instant at;
};
// So long it can be taken back, while the seat is nobody else's.
inline constexpr std::int64_t put_back_ms = 24LL * 60 * 60'000;

struct Several {
    ActivityId activity;
    std::vector<EntryId> who;
};
// All or nobody, in the order they would be offered a seat. Each who goes before others is in the log, with the reason.
Answer offer_places(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Several&, std::optional<queue::Why>);
// All or nobody; those without a seat first, so that none of them is offered one on the way out. An offer is never taken back.
Answer take_out(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Several&, std::optional<WhyOut>);
// Those who were taken away at that moment stand where they stood. What they needed and the links that were sent are gone.
Answer put_back(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&, base::Instant taken_at);

namespace store {
void keep_taken_out(db::Transaction&, const AreaScope&, const Entry&, const TakenOut&);
void forget_taken_out(db::Transaction&, const AreaScope&, const EntryId&);
// Of one activity from that moment on, the latest first.
std::vector<TakenOut> taken_out(db::Reader&, const AreaScope&, const Activity&, base::Instant from);
}
}
