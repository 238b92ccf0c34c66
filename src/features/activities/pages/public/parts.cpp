#include "features/activities/parts_public.hpp"
#include "base/text.hpp"
#include "features/activities/entry.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"
#include <chrono>

namespace activities {
namespace {
constexpr int few = 5;

std::string two(long long n) { return (n < 10 ? "0" : "") + base::to_text(n); }
std::string moment(std::chrono::sys_seconds at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{at - day};
    const auto iso = calendar::iso(calendar::Date{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day()))});
    return iso + "T" + two(time.hours().count()) + ":" + two(time.minutes().count()) + ":" + two(time.seconds().count());
}
std::chrono::sys_seconds seconds(base::Instant at) { return std::chrono::sys_seconds(std::chrono::seconds(at.ms / 1000)); }
bool over(const Activity& a, base::Instant now) { return a.terms.stop_day && *a.terms.stop_day < calendar::date(now); }
}

WayIn way_in(const Listed& one, base::Instant now) {
    const auto& a = one.activity;
    if (a.kind == Kind::drop_in) return one.next() ? WayIn::come_as_you_are : WayIn::closed;
    if (over(a, now)) return WayIn::closed;
    if (takes_interest(a)) return WayIn::interest;
    if (!takes_sign_ups(a) || !one.next()) return WayIn::closed;
    if (a.kind == Kind::individual) return one.free_times.empty() ? WayIn::closed : WayIn::time;
    return one.free > 0 ? WayIn::seat : WayIn::line;
}

std::string_view words(const Visit& visit, Kind kind) {
    switch (kind) {
        case Kind::lecture: return visit.t("Föreläsning");
        case Kind::drop_in: return visit.t("Öppen träff");
        case Kind::series: return visit.t("Träffserie");
        case Kind::group: return visit.t("Grupp");
        case Kind::course: return visit.t("Kurs");
        case Kind::individual: return visit.t("Enskild tid");
    }
    throw base::Bug("an unknown kind");
}
std::string_view words(const Visit& visit, ForWhom who) {
    switch (who) {
        case ForWhom::anyone: return visit.t("Alla som hjälper någon");
        case ForWhom::parents: return visit.t("Föräldrar");
        case ForWhom::siblings: return visit.t("Syskon");
        case ForWhom::young_adults: return visit.t("Unga vuxna");
        case ForWhom::from_15_to_17: return visit.t("15–17 år");
        case ForWhom::under_15: return visit.t("Barn under 15 år");
    }
    throw base::Bug("an unknown group");
}
std::string_view words(const Visit& visit, Way way) {
    switch (way) {
        case Way::room: return visit.t("På plats");
        case Way::online: return visit.t("På nätet");
        case Way::hybrid: return visit.t("På plats eller på nätet");
        case Way::phone: return visit.t("Per telefon");
        case Way::video: return visit.t("Videosamtal");
        case Way::home: return visit.t("Hemma hos dig");
    }
    throw base::Bug("an unknown way");
}
std::string number_in_line(const Visit& visit, std::int64_t before) {
    return before > line_counted ? visit.t("Fler än {n} står före dig i kön.", {{"n", base::to_text(line_counted)}}) : visit.t("Du är nummer {n} i kön.", {{"n", base::to_text(before + 1)}});
}
std::string seats_words(const Visit& visit, const Listed& one, base::Instant now) {
    const auto& a = one.activity;
    switch (way_in(one, now)) {
        case WayIn::seat: return std::string(one.free > few ? visit.t("Det finns platser") : visit.t("Några få platser kvar"));
        case WayIn::line: return std::string(visit.t("Fullt just nu. Du kan ställa dig i kö."));
        case WayIn::interest:
            if (a.state == State::threshold) return std::string(visit.t("Tillräckligt många vill vara med. Tid och plats är inte klara än."));
            return visit.t("Startar när {n} vill vara med", {{"n", base::to_text(a.terms.wanted)}});
        case WayIn::time: return std::string(visit.t("Det finns lediga tider"));
        case WayIn::come_as_you_are: return std::string(visit.t("Kom som du är. Ingen anmälan."));
        case WayIn::closed: break;
    }
    if (a.state == State::self_led) return std::string(visit.t("Gruppen träffas på egen hand nu"));
    return std::string(a.kind == Kind::individual ? visit.t("Inga lediga tider just nu") : visit.t("Anmälan är stängd"));
}

std::string when_words(const Visit& visit, calendar::Date day, calendar::TimeOfDay begins, calendar::TimeOfDay ends, calendar::SayYear year) {
    const auto end = calendar::words(ends, visit.language());
    return calendar::words(day, visit.language(), year) + " " + calendar::words(begins, visit.language()) + "–" + end.substr(end.rfind(' ') + 1);
}
std::string when_words(const Visit& visit, const Session& s) { return when_words(visit, s.times.day(), s.times.begins(), s.times.ends()); }
std::string where_words(const Visit& visit, const Session& s) {
    if (s.place.empty()) return std::string(words(visit, s.way));
    return s.way == Way::hybrid ? visit.t("{place}, eller på nätet", {{"place", s.place}}) : s.place;
}
// The name of a place keeps its capital; "på nätet" has none after a comma.
std::string when_and_where(const Visit& visit, const Session& s) {
    auto where = where_words(visit, s);
    if (s.place.empty() && where.front() >= 'A' && where.front() <= 'Z') where.front() = static_cast<char>(where.front() + ('a' - 'A'));
    return when_words(visit, s) + ", " + where;
}
void title(Html& h, const Visit& visit, std::string_view tag, const Activity& a) { h.el(tag, {page::in_language(visit, i18n::Language::sv)}, a.title); }
Url address(const Visit& visit, const Activity& a) { return visit.url(std::string(list_path) + "/" + a.slug); }
std::string own_address(const Visit& visit, const Shown& shown, std::string_view path) {
    const auto& own = shown.municipality->own_address;
    return own.empty() ? std::string() : own + page::localised(path, visit.language());
}

void cards(Html& h, const Visit& visit, const std::vector<const Listed*>& list, std::string_view heading, base::Instant now) {
    h.el("ul", {{"class", "offers"}, {"role", "list"}}, [&] {
        for (const auto* one : list)
            h.el("li", {{"class", "offer"}}, [&] {
                const auto* next = one->next();
                h.el(heading, [&] { h.el("a", {{"href", address(visit, one->activity)}, page::in_language(visit, i18n::Language::sv)}, one->activity.title); });
                if (next) h.el("p", when_words(visit, *next));
                h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
                    h.el("li", words(visit, one->activity.kind));
                    if (next) h.el("li", where_words(visit, *next));
                    if (one->activity.for_whom != ForWhom::anyone) h.el("li", words(visit, one->activity.for_whom));
                    h.el("li", seats_words(visit, *one, now));
                });
            });
    });
}

std::string iso_utc(base::Instant at) { return moment(seconds(at)) + "Z"; }
std::string iso_local(base::Instant at) {
    const auto local = calendar::local(at);
    const auto days = calendar::days_between({1970, 1, 1}, local.date);
    const auto shown = std::chrono::sys_seconds(std::chrono::seconds(days * 86'400LL + local.ms_of_day / 1000));
    const auto ahead = std::chrono::duration_cast<std::chrono::minutes>(shown - seconds(at)).count();
    return moment(shown) + "+" + two(ahead / 60) + ":" + two(ahead % 60);
}

Response own_frame(const Visit& visit, Leaf leaf, std::string_view title, std::string_view path, const std::function<void(Html&)>& main, int status) {
    const auto tab = visit.t("Sida {n}", {{"n", base::to_text(static_cast<int>(leaf))}});
    page::Head head{.title = std::string(title), .path = std::string(path), .neutral_title = status == 422 ? std::string(visit.t("Fel:")) + " " + tab : tab, .no_store = true, .no_index = true};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] { h.el("div", {{"class", "asking stack"}}, [&] { main(h); }); });
    }, status);
}
}
