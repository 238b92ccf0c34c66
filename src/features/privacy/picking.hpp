#pragma once
#include "features/privacy/store_review.hpp"
#include <functional>
#include <map>
#include <set>
// Which lines of a month are reviewed: a sample that nobody can choose, and those that a rule picks (SoLPuL 10 §; security 4.6). Pure.
namespace privacy {

// In the order of what weighs most: a line is picked for the first of its reasons.
enum class Why { break_glass, protected_person, own_name, no_assignment, many, outside_hours, sample };
inline constexpr std::array all_why{Why::break_glass, Why::protected_person, Why::own_name, Why::no_assignment, Why::many, Why::outside_hours, Why::sample};
std::string_view key(Why);      // "own_name": as it stands in the database
const char* words(Why);         // the Swedish sentence to translate
std::optional<Why> why_from(std::string_view key);

// What the rules must know of the world.
struct Known {
    std::set<std::string> protected_persons;
    // Whether somebody seen in the line shares the actor's own name or address, or is the actor.
    std::function<bool(const store::Seen&)> near_oneself;
    // Whether the unit works then; true when nobody knows.
    std::function<bool(std::string_view unit, base::Instant)> working;
};
inline constexpr std::size_t many_persons = 30;   // more of them in an hour is picked
inline constexpr std::size_t least_sample = 20;   // or two in a hundred, whichever is more
// Somebody with an account: not a carer who reads her own, not the program.
bool of_staff(const store::Line&);
using Picked = std::map<std::string, Why>;
// One occasion is one line: a rule picks the first line of the same person's hour, day or pair, and not each of them.
Picked by_rules(const std::vector<store::Seen>&, const Known&);
// Those whose keyed hash is smallest.
Picked sampled(const std::vector<store::Seen>&, const std::function<std::string(std::string_view line)>& hash);
}
