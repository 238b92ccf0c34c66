#include "features/activities/show/event_json.hpp"
#include "features/activities/parts_public.hpp"
#include "platform/page/json.hpp"

namespace activities {
namespace {
std::string_view mode(Way way) { return way == Way::hybrid ? "https://schema.org/MixedEventAttendanceMode" : on_the_net(way) || way == Way::phone ? "https://schema.org/OnlineEventAttendanceMode" : "https://schema.org/OfflineEventAttendanceMode"; }
void place(page::Json& json, const Session& s, const std::string& url) {
    if (in_a_room(s.way)) return json.object("location", [&] { json.text("@type", "Place"), json.text("name", s.place), json.text("address", s.place); });
    if (!url.empty()) json.object("location", [&] { json.text("@type", "VirtualLocation"), json.text("url", url); });
}
void event(page::Json& json, const Visit& visit, const Board& board, const Activity& a, const Session& s) {
    const auto url = own_address(visit, board.shown, std::string(list_path) + "/" + a.slug);
    json.object([&] {
        json.text("@type", "Event");
        json.text("name", a.title);
        json.text("inLanguage", "sv");
        json.text("startDate", iso_local(s.times.begins_at()));
        json.text("endDate", iso_local(s.times.ends_at()));
        json.text("eventStatus", s.takes_place() ? "https://schema.org/EventScheduled" : "https://schema.org/EventCancelled");
        json.text("eventAttendanceMode", mode(s.way));
        place(json, s, url);
        json.object("organizer", [&] { json.text("@type", "GovernmentOrganization"), json.text("name", board.shown.municipality->name); });
        if (!url.empty()) json.text("url", url);
    });
}
}

std::string event_json(const Visit& visit, const Board& board, const Listed& one) {
    page::Json json;
    json.object([&] {
        json.text("@context", "https://schema.org");
        json.list("@graph", [&] {
            for (const auto& s : one.sessions) event(json, visit, board, one.activity, s);
        });
    });
    return json.script();
}
}
