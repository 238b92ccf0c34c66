#include "features/guideline/pages_public.hpp"
#include "platform/calendar/date.hpp"

namespace guideline {
namespace {
Edition edition(const Guideline& g) { return {g.version, g.decision_date, g.decision_number, g.valid_from, {}}; }
std::string day_before(const std::string& day) {
    const auto date = calendar::date_from(day);
    base::require(date.has_value(), "a decided version has no first day");
    return calendar::iso(calendar::plus_days(*date, -1));
}
}

std::vector<Edition> editions(const Shown& shown, const std::vector<Version>& versions) {
    std::vector<Edition> out;
    for (const auto& v : versions) {
        pack::Problems old;
        auto one = edition(parse(v.source, *shown.references, old));
        one.number = v.number, one.coming = !v.in_force_at;
        if (!out.empty()) one.until = day_before(out.back().valid_from);
        out.push_back(std::move(one));
    }
    if (out.empty()) out.push_back(edition(*shown.guideline));
    const auto now = std::find_if(out.begin(), out.end(), [](const Edition& e) { return !e.coming; });
    base::require(now != out.end(), "no version is in force");
    now->in_force = true;
    return out;
}

const Edition* on_day(const std::vector<Edition>& all, std::string_view day) {
    for (const auto& e : all)
        if (e.valid_from.empty() || e.valid_from <= day) return &e;
    return nullptr;
}
}
