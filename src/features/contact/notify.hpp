#pragma once
#include "features/contact/contact.hpp"
#include "platform/outbox/outbox.hpp"
namespace contact {

// Puts the neutral notice that a message waits for her, in the answer's own transaction: by the way that she has said yes to, and nothing
// when she has said nothing, is anonymous, has no code to read it with, has left, or was told already and has not read since. How it will
// go, or nothing: then she finds the answer with her code, or is called.
std::optional<outbox::Channel> put_notice(db::Transaction&, const rights::AreaScope&, base::Instant now, const Contact&, const outbox::MessageId&);
// Puts a letter to be printed, with the address that she has said yes to; of a contact whose answer goes by post. False when she has left.
bool put_letter(db::Transaction&, const rights::AreaScope&, base::Instant now, const Contact&, const outbox::MessageId&);
}
