#pragma once
#include "features/people/public.hpp"
#include "features/privacy/shown.hpp"
#include "features/privacy/store_watch.hpp"
#include "features/staff/public.hpp"
// A person's own extract (GDPR 15; feature P2): all that each feature keeps of her, and when it has been read.
namespace privacy {

inline constexpr rights::Roles may_extract{rights::Role::registrar, rights::Role::consultant, rights::Role::head_of_operations};
inline constexpr std::size_t most_extracts_an_hour = 50;   // security T26

struct Extract {
    people::Kind kind;
    std::vector<personal::Part> parts;
    std::vector<store::Look> looks;   // the newest first
    staff::Organisation all;
};
enum class ExtractRefusal { unknown, too_many };
// Writes that it was taken; too many in an hour is refused, and the area's head is told.
base::Result<Extract, ExtractRefusal> extract(const Ground&, const rights::Actor&, base::Instant now, const rights::PersonId&);
}
