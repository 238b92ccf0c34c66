#pragma once
#include "features/privacy/picking.hpp"
#include "features/privacy/shown.hpp"
#include "features/staff/public.hpp"
// The monthly review of the log (SoLPuL 10 §): lines are picked, a reviewer says of each how it was, and signs the month.
namespace privacy {

enum class Outcome { right, ask, wrong };
inline constexpr std::array outcomes{Outcome::right, Outcome::ask, Outcome::wrong};
std::string_view key(Outcome);
const char* words(Outcome);
std::optional<Outcome> outcome_from(std::string_view key);

// A controller's month, and how far it has come.
struct MonthState {
    staff::ControllerId controller;
    Month month;
    bool picked = false, overdue = false;   // overdue: the month after is over too, and nobody has signed
    std::optional<store::Signature> signature;
};
// Those whose log the actor reviews, and of whom she has these roles.
std::vector<staff::ControllerId> controllers_of(const rights::Actor&, rights::Roles, const staff::Organisation&);
// Months that are over, the newest first, at most 24.
std::vector<MonthState> months(db::Reader&, const staff::ControllerId&, base::Instant now);
std::vector<rights::AreaId> areas_of(const staff::ControllerId&, const staff::Organisation&);

// Picks the month's lines, once. The same whoever asks and whenever.
void pick(const Ground&, const rights::Actor&, base::Instant now, const staff::ControllerId&, const Month&);

bool own(const store::Reviewed&, const rights::Actor&);
// Nobody has said anything of it, and it is still in the log.
bool unanswered(const store::Reviewed&);

struct Said {
    std::string line;
    Outcome outcome;
};
// Nobody judges her own line: another reviewer does, or she lets the head ask. What is asked about or wrong is told to the area's head.
void say(const Ground&, const rights::Actor&, base::Instant now, const staff::ControllerId&, const Month&, const std::vector<Said>&);
enum class SignRefusal { not_all_reviewed, signed_before };
base::Result<Month, SignRefusal> sign(const Ground&, const rights::Actor&, base::Instant now, const staff::ControllerId&, const Month&);
}
