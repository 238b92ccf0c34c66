#pragma once
#include "features/guideline/pages.hpp"
#include "features/guideline/told.hpp"
#include "features/guideline/store_revision.hpp"
#include "platform/page/form.hpp"
// What everybody may read of the guideline's versions (M6).
namespace guideline {

inline constexpr std::string_view versions_path = "/riktlinje/versioner", compare_path = "/riktlinje/jamfor", version_path = "/riktlinje/version", day_path = "/riktlinje/dag";

// One version as the list shows it. Before the first revision there is one: what the content says.
struct Edition {
    int number = 1;
    std::string decided, decision_number, valid_from, until;   // until: the last day it applied; "" of the newest
    bool in_force = false, coming = false;
};
// Newest first.
std::vector<Edition> editions(const Shown&, const std::vector<Version>&);
// The one that applied that day; of days before anybody knows when the first began, the first. Nothing when a later day is known to be its first.
const Edition* on_day(const std::vector<Edition>&, std::string_view day);

web::Response versions_page(const page::Visit&, const Shown&, const std::vector<Edition>&, std::string_view day, const page::FieldErrors&);
// A version as it was decided; the one in force leads to /riktlinje.
web::Response version_page(const page::Visit&, const Shown&, const Guideline&, const Edition&);
web::Response compare_page(const page::Visit&, const Changed&);
// The whole text: headings, numbered statements with an address each, and the list of what is on the page. `addresses`: statements lead to pages
// of their own, as those of the version in force do.
enum class Addresses { own, here };
void whole_text(html::Html&, const page::Visit&, const Guideline&, Addresses);
void decision_facts(html::Html&, const page::Visit&, const Guideline&);

// The tagged PDF (Swedish, as the board decided it).
std::string guideline_pdf(const Shown&, const Guideline&, std::string_view today);
web::Response pdf_file(std::string bytes, int version);
}
