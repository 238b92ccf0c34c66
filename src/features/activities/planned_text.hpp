#pragma once
#include "features/activities/plan/planning.hpp"
// A plan as text, as it is kept beside a change so that it can be put back. No field holds a line break or a tab: faults() sees to titles and
// words, and a place is trimmed to one line.
namespace activities::planned_text {
std::string of(const Activity&);
// The activity with what the text says; nothing of its state or its numbers.
Activity put_into(Activity, std::string_view text);
// A line each.
std::string of(const std::vector<Session>&);
std::vector<Session> sessions(const Activity&, std::string_view text, base::Instant now);
}
