#pragma once
#include "features/activities/session.hpp"
// Calendars that others subscribe to (RFC 5545, RFC 7986): times by the Swedish clock, changes and cancellations by SEQUENCE and STATUS, and
// nothing that somebody else who sees the calendar may not know (D9): never a description, never the link of a meeting.
namespace activities {

struct CalendarEvent {
    std::string uid;     // the same for ever
    Times times;
    std::string title;
    std::string place = {};
    std::string url = {};   // https; empty: none
    bool cancelled = false;
    std::int64_t sequence = 0;
    base::Instant changed_at;
};
// A sensitive activity has its neutral title, and neither place nor address. `host`: the site's name, part of the uid.
CalendarEvent calendar_event(const Activity&, const Session&, std::string_view host, std::string_view url);
// The whole file, UTF-8, lines folded at 75 bytes. text/calendar; its name is what calendars call it.
std::string icalendar(std::string_view name, const std::vector<CalendarEvent>&);
}
