#include "features/guide/guide.hpp"

namespace guide {
namespace {
using pack::Fields;
using pack::Grade;
using enum Fields::Need;
constexpr std::size_t most_questions = 6, most_in_a_group = 6;
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

Suggestion suggestion(const directory::Offer& offer, const Answers& answers) {
    Suggestion s{&offer, 0, {}};
    for (const auto* option : answers) {
        const bool led = std::find(option->leads_to.begin(), option->leads_to.end(), offer.name) != option->leads_to.end();
        if (!led && (offer.terms & option->matches).none()) continue;
        s.score += option->weight * (led ? made_for_this : 1);
        s.because.push_back(option);
    }
    std::stable_sort(s.because.begin(), s.because.end(), [](auto* a, auto* b) { return a->weight > b->weight; });
    return s;
}

// Of two that say as much, the one with fewer words is the more exact. What says less than 2/5 of the best only clutters.
void keep_the_best(std::vector<Suggestion>& group) {
    std::stable_sort(group.begin(), group.end(), [](const auto& a, const auto& b) {
        return a.score != b.score ? a.score > b.score : a.offer->terms.count() < b.offer->terms.count();
    });
    std::size_t kept = 0;
    while (kept < std::min(group.size(), most_in_a_group) && 5 * group[kept].score >= 2 * group.front().score) ++kept;
    group.resize(kept);
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
    return offer.given_to == directory::GivenTo::carer ? Placing::own_sake : Placing::needs_decision;
}

Result result(const Guide& guide, const directory::Catalogue& catalogue, const articles::Library& library, const Answers& answers) {
    Result out;
    const auto ages = catalogue.vocabulary().all(directory::Facet::age);
    for (const auto* option : answers)
        for (const auto& name : option->pages)
            if (const auto* page = library.find(name); page && std::find(out.pages.begin(), out.pages.end(), page) == out.pages.end()) out.pages.push_back(page);
    for (const auto& offer : catalogue.offers())
        if (fits_age(offer, answers, ages))
            if (auto s = suggestion(offer, answers); s.score > 0) out.groups[static_cast<std::size_t>(placing(offer))].push_back(std::move(s));
    for (auto& group : out.groups) keep_the_best(group);
    out.nothing_said = std::all_of(out.groups.begin(), out.groups.end(), [](const auto& g) { return g.empty(); });
    if (out.nothing_said)
        for (const auto& name : guide.when_nothing_is_said)
            if (const auto* offer = catalogue.find(name); offer && fits_age(*offer, answers, ages)) out.groups[static_cast<std::size_t>(placing(*offer))].push_back({offer, 0, {}});
    return out;
}
}
