#include "features/activities/show/icalendar.hpp"
#include "platform/calendar/calendar.hpp"
#include <fmt/format.h>

namespace activities {
namespace {
constexpr std::size_t line_bytes = 75;

// The rules since 1996 (directive 2000/84/EC), from which on any occasion of ours is.
constexpr std::string_view zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Stockholm\r\n"
                                  "BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n"
                                  "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n"
                                  "END:VTIMEZONE\r\n";

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// A content line; what is longer goes on after a line break and a space (RFC 5545 3.1), and no character is cut in two.
void line(std::string& out, std::string_view text) {
    std::size_t room = line_bytes;
    while (text.size() > room) {
        auto cut = room;
        while (!begins_character(text[cut])) --cut;
        out.append(text.substr(0, cut)).append("\r\n ");
        text.remove_prefix(cut);
        room = line_bytes - 1;
    }
    out.append(text).append("\r\n");
}
// TEXT (RFC 5545 3.3.11); other control characters may not stand there.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (static_cast<unsigned char>(c) < ' ' || c == 127) continue;
        else if (c == '\\' || c == ';' || c == ',') (out += '\\') += c;
        else out += c;
    }
    return out;
}
void text_line(std::string& out, std::string_view name, std::string_view text) {
    if (!text.empty()) line(out, std::string(name) + ":" + escaped(text));
}
std::string digits(calendar::LocalTime t) {
    const int seconds = t.ms_of_day / 1000;
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", t.date.year, t.date.month, t.date.day, seconds / 3600, seconds / 60 % 60, seconds % 60);
}
std::string local(calendar::Date day, calendar::TimeOfDay time) { return ";TZID=Europe/Stockholm:" + digits(calendar::at(day, time)); }
std::string utc(base::Instant t) {
    constexpr std::int64_t day_ms = 86'400'000;
    const auto days = (t.ms - (t.ms % day_ms + day_ms) % day_ms) / day_ms;
    return digits({calendar::plus_days({1970, 1, 1}, static_cast<int>(days)), static_cast<int>(t.ms - days * day_ms)}) + "Z";
}
void event(std::string& out, const CalendarEvent& e) {
    line(out, "BEGIN:VEVENT");
    line(out, "UID:" + e.uid);
    line(out, "DTSTAMP:" + utc(e.changed_at));
    line(out, "LAST-MODIFIED:" + utc(e.changed_at));
    line(out, "SEQUENCE:" + std::to_string(e.sequence));
    line(out, "DTSTART" + local(e.times.day(), e.times.begins()));
    line(out, "DTEND" + local(e.times.day(), e.times.ends()));
    text_line(out, "SUMMARY", e.title);
    text_line(out, "LOCATION", e.place);
    if (!e.url.empty()) line(out, "URL:" + e.url);
    line(out, e.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    line(out, e.cancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
    line(out, "END:VEVENT");
}
}

CalendarEvent calendar_event(const Activity& a, const Session& s, std::string_view host, std::string_view url) {
    CalendarEvent out{.uid = std::string(s.id.text()) + "@" + std::string(host), .times = s.times, .title = discreet_title(a), .cancelled = !s.takes_place(), .sequence = a.changed + s.changed, .changed_at = std::max(a.changed_at, s.changed_at)};
    if (!a.sensitive) {
        out.place = s.place;
        out.url = url;
    }
    return out;
}
std::string icalendar(std::string_view name, const std::vector<CalendarEvent>& events) {
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lotsen//Kalender//SV\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
    text_line(out, "NAME", name);
    text_line(out, "X-WR-CALNAME", name);
    line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    line(out, "X-PUBLISHED-TTL:PT1H");
    out += zone;
    for (const auto& e : events) event(out, e);
    return out + "END:VCALENDAR\r\n";
}
}
