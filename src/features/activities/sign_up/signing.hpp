#pragma once
#include "features/activities/pages_public.hpp"
#include "features/activities/use_cases.hpp"
#include "features/contact/reachable.hpp"
// What somebody who signs up is asked, one question a page: what the board's decision lets be kept decides which. The answers go along in the
// form from page to page, and are kept nowhere before the last.
namespace activities {

struct Answers {
    std::string opened;              // when the first page was opened, said by ourselves: also what makes a form one form
    int size = 1;
    std::string time;                // of individual times: the session
    contact::Reachable reach;        // her name stands here too
    std::string companion;
    Needs needs;
    bool respite = false;            // somebody must be with the one she helps meanwhile (feature D8)
    std::string been, language = "sv";
    bool not_reached = false, shows_name = false;
    bool guardian = false;           // whoever fills it in is the guardian of a child below 15, and says yes (SoL 21:2)
    bool wants_link = false;         // a link in what is sent, instead of the code
    std::string joins;               // of what is both in a room and on the net: "room", "net", or not said
};
Answers answers_from(const web::Fields&);

enum class Ask { how, who, reach, needs, check };
std::string_view slug(Ask);
std::optional<Ask> ask_from(std::string_view slug);
// For whom the form is: what is asked follows.
struct Asked {
    const Listed& one;
    const decisions::SignUpPermit& permit;
    base::Instant now;
    std::string phone = {};   // where we are called; empty: not filled in
    bool for_child() const { return needs_guardian(one.activity.for_whom); }
    bool may_choose_net() const;   // some occasion is both in a room and on the net
    bool for_interest() const { return takes_interest(one.activity); }
    bool by_alias() const { return permit.keeping() == decisions::Keeping::alias; }
    bool by_name() const { return permit.keeping() == decisions::Keeping::reference_and_date; }
    const Session* chosen(const Answers&) const;       // of individual times: hers
    bool asks_address(const Answers&) const;           // her time is a visit, and it may be kept who she is (C1)
    bool asks_number(const Answers&) const;            // her time is by telephone, and her number may be kept
    Agreed agreed(const Answers&) const;
};
std::vector<Ask> asks_of(const Asked&);
Ask after(const Asked&, Ask);
// What is wrong with what is typed on one page, in the reader's language, whoever types it.
page::FieldErrors typed_errors_of(const Visit&, const Asked&, Ask, const Answers&);
// The same of her own answers, and what her time cannot come about without.
page::FieldErrors errors_of(const Visit&, const Asked&, Ask, const Answers&);
// The first page whose answers are not whole; check when all are. Whether a time is free is asked when it is taken.
Ask first_unfilled(const Visit&, const Asked&, const Answers&);
// The names of a page's fields; what other pages asked is carried hidden.
std::vector<std::string_view> fields_of(Ask);
std::vector<std::string> names_in(const Answers&);

// The fields of a page; the files are pages/public/sign_up_fields.cpp and sign_up.cpp.
std::string_view title_of(const Visit&, const Asked&, Ask, const Answers&);
void ask_fields(Html&, const Visit&, const Asked&, Ask, const Answers&, const page::FieldErrors&);
// Everything she has said, once more, with a way back to each.
void said_rows(Html&, const Visit&, const Asked&, const Answers&);
Response ask_page(const Visit&, const Asked&, Ask, const Answers&, const page::FieldErrors&, const char* note = nullptr, int status = 200);

// ---- it is done -----------------------------------------------------------------------------------------------------------------------

// 16 digits that follow from the form: sent twice, the same code is shown twice, and no answer is lost on the way.
crypto::Receipt code_of_form(const vault::Vault&, std::string_view opened);
std::string link_hash_of(const vault::Vault&, const crypto::Receipt&);
// What is kept of a form, so that it makes one sign-up: nothing that gives its code to whoever has the database (security T27).
std::string form_mark(const vault::Vault&, std::string_view opened);
struct Done {
    SignedUp signed_up;
    crypto::Receipt code;
    std::int64_t before = 0;   // who wait before her
    // No answer is lost on the way, and an old page sent again on a shared telephone shows no code (T1).
    bool shows_code = true;
    bool can_be_told = false;   // by some way that the rule of safe contact lets us use (H2)
    // Of a question about respite (D8): by when it is answered; nothing when it was not asked, or could not be.
    std::optional<base::Instant> respite_answered_by = {};
    std::string background_ticket = {};   // empty: nobody is asked (feature O2)
};
bool has_made_one(db::Reader&, const vault::Vault&, const Activity&, std::string_view opened);
bool can_be_told(db::Reader&, const rights::AreaScope&, base::Instant now, const Entry&);
bool still_shows_code(const SignedUp&, base::Instant now);
// The question that goes with it.
struct Respite {
    std::string words;   // in the reader's language; empty: none
    std::function<bool(const rights::AreaId& inbox)> may = {};   // asked before anything slow is done
};
base::Result<Done, Refusal> do_sign_up(const Ground&, const municipality::Municipality&, const Asked&, const Answers&, const Respite&);
std::string respite_question(const Visit&, const Asked&, const Answers&);
Response done_page(const Visit&, const Shown&, const Asked&, const Answers&, const Done&);
}
