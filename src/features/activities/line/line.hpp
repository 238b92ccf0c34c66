#pragma once
#include "features/activities/pages_plan.hpp"
#include "features/activities/store_entries.hpp"
#include "features/activities/store_kept.hpp"
#include "features/activities/line/taken_out.hpp"
// Who has a place, an offer, or waits, as the staff see it: as much of a name as the permit let be kept, and each look is in the log.
namespace activities {

struct Standing {
    Entry entry;
    std::string called;             // "Anmälan 3", an alias, or a name
    std::int64_t before = 0;        // of who waits: how many wait before
    std::optional<Needs> needs = {};
    std::optional<Session> time = {};   // of individual times, which
    bool wants_link = false;            // a link goes in what is sent to her
};
// Those who were taken away in one act, and why.
struct Removed {
    base::Instant at;
    WhyOut why;
    std::vector<std::string> called;
    bool held_seats = false;
};
struct Line {
    std::vector<Standing> placed, offered, waiting, interested;
    std::vector<store::Exception> exceptions;
    int seats = 0, free = 0;
    std::optional<EntryId> next = {};   // who would be offered a seat now
    std::optional<queue::Pick> turn = {};   // who would be, were there seats enough, and by which rule (D13)
    std::vector<Removed> removed;           // that can be taken back, the latest first
    const Standing* find(std::string_view entry) const;
};
enum class Show { names, needs };
// Writes the lines of the log: one for the list, and people's own for each name that is shown.
Line read_line(const Visit&, const PlanDesk&, const Activity&, Show);
}
