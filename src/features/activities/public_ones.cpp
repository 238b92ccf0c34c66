#include "features/activities/public.hpp"
#include "features/activities/store.hpp"
#include <algorithm>

namespace activities {
namespace {
std::int64_t next_of(const Public& p) {
    for (const auto& s : p.sessions)
        if (s.takes_place()) return s.times.begins_at().ms;
    return std::numeric_limits<std::int64_t>::max();
}
}
std::vector<Public> public_ones(db::Reader& reader, base::Instant from) {
    std::vector<Public> out;
    for (const auto state : {State::interest, State::threshold, State::open, State::running, State::self_led})
        for (auto& activity : store::in_state(reader, state)) {
            auto sessions = store::sessions_from(reader, activity, from);
            out.push_back({std::move(activity), std::move(sessions)});
        }
    std::stable_sort(out.begin(), out.end(), [](const Public& a, const Public& b) { return next_of(a) < next_of(b); });
    return out;
}
std::vector<Public> called_off_ones(db::Reader& reader, base::Instant from) {
    std::vector<Public> out;
    for (auto& activity : store::called_off_from(reader, from)) {
        auto sessions = store::sessions_from(reader, activity, from);
        std::erase_if(sessions, [](const Session& s) { return s.takes_place(); });
        out.push_back({std::move(activity), std::move(sessions)});
    }
    return out;
}
}
