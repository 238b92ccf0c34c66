#pragma once
#include "features/articles/shown.hpp"
namespace articles {

// /{name}: one article. Under /ung the young people's room; with `interrupt` the question "is it safe to be here now?" first.
web::Response article_page(const page::Visit&, const Shown&, const Article&);
// The question itself; its answer is a plain link to the same page with ?visa=ja, so that it works without script and stores nothing.
web::Response is_it_safe_page(const page::Visit&, const Article&);
// /lagen: every law reference, as dated data.
web::Response law_page(const page::Visit&, const Shown&);

// The block that stands above everything when somebody may be in danger or in despair.
// The lines come from the pack.
void help_block(html::Html&, const page::Visit&, const directory::Catalogue&, const municipality::Municipality&);
// Who answers and when, from the pack; honest where unknown.
// The link to where one asks is left out on that page itself.
enum class AskLink { yes, no };
void who_answers(html::Html&, const page::Visit&, const municipality::Municipality&, AskLink = AskLink::yes);
}
