#pragma once
#include "features/contact/contact.hpp"
#include "features/contact/reachable.hpp"
// What is being written and not yet sent: a value, the steps it goes through, and how it is written down. Pure.
namespace contact {

struct Draft {
    Way way = Way::written;          // written, call or named
    bool shortcoming = false;        // something does not work for the one she helps
    bool young = false;              // asked from the page for the young; no age is known
    std::string language = "sv";
    std::string text;
    Reachable reachable = {};
    std::string interpreter, wish;   // the language she asks for; how she wants the answer
    bool operator==(const Draft&) const = default;
};
// Of what she has said, only what the draft's way asks for and its last page shows: nothing that she ticked on another way (security T3).
Reachable asked_for(const Draft&);
inline constexpr int longest_text = 6000, longest_line = 200;
Subject subject_of(const Draft&);

// As it is sealed in contact_draft: the fields of a form. Nothing when it was written otherwise.
std::string written(const Draft&);
std::optional<Draft> draft_from(std::string_view);

// One question a page, in this order; which of them depends on the way.
enum class Step { write, number, name, reach, times, extras, check };
std::string_view slug(Step);   // "skriv"
std::optional<Step> step_from(std::string_view slug);
std::vector<Step> steps_of(const Draft&);
// What follows; check after the last.
Step after(const Draft&, Step);

// What is wrong with what a step asks for; check: with all of it.
enum class DraftFault { text_missing, text_too_long, name_missing, name_wrong, phone_missing, phone_wrong, email_missing, email_wrong, address_missing, address_wrong, number_not_own, no_way_to_reach, line_too_long };
const char* words(DraftFault);        // the Swedish sentence to translate
std::string_view field_of(DraftFault);
std::vector<DraftFault> faults(const Draft&, Step, base::Instant now);
// The first step whose answers are not whole; check when all are.
Step first_unfilled(const Draft&, base::Instant now);
// The draft with a step's form laid over it; what other steps asked for stays.
Draft with_answers(Draft, Step, const web::Fields&);
}
