#pragma once
#include "platform/page/form.hpp"
#include "platform/page/table.hpp"
namespace page {

// A page of the staff's side, in the list of pages: shown to whom its rule admits. Made by site/desk.cpp, so that the list, the keys and
// the rules of the routes stand in one place.
struct DeskEntry {
    std::string path;
    const char* words;
    rights::Rule rule;
    char key;                 // after "g": g o goes to the organisation (feature O3: can be turned off)
    bool seldom = false;      // not of every day: stands under "Mer" where the list would else be long
    std::string under = {};   // the path of the page that leads here: whoever may open that one has it in no list
};
// Those that somebody has in her lists, in their order.
std::vector<const DeskEntry*> desk_of(const rights::Actor&, std::span<const DeskEntry> all);
// So many stand in one row, with room for the words to grow.
inline constexpr std::size_t most_in_a_row = 9;

struct StaffHead {
    std::string title;
    std::string current = {};      // path of the list's entry this page belongs to
    bool errors = false;           // "Fel: " before the title
    bool narrow = false;           // a form, or something to read: one column of readable width
};

// The page around what staff see: who one is here, the list of pages, the way out. Never stored by a browser.
web::Response staff_page(const Visit&, const StaffHead&, const std::function<void(html::Html&)>& main, int status = 200);
// The heading of a staff page, with what may be done beside it.
void staff_heading(Html&, std::string_view title, const Body& actions = {});

inline constexpr std::string_view sign_out_route = "sign_in.sign_out";
}
