#pragma once
#include "features/activities/show/agenda.hpp"
#include "features/activities/ground.hpp"
#include "features/activities/show/shown.hpp"
#include "platform/page/form.hpp"
// The public pages, one declaration each; the files in pages/public/ hold them.
namespace activities {
using html::Html;
using html::Url;
using page::Visit;
using web::Response;

inline constexpr std::string_view list_path = "/aktiviteter", place_path = "/min-plats", background_path = "/tre-fragor";
inline constexpr std::string_view sign_up_route = "activities.sign_up", place_route = "activities.place", background_route = "activities.background";

// What the pages that hold nobody show from.
struct Board {
    const Shown& shown;
    const Listing& listing;
    base::Instant now;
};

// /aktiviteter: as a list, or a month at a time; narrowed by what the address says.
Response list_page(const Visit&, const Board&);
// /aktiviteter/{slug}
Response activity_page(const Visit&, const Board&, const Listed&);
// /skarm/aktiviteter, /skarm/{slug}: for a screen in a waiting room; printed, it is a poster with a QR code (feature A8).
Response screen_page(const Visit&, const Board&);
Response screen_of_one_page(const Visit&, const Board&, const Listed&);
// /inbaddat/aktiviteter: for a frame on the municipality's own website. No script, no cookie.
Response widget_page(const Visit&, const Board&);
// /aktiviteter/atom.xml
Response atom_feed(const Visit&, const Board&);
// /kalender/{name}.ics of an offer or of all; /aktiviteter/{slug}/kalender.ics of one.
Response calendar_feed(const Visit&, const Board&, std::string_view name);
Response calendar_of_one(const Visit&, const Board&, const Listed&);

// What is coming of an offer, on the offer's own page.
void coming_of_offer(Html&, const Visit&, const Listing&, std::string_view offer);
// Below what a search found: those of the offers that were found first, and those whose title holds a word that was looked for.
void coming_in_search(Html&, const Visit&, const Board&, std::string_view words, const std::vector<std::string_view>& offers);

// On paper: no more than fits, and the title that others may read.
struct OnPaper {
    std::string title, when, where;
};
std::vector<OnPaper> coming_on_paper(const Visit&, const Listing&);

// ---- signing up -------------------------------------------------------------------------------------------------------------------------

// /aktiviteter/{slug}/anmal: one question a page; the answers go from page to page with the form and are kept nowhere before the last.
Response begin_page(const Visit&, const Ground&, const Shown&, const Listed&);
Response next_page(const Visit&, const Ground&, const Shown&, const Listed&);
// /min-plats: the code opens one's own place, and what can be done with it. Each page is the answer to a form, so that nothing is left in the
// browser, not even a cookie (security T1).
// /p/{token}: one button that opens it; nothing is changed by looking.
Response link_page(const Visit&, const Ground&, const Shown&);
Response place_code_page(const Visit&, const Ground&, const Shown&);
Response place_page(const Visit&, const Ground&, const Shown&);
// /tre-fragor: three voluntary questions after a sign-up, apart from it (feature O2).
Response background_page(const Visit&, const Ground&, const Shown&);
}
