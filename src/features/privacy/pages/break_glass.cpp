// /personal/nodoppna: another area for an hour, with one's own reason; its head is told (feature H6).
#include "base/text.hpp"
#include "features/people/public.hpp"
#include "features/privacy/areas.hpp"
#include "features/privacy/pages.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;

struct Shown {
    staff::Organisation all;
    std::vector<rights::Emergency> open;
    std::vector<rights::AreaId> closed;   // areas that are not the actor's, and not open
};
Shown read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    return ground.database.read([&](db::Reader& reader) {
        Shown shown{staff::organisation(reader, now), people::emergencies(reader, actor.account(), now), {}};
        const auto own = own_areas(actor, people::may_break_glass, now);
        for (const auto& area : shown.all.areas) {
            const bool open = std::any_of(shown.open.begin(), shown.open.end(), [&](const rights::Emergency& e) { return e.area == area.id; });
            if (!open && !own.holds(area.id)) shown.closed.push_back(area.id);
        }
        return shown;
    });
}
std::string name_of(const Shown& shown, const rights::AreaId& id) {
    const auto* area = shown.all.area(id);
    return area ? area->name : "";
}

void what_is_open(Html& h, const Visit& visit, const Shown& shown) {
    if (shown.open.empty()) return;
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Öppet för dig nu"));
        for (const auto& e : shown.open) {
            h.el("p", visit.t("{namn}, till {tid}.", {{"namn", name_of(shown, e.area)}, {"tid", calendar::words(e.until, visit.language())}}));
            page::form(h, visit, end_glass_route, visit.url(std::string(glass_path) + "/avsluta"), [&] {
                page::hidden_field(h, "omrade", e.area.text());
                page::submit_quiet(h, visit.t("Avsluta nu"));
            });
        }
    });
}
void form(Html& h, const Visit& visit, const Shown& shown, const page::FieldErrors& errors) {
    if (shown.closed.empty()) return void(h.el("p", visit.t("Det finns inget annat område att öppna.")));
    std::vector<page::Choice> areas{{"", std::string(visit.t("Välj ett område"))}};
    for (const auto& id : shown.closed) areas.push_back({std::string(id.text()), name_of(shown, id)});
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Öppna ett område"));
        page::form(h, visit, glass_route, visit.url(glass_path), [&] {
            page::select(h, visit, {.name = "omrade", .label = visit.t("Område"), .value = visit.request.field("omrade")}, areas, errors);
            page::text_area(h, visit, {.name = "varfor", .label = visit.t("Varför behövs det?"), .hint = visit.t("Med egna ord, 10–500 tecken. Chefen för området läser det."), .value = visit.request.field("varfor"), .longest = 500}, 4, errors);
            page::submit(h, visit.t("Öppna i en timme"));
        });
    });
}
void what_happens(Html& h, const Visit& visit) {
    h.el("p", visit.t("Du ser normalt bara uppgifter i dina egna områden. Är det fara eller bråttom kan du öppna ett annat i en timme."));
    page::notice(h, visit.frame, page::Tone::info, visit.t("Det här händer när du öppnar"), [&] {
        h.el("ul", [&] {
            h.el("li", visit.t("Områdets verksamhetschef och socialdirektören får ett larm genast, med dina ord."));
            h.el("li", visit.t("Det blir en rad i åtkomstloggen, och den granskas alltid."));
            h.el("li", visit.t("Personer med skyddade uppgifter syns ändå inte."));
        });
    });
}

Response shown_page(const Visit& visit, const Ground& ground, const page::FieldErrors& errors) {
    const auto shown = read(visit, ground);
    return page::staff_page(visit, {.title = std::string(visit.t("Nödöppna")), .current = std::string(glass_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        const auto word = visit.request.asked("klart");
        if (word == "oppnat") page::done(h, visit, visit.t("Området är öppet för dig i en timme. Chefen har fått ditt skäl."));
        if (word == "avslutat") page::done(h, visit, visit.t("Området är stängt för dig igen."));
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Nödöppna"));
        what_happens(h, visit);
        what_is_open(h, visit, shown);
        form(h, visit, shown, errors);
    }, errors.any() ? 422 : 200);
}
// True when that area is one the actor may choose.
std::optional<rights::AreaId> chosen(const Visit& visit, const Ground& ground) {
    const auto area = rights::AreaId::from(visit.request.field("omrade"));
    const auto shown = read(visit, ground);
    return area && std::find(shown.closed.begin(), shown.closed.end(), *area) != shown.closed.end() ? area : std::nullopt;
}
}

Response break_glass_page(const Visit& visit, const Ground& ground) { return shown_page(visit, ground, {}); }

Response save_break_glass(const Visit& visit, const Ground& ground) {
    const auto area = chosen(visit, ground);
    const auto why = visit.request.field("varfor");
    page::FieldErrors errors;
    if (!area) errors.add("omrade", visit.t("Välj ett område i listan."));
    if (base::length(base::trimmed(why)) < 10) errors.add("varfor", visit.t("Skriv varför, med minst tio tecken."));
    if (errors.any()) return shown_page(visit, ground, errors);
    const auto opened = ground.database.write([&](db::Transaction& tx) { return people::break_glass(tx, ground.vault, ground.randomness, *visit.request.actor, ground.clock.now(), *area, why); });
    if (opened) return Response::see_other(std::string(glass_path) + "?klart=oppnat");
    errors.add("varfor", visit.t("Skriv högst 500 tecken."));
    return shown_page(visit, ground, errors);
}

Response save_end_glass(const Visit& visit, const Ground& ground) {
    const auto area = rights::AreaId::from(visit.request.field("omrade"));
    const bool done = area && ground.database.write([&](db::Transaction& tx) { return people::end_break_glass(tx, *visit.request.actor, ground.clock.now(), *area); });
    return done ? Response::see_other(std::string(glass_path) + "?klart=avslutat") : Response::not_found();
}
}
