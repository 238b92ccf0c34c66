#pragma once
#include "features/staff/public.hpp"
namespace privacy {

// The areas of a head's own assignments. Not those that break-glass has opened to her: nobody says herself that she has seen her own alert.
rights::AreaScope own_areas(const rights::Actor&, rights::Roles, base::Instant now);
// Those a reviewer looks at: all areas of the controllers she reviews for. A private provider's log is the provider's to review.
std::vector<rights::AreaId> reviewed_areas(const rights::Actor&, const staff::Organisation&);
}
