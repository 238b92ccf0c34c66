#pragma once
#include "features/outreach/shown.hpp"
namespace outreach {

// /hanvisa: the workplaces.
web::Response workplaces_page(const page::Visit&, const Shown&);
// /hanvisa/{name}: three signs, three sentences, what I may and must, the card (feature B15).
web::Response workplace_page(const page::Visit&, const Shown&, const Workplace&);
// /hanvisa/{name}/kort: the card alone, four to a sheet, to print and cut.
web::Response cards_page(const page::Visit&, const Shown&, const Workplace&);
// One card: neutral text, address in words and as QR where the municipality has said it.
void card(html::Html&, const page::Visit&, const Shown&, const Wording&);
}
