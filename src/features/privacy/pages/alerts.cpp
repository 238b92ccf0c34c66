// /personal/larm: what the head of an area must be told. References and roles; her own areas only.
#include "features/people/public.hpp"
#include "features/privacy/areas.hpp"
#include "features/privacy/pages.hpp"
#include "features/privacy/public.hpp"
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
struct Shown {
    staff::Organisation all;
    std::vector<Told> alerts;
};

Shown read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    return audit::read(ground.database, actor, now, {.act = audit::Act::list, .kind = "person.alert"}, [&](db::Reader& reader, audit::Seen&) {
        Shown shown{staff::organisation(reader, now), {}};
        for (auto& alert : people::alerts(reader, ground.vault, own_areas(actor, told, now))) {
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
    h.el("p", visit.t("Området var öppet för den som nödöppnade i högst en timme. Så här skrev hen:"));
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
        if (shown.alerts.empty()) return page::nothing_here(h, visit.t("Inga larm väntar"), [&] { how(h, visit); });
        how(h, visit);
        for (const auto& told : shown.alerts) one(h, visit, shown, told);
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
}
