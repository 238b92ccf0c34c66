// The closed list: which dimensions each kind of fact may have, and what each may say. Coarse on purpose (security 7.1): no day of birth, no
// place, no diagnosis, no protected identity. A word that is taken away here is still read where it stands.
#include "platform/facts/facts.hpp"
#include <algorithm>
#include <span>

namespace facts {
namespace {
using Values = std::span<const std::string_view>;
constexpr auto channels = std::to_array<std::string_view>({"phone", "visit", "letter", "mail", "sms", "video", "written", "call", "named", "referral"});
constexpr auto subjects = std::to_array<std::string_view>({"information", "talk", "group", "respite", "home_help", "money", "coordination", "rights", "not_working",
                          "new", "health", "grief", "children", "worry", "other"});
constexpr auto outcomes = std::to_array<std::string_view>({"answered", "advice", "service", "handed_over", "not_reached", "no_wish", "wrong_place"});
constexpr auto sexes = std::to_array<std::string_view>({"woman", "man", "other"});
constexpr auto ages = std::to_array<std::string_view>({"under_18", "18_64", "65_up"});
constexpr auto target_groups = std::to_array<std::string_view>({"older", "disability", "illness", "mental_health", "addiction", "child_needs", "other"});
constexpr auto times = std::to_array<std::string_view>({"under_1", "1_5", "over_5"});
constexpr auto ways_here = std::to_array<std::string_view>({"staff", "health_care", "school", "family", "web", "paper", "association", "before", "other"});
constexpr auto children = std::to_array<std::string_view>({"yes", "no", "not_asked"});
constexpr auto works = std::to_array<std::string_view>({"unit_visit", "apt", "school_visit", "lecture", "network", "stand"});
constexpr auto focuses = std::to_array<std::string_view>({"noticed_needs", "reach_new"});
constexpr auto operations = std::to_array<std::string_view>({"older", "disability", "individual_family", "school_health", "culture_leisure", "other"});
constexpr auto activities = std::to_array<std::string_view>({"lecture", "drop_in", "series", "group", "course", "individual"});
constexpr auto forms = std::to_array<std::string_view>({"room", "online", "hybrid", "phone", "video", "home"});
constexpr auto for_whoms = std::to_array<std::string_view>({"anyone", "parents", "siblings", "young_adults", "from_15_to_17", "under_15"});
constexpr auto been = std::to_array<std::string_view>({"new", "returning"});
constexpr auto whys_left = std::to_array<std::string_view>({"time", "way_there", "not_for_me", "no_respite", "enough", "other"});
constexpr auto came_by = std::to_array<std::string_view>({"web", "phone", "paper", "desk"});
constexpr auto occasions = std::to_array<std::string_view>({"first", "last"});
constexpr auto parts = std::to_array<std::string_view>({"body", "mind"});
constexpr auto loads = std::to_array<std::string_view>({"light", "rather_light", "rather_heavy", "heavy"});
constexpr auto questions = std::to_array<std::string_view>({"q1", "q2", "q3", "q4", "q5", "q6"});
constexpr auto replies = std::to_array<std::string_view>({"yes", "partly", "no", "unknown"});
constexpr auto experienced = std::to_array<std::string_view>({"co_leader", "guest", "storyteller"});

constexpr std::array<std::string_view, 5> seldom_reached{"working", "man", "abuse_or_illness", "lss", "none_of_these"};
struct Dimension {
    std::string_view key;
    Values values;
};
constexpr std::array of_contacts{Dimension{"channel", channels}, Dimension{"subject", subjects},         Dimension{"outcome", outcomes},
                                 Dimension{"sex", sexes},        Dimension{"age", ages},                 Dimension{"helped_for", target_groups},
                                 Dimension{"helped_long", times}, Dimension{"heard_of", ways_here},      Dimension{"children", children}};
constexpr std::array of_work{Dimension{"work", works}, Dimension{"focus", focuses}, Dimension{"operation", operations}};
constexpr std::array of_activities{Dimension{"activity", activities}, Dimension{"form", forms}, Dimension{"for_whom", for_whoms}, Dimension{"been_before", been}, Dimension{"heard_of", ways_here},
                                   Dimension{"came_by", came_by}};
constexpr std::array of_visits{Dimension{"activity", activities}};
constexpr std::array of_background{Dimension{"been_before", been}, Dimension{"heard_of", ways_here}, Dimension{"seldom_reached", seldom_reached}};
constexpr std::array of_leaving{Dimension{"activity", activities}, Dimension{"why_left", whys_left}};
constexpr std::array of_outcomes{Dimension{"activity", activities}, Dimension{"occasion", occasions}, Dimension{"part", parts}, Dimension{"load", loads}};
constexpr std::array of_answers{Dimension{"activity", activities}, Dimension{"question", questions}, Dimension{"reply", replies}};
constexpr std::array of_experience{Dimension{"activity", activities}, Dimension{"form", forms}, Dimension{"experience", experienced}};
struct Kind {
    std::string_view name;
    std::span<const Dimension> dimensions;
    bool of_a_year = false;
};
constexpr std::array kinds{
    Kind{"contact.logged", of_contacts},   // a contact by telephone or at the door
    Kind{"contact.closed", of_contacts},   // one that came through the site
    Kind{"contact.concern", {}},           // the routine for worry was followed: counted alone, never crossed (security 7.6)
    Kind{"work.done", of_work},            // the consultant's own work
    Kind{"work.heads", of_work},           // how many took part; the amount
    Kind{"work.minutes", of_work},         // how long it took; the amount
    Kind{"activity.joined", of_activities, true},      // somebody came for the first time that year to that kind of activity; the amount: one, or two
    Kind{"activity.took_part", of_visits, true},       // somebody who had signed up came to an occasion; the amount: one, or two
    Kind{"activity.heads", of_activities, true},       // heads counted at an occasion, without names; the amount
    Kind{"activity.left", of_leaving, true},           // somebody left a place and said why, when she wanted to
    Kind{"activity.background", of_background, true},  // an answer to one of the voluntary questions after a sign-up (feature O2)
    Kind{"activity.outcome", of_outcomes, true},       // an answer about body or mind (guideline S2)
    Kind{"activity.answer", of_answers, true},         // an answer to the short survey (feature D14)
    Kind{"activity.experience", of_experience, true},  // carers with own experience who helped to lead (guideline M3, P2); the amount
};
}

bool known(std::string_view kind) {
    return std::any_of(kinds.begin(), kinds.end(), [&](const Kind& k) { return k.name == kind; });
}
bool of_a_year(std::string_view kind) {
    return std::any_of(kinds.begin(), kinds.end(), [&](const Kind& k) { return k.name == kind && k.of_a_year; });
}
bool known(std::string_view kind, const Word& word) {
    for (const auto& k : kinds)
        for (const auto& d : k.dimensions)
            if (k.name == kind && d.key == word.key) return std::find(d.values.begin(), d.values.end(), word.says) != d.values.end();
    return false;
}
}
