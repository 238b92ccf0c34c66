#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
#include "platform/calendar/calendar.hpp"
// Who is away, and who answers meanwhile, so that nothing lies unread (feature C2).
namespace contact {

// Both days counted.
struct Absence {
    AccountId account;
    calendar::Date first, last;
    std::optional<AccountId> deputy = {};
    bool covers(calendar::Date day) const { return first <= day && day <= last; }
};
// Those that are not over.
std::vector<Absence> absences(db::Reader&, calendar::Date today);
std::optional<Absence> away(db::Reader&, const AccountId&, calendar::Date day);

// Who may say it for whom: oneself, or a head for the people of her operation.
bool may_set_absence(db::Reader&, const rights::Actor&, const AccountId& whose, base::Instant now);
// Colleagues in the same units who also read what comes in, without oneself.
std::vector<AccountId> possible_deputies(db::Reader&, const AccountId& whose, base::Instant now);
// One that begins the same day is replaced.
base::Result<AccountId, DeskRefusal> set_absence(db::Transaction&, const rights::Actor&, base::Instant now, const Absence&);
base::Result<AccountId, DeskRefusal> remove_absence(db::Transaction&, const rights::Actor&, base::Instant now, const AccountId&, calendar::Date first);
// Those over since a year; a job's.
void sweep_absences(db::Transaction&, base::Instant now);
}
