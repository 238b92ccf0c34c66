#pragma once
#include "features/people/store.hpp"
#include "features/people/store_safe.hpp"
// From details to sealed columns and back. The only file beside it that opens them is sealing.cpp (tests/architecture).
namespace people {

Sealed seal(const vault::Vault&, const crypto::Key&, const AreaId&, const PersonId&, const Details&);
Person unsealed(const vault::Vault&, const store::Stored&);
// Only the name, for lists.
std::string unsealed_name(const vault::Vault&, const store::Stored&);
// The name of a row that a search looks at; overwritten when it goes.
crypto::Secret unsealed_name(const vault::Vault&, const AreaId&, const store::NameRow&);
// What is compared whole, in one area: empty when nothing is known.
std::string phone_hash(const vault::Vault&, const AreaId&, std::string_view e164);
std::string email_hash(const vault::Vault&, const AreaId&, std::string_view compared);
std::string personal_number_hash(const vault::Vault&, const AreaId&, std::string_view twelve);
// The names that somebody said about how she may be reached.
store::SafeRow sealed_safe(const vault::Vault&, const store::Stored&, const SafeContact&);
SafeContact unsealed_safe(const vault::Vault&, const store::Stored&, const store::SafeRow&);
// A correction, under the person's key.
std::string seal_correction(const crypto::Key&, const AreaId&, std::string_view id, std::string_view says);
std::string unsealed_correction(const crypto::Key&, const store::StoredCorrection&);
// Why the glass was broken.
std::string seal_why(const crypto::Key&, const AreaId&, std::string_view id, std::string_view why);
std::string unsealed_why(const vault::Vault&, const Alert&, std::string_view wrapped);

inline constexpr std::string_view person_key = "person", emergency_key = "emergency"; // kinds in the vault
}
