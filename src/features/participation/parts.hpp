#pragma once
#include "features/participation/pages.hpp"
// What several pages say in the same words.
namespace participation {

// A public page with a form, or an answer to one: one column, nothing kept by the browser, in no search engine.
struct PublicHead {
    std::string title;
    std::string path = {};      // empty: the answer to a form
    bool errors = false;
    bool neutral = false;       // the tab says nothing of what is read, and how to leave fast is told (security T2)
};
Response form_frame(const Visit&, const PublicHead&, const std::function<void(Html&)>& main, int status = 200);
// The page where a code is typed, in this feature's frame.
Response code_form(const Visit&, const contact::TypedCode&, const contact::CodePage&, bool neutral = false);
// All that was typed beside a code that did not open: it goes along when the code is tried again, and is shown.
void carried(Html&, const Visit&);
// The code in four groups, and what it is for.
void show_code(Html&, const Visit&, const crypto::Receipt&, std::string_view what_for);

std::vector<Draft> drafts(const Desk&);
const Draft* find(const std::vector<Draft>&, std::string_view id);
// "Punkt syfte-1", "Hela utkastet"
std::string paragraph_words(const Visit&, std::string_view paragraph);
// What the paragraph says, in Swedish whatever the page's language; nothing for the whole.
void quote(Html&, const Visit&, const Draft&, std::string_view paragraph);
std::string day(const Visit&, base::Instant);
std::string number(std::int64_t);
// "9 synpunkter, varav 4 obesvarade."
std::string how_many(const Visit&, std::int64_t views, std::int64_t unanswered);

void status_tag(Html&, const Visit&, Status);
// A proposal as everybody reads it: summary, where, what became of it, and what was answered before.
void point_shown(Html&, const Visit&, const Point&, std::string_view heading);
// Choices of a form.
std::vector<page::Choice> perspective_choices(const Visit&);
std::vector<page::Choice> paragraph_choices(const Visit&, const Draft&);

// The way between the staff's pages of participation.
void around(Html&, const Visit&, std::string_view here);
void what_was_done(Html&, const Visit&);
}
