#pragma once
#include "platform/crypto/random.hpp"
#include "platform/vault/vault.hpp"
namespace sign_in {

// What is kept only as a keyed hash, each with a key of its own.
enum class Secretly { login, session, invitation, entered, state, browser, subject, recovery, device, place, network };
// 32 bytes.
std::string hashed(const vault::Vault&, Secretly, std::string_view text);
// A person at a provider.
std::string subject_hash(const vault::Vault&, std::string_view issuer, std::string_view subject);
crypto::KeyedHash recovery_hash(const vault::Vault&);
// 256 random bits as 44 characters of A–Z a–z 0–9 - _: what a cookie holds.
std::string new_token(crypto::Randomness&);
// Nothing unless it is written exactly so.
bool is_token(std::string_view);
}
