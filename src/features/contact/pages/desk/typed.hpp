#pragma once
#include "features/contact/pages/desk/opened.hpp"
namespace contact {

// What somebody had typed on the contact's page when it was refused: kept, with what is wrong.
struct Typed {
    std::string answer, note, outcome, receiver;
    std::string route;          // whose receiver it is
    page::FieldErrors errors;
};
Response contact_page_with(const Visit&, const Desk&, const Typed&);

// "s" beside a link that the key leads to; nothing for who has turned the keys off.
void key_hint(html::Html&, const Visit&, std::string_view key);

// ---- parts of that page (conversation.cpp, ways.cpp, acts_shown.cpp)
void conversation(html::Html&, const Visit&, const OpenedContact&);
void ways_out(html::Html&, const Visit&, const Desk&, const OpenedContact&, const Typed&);
void handovers(html::Html&, const Visit&, const OpenedContact&);
void answering(html::Html&, const Visit&, const Desk&, const OpenedContact&, const Typed&);
void noting(html::Html&, const Visit&, const OpenedContact&, const Typed&);
void closing(html::Html&, const Visit&, const OpenedContact&, const Typed&);
}
