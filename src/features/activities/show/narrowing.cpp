#include "features/activities/show/narrowing.hpp"
#include "features/activities/parts_public.hpp"
#include <algorithm>
#include <set>

namespace activities {
namespace {
constexpr calendar::TimeOfDay evening_begins{17 * 60};
bool weekend(const Session& s) { return calendar::weekday(s.times.day()) >= calendar::Weekday::saturday; }
bool evening(const Session& s) { return !weekend(s) && s.times.begins() >= evening_begins; }
bool daytime(const Session& s) { return !weekend(s) && s.times.begins() < evening_begins; }
std::function<bool(const Listed&)> any_of(bool (*fits)(const Session&)) {
    return [fits](const Listed& one) { return std::any_of(one.sessions.begin(), one.sessions.end(), [&](const Session& s) { return s.takes_place() && fits(s); }); };
}
std::set<std::string> places(const Listing& listing) {
    std::set<std::string> out;
    for (const auto& one : listing.all)
        for (const auto& s : one.sessions)
            if (s.takes_place() && !s.place.empty()) out.insert(s.place);
    return out;
}
std::function<bool(const Listed&)> at(const std::string& place) {
    return [place](const Listed& one) { return std::any_of(one.sessions.begin(), one.sessions.end(), [&](const Session& s) { return s.takes_place() && s.place == place; }); };
}

std::vector<Narrow> everything(const Visit& visit, const Listing& listing) {
    std::vector<Narrow> out;
    const auto add = [&](std::string_view facet, std::string_view value, std::string_view words, std::function<bool(const Listed&)> fits) { out.push_back({std::string(facet), std::string(value), std::string(words), std::move(fits)}); };
    add(when_facet, "dag", visit.t("Dagtid"), any_of(daytime));
    add(when_facet, "kvall", visit.t("Kväll"), any_of(evening));
    add(when_facet, "helg", visit.t("Helg"), any_of(weekend));
    add(where_facet, "natet", visit.t("På nätet"), any_of([](const Session& s) { return on_the_net(s.way); }));
    for (const auto& place : places(listing)) add(where_facet, place, place, at(place));
    for (const auto who : for_whoms) add(for_facet, key(who), words(visit, who), [who](const Listed& one) { return one.activity.for_whom == who; });
    for (const auto kind : kinds) add(kind_facet, key(kind), words(visit, kind), [kind](const Listed& one) { return one.activity.kind == kind; });
    for (auto& n : out)
        for (const auto& [name, value] : visit.request.query)
            if (name == n.facet && value == n.value) n.chosen = true;
    return out;
}

// Whether it fits all that is chosen; `also` counts as chosen, alone in its question.
bool fits(const std::vector<Narrow>& all, const Listed& one, const Narrow* also) {
    std::set<std::string_view> asked, answered;
    for (const auto& n : all) {
        const bool counts = also && n.facet == also->facet ? &n == also : n.chosen;
        if (!counts) continue;
        asked.insert(n.facet);
        if (n.fits(one)) answered.insert(n.facet);
    }
    return asked == answered;
}
}

bool Narrowing::any() const {
    return std::any_of(all.begin(), all.end(), [](const Narrow& n) { return n.chosen; });
}
Narrowing narrowing(const Visit& visit, const Listing& listing) {
    Narrowing out{.all = everything(visit, listing), .shown = {}};
    for (const auto& one : listing.all) {
        if (fits(out.all, one, nullptr)) out.shown.push_back(&one);
        for (auto& n : out.all) n.count += fits(out.all, one, &n) ? 1 : 0;
    }
    return out;
}
}
