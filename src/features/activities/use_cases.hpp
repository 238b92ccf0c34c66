#pragma once
#include "features/activities/store_entries.hpp"
#include "features/activities/store_kept.hpp"
#include "features/activities/telling.hpp"
#include "features/directory/public.hpp"
#include "features/people/public.hpp"
#include "platform/facts/facts.hpp"
// What can be done with an activity: one verb a file, functions of (transaction, actor, scope, now, input). Each locks the activity first and
// writes its line in the access log. Those concerned are told through the outbox in the same transaction; the notices that come back say who, of
// what, and by which way if there is a safe one. A visitor acts with the scope of the activity's area, staff with that of their roles.
namespace activities {
using rights::Actor;
using rights::AreaScope;

// Who plans and runs it, and reads who comes.
inline constexpr rights::Roles team{rights::Role::consultant, rights::Role::support_contact};

enum class Refusal {
    unknown,            // no such thing, or not the actor's: say 404
    not_open,           // takes no sign-ups now
    too_late,           // the last day to sign up is over, or no occasion is left
    too_many,           // more than two, or two for an individual time
    too_much,           // more of who somebody is than the decision lets be kept
    identity_missing,   // the decision says that she must be known
    guardian_missing,   // below 15 a guardian must agree (SoL 21:2)
    time_missing, time_taken,       // of individual times
    arrived_wrong,      // later than now, or more than a year ago
    not_asked,          // something about her that no rule of this activity needs
    no_offer, offer_over,
    ended,              // the sign-up is over already
    not_waiting, no_seat, reason_missing, no_time_left,   // of an offer made by hand
    not_from_here, too_few, no_session, not_alone,        // of a change of state
    seats_taken,        // fewer seats than those who have one
    cancelled, over, place_missing, place_unfit, meeting_missing, not_changed, too_early,   // of a session
    not_placed, heads_wrong,
    slug_taken, faulty,
    signed_up_already,         // somebody has signed up on the terms as they were
    changed_since, people_told,                    // of taking a change back
    seat_gone,          // of taking somebody back who had a seat
    in_line_already,    // somebody known, who is chosen again
};

// ---- planning -------------------------------------------------------------------------------------------------------------------------

base::Result<ActivityId, Refusal> add_activity(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Activity&);
// A session of individual times is one seat. Its room may be booked later; until then it stands among what is missing.
base::Result<SessionId, Refusal> add_session(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Session&);
struct Told {
    std::vector<Notice> notices;
};
using Answer = base::Result<Told, Refusal>;
// More seats are offered to who waits; fewer than are taken is refused.
Answer set_seats(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&, int seats);

// The next step of its life. Opening puts those who wanted it in the line in the order they came, and offers them the seats.
enum class Step { plan, open, start, hand_over, close_held, call_off };
Answer change_state(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&, Step);
// Calls it off when the stop day is over and fewer than the minimum have a place (D1); a job's, on the day after.
Answer call_off_if_short(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&);

// ---- signing up -----------------------------------------------------------------------------------------------------------------------

// The permit of today, by the offer the activity is; nothing where no sign-up may be taken.
std::optional<decisions::SignUpPermit> permit_for(const decisions::Register&, const directory::Catalogue&, const Activity&, base::Instant now);

// Who comes. What may be given of who they are follows from the permit: nobody, an alias, or persons.
struct SignUp {
    EntryId id;
    ActivityId activity;
    std::string form;                              // the bytes of the form's stamp: sent twice is one
    std::optional<SessionId> time = {};            // of individual times
    int size = 1;
    const SealedText* alias = nullptr;
    std::vector<const people::NewPerson*> newly = {};   // one, or two; by people::sealed with decisions::ground_of(permit)
    std::vector<PersonId> known = {};              // or persons that are there already
    const SealedText* needs = nullptr;
    std::optional<Been> been_before = {};   // only where the municipality's rule asks for it
    bool not_reached = false;
    bool guardian_agrees = false;
    bool shows_name = false;
    std::vector<const NewLink*> links = {};
};
struct SignedUp {
    Entry entry;
    bool again = false;            // the same form was sent before: this is what came of it
    std::vector<Notice> notices = {};
};
using SignUpAnswer = base::Result<SignedUp, Refusal>;
// A seat when one is free and nobody waits, else the line. While interest is gathered: on the list of those who want it.
SignUpAnswer sign_up(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const decisions::SignUpPermit&, const SignUp&);
// The same by a member of the staff, for a call, a letter or a visit: she stands in the line from the time of it.
struct ByStaff {
    CameBy by;
    base::Instant arrived_at;
};
SignUpAnswer enter_by_staff(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const decisions::SignUpPermit&, const SignUp&, const ByStaff&);

// From the list, the line or the seat; the seat is offered to the next.
Answer cancel_place(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const EntryId&);
// To another free individual time; also by whose own was cancelled while the activity goes on (C1).
bool may_take_another(const Activity&, const Entry&, const std::optional<Session>& own);
Answer change_time(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const EntryId&, const SessionId& to);

// ---- offers ---------------------------------------------------------------------------------------------------------------------------

// By hand: to the next, or to whom the actor chooses, with a reason when others came before.
struct Offer {
    ActivityId activity;
    std::optional<EntryId> to = {};
    std::optional<queue::Why> why = {};
};
Answer offer_place(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Offer&);
// Said twice is said once. After its time it is too late, also when nobody has looked at the clock yet.
Answer accept_offer(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const EntryId&);
Answer decline_offer(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const EntryId&);
// Those of one activity that have ended; the seats are offered to the next. A job's: store::due_offers says where.
Answer expire_offers(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ActivityId&);

// ---- running it -----------------------------------------------------------------------------------------------------------------------

struct Mark {
    SessionId session;
    EntryId entry;
    int came = 0;           // of one or two
    bool said_so = false;   // told the leader that they cannot come; what she has said herself stays
    facts::Drawn drawn;
};
Answer mark_attendance(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Mark&);
struct Count {
    SessionId session;
    int heads = 0;
    facts::Drawn drawn;
};
// Replaces what was counted before.
Answer head_count(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Count&);
// Those who were missing at a session without a word, for the leader: "ring?" (D6). Nothing is sent to anybody.
std::vector<Entry> missing(db::Reader&, const AreaScope&, const Session&);

Answer cancel_session(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const SessionId&);
Answer move_session(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const SessionId&, const Times&);
struct Swap {
    SessionId session;
    Way way;
    std::string place = {};                    // of a room
    const SealedMeeting* meeting = nullptr;    // on the net: unless there is one already
};
Answer swap_room_online(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const Swap&);
// The link of a meeting for one who has a place there, until it is over; nothing for anybody else.
std::optional<std::string> meeting_for(db::Reader&, const vault::Vault&, const AreaScope&, base::Instant now, const SessionId&, const EntryId&);
}
