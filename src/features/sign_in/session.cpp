#include "features/sign_in/session.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"

namespace sign_in {
namespace {
constexpr std::array<std::string_view, 3> methods{"local", "oidc", "demo"};
constexpr std::array<std::string_view, 9> whys{"idle", "absolute", "signed_out", "new_sign_in", "all_ended", "credentials", "no_assignment", "closed", "clock"};
template <class E, std::size_t n> std::optional<E> from(const std::array<std::string_view, n>& keys, std::string_view text) {
    for (std::size_t i = 0; i < n; ++i)
        if (keys[i] == text) return static_cast<E>(i);
    return std::nullopt;
}
}

std::string_view key(Method method) { return methods[static_cast<std::size_t>(method)]; }
std::optional<Method> method_from(std::string_view text) { return from<Method>(methods, text); }
const char* words(Method method) {
    switch (method) {
        case Method::local: return i18n::key("Lösenord och kod");
        case Method::oidc: return i18n::key("Kommunens inloggning");
        case Method::demo: return i18n::key("Provversionen");
    }
    return "";
}

std::string_view key(Why why) { return whys[static_cast<std::size_t>(why)]; }
std::optional<Why> why_from(std::string_view text) { return from<Why>(whys, text); }
const char* words(Why why) {
    switch (why) {
        case Why::idle: return i18n::key("Du loggades ut eftersom inget hade hänt på en kvart.");
        case Why::absolute: return i18n::key("Du loggades ut eftersom det har gått åtta timmar sedan du loggade in.");
        case Why::signed_out: return i18n::key("Du är utloggad.");
        case Why::new_sign_in: return nullptr;
        case Why::all_ended: return i18n::key("Alla dina inloggningar är avslutade.");
        case Why::credentials: return i18n::key("Lösenord eller koder har ändrats. Logga in på nytt.");
        case Why::no_assignment: return i18n::key("Ditt sista uppdrag har tagit slut, så du loggades ut. Fråga din verksamhetschef om det är fel.");
        case Why::closed: return i18n::key("Kontot är avslutat. Fråga din verksamhetschef om det är fel.");
        case Why::clock: return i18n::key("Du loggades ut. Logga in på nytt.");
    }
    return nullptr;
}

std::optional<Why> over(const Session& session, base::Instant now) {
    if (session.created_at.ms > now.ms + minute_ms || session.last_seen_at.ms > now.ms + minute_ms) return Why::clock;
    if (now.ms - session.created_at.ms >= absolute_ms) return Why::absolute;
    if (now.ms - session.last_seen_at.ms >= idle_ms) return Why::idle;
    return std::nullopt;
}
bool confirmed(base::Instant confirmed_at, base::Instant now) { return confirmed_at.ms <= now.ms + minute_ms && now.ms - confirmed_at.ms < fresh_ms; }
bool to_be_noted(const Session& session, base::Instant now) { return now.ms - session.last_seen_at.ms >= minute_ms; }

std::string cookie(std::string_view name, std::string_view value, std::int64_t days) {
    const auto age = days > 0 ? "; Max-Age=" + base::to_text(days * 24 * 60 * 60) : std::string();
    return std::string(name) + "=" + std::string(value) + "; Path=/; HttpOnly; Secure; SameSite=Lax" + age;
}
std::string no_cookie(std::string_view name) { return std::string(name) + "=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0"; }
}
