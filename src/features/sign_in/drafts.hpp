#pragma once
#include "features/sign_in/ground.hpp"
#include "platform/rights/ids.hpp"
#include "platform/web/web.hpp"
namespace sign_in {

// A form that came when its sender had to show first who she is. Sealed; she alone sees it, for seven days (security 4.4).
struct Draft {
    std::string id, route, path;
    web::Fields form;
    base::Instant created_at;
};
inline constexpr std::string_view draft_field = "draft";
inline constexpr std::int64_t draft_days = 7;
inline constexpr std::size_t most_drafts = 5;

// Keeps it when its stamp is right for that session; whatever is not from our own page leaves nothing behind. True when kept. Forms of this
// feature hold passwords and are never kept.
bool keep_draft(const Ground&, const rights::AccountId&, std::string_view session, const web::Request&, const web::Route&);
// Newest first.
std::vector<Draft> drafts(const Ground&, const rights::AccountId&);
}
