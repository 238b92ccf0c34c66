#pragma once
#include "features/directory/shown.hpp"
#include "platform/html/html.hpp"
namespace directory {

// /stod: every offer, with the filters in the address (feature A3).
web::Response catalogue_page(const page::Visit&, const Shown&);
// /stod/{name}: one offer (feature A1). `body` is its text as HTML.
web::Response offer_page(const page::Visit&, const Shown&, const Offer&, const html::Markup& body);

// schema.org as JSON for search engines.
std::string json_ld(const page::Visit&, const Shown&, const Offer&);
}
