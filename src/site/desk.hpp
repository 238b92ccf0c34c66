#pragma once
#include "features/settings/public.hpp"
#include "platform/page/staff.hpp"
namespace site {
// The staff's pages in the order of the menu.
std::span<const page::DeskEntry> desk_entries();
// /personal: what this person does here, by role.
// `first_days`: how far the list of the first days has come, for whoever sees it.
web::Response desk_page(const page::Visit&, const std::optional<settings::Progress>& first_days);
// /personal/kortkommandon: the keys; they are turned off on the account's page.
web::Response shortcuts_page(const page::Visit&);
}
