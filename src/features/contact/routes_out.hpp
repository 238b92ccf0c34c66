#pragma once
#include "features/contact/contact.hpp"
#include "platform/calendar/working.hpp"
#include "platform/pack/value.hpp"
// The municipality's own ways outside this system: whom a text goes to that may begin an investigation, that tells of a child at risk, of a
// shortcoming, of violence. Read from the pack: none of it is ours to invent.
namespace contact {

// One way; what is empty is not filled in yet.
struct WayOut {
    std::string who, phone, how, routine;   // routine: where the municipality keeps its own
    std::optional<int> hours;               // working hours within which it is handed over; nothing: at once
};
struct WaysOut {
    std::array<WayOut, route_kinds.size()> ways;
    std::string violence_questions;         // where the structured questions of the municipality's routine are kept
    bool invented = false;                  // in the demonstration
    const WayOut& of(RouteKind kind) const { return ways[static_cast<std::size_t>(kind)]; }
};
inline constexpr std::string_view ways_out_record = "routes.toml";
WaysOut parse_ways_out(std::string_view source, const std::string& file, pack::Problems&);

// "genast" stands in the law itself: SoL 14:2, 19:1, 27:2. No pack can give more time.
bool at_once_by_law(RouteKind);
// By when it is to be handed over.
base::Instant due(const WaysOut&, RouteKind, const calendar::WorkingCalendar&, base::Instant opened);
}
