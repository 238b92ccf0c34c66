#pragma once
#include "features/activities/use_cases.hpp"
// Who would be told of a step, and by which way, so that it can be looked at before it happens.
namespace activities {

// How many persons by each way. at_place: no way is safe, or we know nobody's name; the leader tells them.
struct ByWay {
    int mail = 0, sms = 0, call = 0, at_place = 0;
    int all() const { return mail + sms + call + at_place; }
    bool operator==(const ByWay&) const = default;
};
// Asked as settling::told asks, without writing anything.
ByWay by_way(db::Reader&, const AreaScope&, base::Instant now, const std::vector<Entry>&);
// Those whom the step would tell.
std::vector<Entry> concerned(db::Reader&, const AreaScope&, const Activity&, Step);
// What follows on the state it is in.
std::vector<Step> steps_from(const Activity&);
std::string_view key(Step);   // "open": as addresses have it
std::optional<Step> step_from(std::string_view key);
// Why the step would be refused now; nothing: it may be taken.
std::optional<Refusal> hinders(db::Reader&, const AreaScope&, base::Instant now, const Activity&, Step);
}
