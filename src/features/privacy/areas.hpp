#pragma once
#include "features/staff/public.hpp"
namespace privacy {

// The areas of a head's own assignments. Not those that break-glass has opened to her: nobody says herself that she has seen her own alert.
rights::AreaScope own_areas(const rights::Actor&, rights::Roles, base::Instant now);
// Where somebody lists or confirms what is destroyed: a registrar and a director in all areas of the controllers they work for, a head in her
// own. Numbers and days are shown there, and no names.
rights::AreaScope areas_of_destruction(db::Reader&, const rights::Actor&, rights::Roles, base::Instant now);
// Those a reviewer looks at: all areas of the controllers she reviews for. A private provider's log is the provider's to review.
std::vector<rights::AreaId> reviewed_areas(const rights::Actor&, const staff::Organisation&);
}
