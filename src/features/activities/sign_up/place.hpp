#pragma once
#include "features/activities/sign_up/signing.hpp"
#include "features/activities/run/store_running.hpp"
#include "features/activities/sign_up/wishes.hpp"
#include <map>
// One's own place, opened by its code or by a link that was sent to her.
namespace activities {

struct Place {
    Activity activity;
    Entry entry;
    std::vector<Session> sessions;        // of it, that have not ended
    std::int64_t before = 0;              // who wait before her
    std::vector<SessionId> said_no;       // occasions she has said that she cannot come to
    std::vector<SessionId> free_times;    // other times she may take
    std::string meeting = {};             // the link of today's meeting, if there is one and she has a place
    std::map<std::string, Joins, std::less<>> joins = {};   // by occasion: where she has said that she joins
    std::optional<Alias> shown_name = {};                   // hers, that the others see (D11)
    std::vector<Alias> others = {};                         // theirs, when she shows hers
    bool may_show_name = false, ask_why = false;            // ask_why: she has left, and has not said why
    bool has_link = false;                                  // in what is sent to her
    Agreed agreed = Agreed::nothing;                        // of an individual time by telephone or at home
    bool may_say_address = false;
    bool may_take_another = false;                          // her individual time is cancelled, and others may be free
    std::vector<Message> messages = {};                     // what was said to those with a place, the newest first
};
// A code of 16 digits, or a link's token.
std::optional<Place> place_by_code(const Ground&, std::string_view typed);

// What she may do with it; the words of the form.
enum class Act { look, leave, really_leave, accept, decline, cannot_come, change_time, join_room, join_net, show_name, hide_name, say_why, no_link, say_address, calendar };
std::string_view key(Act);
std::optional<Act> act_from(std::string_view key);
// What goes with the act.
struct Said {
    std::optional<SessionId> session = {};
    std::optional<Alias> name = {};
    std::optional<WhyLeft> why = {};
    std::string address = {};
};
// What came of it.
Answer done(const Ground&, const Place&, Act, const Said&);
}
