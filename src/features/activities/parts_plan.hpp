#pragma once
#include "features/activities/pages_plan.hpp"
#include "features/activities/parts_public.hpp"
#include "features/activities/line/taken_out.hpp"
// What several of the planning pages say in the same words.
namespace activities {

std::string path_of(const Activity&, std::string_view rest = {});   // "/personal/aktiviteter/{slug}/ko"
std::string path_of(const Session&);                                // where it is run
std::string_view words(const Visit&, State);
std::string state_words(const Visit&, const Activity&);             // of a closed one also how it ended
std::string_view words(const Visit&, Step);
std::string_view words(const Visit&, queue::Why);
std::string_view words(const Visit&, CameBy);
std::string_view words(const Visit&, Did);                          // what was changed last
// "Tre får mejl, en får sms." as numbers: "3 får mejl, 1 får sms, 2 rings upp, 1 går inte att nå i förväg."
std::string words(const Visit&, const ByWay&);
// Of those who cannot be reached before something is moved or cancelled: somebody is there, and a note says nothing of what it is about.
void be_there(Html&, const Visit&, const ByWay&);
// How it is held, said to staff: "your home" is the visitor's.
std::string_view staff_words(const Visit&, Way);
// Where, or what is missing.
std::string place_words(const Visit&, const Session&, bool linked = true);
// "Tisdag 1 december kl. 18.00–20.00"
std::string capital(std::string text);
std::string numbered(const Visit&, const char* one, const char* many, int number);
// A refusal in the words of whoever plans.
std::string_view says(const Visit&, Refusal);
// What follows from regime and decision: what may be asked of who signs up.
void what_may_be_asked(Html&, const Visit&, const PlanDesk&, const Activity&);

std::string_view words(const Visit&, WhyOut);                       // why somebody was taken away

struct PlanHead {
    std::string title;
    bool errors = false, narrow = true;
    int status = 200;
};
// The frame of a page of one activity: the way back, and what has just been done ("?klart=…").
Response plan_frame(const Visit&, const Activity*, const PlanHead&, const std::function<void(Html&)>& main);
void say_done(Html&, const Visit&);
// Every field of a form that has been looked at goes along hidden; `but` are shown again.
void carry_fields(Html&, const Visit&, std::initializer_list<std::string_view> but);
// A button of a form with more than one: "vill" says which was pressed.
void button(Html&, std::string_view value, std::string_view words, bool quiet = false);
// How and where an occasion takes place: fields "satt", "lokal", "lank"; and what is typed in them.
void place_fields(Html&, const Visit&, const web::Fields&, const FieldErrors&);
void link_field(Html&, const Visit&, const web::Fields&, const FieldErrors&);
struct Where {
    Way way = Way::room;
    std::string place, link;
};
Where where_in(const Visit&, const web::Fields&, FieldErrors&);
// The days that are proposed, each to be ticked; a holiday is said and not ticked. `about` follows the times in each value.
void proposed_days(Html&, const Visit&, const std::vector<series::Proposed>&, const std::vector<std::string>& about, const FieldErrors&);
}
