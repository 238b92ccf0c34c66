#pragma once
#include "features/contact/waiting.hpp"
#include "features/participation/public.hpp"
#include "features/privacy/public.hpp"
#include "features/settings/public.hpp"
#include "platform/page/staff.hpp"
namespace site {
// The staff's pages in the order of the menu.
std::span<const page::DeskEntry> desk_entries();
// What waits for this person.
struct ToDo {
    std::optional<settings::Progress> first_days;   // how far the list of the first days has come, for whoever sees it
    std::size_t alerts = 0;                         // that a head has not seen
    privacy::MonthsToReview months = {};            // of the log, for its reviewer
    std::optional<contact::store::Count> contacts;  // that wait for an answer, for the team and its head
    participation::Unread views = {};               // on the guideline, that nobody has read; for who reads them and her head
    bool views_late = false;                        // the oldest since longer than an answer is promised in
    std::int64_t summaries = 0;                     // of proposals, that somebody else has written and this person may publish
    std::size_t changed = 0;                        // statements of the guideline that concern this person and have changed (K3)
};
// /personal: what this person does here, by role.
web::Response desk_page(const page::Visit&, const ToDo&);
// /personal/kortkommandon: the keys; they are turned off on the account's page.
web::Response shortcuts_page(const page::Visit&);
}
