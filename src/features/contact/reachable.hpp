#pragma once
#include "features/people/public.hpp"
#include "platform/web/web.hpp"
// What somebody says of how she may be reached: as it is typed, kept in a draft, and handed to features/people.
namespace contact {

// Whose a telephone number is: only what she has said.
enum class Whose { unsaid, own, other };
std::string_view key(Whose);   // "own": as it stands in a form and a draft; nothing: ""

struct Reachable {
    std::string name, phone, email, address;
    Whose whose = Whose::unsaid;         // of the number
    bool call = false, sms = false, mail = false, letter = false;
    bool voicemail = false;
    std::vector<std::string> days, hours;   // of the closed lists below; none: nothing said
    std::string present_as = "name";     // of the closed list
    bool own_number() const { return whose == Whose::own; }
    bool operator==(const Reachable&) const = default;
};
// What may be ticked: key and Swedish words.
struct Tick {
    std::string_view key;
    const char* words;
};
extern const std::array<Tick, 5> safe_days;
extern const std::array<Tick, 4> safe_hours;
extern const std::array<Tick, 3> presentations;
const char* presentation_words(std::string_view key);

// From a form's or a draft's fields, and back. Only what the lists hold is taken; nothing is longer than people keeps.
Reachable reachable_from(const web::Fields&);
web::Fields fields_of(const Reachable&);

people::Details details_of(const Reachable&);
people::SafeContact safe_contact_of(const Reachable&);
}
