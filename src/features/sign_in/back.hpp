#pragma once
#include "platform/web/web.hpp"
#include <string>
#include <string_view>
namespace sign_in {

// Where to go after signing in: a page of the staff's side in any language, with its question. Everything else, and every address that a
// browser could read as another site's, becomes /personal (open redirect).
std::string own_page(std::string_view asked);
// The address of a request as own_page takes it.
std::string address_of(const web::Request&);

inline constexpr std::string_view desk = "/personal", carry_on = "/personal/fortsatt";
}
