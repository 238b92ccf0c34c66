#pragma once
#include "features/activities/use_cases.hpp"
// Seats lent to another municipality or an association (feature D12): whoever has the code fills them, and who comes is known there and not here.
// They are seats of the share, so that the schema keeps others from them; together with the activity's own they are what the activity has.
namespace activities {
using ShareId = base::Id<struct Share>;

// A row of activities_share.
struct Share {
    ShareId id;
    AreaId area;
    ActivityId activity;
    std::string receiver;   // a municipality or an association; never a person
    std::string hash;       // of its code
    base::Instant made_at;
    AccountId made_by;
    base::Instant until;
    std::optional<base::Instant> revoked_at = {};
    bool open(base::Instant now) const { return !revoked_at && now < until; }
};
// Not before it has been planned, and not when it is over: then whoever has the code sees and changes nothing.
inline bool may_be_filled(const Activity& a) { return takes_sign_ups(a) || a.state == State::planned; }
// Its code, 16 digits that follow from its id and the site's key: the consultant can see it again, and the database alone tells it to nobody.
crypto::Receipt code_of_share(const vault::Vault&, const ShareId&);
std::string hash_of_share_code(const vault::Vault&, const crypto::Receipt&);

// Out of the free seats, while nobody waits for them: no_seat otherwise. faulty: the receiver is no line of 2–120 characters.
Answer share_seats(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Share&, int seats);
// No code opens it any more, and the seats that are free are the activity's again, and are offered to who waits. Who has a place keeps it.
Answer end_share(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ShareId&);

// ---- by whoever has the code ------------------------------------------------------------------------------------------------------------

struct Filling {
    EntryId id;
    ShareId share;
    std::string form;                      // sent twice is one
    const SealedText* alias = nullptr;     // too_much where only counts are kept
    bool guardian_agrees = false;          // guardian_missing without, where it is for children under 15 (SoL 21:2)
};
Answer fill_seat(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const decisions::SignUpPermit&, const Filling&);
// One whom she has put there comes no more; the seat is the share's.
Answer empty_seat(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ShareId&, const EntryId&);
// Somebody of a share has left, under the activity's lock. Of one that is over, all its free seats are the activity's at once, for the caller to offer to
// who waits: nobody waits beside an empty chair for a job to come round.
void back_if_over(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Activity& locked, const EntryId& left);
// What her seat is a seat of: the share while it is open, else her slot.
std::string seat_slot(db::Reader&, const AreaScope&, base::Instant now, const Entry&);
// So many free seats are the activity's again.
Answer give_back(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const ShareId&, int seats);
}
