#include "app/hidden.hpp"
#include <algorithm>
#include <cstring>
#include <utility>

namespace app {
namespace {
// From where to where; empty when there is none. Generous: a password with a wrongly written sign in it is hidden whole too.
std::pair<std::size_t, std::size_t> password_in(std::string_view word) {
    const auto scheme = word.find("://");
    if (scheme == word.npos || word.find("postgres") > scheme) return {};
    const auto colon = word.find(':', scheme + 3), at = word.rfind('@');
    if (colon != word.npos && at != word.npos && colon < at) return {colon + 1, at};
    constexpr std::string_view named = "password=";
    const auto query = word.find(named);
    if (query == word.npos) return {};
    return {query + named.size(), std::min(word.find('&', query), word.size())};
}
}

bool has_password(std::string_view word) {
    const auto [from, to] = password_in(word);
    return to > from;
}
void hide_password(char* word) {
    const auto [from, to] = password_in(word);
    std::fill(word + from, word + to, '*');
}
}
