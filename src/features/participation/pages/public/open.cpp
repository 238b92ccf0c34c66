// /tyck-till: what people are asked about, and /tyck-till/{draft}: the draft, point by point.
#include "base/text.hpp"
#include "features/participation/parts.hpp"
#include "platform/calendar/calendar.hpp"

namespace participation {
namespace {
std::string path_of(const Draft& d) { return std::string(open_path) + "/" + d.id; }
std::string write_path_of(const Draft& d, std::string_view paragraph) { return path_of(d) + "/skriv" + (paragraph.empty() ? std::string() : "?punkt=" + std::string(paragraph)); }

// Until it goes on to be decided it may be said; the day is what was asked for.
void closes(Html& h, const Visit& visit, const Desk& desk, const Draft& d) {
    if (!d.closes.empty() && d.closes < calendar::day(desk.now())) return void(h.el("p", visit.t("Sista dagen var {day}. Du kan fortfarande skriva tills utkastet går vidare.", {{"day", i18n::day(visit.language(), d.closes)}})));
    h.el("p", d.closes.empty() ? std::string(visit.t("Skriv så snart du kan. Vi säger till här när tiden är slut.")) : visit.t("Skriv senast {day}.", {{"day", i18n::day(visit.language(), d.closes)}}));
}
// Why nobody is asked any more; of what ended otherwise than was said, when and why.
void ended(Html& h, const Visit& visit, const Draft& d) {
    h.el("p", {{"class", "lead"}}, visit.t(why_closed(d)));
    if (d.ended.empty()) return;
    const auto said = d.closes.empty() ? std::string() : visit.t("Vi hade sagt att du kunde skriva till och med {day}.", {{"day", i18n::day(visit.language(), d.closes)}}) + " ";
    h.el("p", (d.closes >= d.ended ? said : std::string()) + visit.t("Det slutade {day}.", {{"day", i18n::day(visit.language(), d.ended)}}));
    if (!d.why_ended.empty()) h.el("p", [&] { h.el("b", visit.t("Varför:")), h.text(" "), h.el("span", {page::in_language(visit, i18n::Language::sv)}, d.why_ended); });
}
void asked_about(Html& h, const Visit& visit, const Desk& desk, const std::vector<Draft>& all) {
    bool any = false;
    h.el("ul", {{"class", "offers"}, {"role", "list"}}, [&] {
        for (const auto& d : all) {
            if (!d.open) continue;
            any = true;
            h.el("li", {{"class", "offer"}}, [&] {
                h.el("h2", [&] { h.el("a", {{"href", visit.url(path_of(d))}, page::in_language(visit, i18n::Language::sv)}, d.title); });
                closes(h, visit, desk, d);
            });
        }
    });
    if (!any) page::notice(h, visit.frame, page::Tone::info, visit.t("Just nu frågar vi inte om något utkast"), [&] { h.el("p",
        visit.t("När riktlinjen ska ändras kan du läsa förslaget här och säga vad du tycker. Vill du säga något redan nu: fråga oss.")), h.el("p", [&] { page::link(h, visit.url("/fraga"), visit.t("Fråga oss")); }); });
}
void how_it_works(Html& h, const Visit& visit) {
    h.el("h2", visit.t("Så går det till"));
    h.el("ol", [&] {
        h.el("li", visit.t("Du läser och skriver vad du tycker, om en punkt eller om allt."));
        h.el("li", visit.t("En människa på kommunen läser det. Vi lägger inte ut din text på webben."));
        h.el("li", visit.t("Vi skriver ner varje förslag med egna ord på sidan Ni sa – vi gjorde."));
        h.el("li", visit.t("Varje förslag får ett svar, också när svaret är nej."));
    });
    h.el("p", [&] { h.text(visit.t("Vill du hellre ringa eller skriva på papper? Det väger lika mycket.")), h.text(" "), page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); });
    h.el("p", {{"class", "row"}}, [&] { page::link(h, visit.url(we_did_path), visit.t("Ni sa – vi gjorde")), page::link(h, visit.url(code_path), visit.t("Se svaret på det du har skrivit")); });
}
// What is new besides the text; nothing when nothing is.
void altered(Html& h, const Visit& visit, const Paragraph& p) {
    if (p.before && *p.before == *p.after) return;
    h.el("ul", {{"class", "statement-meta"}, {"role", "list"}}, [&] { guideline::besides_text(h, visit, p.before, *p.after); });
}
void paragraph(Html& h, const Visit& visit, const Draft& d, const Paragraph& p) {
    h.el("li", {{"class", "statement"}, {"id", p.id}}, [&] {
        h.el("span", {{"class", "statement-id"}}, p.number);
        h.el("p", {page::in_language(visit, i18n::Language::sv)}, p.text);
        if (p.removed) page::tags(h, visit.frame, {{"info", visit.t("Föreslås tas bort")}});
        if (p.after) altered(h, visit, p);
        if (p.moved) h.el("p", visit.t("Föreslås flyttas från platsen {from} till platsen {to}.", {{"from", guideline::place_words(visit, p.moved_from)}, {"to", guideline::place_words(visit, p.moved_to)}}));
        if (!p.why.empty()) h.el("p", [&] { h.el("b", visit.t("Varför:")), h.text(" "), h.el("span", {page::in_language(visit, i18n::Language::sv)}, p.why); });
        if (!p.was.empty()) h.el("p", [&] { h.el("b", visit.t("Så står det nu:")), h.text(" "), h.el("span", {page::in_language(visit, i18n::Language::sv)}, p.was); });
        if (d.open) h.el("p", [&] { page::link_about(h, visit.url(write_path_of(d, p.id)), visit.t("Tyck till om punkten"), p.number); });
    });
}
void paragraphs(Html& h, const Visit& visit, const Draft& d, bool changed) {
    std::string_view section;
    bool inside = false;
    for (const auto& p : d.paragraphs) {
        if (p.changed != changed) continue;
        if (!inside || p.section != section) {
            if (inside) h.close("ol");
            section = p.section, inside = true;
            if (!section.empty()) h.el("h3", {page::in_language(visit, i18n::Language::sv)}, section);
            h.open("ol", {{"class", "statements"}, {"role", "list"}});
        }
        paragraph(h, visit, d, p);
    }
    if (inside) h.close("ol");
}
}

Response open_page(const Visit& visit, const Desk& desk) {
    const auto all = drafts(desk);
    page::Head head{.title = std::string(visit.t("Tyck till om riktlinjen")), .description = std::string(visit.t("Läs utkastet och säg vad du tycker, utan att säga vem du är.")), .path = std::string(open_path), .current = "/riktlinje"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}});
            h.el("div", {{"class", "asking stack"}}, [&] {
                h.el("h1", visit.t("Tyck till om riktlinjen"));
                h.el("p", {{"class", "lead"}}, visit.t("Kommunen frågar innan riktlinjen ändras. Du behöver inte säga vem du är."));
                asked_about(h, visit, desk, all);
                how_it_works(h, visit);
            });
        });
    });
}

Response draft_page(const Visit& visit, const Desk& desk) {
    const auto all = drafts(desk);
    const auto* d = find(all, visit.request.param("draft"));
    if (!d) return Response::not_found();
    return page::page(visit, {.title = d->title, .path = path_of(*d), .current = "/riktlinje"}, [&](Html& h) {
        h.el("div", {{"class", "wrap page stack-large"}}, [&] {
            page::breadcrumbs(h, visit, {{std::string(open_path), visit.t("Tyck till om riktlinjen")}});
            h.el("div", {{"class", "offer-head stack"}}, [&] {
                h.el("h1", {page::in_language(visit, i18n::Language::sv)}, d->title);
                if (!d->open) ended(h, visit, *d);
                else closes(h, visit, desk, *d), h.el("p", {{"class", "row no-print"}}, [&] { page::button_link(h, visit.url(write_path_of(*d, "")), visit.t("Tyck till om allt")), page::print_button(h, visit); });
                h.el("p", [&] { page::link(h, visit.url(we_did_path), visit.t("Ni sa – vi gjorde")); });
            });
            const auto changed = std::count_if(d->paragraphs.begin(), d->paragraphs.end(), [](const Paragraph& p) { return p.changed; });
            if (changed) h.el("section", {{"aria-labelledby", "forslag"}}, [&] { h.el("h2", {{"id", "forslag"}}, d->withdrawn ? visit.t("Det här föreslogs") : visit.t("Det här föreslås")), paragraphs(h, visit, *d, true); });
            if (changed == std::ssize(d->paragraphs)) return;
            h.el("section", {{"aria-labelledby", "resten"}}, [&] { h.el("h2", {{"id", "resten"}}, changed ? visit.t("Det här ändras inte") : visit.t("Punkterna")), paragraphs(h, visit, *d, false); });
        });
    });
}
}
