#pragma once
#include "features/activities/use_cases.hpp"
#include "platform/outbox/outbox.hpp"
// A link with a right in what is sent, for whoever has asked for one instead of her code (feature D2): /p/{token}. It shows a button and changes
// nothing, since what looks through mail opens links; the button opens one's own place at a plain address.
namespace activities {
inline constexpr std::string_view link_path = "/p/";
inline constexpr int link_days = 14;

// The address in full, made as the message is sent: only its hash is kept. Empty: what it is about is no sign-up that has asked for one, or the
// municipality has not said what its own address is.
// It is only for whoever signed up, never for the other of two: she has asked for it.
std::string link_for(db::Transaction&, const vault::Vault&, crypto::Randomness&, base::Instant now, const outbox::Message&, std::string_view own_address);
// She wants none any more, and those that were sent open nothing.
Answer take_back_links(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const EntryId&);
}
