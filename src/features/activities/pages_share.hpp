#pragma once
#include "features/activities/pages_public.hpp"
#include "features/activities/share/share.hpp"
#include "platform/page/staff.hpp"
// The pages of seats that are lent (feature D12), one declaration each: the staff's in pages/share/, the receiver's in pages/public/shared.cpp.
namespace activities {

inline constexpr std::string_view shared_path = "/delade-platser", shared_route = "activities.shared";
inline constexpr std::string_view make_share_route = "activities.share_seats", end_share_route = "activities.end_share";

// What the staff's page works with and shows from.
struct ShareDesk {
    const Ground& ground;
    const Shown& shown;
    const rights::Actor& actor;
    base::Instant now;
    AreaScope scope;
};
// /personal/aktiviteter/{slug}/delade: who has how many seats until when, with the code; seats are lent and taken back.
Response shares_page(const Visit&, const ShareDesk&, const Activity&);
Response save_share(const Visit&, const ShareDesk&, const Activity&);
Response save_end_share(const Visit&, const ShareDesk&, const Activity&);

// /delade-platser: by the code; each page is the answer to a form that carries it, as at /min-plats.
Response shared_code_page(const Visit&, const Ground&, const Shown&);
Response shared_page(const Visit&, const Ground&, const Shown&);
}
