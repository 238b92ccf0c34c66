#pragma once
#include "features/work/logging.hpp"
#include "features/work/pages.hpp"
#include "features/work/typed.hpp"
namespace work {

// What both forms share: an entry that is logged instead of another, in one transaction.
struct Wanted {
    Given given;
    std::string instead;   // id of the entry it takes the place of, or ""
};
base::Result<EntryId, Refusal> save(const Visit&, const Ground&, const Wanted&);
// What stands in ?andra=ID, or in the hidden field: the entry, when the actor may still change it.
std::optional<Entry> to_change(const Visit&, const Ground&, std::string_view id);
const char* words(Refusal);   // the Swedish sentence to translate
// The heading "Mer, om du vet", open when something in it is filled in or wrong.
void optional_part(html::Html&, const Visit&, bool open, const page::Body&);
std::vector<page::Choice> choices(const Visit&, Codes);
// The same after a first choice that says nothing.
std::vector<page::Choice> choices_or(const Visit&, const char* nothing, Codes);
void minutes_field(html::Html&, const Visit&, const Typed&, const page::FieldErrors&, bool says_that_it_may_be_empty);
void day_field(html::Html&, const Visit&, const Typed&, const page::FieldErrors&);
}
