#include "base/text.hpp"
#include "features/guideline/pages_public.hpp"
#include "features/guideline/pages_revision.hpp"
#include "platform/page/table.hpp"

namespace guideline {
namespace {
using html::Html;
using html::Url;
using page::Choice;
using page::FieldErrors;
using page::Visit;

std::string number(int n) { return base::to_text(n); }
std::string at(const Edition& e) { return std::string(version_path) + "/" + number(e.number); }

void applies(Html& h, const Visit& visit, const Edition& e) {
    const auto from = e.valid_from.empty() ? std::string() : i18n::day(visit.language(), e.valid_from);
    if (e.coming) return void(h.text(visit.t("Börjar gälla {day}", {{"day", from}})));
    if (e.in_force) return void(h.el("b", from.empty() ? std::string(visit.t("Gäller nu")) : visit.t("Gäller nu, sedan {day}", {{"day", from}})));
    const auto until = i18n::day(visit.language(), e.until);
    h.text(from.empty() ? visit.t("Till och med {until}. Den första dagen är inte ifylld.", {{"until", until}}) : visit.t("{from} till {until}", {{"from", from}, {"until", until}}));
}
void list(Html& h, const Visit& visit, const std::vector<Edition>& all) {
    const std::vector<page::Column> columns{{"", visit.t("Version")}, {"", visit.t("Beslutad")}, {"", visit.t("Gäller"), false, true}, {"", visit.t("Hämta"), false, true}};
    page::table(h, visit, {visit.t("Nyaste först"), columns, {}, visit.url(versions_path)}, all.size(), [&](std::size_t row, std::size_t column) {
        const auto& e = all[row];
        if (column == 0) page::link(h, visit.url(e.in_force ? "/riktlinje" : at(e)), visit.t("Version {n}", {{"n", number(e.number)}}));
        else if (column == 1 && e.decided.empty()) page::not_filled_in(h, visit);
        else if (column == 1) h.text(i18n::day(visit.language(), e.decided) + (e.decision_number.empty() ? "" : ", " + e.decision_number));
        else if (column == 2) applies(h, visit, e);
        else {
            page::link_about(h, Url::path(at(e) + "/riktlinje.pdf"), "PDF", visit.t("Version {n}", {{"n", number(e.number)}})), h.text(" ");
            page::link_about(h, Url::path(at(e) + "/riktlinje.json"), "JSON", visit.t("Version {n}", {{"n", number(e.number)}}));
        }
    });
}
void compare_form(Html& h, const Visit& visit, const std::vector<Edition>& all) {
    h.el("section", {{"class", "stack one-question"}}, [&] {
        h.el("h2", visit.t("Jämför två versioner"));
        if (all.size() < 2) return void(h.el("p", visit.t("Det finns bara en version. När nämnden har beslutat om en ny kan de jämföras här, ord för ord.")));
        std::vector<Choice> choices;
        for (const auto& e : all) choices.push_back({number(e.number), visit.t("Version {n}", {{"n", number(e.number)}})});
        const auto from = number(all[1].number), to = number(all[0].number);
        h.el("form", {{"class", "form filter"}, {"method", "get"}, {"action", visit.url(compare_path)}, {"autocomplete", "off"}}, [&] {
            page::select(h, visit, {.name = "fran", .label = visit.t("Från"), .value = from}, choices, {});
            page::select(h, visit, {.name = "till", .label = visit.t("Till"), .value = to}, choices, {});
            page::submit_quiet(h, visit.t("Jämför"));
        });
    });
}
void day_form(Html& h, const Visit& visit, std::string_view day, const FieldErrors& errors) {
    h.el("section", {{"class", "stack one-question"}}, [&] {
        h.el("h2", visit.t("Vad gällde en viss dag?"));
        h.el("form", {{"class", "form filter"}, {"method", "get"}, {"action", visit.url(day_path)}, {"autocomplete", "off"}}, [&] {
            page::text_field(h, visit, {.name = "dag", .label = visit.t("Dag"), .value = day, .type = "date"}, errors);
            page::submit_quiet(h, visit.t("Visa"));
        });
    });
}

void replaced(Html& h, const Visit& visit, const Edition& e) {
    if (e.in_force) return;
    page::notice(h, visit.frame, e.coming ? page::Tone::info : page::Tone::warning, e.coming ? visit.t("Den här versionen gäller inte än") : visit.t("Den här versionen gäller inte längre"), [&] {
        h.el("p", e.coming ? visit.t("Den är beslutad och börjar gälla {day}.", {{"day", i18n::day(visit.language(), e.valid_from)}}) : visit.t("Den gällde till och med {day}.", {{"day", i18n::day(visit.language(), e.until)}}));
        h.el("p", [&] { page::link(h, visit.url("/riktlinje"), visit.t("Läs den som gäller nu")); });
    });
}
}

web::Response versions_page(const Visit& visit, const Shown& shown, const std::vector<Edition>& all, std::string_view day, const FieldErrors& errors) {
    page::Head head{.title = std::string(visit.t("Riktlinjens versioner")), .description = std::string(visit.t("Varje version av riktlinjen, vad som skiljer dem och vad som gällde en viss dag.")), .path = std::string(versions_path), .no_store = true, .current = "/riktlinje"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page stack-large"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}});
            page::error_summary(h, visit, errors);
            h.el("div", {{"class", "offer-head stack"}}, [&] {
                h.el("h1", visit.t("Riktlinjens versioner"));
                h.el("p", {{"class", "lead"}}, visit.t("Varje version av {title} finns kvar som den beslutades.", {{"title", shown.guideline->title}}));
            });
            list(h, visit, all);
            compare_form(h, visit, all);
            day_form(h, visit, day, errors);
        });
    }, errors.any() ? 422 : 200);
}

web::Response version_page(const Visit& visit, const Shown&, const Guideline& g, const Edition& e) {
    const auto title = g.title + ", " + visit.t("version {n}", {{"n", number(e.number)}});
    page::Head head{.title = title, .path = at(e), .translated = visit.language() == i18n::Language::sv, .no_index = true, .current = "/riktlinje"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}, {std::string(versions_path), visit.t("Riktlinjens versioner")}});
            h.el("div", {{"class", "offer-head stack"}}, [&] {
                h.el("h1", {page::in_language(visit, i18n::Language::sv)}, title);
                replaced(h, visit, e);
                decision_facts(h, visit, g);
                h.el("p", {{"class", "row no-print"}}, [&] {
                    page::print_button(h, visit);
                    page::link(h, Url::path(at(e) + "/riktlinje.pdf"), visit.t("Som dokument (pdf)"));
                    page::link(h, Url::path(at(e) + "/riktlinje.json"), visit.t("Som data (JSON)"));
                });
            });
            whole_text(h, visit, g, Addresses::here);
        });
    });
}

web::Response compare_page(const Visit& visit, const Changed& c) {
    const auto title = visit.t("Från version {from} till version {to}", {{"from", number(c.from)}, {"to", number(c.to)}});
    page::Head head{.title = title, .translated = visit.language() == i18n::Language::sv, .no_index = true, .current = "/riktlinje"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page stack-large"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}, {std::string(versions_path), visit.t("Riktlinjens versioner")}});
            h.el("div", {{"class", "offer-head stack"}}, [&] {
                h.el("h1", title);
                h.el("p", {{"class", "lead"}}, c.parts.empty() ? std::string(visit.t("Ingen punkt skiljer sig.")) : c.parts.size() == 1
                    ? std::string(visit.t("En punkt skiljer sig. Det som är borttaget är överstruket. Det som är nytt är understruket.")) : visit.t("{n} punkter skiljer sig. Det som är borttaget är överstruket. Det som är nytt är understruket.", {{"n", number(static_cast<int>(c.parts.size()))}}));
                h.el("p", {{"class", "no-print"}}, [&] { page::print_button(h, visit); });
            });
            for (std::size_t i = 0; i < c.parts.size();) {
                const auto* section = c.parts[i].section;
                h.el("section", [&] {
                    h.el("h2", {page::in_language(visit, i18n::Language::sv)}, section->title);
                    h.el("ol", {{"class", "statements"}, {"role", "list"}}, [&] {
                        for (; i < c.parts.size() && c.parts[i].section->id == section->id; ++i) difference(h, visit, *c.before, *c.after, c.parts[i]);
                    });
                });
            }
        });
    });
}
}
