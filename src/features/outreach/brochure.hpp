#pragma once
#include "features/directory/public.hpp"
#include "features/municipality/public.hpp"
#include "features/outreach/public.hpp"
#include "platform/documents/documents.hpp"
// The whole offer on paper, from the same records as the website (features A8, guideline I1).
namespace outreach {

// A text and the language it is in: a missing translation is Swedish and is marked so.
struct Phrase {
    std::string text;
    i18n::Language language = i18n::Language::sv;
};
// One offer as paper shows it. `notes` are the program's own sentences that its kind demands.
struct BrochureOffer {
    std::string name;
    Phrase title, summary, how;
    bool in_guideline = false;   // shown with the words "enligt riktlinjen"
    std::vector<std::string> notes;
    bool shared_household = false;   // guideline U4
    std::string phone, phone_hours, web;
};
struct BrochureSection {
    std::string key, title, intro;   // key of vocabulary.group
    std::vector<BrochureOffer> offers;
};
// Somebody who answers. What the municipality has not filled in is said to be missing.
struct Answer {
    std::string title, who;
    std::vector<documents::Runs> lines;
};

struct Brochure {
    i18n::Language language = i18n::Language::sv;
    std::string title, lead, municipality;
    std::string mark_svg;                   // the pack's logo.svg, given by the caller; may be empty
    std::string day, dated;                 // ISO, and the sentence
    std::string address, address_words;     // https://…, empty until filled in; the same for the eye, or that it is missing
    std::vector<BrochureSection> sections;  // in the order of the groups; last, from the page, "coming": what there is to come to (features/activities)
    BrochureSection young;                  // help lines for those under 18
    std::vector<Answer> answers;
    std::vector<std::string> rights;        // three
    std::string danger, in_guideline_means, shared_household_means;

    const BrochureSection* section(std::string_view key) const;
};
Brochure brochure(const directory::Catalogue&, const municipality::Municipality&, i18n::Language, std::string_view today);

// What the folded one has room for, of each group: first the offers named in brochure.cpp, then the others in catalogue order. Of what is coming, the first few.
Brochure shortened(const Brochure&, std::size_t most_in_each_group);

// folded_a4 takes a shortened one.
documents::Document document(const Brochure&, documents::Layout);
// folded_a4 is shortened until it fits.
std::string pdf(const Brochure&, documents::Layout);

// For a door, a notice board, a staff room: neutral words, a code, the address.
struct Poster {
    i18n::Language language = i18n::Language::sv;
    std::string title, lead, municipality, mark_svg, address, address_words, day, dated;
};
Poster poster(const municipality::Municipality&, i18n::Language, std::string_view today);
Poster poster(const Workplace&, const municipality::Municipality&, i18n::Language, std::string_view today);
documents::Document document(const Poster&);
}
