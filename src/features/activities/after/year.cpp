#include "features/activities/after/year.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "features/activities/sign_up/background.hpp"
#include "features/activities/line/take_part.hpp"
#include "features/activities/sign_up/wishes.hpp"

namespace activities {
namespace {
using facts::Dimension;
using facts::Group;
using facts::Sums;
using facts::TableSpec;
constexpr std::int64_t least_answers = 5;
constexpr auto unsaid = i18n::key("Inte sagt");
constexpr std::array asked_kinds{Kind::series, Kind::group, Kind::course};

Dimension by_kind() {
    Dimension out{"activity", i18n::key("Slags aktivitet"), {}};
    for (const auto kind : kinds) out.groups.push_back({words_of_kind(kind), {key(kind)}});
    return out;
}
Dimension by_form() { return {"form", i18n::key("Hur"), {{i18n::key("På plats"), {"room"}}, {i18n::key("På nätet"), {"online", "video"}}, {i18n::key("På plats eller på nätet"), {"hybrid"}}, {i18n::key("Telefon eller hembesök"), {"phone", "home"}}}}; }
// Those who are young are one row: so few that a row of each would be about somebody (security 7.4, 7.6).
Dimension for_whom() { return {"for_whom", i18n::key("För vem"), {{i18n::key("Alla som hjälper någon"), {"anyone"}}, {i18n::key("Föräldrar"), {"parents"}}, {i18n::key("Unga vuxna"), {"young_adults"}}, {i18n::key("Barn, unga och syskon"), {"siblings", "from_15_to_17", "under_15"}}}}; }
Dimension been() { return {"been_before", i18n::key("Har varit med förut"), {{i18n::key("Ny"), {"new"}}, {i18n::key("Har varit med förut"), {"returning"}}, {unsaid, {""}}}}; }
Dimension been_said() { return {"been_before", i18n::key("Har varit med förut"), {{i18n::key("Ny"), {"new"}}, {i18n::key("Har varit med förut"), {"returning"}}}}; }
Dimension came_by() { return {"came_by", i18n::key("Hur anmälan kom"), {{i18n::key("Webben"), {"web"}}, {i18n::key("Telefon"), {"phone"}}, {i18n::key("Papper"), {"paper"}}, {i18n::key("På plats hos oss"), {"desk", ""}}}}; }
Dimension heard_of() {
    return {"heard_of", i18n::key("Hörde talas om det genom"), {{i18n::key("Personal i kommunen"), {"staff"}}, {i18n::key("Vården"), {"health_care"}}, {i18n::key("Skolan"), {"school"}}, {i18n::key("Vänner eller släkt"), {"family"}},
                                                               {i18n::key("Webbplatsen eller sociala medier"), {"web"}}, {i18n::key("Broschyr, affisch eller tidning"), {"paper"}}, {i18n::key("Förening eller församling"), {"association"}}, {i18n::key("Har varit med förut"), {"before"}},
                                                               {i18n::key("På annat sätt"), {"other"}}}};
}
Dimension seldom_reached() {
    Dimension out{"seldom_reached", i18n::key("De vi når för sällan"), {}};
    for (const auto who : all_seldom_reached) out.groups.push_back({words(who), {key(who)}});
    return out;
}
Dimension by_why() {
    Dimension out{"why_left", i18n::key("Varför"), {}};
    for (const auto why : whys_left) out.groups.push_back({words(why), {key(why)}});
    return out;
}
Dimension by_experience() { return {"experience", i18n::key("Egen erfarenhet"), {{i18n::key("Ledde tillsammans med oss"), {"co_leader"}}, {i18n::key("Var gäst"), {"guest"}}, {i18n::key("Berättade"), {"storyteller"}}}}; }
Dimension by_load() {
    Dimension out{"load", i18n::key("Svar"), {}};
    for (const auto load : loads) out.groups.push_back({words(load), {key(load)}});
    return out;
}
Dimension by_occasion() {
    Dimension out{"occasion", i18n::key("När"), {}};
    for (const auto o : turns) out.groups.push_back({words(o), {key(o)}});
    return out;
}
Dimension by_reply() {
    Dimension out{"reply", i18n::key("Svar"), {}};
    for (const auto r : replies) out.groups.push_back({words(r), {key(r)}});
    return out;
}

const std::vector<TableSpec>& of_participation() {
    static const std::vector<TableSpec> all{{"slag-varit", i18n::key("Slag av aktivitet, nya och återkommande"), by_kind(), been()},
                                            {"slag-hur", i18n::key("Slag av aktivitet, och hur"), by_kind(), by_form()},
                                            {"for-vem", i18n::key("För vem"), for_whom()},
                                            {"anmalan", i18n::key("Hur anmälan kom"), came_by()}};
    return all;
}
const std::vector<TableSpec>& of_heads() {
    static const std::vector<TableSpec> all{{"huvuden", i18n::key("Räknade utan anmälan"), by_kind()}};
    return all;
}
const std::vector<TableSpec>& of_experience() {
    static const std::vector<TableSpec> all{{"egen-erfarenhet", i18n::key("Egen erfarenhet, gånger"), by_experience()}, {"egen-erfarenhet-slag", i18n::key("Egen erfarenhet, slag av aktivitet"), by_kind()}};
    return all;
}
// What was answered after a sign-up and apart from it: each question a table of its own (feature O2).
const std::vector<TableSpec>& of_background() {
    static const std::vector<TableSpec> all{{"varit", i18n::key("Har varit med förut"), been_said()}, {"hort", i18n::key("Hur man hittade hit"), heard_of()}, {"grupper", i18n::key("De vi når för sällan"), seldom_reached()}};
    return all;
}
const std::vector<TableSpec>& of_leaving() {
    static const std::vector<TableSpec> all{{"lamnat", i18n::key("Varför någon lämnade sin plats"), by_why()}};
    return all;
}
const TableSpec& of_outcome() {
    static const TableSpec spec{"kropp-och-tankar", i18n::key("Svar"), by_load(), by_occasion()};
    return spec;
}
const TableSpec& of_answers() {
    static const TableSpec spec{"fragor", i18n::key("Svar"), by_reply()};
    return spec;
}

// Enough to be shown at all: twenty as published, and in no case when fewer than five have answered, whatever the noise (security 7.4, 7.6).
bool enough(const std::string& name, const Sums& sums, const facts::Publisher& publisher) {
    std::int64_t really = 0;
    for (const auto& sum : sums) really += sum.amount;
    return really >= least_answers && facts::total(name, sums, publisher) >= facts::least_in_table;
}
std::vector<std::pair<Kind, std::int64_t>> visits(const Sums& people, const Sums& came, const std::string& year, const facts::Publisher& publisher) {
    std::vector<std::pair<Kind, std::int64_t>> out;
    for (const auto kind : kinds) {
        const auto of_kind = "|" + year + "|" + std::string(key(kind));
        if (enough("joined" + of_kind, facts::only(people, "activity", key(kind)), publisher)) out.emplace_back(kind, facts::total("came" + of_kind, facts::only(came, "activity", key(kind)), publisher));
    }
    return out;
}
std::vector<facts::Counted> background(const Sums& all, const std::string& year, const facts::Publisher& publisher) {
    std::vector<facts::Counted> out;
    for (const auto& spec : of_background()) {
        Sums said;
        for (const auto& sum : all)
            if (!sum.says(spec.rows.key).empty()) said.push_back(sum);
        const auto name = "background|" + year + "|" + std::string(spec.rows.key);
        if (enough(name, said, publisher)) out.push_back(facts::counted(spec, name, said, publisher));
    }
    return out;
}
Participation participation(db::Reader& reader, const std::string& year, calendar::Date first, calendar::Date last, const facts::Publisher& publisher) {
    const auto people = facts::sums(reader, joined, first, last), heads = facts::sums(reader, counted_heads, first, last), experienced = facts::sums(reader, led_with_experience, first, last);
    const auto left = facts::sums(reader, left_why, first, last);
    Participation out{.joined = facts::total("joined|" + year, people, publisher), .heads = facts::total("heads|" + year, heads, publisher), .experienced = facts::total("experience|" + year, experienced, publisher)};
    if (enough("joined|" + year, people, publisher))
        for (const auto& spec : of_participation()) out.tables.push_back(facts::counted(spec, "joined|" + year, people, publisher));
    out.visits = visits(people, facts::sums(reader, took_part, first, last), year, publisher);
    if (enough("heads|" + year, heads, publisher))
        for (const auto& spec : of_heads()) out.counted.push_back(facts::counted(spec, "heads|" + year, heads, publisher));
    if (enough("experience|" + year, experienced, publisher))
        for (const auto& spec : of_experience()) out.helped.push_back(facts::counted(spec, "experience|" + year, experienced, publisher));
    if (enough("left|" + year, left, publisher))
        for (const auto& spec : of_leaving()) out.left.push_back(facts::counted(spec, "left|" + year, left, publisher));
    out.background = background(facts::sums(reader, background_fact, first, last), year, publisher);
    return out;
}
OutcomeTable outcome(const Sums& all, const std::string& year, Kind kind, Part part, const facts::Publisher& publisher) {
    const auto these = facts::only(facts::only(all, "activity", key(kind)), "part", key(part));
    const auto name = "outcome|" + year + "|" + std::string(key(kind)) + "|" + std::string(key(part));
    OutcomeTable out{kind, part, std::nullopt};
    if (enough(name, these, publisher)) out.table = facts::counted(of_outcome(), name, these, publisher);
    return out;
}
SurveyTable answers(const Sums& all, const std::string& year, const std::string& question, const facts::Publisher& publisher) {
    const auto asked = facts::only(all, "question", question);
    SurveyTable out{question};
    for (const auto kind : kinds) {
        const auto these = facts::only(asked, "activity", key(kind));
        const auto name = "answer|" + year + "|" + question + "|" + std::string(key(kind));
        if (enough(name, these, publisher)) out.of_kinds.emplace_back(kind, facts::counted(of_answers(), name, these, publisher));
    }
    return out;
}
}

const char* words_of_kind(Kind kind) {
    switch (kind) {
        case Kind::lecture: return i18n::key("Föreläsning");
        case Kind::drop_in: return i18n::key("Öppen träff");
        case Kind::series: return i18n::key("Träffserie");
        case Kind::group: return i18n::key("Grupp");
        case Kind::course: return i18n::key("Kurs");
        case Kind::individual: return i18n::key("Enskild tid");
    }
    throw base::Bug("an unknown kind");
}

std::vector<int> closed_years(db::Reader& reader, calendar::Date today) {
    const auto first = facts::first_day(reader);
    std::vector<int> out;
    if (first)
        for (int year = today.year - 1; year >= first->year; --year)
            if (!facts::open({year, 12, 31}, today)) out.push_back(year);
    return out;
}
YearFigures year_figures(db::Reader& reader, int year, const Survey& survey, const facts::Publisher& publisher) {
    const calendar::Date first{year, 1, 1}, last{year, 12, 31};
    const auto name = base::to_text(year);
    YearFigures out{.year = year, .participation = participation(reader, name, first, last, publisher), .outcomes = {}, .survey = {}};
    const auto loads_said = facts::sums(reader, outcome_fact, first, last), answers_said = facts::sums(reader, answer_fact, first, last);
    for (const auto kind : asked_kinds)
        for (const auto part : parts) out.outcomes.push_back(outcome(loads_said, name, kind, part, publisher));
    for (const auto& q : survey.questions) out.survey.push_back(answers(answers_said, name, q.key, publisher));
    return out;
}
}
