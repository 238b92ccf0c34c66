#pragma once
#include <optional>
#include <string_view>
// The one short field that is typed, a place: nothing about a person gets through it (domain 8: mistakes 3 and 8; SoLPuL 7 a §).
namespace work {

enum class Reason { personal_number, phone_number, mail, diagnosis, too_long, signs };
const char* words(Reason);   // the Swedish sentence to translate: what is wrong and what to write instead

// Nothing: it may be stored. At most five digits stand in what may be.
std::optional<Reason> refused_text(std::string_view);
}
