#include "base/text.hpp"
#include "features/guideline/pages_public.hpp"
#include "features/guideline/wording.hpp"

namespace guideline {
namespace {
using html::Html;
using html::Url;
using page::Visit;

void fact(Html& h, const Visit& visit, const char* label, const std::string& value) {
    h.el("li", [&] {
        h.el("b", visit.t(label)), h.text(" ");
        if (value.empty()) page::not_filled_in(h, visit);
        else h.text(value);
    });
}
std::string day(const Visit& visit, const std::string& iso) { return iso.empty() ? iso : i18n::day(visit.language(), iso); }
std::string title_of(const Guideline& g, const std::string& role) {
    const auto* found = g.role(role);
    return found ? found->title : std::string();
}

void statement(Html& h, const Visit& visit, const Guideline& g, const Statement& s, Addresses addresses) {
    h.el("li", {{"class", "statement"}, {"id", s.id}}, [&] {
        h.el("a", {{"class", "statement-id"}, {"href", addresses == Addresses::own ? visit.url("/riktlinje/" + s.id) : Url::fragment(s.id)}}, s.id);
        h.el("p", {page::in_language(visit, i18n::Language::sv)}, (s.bullet ? "• " : "") + s.text);
        if (s.kind != Kind::text)
            h.el("ul", {{"class", "statement-meta"}, {"role", "list"}}, [&] {
                h.el("li", [&] { h.el("b", kind_name(visit, s.kind)); });
                if (const auto* role = g.role(s.role)) h.el("li", [&] { h.text(visit.t("Ansvar: {role}", {{"role", role->title}})); });
            });
        if (!s.note.empty()) h.el("div", {{"class", "notice notice-note"}}, [&] { page::icon(h, visit.frame, "clock"), h.el("div", [&] { h.el("p", {page::in_language(visit, i18n::Language::sv)}, days_in_words(s.note)); }); });
    });
}
}

std::string_view kind_name(const Visit& visit, Kind kind) {
    switch (kind) {
        case Kind::ska: return visit.t("Ska");
        case Kind::bor: return visit.t("Bör");
        case Kind::kan: return visit.t("Kan");
        case Kind::definition: return visit.t("Förklarar ett ord");
        case Kind::text: return visit.t("Text");
    }
    throw base::Bug("a kind without a name");
}

void decision_facts(Html& h, const Visit& visit, const Guideline& g) {
    h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
        fact(h, visit, i18n::key("Version:"), base::to_text(g.version));
        fact(h, visit, i18n::key("Beslutad:"), day(visit, g.decision_date));
        if (!g.decided_by.empty()) fact(h, visit, i18n::key("Beslutad av:"), title_of(g, g.decided_by));
        fact(h, visit, i18n::key("Diarienummer:"), g.decision_number);
        fact(h, visit, i18n::key("Gäller från:"), day(visit, g.valid_from));
        if (!g.responsible.empty()) fact(h, visit, i18n::key("Ansvarig:"), title_of(g, g.responsible));
        fact(h, visit, i18n::key("Ses över:"), day(visit, g.next_review));
    });
    if (!g.replaces.empty()) h.el("p", {{"class", "small"}}, visit.t("Kom i stället för: {what}", {{"what", days_in_words(g.replaces)}}));
}

void whole_text(Html& h, const Visit& visit, const Guideline& g, Addresses addresses) {
    h.el("div", {{"class", "columns side-end"}}, [&] {
        h.el("div", {{"class", "stack-large"}}, [&] {
            for (const auto& section : g.sections)
                h.el("section", {{"aria-labelledby", section.id}}, [&] {
                    h.el("h2", {{"id", section.id}, page::in_language(visit, i18n::Language::sv)}, section.title);
                    h.el("ol", {{"class", "statements"}, {"role", "list"}}, [&] {
                        for (const auto& s : section.statements) statement(h, visit, g, s, addresses);
                    });
                });
        });
        h.el("nav", {{"class", "sticky stack-small"}, {"aria-labelledby", "contents"}}, [&] {
            h.el("h2", {{"id", "contents"}}, visit.t("På sidan"));
            h.el("ul", {{"class", "contents"}, {"role", "list"}}, [&] {
                for (const auto& section : g.sections) h.el("li", [&] { h.el("a", {{"href", Url::fragment(section.id)}, page::in_language(visit, i18n::Language::sv)}, section.title); });
            });
        });
    });
}

web::Response guideline_page(const Visit& visit, const Shown& shown) {
    const auto& g = *shown.guideline;
    page::Head head{.title = g.title, .description = std::string(visit.t("Hela riktlinjen, ord för ord. Varje punkt har en egen adress.")), .path = "/riktlinje", .translated = visit.language() == i18n::Language::sv, .current = "/riktlinje"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {});
            h.el("div", {{"class", "offer-head stack"}}, [&] {
                h.el("h1", {page::in_language(visit, i18n::Language::sv)}, g.title);
                h.el("p", {{"class", "lead"}}, visit.t("Här står hela riktlinjen för {municipality}, ord för ord. Varje punkt har ett nummer och en egen adress. Vid det som kommunen ska göra står vem som ansvarar.", {{"municipality", g.municipality}}));
                decision_facts(h, visit, g);
                h.el("p", {{"class", "row no-print"}}, [&] {
                    page::link(h, visit.url("/sa-gar-det"), visit.t("Så går det"));
                    page::link(h, visit.url("/tyck-till"), visit.t("Tyck till om riktlinjen"));
                    page::link(h, visit.url(versions_path), visit.t("Alla versioner"));
                    page::print_button(h, visit);
                    page::link(h, Url::path("/riktlinje.pdf"), visit.t("Som dokument (pdf)"));
                    page::link(h, Url::path("/riktlinje.json"), visit.t("Som data (JSON)"));
                });
            });
            whole_text(h, visit, g, Addresses::own);
        });
    });
}
}
