#pragma once
#include "features/privacy/destruction.hpp"
#include "features/privacy/pages.hpp"
// What the parts of /personal/gallring share.
namespace privacy {

inline constexpr std::string_view birth_route = "privacy.say_birth";
// The whole page, with what was wrong with a form of it.
Response destruction_page_with(const Visit&, const Ground&, const page::FieldErrors&);
void births(html::Html&, const Visit&, const std::vector<Weighed>&, const page::FieldErrors&);
Response save_birth(const Visit&, const Ground&);
}
