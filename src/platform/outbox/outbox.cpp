// What can be said, and the words for how it went.
#include "platform/outbox/outbox.hpp"
#include "base/result.hpp"

namespace outbox {
std::string_view key(Template what) {
    switch (what) {
        case Template::message_waits: return "message_waits";
    }
    throw base::Bug("a template without a name");
}
std::string subject(Template what, i18n::Language language) {
    switch (what) {
        case Template::message_waits: return std::string(i18n::Words(language)(i18n::key("Meddelande")));
    }
    throw base::Bug("a template without a subject");
}
std::string text(Template what, i18n::Language language) {
    switch (what) {
        case Template::message_waits: return std::string(i18n::Words(language)(i18n::key("Hej. Du har ett meddelande hos oss.")));
    }
    throw base::Bug("a template without a text");
}

std::string_view key(State state) {
    switch (state) {
        case State::waiting: return "waiting";
        case State::sending: return "sending";
        case State::sent: return "sent";
        case State::refused: return "refused";
        case State::failed: return "failed";
        case State::unclear: return "unclear";
        case State::done_by_hand: return "done_by_hand";
    }
    throw base::Bug("a state without a name");
}
const char* words(State state) {
    switch (state) {
        case State::waiting: return i18n::key("väntar");
        case State::sending: return i18n::key("skickas nu");
        case State::sent: return i18n::key("skickat");
        case State::refused: return i18n::key("skickas inte");
        case State::failed: return i18n::key("gick inte att skicka");
        case State::unclear: return i18n::key("oklart om det kom fram");
        case State::done_by_hand: return i18n::key("klart");
    }
    throw base::Bug("a state without words");
}
const char* words_why(std::string_view word) {
    if (word == why::restored) return i18n::key("Kan redan ha skickats före en återställning");
    if (word == why::sms_unclear) return i18n::key("Det är oklart om sms:et kom fram");
    if (word == why::sms_failed) return i18n::key("Sms:et gick inte att skicka");
    if (word == why::mail_failed) return i18n::key("Mejlet gick inte att skicka");
    if (word == why::no_answer) return i18n::key("Ingen svarade förra gången");
    if (word == why::wrong_moment) return i18n::key("Det var fel tillfälle förra gången");
    return i18n::key("Väntar på samtal från oss");
}
}
