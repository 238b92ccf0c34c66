#pragma once
#include "features/activities/use_cases.hpp"
// What becomes a fact of somebody taking part: once a year kind, form, for whom, how the sign-up came, and new or returning where a rule asked;
// each time only the kind; never who, and never which day.
namespace activities {
inline constexpr std::string_view joined = "activity.joined", took_part = "activity.took_part", counted_heads = "activity.heads", led_with_experience = "activity.experience", left_why = "activity.left";
facts::Fact fact_of_joining(const Activity&, const Session&, const Entry&, int more);
facts::Fact fact_of_coming(const Activity&, const Session&, int more);
facts::Fact fact_of_heads(const Activity&, const Session&, int more);
facts::Fact fact_of_experience(const Activity&, const Session&, std::string_view part, int more);
}
