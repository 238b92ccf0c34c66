#pragma once
#include "features/contact/asking.hpp"
// The carer's pages, one declaration each; the files in pages/asking/ hold them.
namespace contact {

// /fraga and /ung/fraga: who reads, by when, what to do now, and the ways.
Response ask_page(const Visit&, const Asking&);
Response ask_young_page(const Visit&, const Asking&);
// The same without a vault: the telephone.
Response ask_by_phone_page(const Visit&, const Shown&);
Response ask_young_by_phone_page(const Visit&, const Shown&);

// /fraga/{step}: one question a page; every answer is kept in the draft.
Response step_page(const Visit&, const Asking&);
Response save_step(const Visit&, const Asking&);
// /fraga/ta-med: the words of the guide's result, shown first; nothing is kept.
Response bring(const Visit&, const Asking&);
Response write_page(const Visit&, const Asking&, const Promise&, const Draft&, const page::FieldErrors&, const Opened*, bool wait, int status = 200);
// Her answers to be looked at once more.
Response check_page(const Visit&, const Asking&, const Held&, const char* note = nullptr, int status = 200);
// /fraga/skicka
Response save_question(const Visit&, const Asking&);
// /fraga/klart, /fraga/sparad: the code, until she says that she has written it down.
Response sent_page(const Visit&, const Asking&);
Response saved_page(const Visit&, const Asking&);
Response written_down(const Visit&, const Asking&);

// Ways that leave nothing here.
Response visit_page(const Visit&, const Shown&);
Response letter_page(const Visit&, const Shown&);
Response hidden_page(const Visit&, const Shown&);

// /svar and what lies behind the code.
Response code_page(const Visit&, const Asking&);
Response open_code(const Visit&, const Asking&);
Response talk_page(const Visit&, const Asking&);
Response save_more(const Visit&, const Asking&);
Response name_page(const Visit&, const Asking&);
Response save_name(const Visit&, const Asking&);
Response unname_page(const Visit&, const Asking&);
Response save_unname(const Visit&, const Asking&);
Response end_page(const Visit&, const Asking&);
Response save_end(const Visit&, const Asking&);
Response ended_page(const Visit&, const Shown&);

// /personal/mottagning: which unit reads.
Response reception_page(const Visit&, const Asking&);
Response save_reception(const Visit&, const Asking&);
}
