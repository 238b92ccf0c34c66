// /aktiviteter: what there is, as a list or a month at a time; what is chosen stands in the address, and nowhere else.
#include "base/text.hpp"
#include "features/activities/show/narrowing.hpp"
#include "features/activities/parts_public.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"
#include "platform/page/table.hpp"
#include <algorithm>

namespace activities {
namespace {
using calendar::Date;

Date first_of(Date day) { return {day.year, day.month, 1}; }
Date next_month(Date first) { return first_of(calendar::plus_days(first, 31)); }
std::string month_key(Date first) { return calendar::iso(first).substr(0, 7); }

// What the address says of how to look.
struct Look {
    bool month;
    Date first;   // of the month that is shown
};
Look look(const Visit& visit, Date today) {
    const auto asked = calendar::date_from(std::string(visit.request.asked("manad")) + "-01");
    const bool near = asked && std::abs(calendar::days_between(today, *asked)) < 3 * 366;
    return {visit.request.asked("visa") == "manad", first_of(near ? *asked : today)};
}
Url with_look(Url url, const Look& look) { return look.month ? url.with("visa", "manad").with("manad", month_key(look.first)) : url; }
// The page with exactly these chosen, but the flipped one.
Url address(const Visit& visit, const Narrowing& n, const Look& look, const Narrow* flipped) {
    auto url = with_look(visit.url(list_path), look);
    for (const auto& option : n.all)
        if (option.chosen != (&option == flipped)) url = url.with(option.facet, option.value);
    return url;
}

void facet(Html& h, const Visit& visit, const Narrowing& n, const Look& look, std::string_view name, std::string_view heading) {
    if (std::none_of(n.all.begin(), n.all.end(), [&](const Narrow& o) { return o.facet == name && (o.chosen || o.count > 0); })) return;
    h.el("section", {{"class", "facet"}}, [&] {
        h.el("h2", heading);
        h.el("ul", {{"role", "list"}}, [&] {
            for (const auto& option : n.all) {
                if (option.facet != name || (!option.chosen && option.count == 0)) continue;
                h.el("li", [&] {
                    h.el("a", {{"href", address(visit, n, look, &option)}, {"rel", "nofollow"}, option.chosen ? html::Attr("aria-current", "true") : html::Attr::none()}, [&] {
                        if (option.chosen) page::icon(h, visit.frame, "check");
                        h.el("span", option.words), h.text(" ");
                        h.el("span", {{"class", "count"}}, [&] { h.number(static_cast<long long>(option.count)); });
                    });
                });
            }
        });
    });
}
void facets(Html& h, const Visit& visit, const Narrowing& n, const Look& look) {
    h.el("details", {{"class", look.month ? "facets" : "facets facets-side"}}, [&] {
        h.el("summary", [&] { page::icon(h, visit.frame, "filter"), h.text(visit.t("Begränsa listan")); });
        h.el("nav", {{"aria-label", visit.t("Begränsa listan")}}, [&] {
            facet(h, visit, n, look, when_facet, visit.t("När"));
            facet(h, visit, n, look, where_facet, visit.t("Var"));
            facet(h, visit, n, look, for_facet, visit.t("För vem"));
            facet(h, visit, n, look, kind_facet, visit.t("Vad"));
        });
    });
}
void chips(Html& h, const Visit& visit, const Narrowing& n, const Look& look) {
    if (!n.any()) return;
    h.el("ul", {{"class", "chips"}, {"role", "list"}}, [&] {
        for (const auto& option : n.all)
            if (option.chosen)
                h.el("li", [&] {
                    h.el("a", {{"class", "chip"}, {"href", address(visit, n, look, &option)}}, [&] {
                        h.el("span", {{"class", "visually-hidden"}}, std::string(visit.t("Ta bort:")) + " ");
                        h.text(option.words), page::icon(h, visit.frame, "close");
                    });
                });
        h.el("li", [&] { page::link(h, with_look(visit.url(list_path), look), visit.t("Visa alla aktiviteter")); });
    });
}
void ways_to_look(Html& h, const Visit& visit, const Narrowing& n, const Look& look) {
    const auto way = [&](const char* words, bool month) {
        h.el("li", [&] { h.el("a", {{"href", address(visit, n, {month, look.first}, nullptr)}, {"rel", "nofollow"}, month == look.month ? html::Attr("aria-current", "page") : html::Attr::none()}, visit.t(words)); });
    };
    h.el("nav", {{"aria-label", visit.t("Visa som")}}, [&] {
        h.el("ul", {{"class", "pages"}, {"role", "list"}}, [&] { way(i18n::key("Lista"), false), way(i18n::key("Månad"), true); });
    });
}

void nothing(Html& h, const Visit& visit, const Narrowing& n) {
    page::nothing_here(h, n.any() ? visit.t("Ingen aktivitet passar alla valen på en gång") : visit.t("Inga aktiviteter är planerade just nu"), [&] {
        h.el("p", n.any() ? visit.t("Ta bort något av valen, eller fråga oss. Det du söker kan starta om fler vill.") : visit.t("Fråga oss vad som är på gång, eller se vilket annat stöd som finns."));
        h.el("p", {{"class", "row"}}, [&] { page::link(h, visit.url("/fraga"), visit.t("Fråga oss")), page::link(h, visit.url("/stod"), visit.t("Hitta stöd")); });
    });
}
void as_list(Html& h, const Visit& visit, const Narrowing& n, base::Instant now) {
    std::vector<const Listed*> coming, wanted, alone;
    for (const auto* one : n.shown) (takes_interest(one->activity) ? wanted : one->next() ? coming : alone).push_back(one);
    const auto part = [&](const char* heading, const char* about, const std::vector<const Listed*>& list) {
        if (list.empty()) return;
        h.el("section", [&] {
            h.el("h2", {{"class", "offers-head"}}, visit.t(heading));
            if (about) h.el("p", {{"class", "subtle"}}, visit.t(about));
            cards(h, visit, list, "h3", now);
        });
    };
    part(i18n::key("Det som kommer"), nullptr, coming);
    part(i18n::key("Startar om fler vill"), i18n::key("Säg att du vill vara med. Du bestämmer dig på riktigt när det finns en tid."), wanted);
    part(i18n::key("Utan bestämd tid"), nullptr, alone);
}

using Day = std::vector<std::pair<const Listed*, const Session*>>;
std::map<Date, Day> by_day(const Narrowing& n, Date first) {
    std::map<Date, Day> out;
    for (const auto* one : n.shown)
        for (const auto& s : one->sessions)
            if (first_of(s.times.day()) == first) out[s.times.day()].emplace_back(one, &s);
    for (auto& [day, list] : out) std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.second->times.begins() < b.second->times.begins(); });
    return out;
}
std::string month_words(const Visit& visit, Date first) {
    const auto words = calendar::words(first, visit.language(), calendar::SayYear::yes);   // "tisdag 1 december 2026"
    const auto day = words.find(" 1 ");
    return words.substr(day + 3);
}
void one_day(Html& h, const Visit& visit, Date day, const Day& events) {
    const auto said = calendar::words(day, visit.language());
    h.el("li", {{"class", events.empty() ? "day" : "day has-some"}}, [&] {
        h.el("p", {{"class", "day-name"}}, said);
        if (events.empty()) return;
        h.el("ul", {{"role", "list"}}, [&] {
            for (const auto& [one, s] : events)
                h.el("li", [&] {
                    h.el("a", {{"href", activities::address(visit, one->activity)}}, [&] {
                        h.el("span", {{"class", "day-time"}}, calendar::words(s->times.begins(), visit.language())), h.text(" ");
                        h.el("span", {page::in_language(visit, i18n::Language::sv)}, one->activity.title);
                        if (!s->takes_place()) h.text(" "), h.text(visit.t("(inställt)"));
                    });
                });
        });
    });
}
void as_month(Html& h, const Visit& visit, const Narrowing& n, const Look& look) {
    const auto days = by_day(n, look.first);
    const auto before = first_of(calendar::plus_days(look.first, -1)), after = next_month(look.first);
    h.el("h2", {{"class", "offers-head"}, {"id", "manad"}}, month_words(visit, look.first));
    h.el("nav", {{"aria-label", visit.t("Månader")}}, [&] {
        h.el("p", {{"class", "row"}}, [&] {
            h.el("a", {{"href", address(visit, n, {true, before}, nullptr)}, {"rel", "nofollow prev"}}, month_words(visit, before));
            h.el("a", {{"href", address(visit, n, {true, after}, nullptr)}, {"rel", "nofollow next"}}, month_words(visit, after));
        });
    });
    if (days.empty()) h.el("p", visit.t("Inget är planerat den här månaden."));
    h.el("ol", {{"class", "month"}, {"role", "list"}, {"data-begins", base::to_text(static_cast<int>(calendar::weekday(look.first)) + 1)}, {"aria-labelledby", "manad"}}, [&] {
        for (auto day = look.first; day < after; day = calendar::plus_days(day, 1)) {
            const auto found = days.find(day);
            one_day(h, visit, day, found == days.end() ? Day{} : found->second);
        }
    });
}

// To follow: feeds and a frame for other websites (features D9, A8).
void to_take_along(Html& h, const Visit& visit, const Shown& shown) {
    page::details(h, visit.t("Följ aktiviteterna, eller visa dem på en annan webbplats"), [&] {
        h.el("p", visit.t("Prenumerera i din egen kalender. Tider som ändras eller ställs in ändras också där. Känsliga ämnen har en neutral rubrik, andra aktiviteter står med sitt namn. Den som ser din kalender ser det också."));
        h.el("ul", [&] {
            h.el("li", [&] { page::link(h, visit.url("/kalender/alla.ics"), visit.t("Kalender med alla aktiviteter (iCalendar)")); });
            if (!shown.municipality->own_address.empty()) h.el("li", [&] { page::link(h, visit.url("/aktiviteter/atom.xml"), visit.t("Flöde med alla aktiviteter (Atom)")); });
            h.el("li", [&] { page::link(h, visit.url("/skarm/aktiviteter"), visit.t("För en skärm i ett väntrum")); });
        });
        if (const auto own = own_address(visit, shown, "/inbaddat/aktiviteter"); !own.empty()) {
            h.el("p", visit.t("Så visar du listan på din webbplats. Den sätter inga kakor, kör inget skript och fungerar också som vanlig länk:"));
            h.el("pre", {{"class", "snippet"}, {"tabindex", "0"}},
                "<iframe src=\"" + own + "\" title=\"" + std::string(visit.t("Aktiviteter")) + "\" width=\"100%\" height=\"480\" loading=\"lazy\" referrerpolicy=\"no-referrer\"\n  sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>\n<p><a href=\"" +
                                                                        own_address(visit, shown, list_path) + "\">" + std::string(visit.t("Aktiviteter")) + "</a></p>");
        }
    });
}
}

Response list_page(const Visit& visit, const Board& board) {
    const auto how = look(visit, calendar::date(board.now));
    const auto n = narrowing(visit, board.listing);
    page::Head head{.title = std::string(visit.t("Aktiviteter")), .description = std::string(visit.t("Träffar, grupper, föreläsningar och kurser för dig som hjälper någon.")), .path = std::string(list_path), .no_store = true, .no_index = n.any() || how.month, .current = std::string(list_path)};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {});
            h.el("div", {{"class", "stack"}}, [&] {
                h.el("h1", visit.t("Aktiviteter"));
                h.el("p", {{"class", "lead"}}, visit.t("Träffar, grupper, föreläsningar och kurser för dig som hjälper någon. Du behöver inget konto, och du kan läsa allt utan att säga vem du är."));
                if (!board.listing.all.empty()) h.el("p", [&] { page::link(h, visit.url(place_path), visit.t("Har du redan anmält dig? Se eller ändra din plats")); });
                chips(h, visit, n, how);
            });
            h.el("div", {{"class", how.month ? "stack by-month" : "columns side-start"}}, [&] {
                facets(h, visit, n, how);
                h.el("div", {{"class", "stack"}}, [&] {
                    ways_to_look(h, visit, n, how);
                    h.el("p", {{"class", "subtle"}, {"role", "status"}}, n.shown.size() == 1 ? std::string(visit.t("1 aktivitet")) : visit.t("{n} aktiviteter", {{"n", base::to_text(static_cast<long long>(n.shown.size()))}}));
                    if (n.shown.empty()) nothing(h, visit, n);
                    else if (how.month) as_month(h, visit, n, how);
                    else as_list(h, visit, n, board.now);
                    to_take_along(h, visit, board.shown);
                });
            });
        });
    });
}
}
