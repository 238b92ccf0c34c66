#pragma once
#include "features/activities/kept.hpp"
#include "features/activities/store.hpp"
// All SQL on what is kept of those who come: alias, needs, the links they have, and whether they came; and on the links of meetings.
namespace activities::store {

void keep_alias(db::Transaction&, const AreaScope&, const Entry&, const SealedText&, base::Instant now);
void keep_needs(db::Transaction&, const AreaScope&, const Entry&, const SealedText&, base::Instant now);
bool has_needs(db::Reader&, const AreaScope&, const Entry&);
void replace_needs(db::Transaction&, const AreaScope&, const Entry&, std::string_view envelope);
// Nothing where nothing is kept. Whoever shows it to staff writes the line (audit::read).
std::optional<Alias> alias(db::Reader&, const vault::Vault&, const AreaScope&, const Entry&);
std::optional<Needs> needs(db::Reader&, const vault::Vault&, const AreaScope&, const Entry&);
// Needs whose event is over, or whose sign-up has ended: row and key go (D7). Returns how many.
int remove_needs_due(db::Transaction&, const vault::Vault&, const AreaScope&, base::Instant now);

// Replaces the former one, whose key goes.
void keep_meeting(db::Transaction&, const vault::Vault&, const AreaScope&, const Session&, const SealedMeeting&, base::Instant now);
void remove_meeting(db::Transaction&, const vault::Vault&, const AreaScope&, const Session&, base::Instant now);
// Links of meetings that are over, with their keys (D5). Returns how many.
int remove_meetings_due(db::Transaction&, const vault::Vault&, const AreaScope&, base::Instant now);
bool has_meeting(db::Reader&, const AreaScope&, const Session&);
std::optional<std::string> meeting(db::Reader&, const vault::Vault&, const AreaScope&, const Session&);

struct Followed {
    AreaId area;
    EntryId entry;
};
void keep_link(db::Transaction&, const AreaScope&, const Entry&, const NewLink&, base::Instant now);
// Nothing for another purpose, after its time, or when it has been used up.
std::optional<Followed> followed(db::Reader&, std::string_view hash, Purpose, base::Instant now);
// The same, and it can be used no more. One of two at once.
std::optional<Followed> used_up(db::Transaction&, std::string_view hash, Purpose, base::Instant now);
void remove_old_links(db::Transaction&, base::Instant now);

// Whether the leader has ticked her off. told: the leader was told that she cannot come.
enum class Ticked { no, marked, told };
struct Attendance {
    EntryId entry;
    int came = 0;
    bool said_so = false;   // has said herself that she cannot come
    Ticked ticked = Ticked::marked;
    bool cannot_come() const { return came == 0 && (said_so || ticked == Ticked::told); }
};
// What stood there before.
std::optional<Attendance> attendance(db::Reader&, const AreaScope&, const Session&, const EntryId&);
void keep_attendance(db::Transaction&, const AreaScope&, const Session&, const Attendance&, base::Instant now);
// Nothing has been said of her.
void remove_attendance(db::Transaction&, const AreaScope&, const Session&, const EntryId&);
// The most that came of her sign-up at any other occasion of the same year; of one who is known also by her other sign-ups to the same kind.
int came_most(db::Reader&, const AreaScope&, const Activity&, const Session&, const Entry&);
std::vector<Attendance> attendances(db::Reader&, const AreaScope&, const Session&);
}
