#include "features/privacy/public.hpp"
#include "features/privacy/review.hpp"

namespace privacy {
namespace {
// The last of an unbroken row from the oldest month; nothing when the oldest is not signed.
std::optional<Month> signed_until(db::Reader& reader, const staff::ControllerId& controller, base::Instant now) {
    auto all = months(reader, controller, now);
    std::reverse(all.begin(), all.end());
    std::optional<Month> last;
    for (const auto& month : all) {
        if (!month.signature) break;
        last = month.month;
    }
    return last;
}
}

std::optional<std::string> log_reviewed(db::Reader& reader, base::Instant now) {
    const auto all = staff::organisation(reader, now);
    std::optional<Month> least;
    for (const auto& controller : all.controllers) {
        if (areas_of(controller.id, all).empty()) continue;
        const auto last = signed_until(reader, controller.id, now);
        if (!last) return std::nullopt;
        least = least ? std::min(*least, *last) : *last;
    }
    return least ? std::optional(text_of(*least)) : std::nullopt;
}
}
