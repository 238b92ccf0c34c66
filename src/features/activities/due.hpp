#pragma once
#include "features/activities/use_cases.hpp"
// What happens by itself when its time has come. Each step is a transaction of its own that asks again under the activity's lock, so that two
// programs at once, or one that dies in the middle, do it once.
namespace activities {

// Who does what nobody does. Her lines in the access log say so.
inline rights::Actor the_program() { return rights::Actor({.account = *rights::AccountId::from("activities------------")}); }

// How much was done, for whoever looks.
struct Done_now {
    int offers = 0;       // activities where an offer had ended
    int called_off = 0;   // for too few (D1)
    int shares = 0;       // seats that were lent until now, and are the activity's again (D12)
    int gone = 0;         // needs, shown names, links of meetings, notes and messages that are past their time (D5, D7, D11, D15)
    int reminded = 0;
};
// go_on: asked between the steps.
Done_now do_what_is_due(db::Database&, const vault::Vault&, base::Instant now, const std::function<bool()>& go_on);

// Reminders of tomorrow's occasions, between nine and eight in the evening: that a message waits, by sms or mail to whom that is safe; where only a call
// is, it is a task for a human. Of two who come as one both are reminded. Whoever has signed up today knows. She opens her place with her code and may say "jag kan inte komma".
inline constexpr int reminders_begin_hour = 9, reminders_end_hour = 20;
}
