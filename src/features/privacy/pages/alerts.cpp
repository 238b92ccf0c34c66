// /personal/larm: what the head of an area must be told. References and roles; her own areas only.
#include "features/people/public.hpp"
#include "features/privacy/areas.hpp"
#include "features/privacy/pages.hpp"
#include "features/privacy/public.hpp"
#include "features/privacy/store_watch.hpp"
#include "features/privacy/words.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;

struct Told {
    people::Alert alert;
    store::Line line;   // empty when there is none behind it
    bool oneself = false;
};
// A reviewer asks about a line, or somebody took too many extracts.
struct ToldHere {
    store::Alert alert;
    store::Line line;
    bool oneself = false;
};
struct Shown {
    staff::Organisation all;
    std::vector<Told> alerts;
    std::vector<ToldHere> here;
    MonthsToReview months;
};

Shown read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    return audit::read(ground.database, actor, now, {.act = audit::Act::list, .kind = "person.alert"}, [&](db::Reader& reader, audit::Seen&) {
        const auto scope = own_areas(actor, told, now);
        Shown shown{staff::organisation(reader, now), {}, {}, months_to_review(reader, actor, rights::Role::director, now)};
        for (auto& alert : store::alerts(reader, scope)) {
            auto line = store::line(reader, alert.line, scope.areas()).value_or(store::Line{});
            const bool oneself = alert.account == actor.account();
            shown.here.push_back({std::move(alert), std::move(line), oneself});
        }
        for (auto& alert : people::alerts(reader, ground.vault, scope)) {
            auto line = store::behind_alert(reader, alert.at, alert.account).value_or(store::Line{});
            const bool oneself = alert.account == actor.account();
            shown.alerts.push_back({std::move(alert), std::move(line), oneself});
        }
        return shown;
    });
}

std::string_view title(const Visit& visit, people::AlertKind kind) {
    return kind == people::AlertKind::break_glass ? visit.t("Nödöppning") : visit.t("Någon frågade efter en skyddad person");
}
void said(Html& h, const Visit& visit, const Told& told) {
    if (told.alert.kind == people::AlertKind::protected_person) return void(h.el("p", visit.t("Den som frågade har inte rätt att se skyddade uppgifter, och fick inga.")));
    h.el("p", visit.t("Området var öppet för den som nödöppnade i högst en timme. Skälet var:"));
    h.el("blockquote", [&] { h.el("p", told.alert.why.empty() ? visit.t("Orden går inte att läsa längre.") : std::string_view(told.alert.why)); });
}
void facts(Html& h, const Visit& visit, const Shown& shown, const Told& told) {
    const auto* area = shown.all.area(told.alert.area);
    auto line = told.line;
    line.area.clear();   // where it happened is said by itself
    h.el("dl", {{"class", "keys keys-wide"}}, [&] {
        const auto fact = [&](std::string_view label, std::string_view says) { h.el("div", [&] { h.el("dt", label), h.el("dd", says); }); };
        fact(visit.t("När"), calendar::words(told.alert.at, visit.language(), calendar::SayYear::yes));
        if (told.alert.until) fact(visit.t("Öppet till"), calendar::words(*told.alert.until, visit.language()));
        fact(visit.t("Område"), area ? area->name : "");
        if (line.id.empty()) return;
        fact(visit.t("I rollen"), acted_as(visit, line, shown.all));
        h.el("div", [&] { h.el("dt", visit.t("Rad i loggen")), h.el("dd", [&] { h.el("code", {{"class", "reference"}}, line.id); }); });
    });
}

void one(Html& h, const Visit& visit, const Shown& shown, const Told& told) {
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", title(visit, told.alert.kind));
        said(h, visit, told);
        facts(h, visit, shown, told);
        if (told.oneself) return void(h.el("p", visit.t("Det var du själv. Någon annan chef för området behöver se larmet.")));
        page::form(h, visit, seen_route, visit.url(std::string(alerts_path) + "/" + told.alert.id), [&] { page::submit_quiet(h, visit.t("Jag har sett det")); });
    });
}
std::string_view title(const Visit& visit, store::AlertKind kind) {
    switch (kind) {
        case store::AlertKind::review_ask: return visit.t("Granskaren undrar över något i loggen");
        case store::AlertKind::review_wrong: return visit.t("Granskaren menar att något var fel");
        case store::AlertKind::many_extracts: return visit.t("Ovanligt många registerutdrag");
    }
    throw base::Bug("an alert without words");
}
void one_here(Html& h, const Visit& visit, const Shown& shown, const ToldHere& told) {
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", title(visit, told.alert.kind));
        if (told.alert.kind == store::AlertKind::many_extracts) h.el("p", visit.t("Någon ville göra mer än femtio utdrag på en timme. Det stoppades."));
        else h.el("p", visit.t("Tala med den det gäller och med granskaren. Raden står i åtkomstloggen."));
        const auto* area = shown.all.area(told.alert.area);
        h.el("dl", {{"class", "keys keys-wide"}}, [&] {
            const auto fact = [&](std::string_view label, std::string_view says) { h.el("div", [&] { h.el("dt", label), h.el("dd", says); }); };
            fact(visit.t("När"), calendar::words(told.line.id.empty() ? told.alert.at : told.line.at, visit.language(), calendar::SayYear::yes));
            fact(visit.t("Område"), area ? area->name : "");
            if (told.line.id.empty()) return;
            fact(visit.t("Vad"), act_of(visit, told.line) + ": " + kind_of(visit, told.line));
            fact(visit.t("I rollen"), acted_as(visit, told.line, shown.all));
            h.el("div", [&] { h.el("dt", visit.t("Rad i loggen")), h.el("dd", [&] { h.el("code", {{"class", "reference"}}, told.line.id); }); });
        });
        if (told.oneself) return void(h.el("p", visit.t("Det var du själv. Någon annan chef för området behöver se larmet.")));
        page::form(h, visit, seen_here_route, visit.url(std::string(alerts_path) + "/granskning/" + told.alert.id), [&] { page::submit_quiet(h, visit.t("Jag har sett det")); });
    });
}
void overdue(Html& h, const Visit& visit, const Shown& shown) {
    if (shown.months.overdue == 0) return;
    page::notice(h, visit.frame, page::Tone::warning, visit.t("Loggen är inte granskad i tid"), [&] {
        h.el("p", visit.t("Månader som skulle ha varit granskade: {n}. Lagen kräver att loggen granskas återkommande (SoLPuL 10 §).", {{"n", std::to_string(shown.months.overdue)}}));
    });
}
void how(Html& h, const Visit& visit) {
    h.el("p", visit.t("Här står när någon har nödöppnat ditt område, eller frågat efter en skyddad person."));
    h.el("p", visit.t("Fråga dig om det behövdes. Verkar det fel: tala med loggranskaren, som kan se mer."));
}
}

Response alerts_page(const Visit& visit, const Ground& ground) {
    const auto shown = read(visit, ground);
    return page::staff_page(visit, {.title = std::string(visit.t("Larm")), .current = std::string(alerts_path), .narrow = true}, [&](Html& h) {
        if (visit.request.asked("klart") == "sett") page::done(h, visit, visit.t("Larmet är märkt som sett. Raden finns kvar i loggen."));
        page::staff_heading(h, visit.t("Larm"));
        overdue(h, visit, shown);
        if (shown.alerts.empty() && shown.here.empty()) return page::nothing_here(h, visit.t("Inga larm väntar"), [&] { how(h, visit); });
        how(h, visit);
        for (const auto& told : shown.alerts) one(h, visit, shown, told);
        for (const auto& told : shown.here) one_here(h, visit, shown, told);
    });
}

Response save_seen(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto id = visit.request.param("id");
    const auto scope = own_areas(actor, told, now);
    const bool done = ground.database.write([&](db::Transaction& tx) {
        const auto waiting = people::alerts(tx, ground.vault, scope);
        const bool by_another = std::any_of(waiting.begin(), waiting.end(), [&](const people::Alert& a) { return a.id == id && a.account != actor.account(); });
        return by_another && people::seen(tx, actor, scope, now, id);
    });
    return done ? Response::see_other(std::string(alerts_path) + "?klart=sett") : Response::not_found();
}

Response save_seen_here(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto id = visit.request.param("id");
    const auto scope = own_areas(actor, told, now);
    const bool done = ground.database.write([&](db::Transaction& tx) {
        const auto waiting = store::alerts(tx, scope);
        const bool by_another = std::any_of(waiting.begin(), waiting.end(), [&](const store::Alert& a) { return a.id == id && a.account != actor.account(); });
        const auto area = by_another ? store::mark_seen(tx, scope, id, actor.account(), now) : std::nullopt;
        if (area) audit::record(tx, actor, now, {.act = audit::Act::read, .kind = "person.alert", .object = std::string(id), .area = *area});
        return area.has_value();
    });
    return done ? Response::see_other(std::string(alerts_path) + "?klart=sett") : Response::not_found();
}
}
