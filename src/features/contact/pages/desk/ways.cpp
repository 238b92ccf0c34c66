// The ways out that are open or handed over, what has been copied to others, and the form that says who took it.
#include "features/contact/pages/desk/typed.hpp"

namespace contact {
namespace {
using html::Html;

void how_it_is(Html& h, const Visit& visit, const OpenedContact& o, const OpenedContact::Way& way) {
    const auto& r = way.route;
    if (r.withdrawn_at) return void(h.el("p", visit.t("Öppnades {opened} och togs tillbaka {when}, efter en ny bedömning.", {{"opened", when(visit, r.opened_at)}, {"when", when(visit, *r.withdrawn_at)}})));
    if (r.handed_at) return void(h.el("p", visit.t("Lämnad {when}. Tog emot: {who}.", {{"when", when(visit, *r.handed_at)}, {"who", way.received_by}})));
    h.el("p", {{"class", "soon"}}, r.due_at <= o.now ? visit.t("Öppen sedan {opened}. Ska lämnas genast.", {{"opened", when(visit, r.opened_at)}}) : visit.t("Öppen. Ska vara lämnad {due}.", {{"due", when(visit, r.due_at)}}));
}
void telling(Html& h, const Visit& visit, const OpenedContact& o, const OpenedContact::Way& way) {
    if (way.route.kind == RouteKind::violence) return void(h.el("p", visit.t("Skriv inget om våld i ett svar om du inte vet att det är säkert.")));
    if (way.route.kind == RouteKind::child) h.el("p", visit.t("Säg det först till den som har berättat, om det går."));
    if (way.route.handed_at && o.may_act() && !o.contact().left_at)
        h.el("p", [&] { page::link(h, visit.url(path_of(o.contact().id)).with("fardigt", way.route.id.text()).at("svar"), visit.t("Använd ett färdigt svar om vem som tog emot")); });
}
void one(Html& h, const Visit& visit, const Desk& desk, const OpenedContact& o, const OpenedContact::Way& way, const Typed& typed) {
    h.el("h3", visit.t(words(way.route.kind)));
    how_it_is(h, visit, o, way);
    telling(h, visit, o, way);
    if (!way.route.open()) return;
    way_out_facts(h, visit, *desk.shown.ways_out, way.route.kind);
    if (!o.own) return;
    const std::string id(way.route.id.text());
    const auto field = "mottagare-" + id;
    page::form(h, visit, hand_route_route, visit.url(path_of(o.contact().id) + "/vag/" + id + "/lamnad"), [&] {
        page::text_field(h, visit, {.name = field, .label = visit.t("Vem tog emot?"), .hint = visit.t("En funktion räcker: mottagningsenheten, jouren."), .value = typed.route == id ? typed.receiver : std::string(), .longest = 120}, typed.errors);
        page::submit_quiet(h, visit.t("Det är lämnat"));
    });
}
}

void ways_out(Html& h, const Visit& visit, const Desk& desk, const OpenedContact& o, const Typed& typed) {
    if (o.ways.empty()) return;
    h.el("section", {{"class", "panel stack-small"}, {"id", "vagar"}}, [&] {
        h.el("h2", visit.t("Vägar ut"));
        if (o.route_open()) h.el("p", visit.t("Du lämnar över. Du utreder inte. Det som berättas påverkar aldrig hjälpen."));
        for (const auto& way : o.ways) one(h, visit, desk, o, way, typed);
    });
}

void handovers(Html& h, const Visit& visit, const OpenedContact& o) {
    if (o.handovers.empty()) return;
    h.el("section", {{"class", "panel stack-small"}}, [&] {
        h.el("h2", visit.t("Överlämnat till andra"));
        h.el("ul", {{"class", "steps-list"}}, [&] {
            for (const auto& sent : o.handovers)
                h.el("li", {{"class", "spread"}}, [&] {
                    const auto* unit = o.all.unit(sent.to_unit);
                    const auto state = sent.called_back_at ? visit.t("tillbakataget {when}", {{"when", when(visit, *sent.called_back_at)}})
                                       : sent.received     ? std::string(visit.t("mottaget"))
                                       : sent.opened_at    ? visit.t("öppnat {when}", {{"when", when(visit, *sent.opened_at)}})
                                                           : std::string(visit.t("inte öppnat än"));
                    h.el("span", visit.t("{unit}, {when}: {state}", {{"unit", unit ? unit->name : std::string()}, {"when", when(visit, sent.sent_at)}, {"state", state}}));
                    if (o.own && sent.waits()) page::form(h, visit, call_back_route, visit.url(path_of(o.contact().id) + "/lamna-over/" + std::string(sent.id.text()) + "/tillbaka"), [&] { h.el("button", {{"class", "quiet"}, {"type", "submit"}}, visit.t("Ta tillbaka")); });
                });
        });
    });
}
}
