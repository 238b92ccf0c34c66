#pragma once
#include "features/directory/vocabulary.hpp"
#include "platform/pack/stamp.hpp"
namespace municipality {
struct Municipality;
}
namespace references {
struct References;
}
namespace directory {

// How one gets it (guideline M5, feature A2).
enum class Kind { service, needs_assessed_sol, needs_assessed_lss, external };
// What may be stored about a person (domain 1.2): A anonymous information, B advice, C service without needs assessment, D needs-assessed.
enum class Regime { anonymous, advice, service, needs_assessed };
// Whose support it is; for needs-assessed support that person applies and gets the decision (guideline U2, U5).
enum class GivenTo { carer, cared_for, both };
// What we know of it: confirmed by the municipality, said to be possible by the guideline, given by law, or run nationally.
enum class Offered { confirmed, in_guideline, in_law, national };
// One offer of support, as the pack says it. Empty text: not said, or missing; cost says "SAKNAS" by being missing.
struct Offer {
    std::string name, file;                       // address /stod/{name}
    Kind kind = Kind::service;
    Regime regime = Regime::anonymous;
    GivenTo given_to = GivenTo::carer;
    Offered offered = Offered::in_guideline;
    bool shared_household = false;                // guideline U4; shown as text, never used to filter
    bool sensitive = false;                       // neutral title in the browser, never stored (security T2)
    bool also_apply = true;                       // SoL 11:6 holds; not for support under another law, nor for a plan
    Terms terms;
    i18n::Text title, summary, cost, how, what_next, interpreter, who_applies, who_decides, social, body;
    std::string arranged_by, contact, phone, phone_hours, web, owner, verified;
    int review_months = 12;
    std::vector<std::string> languages, law, guideline, sources, related, also_called;
    std::array<pack::Translation, 2> translations;    // latt, en
    std::string stamp;                                // of the Swedish text, for translations

    bool needs_assessed() const { return kind == Kind::needs_assessed_sol || kind == Kind::needs_assessed_lss; }
    // Somebody applies for it and gets a decision, from the municipality or from another authority.
    bool applied_for() const { return needs_assessed() || !who_applies.sv.empty(); }
    bool municipal() const { return kind != Kind::external; }
    const pack::Translation& translation(i18n::Language) const;
};

// What an offer's keys must exist in.
struct Known {
    const Vocabulary& vocabulary;
    const references::References& references;
    const municipality::Municipality& municipality;
};
Offer parse_offer(const std::string& name, std::string_view source, const std::string& file, const Known&, pack::Problems&);
void add_translation(Offer&, i18n::Language, std::string_view source, const std::string& file, pack::Problems&);
}
