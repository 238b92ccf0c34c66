#pragma once
#include "features/contact/contact.hpp"
#include "features/contact/ground.hpp"
#include "features/contact/limits.hpp"
// A carer's visit: her cookie says which draft or conversation is hers. Idle at most 20 minutes, eight hours in all (security T19).
namespace contact {

inline constexpr std::string_view visit_cookie = "__Host-fraga";
inline constexpr std::int64_t visit_idle_ms = 20 * 60'000, visit_ms = 8 * 60 * 60'000;
// For the session only, and never sent from another site (security 4.4).
std::string cookie(std::string_view secret);
std::string no_cookie();

struct Visiting {
    std::string secret, hash;
    AreaId area;
    ContactId contact;
    std::optional<std::string> code;   // "1234 5678 9012 3456", until she says that she has written it down
};
// Whose visit the request belongs to; writes down that it was used, at most once a minute.
std::optional<Visiting> visiting(const Ground&, Memory&, const web::Request&);

// The hash of the visit that the request's cookie speaks of, whether it is there or not.
std::optional<std::string> visit_of(const vault::Vault&, const web::Request&);

// Random, so made before the transaction.
struct NewVisit {
    std::string secret, hash;
};
NewVisit new_visit(const Ground&);
void begin_visit(db::Transaction&, base::Instant now, const NewVisit&, const AreaId&, const ContactId&);
// With a key that only the cookie gives: neither database nor key file shows a code.
std::string sealed_code(const vault::Vault&, std::string_view secret, std::string_view hash, std::string_view printed);

// The rows of one area, for what a carer does with her own.
rights::AreaScope scope_of(const AreaId&);
}
