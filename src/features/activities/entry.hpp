#pragma once
#include "features/activities/session.hpp"
#include "features/decisions/public.hpp"
// A sign-up: one, or two who come as one. Where it stands, and what may become of it. Pure.
namespace activities {
using EntryId = base::Id<struct Entry>;

enum class EntryState {
    interested,   // would come if it became something
    waiting,
    offered,      // a seat is held until the offer ends
    placed,
    declined, lapsed, left, called_off,   // ended: said no, did not answer, left, or we called it off
};
inline constexpr std::array entry_states{EntryState::interested, EntryState::waiting, EntryState::offered, EntryState::placed,
                                         EntryState::declined,   EntryState::lapsed,  EntryState::left,    EntryState::called_off};
std::string_view key(EntryState);
std::optional<EntryState> entry_state_from(std::string_view key);
inline bool holds_seats(EntryState s) { return s == EntryState::offered || s == EntryState::placed; }
inline bool has_ended(EntryState s) { return s >= EntryState::declined; }

// How the sign-up came. On the telephone and on paper it has the time of the call or the letter.
enum class CameBy { web, phone, paper, desk };
std::string_view key(CameBy);
std::optional<CameBy> came_by_from(std::string_view key);

enum class Been { newcomer, returning };   // where she has said so
std::string_view key(Been);
std::optional<Been> been_from(std::string_view key);

// Where she heard of it (O5): the words of platform/facts.
inline constexpr std::array<std::string_view, 9> heard_of_words{"staff", "health_care", "school", "family", "web", "paper", "association", "before", "other"};

std::string_view key(decisions::Keeping);   // of those three that a permit can have
std::optional<decisions::Keeping> keeping_from(std::string_view key);

// A row of activities_entry.
struct Entry {
    EntryId id;
    AreaId area;
    ActivityId activity;
    std::string slot;        // what its seats are seats of: the activity, or the session of an individual time
    int size = 1;
    EntryState state = EntryState::waiting;
    base::Instant arrived_at;
    std::int64_t position = 0;
    std::optional<base::Instant> offer_until = {};
    decisions::Keeping keeping = decisions::Keeping::counts;
    std::string decision = {};   // number of the decision it rests on; empty: none is needed
    std::optional<PersonId> person = {}, companion = {};
    CameBy came_by = CameBy::web;
    std::optional<Been> been_before = {};   // asked for only where a rule needs it
    bool not_reached = false;    // says to be one of those the municipality reaches too few of; asked for only where a rule needs it
    std::optional<base::Instant> guardian_agreed_at = {};
    bool shows_name = false;
    base::Instant made_at;
    std::optional<base::Instant> ended_at = {};
};
// So far a line is counted for who stands in it (ADR 0046).
inline constexpr std::int64_t line_counted = 500;
// Who comes before whom: (arrived_at, position).
inline bool before(const Entry& a, const Entry& b) { return std::pair(a.arrived_at, a.position) < std::pair(b.arrived_at, b.position); }

enum class EntryRefusal {
    not_from_here,   // that does not follow on the state it is in
    offer_over,      // the offer has ended
    offer_stands,    // an offer is never taken back before its time
};
using ChangedEntry = base::Result<Entry, EntryRefusal>;
ChangedEntry put_in_line(const Entry&);                        // interested → waiting
ChangedEntry seated(const Entry&);                             // waiting → placed: seats are free and nobody is before
ChangedEntry offered(const Entry&, base::Instant until);       // waiting → offered
ChangedEntry accepted(const Entry&, base::Instant now);        // offered → placed
ChangedEntry declined(const Entry&, base::Instant now);        // offered → declined
ChangedEntry lapsed(const Entry&, base::Instant now);          // offered → lapsed, once its time is over
ChangedEntry left(const Entry&, base::Instant now);            // any that has not ended
ChangedEntry called_off(const Entry&, base::Instant now);      // any that has not ended
ChangedEntry given_another(const Entry&);                      // called_off → placed: her time was cancelled, and she takes another
ChangedEntry returned(const Entry&, EntryState was);           // left → interested, waiting or placed: she was taken away by mistake
}
