#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
#include "platform/outbox/outbox.hpp"
namespace contact {

struct Answering {
    ContactId id;
    std::string text;
    outbox::MessageId notice;   // of the neutral notice that something waits, where she has said yes to one
};
// What she reads. The first one keeps the promise; who answers has taken the contact if nobody had.
base::Result<ContactId, DeskRefusal> answer(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const Answering&);
}
