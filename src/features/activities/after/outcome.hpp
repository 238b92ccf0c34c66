#pragma once
#include "features/activities/session.hpp"
#include "platform/facts/facts.hpp"
// Two plain questions about body and mind, at the first occasion and at the last (guideline S2), and a short survey (feature D14). An answer is a
// fact of the year and of the kind of activity: each question a fact of its own, so that not even two answers of one person belong together.
namespace activities {

enum class Turn { first, last };
inline constexpr std::array turns{Turn::first, Turn::last};
std::string_view key(Turn);
const char* words(Turn);

enum class Part { body, mind };
inline constexpr std::array parts{Part::body, Part::mind};
std::string_view key(Part);
const char* question(Part);

enum class Load { light, rather_light, rather_heavy, heavy };
inline constexpr std::array loads{Load::light, Load::rather_light, Load::rather_heavy, Load::heavy};
std::string_view key(Load);
const char* words(Load);
std::optional<Load> load_from(std::string_view key);

enum class Reply { yes, partly, no, unknown };
inline constexpr std::array replies{Reply::yes, Reply::partly, Reply::no, Reply::unknown};
std::string_view key(Reply);
const char* words(Reply);
std::optional<Reply> reply_from(std::string_view key);

// What is asked at an occasion. `sessions`: all of the activity. Nobody under 18 is asked: the program measures no children.
struct Questions {
    std::optional<Turn> load = {};   // only of what goes on: a series, a group, a course
    bool survey = false;
    bool any() const { return load || survey; }
};
Questions questions_at(const Activity&, const std::vector<Session>& sessions, const SessionId&);

// The day of such a fact is the year's last: it belongs to no occasion.
inline constexpr std::string_view outcome_fact = "activity.outcome", answer_fact = "activity.answer";
facts::Fact fact_of(Kind, int year, Turn, Part, Load, int amount = 1);
facts::Fact fact_of(Kind, int year, std::string_view question, Reply, int amount = 1);
}
