#include "features/contact/routes_out.hpp"
#include "base/text.hpp"
#include "features/contact/working_time.hpp"
#include <charconv>

namespace contact {
namespace {
using pack::Fields;
using pack::Grade;

std::string filled(Fields& fields, std::string_view key, std::string_view of) {
    const auto text = fields.text(key, Fields::Need::optional, 300);
    if (!fields.has(key)) fields.report(Grade::to_fill_in, key, "”" + std::string(key) + "” för vägen ut ”" + std::string(of) + "” är inte ifyllt.", "Fyll i vad som gäller i kommunen (docs/pack.md, routes.toml).");
    return text == pack::missing ? std::string() : text;
}
// "genast", or a number of working hours.
std::optional<int> hours(Fields& fields, RouteKind kind) {
    const auto text = filled(fields, "hours", key(kind));
    if (text.empty() || text == "genast") return std::nullopt;
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool sound = read.ec == std::errc() && read.ptr == text.data() + text.size() && number >= 1 && number <= 40;
    if (sound && !at_once_by_law(kind)) return number;
    fields.report(Grade::fault, "hours", sound ? "Lagen säger genast för ”" + std::string(key(kind)) + "”." : "”" + text + "” är ingen tid som går att välja.",
                  sound ? "Skriv \"genast\", eller ta bort raden." : "Skriv \"genast\", eller arbetstimmar från 1 till 40, inom citattecken.");
    return std::nullopt;
}
WayOut way_out(Fields& fields, RouteKind kind) {
    WayOut way;
    way.who = filled(fields, "who", key(kind));
    way.phone = filled(fields, "phone", key(kind));
    way.how = filled(fields, "how", key(kind));
    way.routine = filled(fields, "routine", key(kind));
    if (kind == RouteKind::violence || fields.has("hours")) way.hours = hours(fields, kind);
    return way;
}
}

WaysOut parse_ways_out(std::string_view source, const std::string& file, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, file, 1, problems);
    const pack::Value nothing{pack::Value::Map{}, 0};
    Fields fields(table, file, problems);
    WaysOut out;
    for (const auto kind : route_kinds) {
        auto of = fields.table(key(kind));
        if (!of) of.emplace(nothing, file, problems);
        out.ways[static_cast<std::size_t>(kind)] = way_out(*of, kind);
        if (kind == RouteKind::violence) out.violence_questions = filled(*of, "questions", key(kind));
        of->finish();
    }
    out.invented = fields.flag("invented");
    fields.finish();
    return out;
}

bool at_once_by_law(RouteKind kind) {
    switch (kind) {
        case RouteKind::investigation:   // SoL 14:2
        case RouteKind::child:           // SoL 19:1
        case RouteKind::shortcoming:     // SoL 27:2
            return true;
        case RouteKind::violence: return false;
    }
    throw base::Bug("a way out that is unknown");
}

base::Instant due(const WaysOut& outside, RouteKind kind, const calendar::WorkingCalendar& calendar, base::Instant opened) {
    const auto within = outside.of(kind).hours;
    if (!within || at_once_by_law(kind)) return opened;
    return after_open(calendar, opened, std::int64_t{*within} * 60).value_or(opened);
}
}
