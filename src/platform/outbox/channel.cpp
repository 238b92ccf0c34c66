#include "platform/outbox/channel.hpp"
#include "base/result.hpp"
#include "platform/i18n/language.hpp"

namespace outbox {
std::string_view key(Channel channel) {
    switch (channel) {
        case Channel::sms: return "sms";
        case Channel::mail: return "mail";
        case Channel::letter: return "letter";
        case Channel::call: return "call";
    }
    throw base::Bug("a channel without a name");
}
const char* words(Channel channel) {
    switch (channel) {
        case Channel::sms: return i18n::key("Sms");
        case Channel::mail: return i18n::key("E-post");
        case Channel::letter: return i18n::key("Brev");
        case Channel::call: return i18n::key("Samtal");
    }
    throw base::Bug("a channel without words");
}
std::optional<Channel> channel_from(std::string_view text) {
    for (const auto channel : channels)
        if (key(channel) == text) return channel;
    return std::nullopt;
}
}
