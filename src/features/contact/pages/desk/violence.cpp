// …/vald and /personal/trygghetsplan: how the question is asked, by whom, and a sheet to fill in by hand. Nothing here is stored (H4, guideline I5).
#include "features/contact/pages/desk/opened.hpp"

namespace contact {
namespace {
using html::Html;

void how_to_ask(Html& h, const Visit& visit) {
    h.el("section", {{"class", "panel stack-small"}}, [&] {
        h.el("h2", visit.t("Så ställs frågan"));
        h.el("ul", [&] {
            for (const char* words : {i18n::key("Med rösten: i ett samtal eller ett möte. Aldrig i ett svar, ett formulär eller ett sms."),
                                      i18n::key("I enrum. Aldrig när någon annan kan höra, eller när den som kan vara våldsam är nära."),
                                      i18n::key("Konkret: fråga om det som har hänt, inte om ordet våld."),
                                      i18n::key("Berätta först varför du frågar, att alla får frågan, och vad du måste berätta vidare."),
                                      i18n::key("Fråga också om barn bor där eller är där ibland."),
                                      i18n::key("Berätta för chefen. Utan samtycke kan du rådgöra utan att säga vem det gäller.")})
                h.el("li", visit.t(words));
        });
    });
}
void what_is_kept(Html& h, const Visit& visit) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Det här sparas inte"), [&] {
        h.el("p", visit.t("Skriv inte in det som personen berättar. Det enda som sparas är din bedömning av meddelandet."));
        h.el("p", visit.t("Inget av det syns någonsin för den andra parten."));
    });
}
void routine(Html& h, const Visit& visit, const WaysOut& ways_out) {
    h.el("section", {{"class", "panel stack-small"}}, [&] {
        h.el("h2", visit.t("Kommunens rutin"));
        way_out_facts(h, visit, ways_out, RouteKind::violence);
        h.el("p", [&] {
            h.text(visit.t("Frågorna i rutinen finns här:")), h.text(" ");
            ways_out.violence_questions.empty() ? page::not_filled_in(h, visit) : void(h.text(ways_out.violence_questions));
        });
        h.el("p", visit.t("Rutiner för när och hur frågan ställs ska finnas (HSLF-FS 2022:39)."));
    });
}
}

Response violence_page(const Visit& visit, const Desk& desk) {
    const auto o = opened_for(visit, desk);
    if (!o) return Response::not_found();
    const auto& c = o->contact();
    return page::staff_page(visit, {.title = std::string(visit.t("Samtal")) + " " + text_of(c.number), .current = std::string(inbox_path), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}, {path_of(c.id), called(visit, c)}});
        page::staff_heading(h, visit.t("Fråga om våld"));
        how_to_ask(h, visit);
        what_is_kept(h, visit);
        routine(h, visit, *desk.shown.ways_out);
        h.el("p", {{"class", "row"}}, [&] {
            page::button_link_quiet(h, visit.url(safety_plan_path), visit.t("Ett tomt blad att fylla i för hand"));
            if (o->may_act()) page::button_link_quiet(h, visit.url(path_of(c.id) + "/bedom"), visit.t("Bedöm meddelandet"));
        });
    });
}

Response safety_plan_page(const Visit& visit, const Desk&) {
    return page::staff_page(visit, {.title = std::string(visit.t("Att tänka igenom")), .current = std::string(inbox_path), .narrow = true}, [&](Html& h) {
        page::staff_heading(h, visit.t("Att tänka igenom"), [&] { page::print_button(h, visit); });
        h.el("p", {{"class", "no-print"}}, visit.t("Ett tomt blad. Fyll i det tillsammans för hand. Inget av det sparas här."));
        h.el("p", {{"class", "no-print"}}, visit.t("Fråga om det är säkert att ta med bladet hem. Annars är det bättre att bara tala om det."));
        h.el("ol", {{"class", "blank-sheet"}}, [&] {
            for (const char* words : {i18n::key("Vem kan jag ringa?"), i18n::key("Vart kan jag gå?"), i18n::key("Vad behöver jag ha med mig?"), i18n::key("Hur kommer jag härifrån?"), i18n::key("Vem får veta?")}) h.el("li", [&] { h.el("h2", visit.t(words)); });
        });
        h.el("p", visit.t("112 vid fara."));
    });
}
}
