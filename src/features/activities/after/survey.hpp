#pragma once
#include "platform/i18n/language.hpp"
#include "platform/pack/value.hpp"
#include <array>
#include <string>
#include <vector>
// survey.toml: the few questions that are asked when it is over, in the municipality's words (feature D14).
namespace activities {

inline constexpr std::string_view survey_path = "survey.toml";
// What a question is called in the figures; another question gets another, so that two are never added together.
inline constexpr std::array<std::string_view, 6> survey_keys{"q1", "q2", "q3", "q4", "q5", "q6"};

struct SurveyQuestion {
    std::string key;
    i18n::Text text;
    std::string indicator;   // id of the indicator it answers; empty: the municipality has not said which
};
struct Survey {
    std::vector<SurveyQuestion> questions;
};
// A pack may be without it: then nothing is asked.
Survey parse_survey(std::string_view source, pack::Problems&);
}
