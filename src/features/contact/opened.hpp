#pragma once
#include "base/instant.hpp"
#include "platform/crypto/random.hpp"
#include "platform/vault/vault.hpp"
// When a form was opened, said by ourselves and carried by the form, so that whoever is quicker than a person is noticed (security T22).
namespace contact {

struct Opened {
    base::Instant at;
    std::string text;   // as the form carries it; different each time
};
Opened opened_now(const vault::Vault&, crypto::Randomness&, base::Instant now);
// Nothing when it is not ours.
std::optional<Opened> opened_from(const vault::Vault&, std::string_view text);
}
