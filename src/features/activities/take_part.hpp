#pragma once
#include "features/activities/use_cases.hpp"
// What becomes a fact of somebody taking part: kind, form, for whom, new or returning, how the sign-up came and where she heard of it; never who.
namespace activities {
inline constexpr std::string_view took_part = "activity.took_part", counted_heads = "activity.heads", led_with_experience = "activity.experience";
facts::Fact fact_of_coming(const Activity&, const Session&, const Entry&, int more);
facts::Fact fact_of_heads(const Activity&, const Session&, int more);
facts::Fact fact_of_experience(const Activity&, const Session&, std::string_view part, int more);
}
