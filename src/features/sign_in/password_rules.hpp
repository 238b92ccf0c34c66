#pragma once
#include <optional>
#include <string_view>
#include <vector>
namespace sign_in {

// What a new password must be (ASVS 6.2.1, 6.2.4, 6.2.9–11): long enough, and not one that is tried first. No demands on kinds of signs.
enum class PasswordFault { too_short, too_long, too_common, names_you };
const char* words(PasswordFault); // the Swedish sentence to translate
inline constexpr std::size_t shortest_password = 12, longest_password = 1024; // characters; bytes

// `password` is normalised. `own_words`: login name, municipality, what the site is called.
std::optional<PasswordFault> fault_of(std::string_view password, const std::vector<std::string_view>& own_words);
}
