#pragma once
#include "features/outreach/shown.hpp"
namespace outreach {

// /hanvisa: the workplaces.
web::Response workplaces_page(const page::Visit&, const Shown&);
// /hanvisa/{name}: three signs, three sentences, what I may and must, the card (feature B15).
web::Response workplace_page(const page::Visit&, const Shown&, const Workplace&);
// /hanvisa/{name}/kort: the card alone, four to a sheet, to print and cut.
web::Response cards_page(const page::Visit&, const Shown&, const Workplace&);
// /hanvisa/{name}/affisch.pdf: a poster with a QR code, for the staff room.
web::Response workplace_poster_pdf(const page::Visit&, const Shown&, const Workplace&);

// /broschyr: everything there is on paper, and the texts to share (features A8, guideline I1).
web::Response brochures_page(const page::Visit&, const Shown&);
web::Response printed_page(const page::Visit&, const Shown&);
web::Response share_page(const page::Visit&, const Shown&);
web::Response folded_pdf(const page::Visit&, const Shown&);
web::Response large_print_pdf(const page::Visit&, const Shown&);
web::Response poster_pdf(const page::Visit&, const Shown&);

// One card: neutral text, address in words and as QR where the municipality has said it.
void card(html::Html&, const page::Visit&, const Shown&, const Wording&);
}
