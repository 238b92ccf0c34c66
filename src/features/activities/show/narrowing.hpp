#pragma once
#include "features/activities/pages_public.hpp"
namespace activities {

// One thing the list can be narrowed by: "?tid=kvall".
struct Narrow {
    std::string facet, value, words;
    std::function<bool(const Listed&)> fits;
    bool chosen = false;
    std::size_t count = 0;   // how many there are if it is chosen too
};
inline constexpr std::string_view when_facet = "tid", where_facet = "plats", for_facet = "for", kind_facet = "slag";
// Within a question any of what is chosen, between questions all of it; places are those where something happens.
struct Narrowing {
    std::vector<Narrow> all;
    std::vector<const Listed*> shown;
    bool any() const;
};
Narrowing narrowing(const Visit&, const Listing&);
}
