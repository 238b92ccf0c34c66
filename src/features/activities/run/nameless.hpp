#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>
namespace activities {

// Why a text of the leader's may not be stored as it is: it is about the occasion, and never about somebody (feature D15; SoLPuL 7 a §).
enum class Nameless { too_long, not_text, number, mail, name };
const char* words(Nameless);   // the Swedish sentence to translate
// Nothing: it may. A number is one of a telephone or a person; times and dates may stand.
// `names`: what those who come are called; a word that is one of them is a name.
std::optional<Nameless> nameless(std::string_view text, std::size_t longest, const std::vector<std::string>& names);
}
