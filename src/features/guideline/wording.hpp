#pragma once
#include "features/guideline/desk.hpp"
// An answer, and a promise in plain words, belong to the wording they were given for: what the pages say when the text has become another.
namespace guideline {

// "Sagt om en äldre lydelse (22 november 2026: Uppfyllt)", or "" when all that counts was said of the text as it is.
std::string older_words(const page::Visit&, const Tally&);
// The same of one answer.
std::string older_words(const page::Visit&, const Answer&);
// Our own Swedish text with each day as people write it: "2026-11-22: …" is read as "22 november 2026: …". Addresses stay as they are.
std::string days_in_words(std::string_view swedish);
// What may be said, as choices; of an operation also that it is not concerned.
std::vector<page::Choice> state_choices(const page::Visit&, bool of_operation);
// The heading of a promise for everybody: in plain words when they were written for the text as it is, else the text itself.
void promise_heading(html::Html&, const page::Visit&, const Statement&, const Promise&);
}
