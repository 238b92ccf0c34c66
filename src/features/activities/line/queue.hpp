#pragma once
#include "features/activities/entry.hpp"
// The waiting list: who is next, and why (features D2, D13). Pure; holds nobody. Seats, order and states are kept by the store, under the
// activity's lock, and every answer to "who gets it" is given here.
namespace activities::queue {

// Why somebody is offered a seat. All but in_turn are exceptions from the order of arrival, and are logged.
enum class Why {
    in_turn,
    rule_new, rule_not_reached,   // the municipality's own rule, told to all who wait
    two_do_not_fit,               // those before are two, and one seat is free
    urgent, fits_the_group, promised_before, our_mistake,   // a member of the staff has decided so
};
inline constexpr std::array by_hand{Why::urgent, Why::fits_the_group, Why::promised_before, Why::our_mistake};
std::string_view key(Why);
std::optional<Why> why_from(std::string_view key);

// Whether the rule puts this one before others.
bool preferred(const Entry&, Preferred);

// What becomes of who comes now: a seat when there are enough and nobody waits, else the line.
EntryState arrival(int size, int free, bool anyone_waits);

struct Pick {
    EntryId id;
    int size;
    Why why;
};
// Who is to be offered the free seats, in the order of the offers. `waiting` in any order; two are never split, and nobody gets a seat that is
// not there. With Two::wait the line stands still when two are next and one seat is free.
std::vector<Pick> picks(std::vector<Entry> waiting, int free, const Terms&);

enum class Refusal { not_waiting, no_seat, reason_missing };
// Somebody a member of the staff chooses. Who is not the next needs a reason of `by_hand`.
base::Result<Pick, Refusal> chosen(const std::vector<Entry>& waiting, int free, const Terms&, const EntryId&, std::optional<Why>);
// Several of them, in the order they are offered a seat; all or nobody.
base::Result<std::vector<Pick>, Refusal> chosen(std::vector<Entry> waiting, int free, const Terms&, const std::vector<EntryId>&, std::optional<Why>);

// When an offer made now ends: after so many hours, but before the next occasion begins. Nothing: there is none to come to.
std::optional<base::Instant> offer_ends(base::Instant now, int hours, std::optional<base::Instant> next_begins);
}
