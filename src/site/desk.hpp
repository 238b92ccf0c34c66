#pragma once
#include "platform/page/staff.hpp"
namespace site {
// The staff's pages in the order of the menu.
std::span<const page::DeskEntry> desk_entries();
// /personal: what this person does here, by role.
web::Response desk_page(const page::Visit&);
// /personal/kortkommandon: the keys; they are turned off on the account's page.
web::Response shortcuts_page(const page::Visit&);
}
