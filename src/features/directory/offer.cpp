#include "features/directory/offer.hpp"
#include "base/text.hpp"
#include "features/municipality/public.hpp"
#include "features/references/public.hpp"

namespace directory {
namespace {
using pack::Fields;
using pack::Grade;
using enum Fields::Need;

template <class E> using Choices = std::initializer_list<std::pair<std::string_view, E>>;

template <class E> E choice(Fields& fields, std::string_view key, Choices<E> choices) {
    const auto said = fields.text(key, required, 40);
    std::string allowed;
    for (const auto& [word, value] : choices) {
        if (word == said) return value;
        allowed += (allowed.empty() ? "" : ", ") + std::string(word);
    }
    fields.report(Grade::fault, key, "”" + said + "” går inte för ”" + std::string(key) + "”.", "Välj bland: " + allowed + ".");
    return choices.begin()->second;
}

void take_terms(Offer& offer, Fields& fields, std::string_view key, Facet facet, const Vocabulary& vocabulary) {
    for (const auto& word : fields.texts(key))
        if (const auto* term = vocabulary.find(facet, word)) offer.terms.set(term->number);
        else fields.report(Grade::fault, key, "”" + word + "” finns inte i vocabulary.toml under [" + std::string(directory::key(facet)) + "].", "Välj ett ord som finns där.");
}

// No word of a facet means: for everybody (relations), or fits every such question.
void all_unless_said(Offer& offer, Facet facet, const Vocabulary& vocabulary) {
    const auto all = vocabulary.all(facet);
    if ((offer.terms & all).none()) offer.terms |= all;
}

void take_facets(Offer& offer, Fields& fields, const Vocabulary& vocabulary) {
    take_terms(offer, fields, "forms", Facet::form, vocabulary);
    take_terms(offer, fields, "target_groups", Facet::target_group, vocabulary);
    take_terms(offer, fields, "ages", Facet::age, vocabulary);
    take_terms(offer, fields, "relations", Facet::relation, vocabulary);
    take_terms(offer, fields, "situations", Facet::situation, vocabulary);
    take_terms(offer, fields, "needs", Facet::need, vocabulary);
    take_terms(offer, fields, "worries", Facet::worry, vocabulary);
    take_terms(offer, fields, "support", Facet::support, vocabulary);
    take_terms(offer, fields, "national", Facet::national, vocabulary);
    all_unless_said(offer, Facet::relation, vocabulary);
    for (const auto& [key, facet] : {std::pair{"kind", Facet::kind}, std::pair{"group", Facet::group}}) {
        const auto word = fields.text(key, required, 40);
        if (const auto* term = vocabulary.find(facet, word)) offer.terms.set(term->number);
        else fields.report(Grade::fault, key, "”" + word + "” finns inte i vocabulary.toml under [" + std::string(key) + "].", "Välj ett ord som finns där.");
    }
}

std::string unless_missing(std::string text) { return text == pack::missing ? std::string{} : text; }

// Kind and regime must agree: the program refuses to store what the regime does not allow, so a wrong pair is no small slip.
void check_regime(const Offer& offer, const Fields& fields) {
    if (offer.needs_assessed() != (offer.regime == Regime::needs_assessed))
        fields.report(Grade::fault, "regime", "Slaget och regimen stämmer inte överens.", "Behovsprövade insatser har regime = \"D\"; andra har A, B eller C.");
    if (offer.kind == Kind::external && offer.arranged_by == "kommunen")
        fields.report(Grade::fault, "arranged_by", "Ett stöd som ordnas av någon annan ska säga av vem.", "Skriv namnet på den som ordnar det.");
    if (!offer.also_apply && offer.kind != Kind::service)
        fields.report(Grade::fault, "also_apply", "also_apply gäller bara stöd utan ansökan.", "Ta bort raden.");
    if (offer.kind == Kind::service && offer.applied_for())
        fields.report(Grade::fault, "who_applies", "Ett stöd utan ansökan kan inte ha någon som ansöker.", "Ta bort who_applies eller byt kind.");
    if (offer.needs_assessed() && (offer.who_applies.sv.empty() || offer.who_decides.sv.empty()))
        fields.report(Grade::fault, "who_applies", "Det ska stå vem som ansöker och vem som beslutar.", "Lägg till who_applies och who_decides.");
}
}

const pack::Translation& Offer::translation(i18n::Language language) const {
    static const pack::Translation original{true, false, {}};
    return language == i18n::Language::sv ? original : translations[language == i18n::Language::en];
}

Offer parse_offer(const std::string& name, std::string_view source, const std::string& file, const Known& known, pack::Problems& problems) {
    const auto document = pack::parse_document(source, file, problems);
    Fields fields(document.front, file, problems);
    Offer o;
    o.name = name;
    o.file = file;
    o.title.sv = fields.text("title", required, 60);
    o.summary.sv = fields.text("summary", required, 200);
    o.kind = choice<Kind>(fields, "kind", {{"service", Kind::service}, {"needs_assessed_sol", Kind::needs_assessed_sol}, {"needs_assessed_lss", Kind::needs_assessed_lss}, {"external", Kind::external}});
    o.regime = choice<Regime>(fields, "regime", {{"A", Regime::anonymous}, {"B", Regime::advice}, {"C", Regime::service}, {"D", Regime::needs_assessed}});
    o.given_to = choice<GivenTo>(fields, "given_to", {{"carer", GivenTo::carer}, {"cared_for", GivenTo::cared_for}, {"both", GivenTo::both}});
    o.offered = choice<Offered>(fields, "offered", {{"confirmed", Offered::confirmed}, {"in_guideline", Offered::in_guideline}, {"in_law", Offered::in_law}, {"national", Offered::national}});
    o.shared_household = fields.flag("shared_household");
    o.sensitive = fields.flag("sensitive");
    o.also_apply = fields.flag("also_apply", true);
    take_facets(o, fields, known.vocabulary);
    o.arranged_by = fields.text("arranged_by", required, 80);
    o.cost.sv = unless_missing(fields.text("cost", required, 300));
    o.how.sv = unless_missing(fields.text("how", required, 600));
    o.what_next.sv = unless_missing(fields.text("what_next", required, 600));
    o.interpreter.sv = unless_missing(fields.text("interpreter", optional, 300));
    o.who_applies.sv = fields.text("who_applies", optional, 300);
    o.who_decides.sv = fields.text("who_decides", optional, 300);
    o.social.sv = fields.text("social", optional, 280);
    o.contact = fields.text("contact", optional, 40);
    if (!o.contact.empty() && !known.municipality.contact(o.contact))
        fields.report(Grade::fault, "contact", "Kontakten ”" + o.contact + "” finns inte i municipality.toml.", "Lägg till [contact." + o.contact + "] där eller rätta namnet.");
    o.phone = unless_missing(fields.text("phone", optional, 40));
    o.phone_hours = unless_missing(fields.text("phone_hours", optional, 200));
    o.web = unless_missing(fields.text("web", optional, 300));
    o.owner = unless_missing(fields.text("owner", optional, 80));
    o.verified = unless_missing(fields.date("verified", required));
    o.review_months = static_cast<int>(fields.number("review_months", 12, 1, 60));
    o.languages = fields.texts("languages");
    o.guideline = fields.texts("guideline");
    o.law = references::law_keys(fields, known.references);
    o.sources = references::source_keys(fields, known.references);
    o.related = fields.texts("related");
    o.also_called = fields.texts("also_called");
    check_regime(o, fields);
    fields.finish();
    o.body.sv = base::trimmed(document.body);
    o.stamp = pack::stamp({o.title.sv, o.summary.sv, o.cost.sv, o.how.sv, o.what_next.sv, o.who_applies.sv, o.who_decides.sv, o.body.sv});
    return o;
}

void add_translation(Offer& o, i18n::Language language, std::string_view source, const std::string& file, pack::Problems& problems) {
    const auto document = pack::parse_document(source, file, problems);
    Fields fields(document.front, file, problems);
    const auto put = [&](i18n::Text& text, std::string_view key, Fields::Need need, std::size_t longest) {
        (language == i18n::Language::en ? text.en : text.latt) = unless_missing(fields.text(key, need, longest));
    };
    o.translations[language == i18n::Language::en] = pack::read_translation(fields, o.stamp);
    put(o.title, "title", required, 60);
    put(o.summary, "summary", required, 220);
    put(o.cost, "cost", optional, 300);
    put(o.how, "how", optional, 600);
    put(o.what_next, "what_next", optional, 600);
    put(o.interpreter, "interpreter", optional, 300);
    put(o.who_applies, "who_applies", optional, 300);
    put(o.who_decides, "who_decides", optional, 300);
    put(o.social, "social", optional, 280);
    fields.finish();
    (language == i18n::Language::en ? o.body.en : o.body.latt) = base::trimmed(document.body);
}
}
