#pragma once
#include "platform/calendar/date.hpp"
#include "platform/db/database.hpp"
// All SQL on tickets to the three questions that have been used (feature O2): their keyed hash alone, and the day it goes. Nothing of whom, and no
// hour that a sign-up could be known by.
namespace activities::store {

// False: it has been used before, also when it is sent at once to two programs.
[[nodiscard]] bool use_ticket(db::Transaction&, std::string_view mark, calendar::Date goes);
bool ticket_used(db::Reader&, std::string_view mark);
void remove_old_tickets(db::Transaction&, calendar::Date today);
}
