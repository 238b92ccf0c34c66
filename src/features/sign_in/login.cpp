#include "features/sign_in/login.hpp"
#include "base/text.hpp"
#include "platform/i18n/normal.hpp"

namespace sign_in {

std::optional<std::string> normalised_login(std::string_view typed) {
    if (typed.size() > 400) return std::nullopt;
    auto login = base::lower(i18n::nfc(base::trimmed(typed)));
    const auto odd = [](unsigned char c) { return c <= ' ' || c == 0x7F; };
    if (base::length(login) < 2 || base::length(login) > 100 || std::any_of(login.begin(), login.end(), odd)) return std::nullopt;
    return login;
}

std::string normalised_password(std::string_view typed) { return i18n::nfc(typed); }
}
