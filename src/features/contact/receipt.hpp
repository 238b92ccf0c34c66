#pragma once
#include "features/contact/contact.hpp"
#include "features/contact/ground.hpp"
// The code of 16 digits that opens a draft or a conversation: kept as a keyed hash to find it by, and argon2id to prove it (security T18).
namespace contact {

struct NewReceipt {
    crypto::Receipt code;
    std::string lookup, proof;
};
// Slow, and random: made before the transaction. Throws base::NotNow when others are being reckoned all the while.
NewReceipt new_receipt(const Ground&);
std::string lookup_of(const vault::Vault&, const crypto::Receipt&);

// What a code opens.
struct Behind {
    AreaId area;
    ContactId contact;
    bool operator==(const Behind&) const = default;
};
// Takes the same time and gives the same answer for a code that never was, one that is over, and what is no code at all.
std::optional<Behind> opened_by(const Ground&, std::string_view typed);
}
