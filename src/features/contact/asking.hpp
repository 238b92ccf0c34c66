#pragma once
#include "features/contact/converse.hpp"
#include "features/contact/opened.hpp"
#include "features/contact/public.hpp"
#include "features/contact/send.hpp"
#include "features/contact/store_asking.hpp"
#include "platform/page/form.hpp"
// What the carer's pages share: whose visit it is, what she has written, and what stands round every page of hers.
namespace contact {
using html::Html;
using html::Url;
using page::Visit;
using web::Response;

struct Asking {
    const Ground& ground;
    const Shown& shown;
    Memory& memory;
};
base::Result<Promise, std::vector<Missing>> promise_now(const Asking&);

// Her draft, opened.
struct Held {
    Visiting visit;
    kept::DraftRow row;
    Draft draft;
    crypto::Key key;
};
std::optional<Held> held(const Asking&, const web::Request&);
// Her conversation, while she has not ended it.
struct Talk {
    Visiting visit;
    Contact contact;
    crypto::Key key;
};
std::optional<Talk> talk(const Asking&, const web::Request&);

// Where a page of hers lies: its tab says only "Sida 3", never what it is (security T2). Each has its own number.
enum class Leaf { ask = 1, ask_young, write, step, check, sent, saved, visit, letter, hidden, code, talk, name, unname, end, ended };
struct AskHead {
    Leaf leaf;
    std::string title;
    std::string path = {};      // empty: the answer to a form
    bool young = false;
    bool errors = false;
};
// One column, a heading, nothing kept by the browser.
Response ask_frame(const Visit&, const AskHead&, const std::function<void(Html&)>& main, int status = 200);

// ---- what stands above the first word ---------------------------------------------------------------------------------------------------
// The sentences that say when somebody reads, by when an answer comes, and to a child what an adult must do: the same words are kept
// with what she asks (feature B2).
std::vector<std::string> told(const Visit&, const Asking&, const Promise&, const Draft&);
void say_told(Html&, const Visit&, const Asking&, const Promise&, const Draft&);
// 112, where to turn when nobody reads, and the first `most` of the lines that the pack names for danger and despair.
void help_now(Html&, const Visit&, const Shown&, std::size_t most = 10);
std::string answered_by(const Visit&, const Promise&);   // "tisdag 24 november"

// Instead of everything else when nothing can be promised: the telephone.
Response phone_way(const Visit&, const Shown&, bool young);

// ---- parts ------------------------------------------------------------------------------------------------------------------------------
page::FieldErrors errors_of(const Visit&, const std::vector<DraftFault>&);
void number_fields(Html&, const Visit&, const Reachable&, const page::FieldErrors&);
void name_field(Html&, const Visit&, const Reachable&, const page::FieldErrors&);
void reach_fields(Html&, const Visit&, const Reachable&, const page::FieldErrors&);
void times_fields(Html&, const Visit&, const Reachable&, const page::FieldErrors&);
// Sends the form it stands in to the same step's address for whoever goes on another day.
inline constexpr std::string_view later_leaf = "/senare";
void later_button(Html&, const Visit&, Step);
// The code in four groups, and what to do with it.
void show_code(Html&, const Visit&, const std::string& printed, std::string_view back);
std::string long_day(const Visit&, base::Instant);

inline constexpr std::string_view step_route = "contact.step", send_route = "contact.send", written_down_route = "contact.written_down", code_route = "contact.open_code", more_route = "contact.more",
                                  name_route = "contact.say_name", unname_route = "contact.take_name_back", end_route = "contact.end", reception_route = "contact.save_reception";
std::string step_path(Step);
}
