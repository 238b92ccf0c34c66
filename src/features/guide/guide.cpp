#include "features/guide/guide.hpp"
#include <algorithm>
#include <tuple>

namespace guide {
namespace {
using pack::Fields;
using pack::Grade;
using enum Fields::Need;
constexpr std::size_t most_questions = 6, most_in_a_group = 6, enough = 5;
constexpr int made_for_this = 3;   // an offer that an answer leads to counts this many times one that only shares a word with it

i18n::Text in_languages(Fields& fields, const std::string& key, Fields::Need need) {
    return {fields.text(key, need, 200), fields.text(key + "_latt", optional, 200), fields.text(key + "_en", optional, 200)};
}

Option option(Fields fields, const directory::Catalogue& catalogue, const articles::Library& library) {
    Option o;
    o.key = fields.text("key", required, 40);
    o.text = in_languages(fields, "text", required);
    o.because = in_languages(fields, "because", optional);
    o.weight = static_cast<int>(fields.number("weight", 1, 1, 5));
    o.alone = fields.flag("alone");
    for (const auto& match : fields.texts("matches"))
        if (const auto* term = catalogue.vocabulary().find(match)) o.matches.set(term->number);
        else fields.report(Grade::fault, "matches", "”" + match + "” finns inte i vocabulary.toml.", "Skriv frågans nyckel, kolon och ordets nyckel, till exempel \"need:respite\".");
    o.leads_to = fields.texts("leads_to");
    for (const auto& name : o.leads_to)
        if (!catalogue.find(name)) fields.report(Grade::fault, "leads_to", "Stödet ”" + name + "” finns inte.", "Rätta namnet.");
    o.pages = fields.texts("pages");
    for (const auto& page : o.pages)
        if (!library.find(page)) fields.report(Grade::fault, "pages", "Sidan ”" + page + "” finns inte.", "Rätta namnet.");
    if (o.matches.any() && o.because.sv.empty()) fields.report(Grade::fault, "because", "Svaret leder till stöd men säger inte varför.", "Lägg till because = \"…\" som avslutar ”Visas för att …”.");
    fields.finish();
    return o;
}

Question question(Fields fields, const directory::Catalogue& catalogue, const articles::Library& library) {
    Question q;
    q.key = fields.text("key", required, 40);
    q.text = in_languages(fields, "text", required);
    q.hint = in_languages(fields, "hint", optional);
    q.many = fields.text("answers", required, 4) == "many";
    for (auto& entry : fields.tables("option")) q.options.push_back(option(entry, catalogue, library));
    fields.finish();
    return q;
}

// Somebody under 15 is not shown what is for grown-ups only; no other answer ever hides an offer (guideline U4, P6).
bool fits_age(const directory::Offer& offer, const Answers& answers, const directory::Terms& ages) {
    for (const auto* option : answers)
        if (const auto said = option->matches & ages; said.any() && (offer.terms & ages).any() && (offer.terms & said).none()) return false;
    return true;
}

bool any_alone(const Answers& answers) {
    return std::any_of(answers.begin(), answers.end(), [](const auto* option) { return option->alone; });
}

// Where an answer stands alone (grief, fear), the others lead nowhere of their own: they only weigh.
Suggestion suggestion(const directory::Offer& offer, const Answers& answers) {
    Suggestion s{&offer, 0, {}};
    const bool alone = any_alone(answers);
    for (const auto* option : answers) {
        const auto at = static_cast<std::size_t>(std::find(option->leads_to.begin(), option->leads_to.end(), offer.name) - option->leads_to.begin());
        const bool led = at < option->leads_to.size() && (option->alone || !alone);
        if (led) s.place = std::min(s.place, at);
        if (!led && (offer.terms & option->matches).none()) continue;
        s.score += option->weight * (led ? made_for_this : 1);
        s.because.push_back(option);
    }
    std::stable_sort(s.because.begin(), s.because.end(), [](auto* a, auto* b) { return a->weight > b->weight; });
    if (std::any_of(s.because.begin(), s.because.end(), [](auto* o) { return o->alone; })) std::erase_if(s.because, [](auto* o) { return !o->alone; });
    return s;
}

// Of two that say as much, the one an answer names first; then the one with fewer words, which is the more exact.
bool comes_before(const Suggestion& a, const Suggestion& b) {
    return std::tuple(-a.score, a.place, a.offer->terms.count()) < std::tuple(-b.score, b.place, b.offer->terms.count());
}

int best(const std::vector<Suggestion>& group) {
    int score = 0;
    for (const auto& s : group) score = std::max(score, s.score);
    return score;
}

// What no answer leads to and says half of the best or less only clutters. Something to use today there must always be, so
// that group is its own measure; what is applied for is measured against the best of all: a child is not sent to forms for
// each word in common.
void keep_the_best(Result& result) {
    int of_all = 0;
    for (const auto& group : result.groups) of_all = std::max(of_all, best(group));
    auto& today = result.groups[static_cast<std::size_t>(Placing::direct)];
    for (auto& group : result.groups) {
        const int measure = &group == &today ? best(group) : of_all;
        std::erase_if(group, [&](const Suggestion& s) { return 2 * s.score <= measure && s.place == named_by_none; });
        std::stable_sort(group.begin(), group.end(), comes_before);
        if (group.size() > most_in_a_group) group.resize(most_in_a_group);
    }
}

std::size_t count(const Result& result) {
    std::size_t all = 0;
    for (const auto& group : result.groups) all += group.size();
    return all;
}

// One answer alone may say little: what helps many fills up, without a reason of its own. Never beside grief or fear.
void fill_up(Result& result, const Guide& guide, const directory::Catalogue& catalogue, const Answers& answers, const directory::Terms& ages) {
    for (const auto& name : guide.when_nothing_is_said) {
        if (!result.nothing_said && count(result) >= enough) return;
        const auto* offer = catalogue.find(name);
        if (!offer || !fits_age(*offer, answers, ages)) continue;
        auto& group = result.groups[static_cast<std::size_t>(placing(*offer))];
        if (std::none_of(group.begin(), group.end(), [&](const auto& s) { return s.offer == offer; })) group.push_back({offer, 0, {}});
    }
}
}

Guide parse(std::string_view source, const directory::Catalogue& catalogue, const articles::Library& library, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, "guide.toml", 1, problems);
    Fields fields(table, "guide.toml", problems);
    Guide out;
    for (auto& entry : fields.tables("question")) out.questions.push_back(question(entry, catalogue, library));
    if (out.questions.size() > most_questions) fields.report(Grade::fault, "question", "Guiden har fler än sex frågor.", "Slå ihop eller ta bort frågor.");
    out.when_nothing_is_said = fields.texts("default", required);
    for (const auto& name : out.when_nothing_is_said)
        if (!catalogue.find(name)) fields.report(Grade::fault, "default", "Stödet ”" + name + "” finns inte.", "Rätta namnet.");
    fields.finish();
    return out;
}

Answers answered(const Guide& guide, const std::function<std::vector<std::string_view>(std::string_view)>& chosen) {
    Answers out;
    for (const auto& question : guide.questions) {
        auto keys = chosen(question.key);
        if (!question.many && keys.size() > 1) keys.resize(1);
        for (const auto& option : question.options)
            if (std::find(keys.begin(), keys.end(), option.key) != keys.end()) out.push_back(&option);
    }
    return out;
}

Placing placing(const directory::Offer& offer) {
    if (!offer.applied_for()) return Placing::direct;
    return offer.given_to == directory::GivenTo::cared_for ? Placing::needs_decision : Placing::own_sake;
}

Result result(const Guide& guide, const directory::Catalogue& catalogue, const articles::Library& library, const Answers& answers) {
    Result out;
    const auto ages = catalogue.vocabulary().all(directory::Facet::age);
    auto weighed = answers;
    std::stable_sort(weighed.begin(), weighed.end(), [](auto* a, auto* b) { return a->weight > b->weight; });
    for (const auto* option : weighed)
        for (const auto& name : option->pages)
            if (const auto* page = library.find(name); page && std::find(out.pages.begin(), out.pages.end(), page) == out.pages.end()) out.pages.push_back(page);
    for (const auto& offer : catalogue.offers())
        if (fits_age(offer, answers, ages))
            if (auto s = suggestion(offer, answers); s.score > 0) out.groups[static_cast<std::size_t>(placing(offer))].push_back(std::move(s));
    keep_the_best(out);
    out.nothing_said = count(out) == 0;
    if (!any_alone(answers) || out.nothing_said) fill_up(out, guide, catalogue, answers, ages);
    return out;
}
}
