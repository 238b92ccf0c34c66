#pragma once
#include "features/activities/kept.hpp"
// What somebody who comes says for herself and may change: where she joins, which name the others see, and why she left.
namespace activities {

// Of an occasion that is both in a room and on the net (D5).
enum class Joins { room, net };
std::string_view key(Joins);
std::optional<Joins> joins_from(std::string_view key);

// The name that the others see (D11), sealed with a key of its own. Each time it is said it is a new one: a key that is gone is never used again.
using ShownNameId = base::Id<struct ShownName>;
inline constexpr std::string_view shown_name_key = "shown_name";
struct SealedName {
    ShownNameId id;
    SealedText name;
};
SealedName sealed_name(const vault::Vault&, crypto::Randomness&, const Alias&);
Alias opened_name(const crypto::Key&, const ShownNameId&, std::string_view envelope);
// The first word of each: nobody's last name is shown to the others by mistake.
std::vector<std::string> first_words(const std::vector<std::string>& names);
// What may be proposed as shown of what was typed: at most two first names. Nothing when it is no name.
std::optional<Alias> shown_of(const std::vector<std::string>& typed);

// Why somebody left: a closed list, counted as a fact of nobody (platform/facts).
enum class WhyLeft { time, way_there, not_for_me, no_respite, enough, other };
inline constexpr std::array whys_left{WhyLeft::time, WhyLeft::way_there, WhyLeft::not_for_me, WhyLeft::no_respite, WhyLeft::enough, WhyLeft::other};
std::string_view key(WhyLeft);
const char* words(WhyLeft);   // the Swedish sentence to translate
std::optional<WhyLeft> why_left_from(std::string_view key);
}
