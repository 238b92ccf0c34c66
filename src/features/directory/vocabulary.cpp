#include "features/directory/vocabulary.hpp"
#include "base/text.hpp"

namespace directory {
namespace {
constexpr std::array<std::string_view, facets.size()> names{"situation", "relation", "need", "worry", "target_group", "age", "form", "kind", "group", "support", "national"};
}

std::string_view key(Facet f) { return names[static_cast<std::size_t>(f)]; }

std::optional<Facet> facet(std::string_view wanted) {
    for (const auto f : facets)
        if (key(f) == wanted) return f;
    return std::nullopt;
}

Vocabulary Vocabulary::parse(std::string_view source, const std::string& file, pack::Problems& problems) {
    using enum pack::Fields::Need;
    Vocabulary out;
    const auto table = pack::parse_toml(source, file, 1, problems);
    pack::Fields fields(table, file, problems);
    for (const auto f : facets) {
        auto words = fields.table(key(f));
        if (!words) {
            fields.report(pack::Grade::fault, key(f), "Ordlistan [" + std::string(key(f)) + "] saknas.", "Lägg till den (se docs/pack.md).");
            continue;
        }
        for (auto& [name, entry] : words->entries()) {
            out.terms_.push_back({out.terms_.size(), f, name, {entry.text("sv", required, 80), entry.text("latt", optional, 80), entry.text("en", optional, 80)}});
            entry.finish();
        }
    }
    fields.finish();
    if (out.terms_.size() > most_terms) {
        fields.report(pack::Grade::fault, "", "Ordlistan har fler än " + base::to_text(most_terms) + " ord.", "Ta bort ord som inget stöd använder.");
        out.terms_.resize(most_terms);
    }
    return out;
}

std::vector<const Term*> Vocabulary::of(Facet f) const {
    std::vector<const Term*> out;
    for (const auto& term : terms_)
        if (term.facet == f) out.push_back(&term);
    return out;
}
const Term* Vocabulary::find(Facet f, std::string_view wanted) const {
    for (const auto& term : terms_)
        if (term.facet == f && term.key == wanted) return &term;
    return nullptr;
}
const Term* Vocabulary::find(std::string_view both) const {
    const auto colon = both.find(':');
    const auto f = colon == both.npos ? std::nullopt : facet(both.substr(0, colon));
    return f ? find(*f, both.substr(colon + 1)) : nullptr;
}
Terms Vocabulary::all(Facet f) const {
    Terms out;
    for (const auto& term : terms_) out[term.number] = out[term.number] || term.facet == f;
    return out;
}
}
