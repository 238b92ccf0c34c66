#pragma once
#include "platform/outbox/outbox.hpp"
// The sender's own statements: rows of all areas, since nobody acts. Nothing of a person but the id is in them.
namespace outbox::store {
std::vector<Kept> due(db::Reader&, base::Instant now, std::size_t most);       // sms and mail only
std::vector<Kept> interrupted(db::Reader&);                                    // sending, though nobody sends
// The row if it is still in that state; locked until the transaction ends.
std::optional<Kept> still(db::Transaction&, const Message&, State);
void sending(db::Transaction&, const Message&);                                // one try more
void wait(db::Transaction&, const Message&, base::Instant not_before, std::string_view why);
void end(db::Transaction&, const Message&, State, std::string_view why, base::Instant now);
}
