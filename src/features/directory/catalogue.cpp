#include "features/directory/catalogue.hpp"
#include "base/text.hpp"

namespace directory {
namespace {

// The offer's chosen-facet misses: how many questions it fails, and which one when it fails a single one.
struct Misses {
    int count = 0;
    Facet only = Facet::kind;
};
struct Question {
    Facet facet;
    Terms chosen;
};

std::vector<Question> questions(const Vocabulary& vocabulary, const Terms& chosen) {
    std::vector<Question> out;
    for (const auto facet : facets)
        if (const auto part = chosen & vocabulary.all(facet); part.any()) out.push_back({facet, part});
    return out;
}

Misses misses(const Offer& offer, const std::vector<Question>& asked) {
    Misses out;
    for (const auto& question : asked)
        if ((offer.terms & question.chosen).none()) ++out.count, out.only = question.facet;
    return out;
}

void say_what_is_missing(const Catalogue& catalogue, Facet facet, std::string_view what, const std::function<bool(const Offer&)>& counts, pack::Problems& problems) {
    for (const auto* term : catalogue.vocabulary().of(facet)) {
        const bool found = std::any_of(catalogue.offers().begin(), catalogue.offers().end(), [&](const Offer& o) { return o.terms[term->number] && counts(o); });
        if (!found)
            problems.push_back({pack::Grade::fault, "offers/", 0, "”" + term->name.sv + "” saknar " + std::string(what) + ".", "Lägg till ett stöd, eller skriv \"" + term->key + "\" på ett stöd som redan gäller dem."});
    }
}
}

Catalogue::Catalogue(Vocabulary vocabulary, std::vector<Offer> offers) : vocabulary_(std::move(vocabulary)), offers_(std::move(offers)) {
    std::vector<std::pair<std::pair<std::size_t, std::string>, Offer>> keyed;
    for (auto& offer : offers_) {
        const auto* group = group_of(offer);
        keyed.push_back({{group ? group->number : most_terms, base::lower(offer.title.sv)}, std::move(offer)});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    offers_.clear();
    for (auto& [order, offer] : keyed) offers_.push_back(std::move(offer));
    for (const auto& offer : offers_) by_name_.emplace(offer.name, &offer);
}

const Offer* Catalogue::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
}

const Term* Catalogue::group_of(const Offer& offer) const {
    for (const auto* term : vocabulary_.of(Facet::group))
        if (offer.terms[term->number]) return term;
    return nullptr;
}

Narrowed Catalogue::narrowed(const Choice& choice) const {
    Narrowed out;
    const auto asked = questions(vocabulary_, choice.terms);
    for (const auto& offer : offers_) {
        const auto missed = misses(offer, asked);
        if (missed.count == 0) out.offers.push_back(&offer);
        if (missed.count > 1) continue;
        for (const auto& term : vocabulary_.terms())
            if (offer.terms[term.number] && (missed.count == 0 || term.facet == missed.only)) ++out.counts[term.number];
    }
    return out;
}

std::vector<const Offer*> Catalogue::related(const Offer& offer) const {
    std::vector<const Offer*> out;
    const auto add = [&](const Offer* other) {
        if (other && other != &offer && std::find(out.begin(), out.end(), other) == out.end()) out.push_back(other);
    };
    for (const auto& name : offer.related) add(find(name));
    for (const auto& other : offers_)
        if (std::find(other.related.begin(), other.related.end(), offer.name) != other.related.end()) add(&other);
    return out;
}

void check(const Catalogue& catalogue, pack::Problems& problems) {
    for (const auto& offer : catalogue.offers())
        for (const auto& name : offer.related)
            if (!catalogue.find(name)) problems.push_back({pack::Grade::fault, offer.file, 1, "related: stödet ”" + name + "” finns inte.", "Rätta namnet eller ta bort det."});
    const auto& v = catalogue.vocabulary();
    const auto* direct = v.find(Facet::group, "direct");
    const auto is_direct = [&](const Offer& o) { return o.kind == Kind::service && direct && o.terms[direct->number]; };
    for (const auto facet : {Facet::target_group, Facet::age, Facet::relation}) say_what_is_missing(catalogue, facet, "direkt stöd (riktlinjen P6, D3)", is_direct, problems);
    for (const auto* support : v.of(Facet::support))
        say_what_is_missing(catalogue, Facet::target_group, "stöd av slaget ”" + base::lower(support->name.sv) + "” (riktlinjen F2)", [&](const Offer& o) { return o.terms[support->number]; }, problems);
}
}
