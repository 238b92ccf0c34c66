#include "features/activities/after/survey.hpp"
#include <algorithm>

namespace activities {
namespace {
using pack::Fields;
using enum Fields::Need;
constexpr std::size_t longest_question = 120;

SurveyQuestion question(Fields fields) {
    SurveyQuestion q;
    q.key = fields.text("key", required, 2);
    q.text = {fields.text("text", required, longest_question), fields.text("text_latt", optional, longest_question), fields.text("text_en", optional, longest_question)};
    q.indicator = fields.text("indicator", optional, 40);
    if (q.indicator == pack::missing) q.indicator.clear();
    if (std::find(survey_keys.begin(), survey_keys.end(), q.key) == survey_keys.end())
        fields.report(pack::Grade::fault, "key", "”" + q.key + "” är ingen plats för en fråga.", "Välj en av q1 till q6. En ny fråga får en plats som ingen har haft, så att svaren inte räknas ihop.");
    fields.finish();
    return q;
}
}

Survey parse_survey(std::string_view source, pack::Problems& problems) {
    Survey out;
    if (source.empty()) return out;
    const auto table = pack::parse_toml(source, std::string(survey_path), 1, problems);
    Fields fields(table, std::string(survey_path), problems);
    for (auto& one : fields.tables("question")) {
        auto q = question(one);
        if (std::any_of(out.questions.begin(), out.questions.end(), [&](const SurveyQuestion& had) { return had.key == q.key; }))
            fields.report(pack::Grade::fault, "question", "Två frågor har platsen ”" + q.key + "”.", "Ge den ena en annan plats.");
        out.questions.push_back(std::move(q));
    }
    fields.finish();
    return out;
}
}
