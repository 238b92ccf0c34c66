// /kalender/{name}.ics to subscribe to, /aktiviteter/{slug}/kalender.ics for one. Names of files say nothing of what it is (feature D9).
#include "features/activities/show/icalendar.hpp"
#include "features/activities/parts_public.hpp"

namespace activities {
namespace {
constexpr std::string_view ending = ".ics", everything = "alla";

// Part of each entry's uid, so that two municipalities' entries never meet in one calendar.
std::string host(const Shown& shown) {
    const auto& own = shown.municipality->own_address;
    const auto begins = own.find("://");
    return begins == own.npos ? "lotsen.invalid" : own.substr(begins + 3);
}
void add(std::vector<CalendarEvent>& out, const Visit& visit, const Board& board, const Listed& one) {
    if (one.activity.kind == Kind::individual) return;   // times to choose from are nobody's appointments: whoever has one adds it from her own page
    const auto url = own_address(visit, board.shown, std::string(list_path) + "/" + one.activity.slug);
    for (const auto& s : one.sessions) out.push_back(calendar_event(one.activity, s, host(board.shown), url));
}
Response file(std::string_view name, const std::vector<CalendarEvent>& events) {
    return Response::file(icalendar(name, events), "text/calendar; charset=utf-8", "kalender.ics");
}
}

Response calendar_feed(const Visit& visit, const Board& board, std::string_view name) {
    if (!name.ends_with(ending)) return Response::not_found();
    const auto group = name.substr(0, name.size() - ending.size());
    const auto* offer = board.shown.catalogue->find(group);
    if (!offer && group != everything) return Response::not_found();
    std::vector<CalendarEvent> events;
    for (const auto* list : {&board.listing.all, &board.listing.called_off})
        for (const auto& one : *list)
            if (group == everything || one.activity.offer == group) add(events, visit, board, one);
    return file(offer && !offer->sensitive ? visit.said(offer->title) : visit.t("Kalender"), events);
}
// In a calendar that others may see it says no more than that she is busy with it (D9): whatever the subject, the neutral title and no place.
Response own_time_file(const Visit& visit, const Shown& shown, const Activity& a, const Session& s) {
    auto event = calendar_event(a, s, host(shown), "");
    event.title = a.neutral_title, event.place.clear();
    return file(visit.t("Kalender"), {event});
}
Response calendar_of_one(const Visit& visit, const Board& board, const Listed& one) {
    std::vector<CalendarEvent> events;
    add(events, visit, board, one);
    return file(discreet_title(one.activity), events);
}
}
