#pragma once
#include "base/instant.hpp"
#include "platform/rights/ids.hpp"
#include <optional>
#include <string>
#include <string_view>
// What a session is, and how long it lives (security 4.4). Pure.
namespace sign_in {

enum class Method { local, oidc, demo };
std::string_view key(Method);
const char* words(Method); // the Swedish sentence to translate
std::optional<Method> method_from(std::string_view key);

// Why a session is over.
enum class Why { idle, absolute, signed_out, new_sign_in, all_ended, credentials, no_assignment, closed, clock };
std::string_view key(Why);
std::optional<Why> why_from(std::string_view key);
// What the sign-in page says to whom it happened; null when there is nothing to say.
const char* words(Why);

struct Session {
    std::string id;
    rights::AccountId account;
    Method method;
    std::string acr;
    bool assigned;                          // the account has had an assignment during it
    base::Instant created_at, last_seen_at, confirmed_at;
    std::optional<Why> ended;
};

inline constexpr std::int64_t minute_ms = 60'000, idle_ms = 15 * minute_ms, absolute_ms = 8 * 60 * minute_ms, fresh_ms = 5 * minute_ms;
// Whether it has come to its end by the clock. A session from the future ends too: the clock was wrong, now or then, and none lives longer
// for it.
std::optional<Why> over(const Session&, base::Instant now);
// The person showed who they are within the last five minutes (security T21).
bool confirmed(base::Instant confirmed_at, base::Instant now);
// last_seen_at is written at most once a minute.
bool to_be_noted(const Session&, base::Instant now);

// ---- the cookie ---------------------------------------------------------------------------------------------------------------------
inline constexpr std::string_view session_cookie = "__Host-lotsen", welcome_cookie = "__Host-lotsen-valkommen", provider_cookie = "__Host-lotsen-oidc";
// Gone when the browser closes, unless `days`. Lax: the way back from a provider begins on another site.
std::string cookie(std::string_view name, std::string_view value, std::int64_t days = 0);
std::string no_cookie(std::string_view name);
}
