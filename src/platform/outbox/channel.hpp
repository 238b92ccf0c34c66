#pragma once
#include <array>
#include <optional>
#include <string_view>
// The ways in which somebody can be reached.
namespace outbox {
enum class Channel { sms, mail, letter, call };
inline constexpr std::array channels{Channel::sms, Channel::mail, Channel::letter, Channel::call};
std::string_view key(Channel);   // "sms": as it stands in the database
const char* words(Channel);      // "Sms": the Swedish word to translate
std::optional<Channel> channel_from(std::string_view key);
}
