#pragma once
#include "features/people/public.hpp"
// The feature's lines in the access log: what was done, by whom, about whom. Never a name, a number or what was typed.
namespace people::line {

void created(db::Transaction&, const Actor&, base::Instant now, const NewPerson&);
void changed(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const PersonId&);
void erased(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const PersonId&);
void read(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const PersonId&, Reason);
// Her number or address was taken, to reach her that way.
void reached(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const PersonId&, Channel);
void safe_contact_changed(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const PersonId&);
// One subject for each name shown.
void listed(db::Transaction&, const Actor&, base::Instant now, const std::vector<Name>& shown, Reason);
void searched(db::Transaction&, const Actor&, base::Instant now, const std::vector<Name>& shown, Reason);
// Asked for and not given: absent, of another area, or protected.
void refused(db::Transaction&, const Actor&, base::Instant now, const PersonId&, Reason);
void protected_refused(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const PersonId&);
void glass_broken(db::Transaction&, const Actor&, base::Instant now, const AreaId&, std::string_view id);
void glass_mended(db::Transaction&, const Actor&, base::Instant now, const AreaId&);   // ended before its time
void corrected(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const PersonId&);
void protected_granted(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const rights::AccountId&);
void protected_revoked(db::Transaction&, const Actor&, base::Instant now, const AreaId&, const rights::AccountId&);
void alert_seen(db::Transaction&, const Actor&, base::Instant now, const AreaId&, std::string_view id);
}
