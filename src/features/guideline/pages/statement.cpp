#include "base/text.hpp"
#include "features/guideline/desk.hpp"
#include "features/guideline/known.hpp"
#include "features/guideline/pages_public.hpp"
#include "features/guideline/removed.hpp"
#include "features/guideline/wording.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Fact;
using page::Visit;

std::vector<Fact> facts(Html& h, const Visit& visit, const Shown& shown, const Section& section, const Statement& s) {
    std::vector<Fact> out;
    out.push_back({"book", visit.t("Avsnitt"), [&] { h.el("dd", {page::in_language(visit, i18n::Language::sv)}, section.title); }});
    out.push_back({"check", visit.t("Slag"), [&] { h.el("dd", kind_name(visit, s.kind)); }});
    if (const auto* role = shown.guideline->role(s.role)) out.push_back({"person", visit.t("Ansvarig"), [&h, role] { h.el("dd", role->title), h.el("dd", {{"class", "small"}}, role->about); }});
    if (!s.parts.empty()) out.push_back({"list", visit.t("Del av riktlinjen"), [&] { h.el("dd", base::joined(s.parts, ", ")); }});
    if (!s.needs.empty()) out.push_back({"heart", visit.t("Behov i den nationella strategin"), [&] { for (const auto& need : s.needs) h.el("dd", need_name(visit, need)); }});
    if (!s.areas.empty()) out.push_back({"compass", visit.t("Förbättringsområde"), [&] { for (const auto& area : s.areas) h.el("dd", area_name(visit, area)); }});
    return out;
}
// The number that its id ends with, in words; nothing where a municipality has named it otherwise.
std::string number_words(const Visit& visit, const Statement& s) {
    const auto dash = s.id.rfind('-');
    const auto number = dash == std::string::npos ? std::string() : s.id.substr(dash + 1);
    const bool counted = !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
    return counted ? ", " + visit.t("punkt {n}", {{"n", number}}) : std::string();
}
// "Syfte, punkt 1", with what it is and its id small.
void heading(Html& h, const Visit& visit, const Section& section, const Statement& s) {
    h.el("h1", [&] { h.el("span", {page::in_language(visit, i18n::Language::sv)}, section.title), h.text(number_words(visit, s)); });
    h.el("p", {{"class", "small subtle"}}, visit.t("{kind}. Punktens nummer i riktlinjen: {id}", {{"kind", std::string(kind_name(visit, s.kind))}, {"id", s.id}}));
}
page::Head head_of(const Visit& visit, const Shown& shown, const Section& section, const Statement& s) {
    return {.title = section.title + number_words(visit, s) + ", " + shown.guideline->title, .description = base::shortened(s.text, 150), .path = "/riktlinje/" + s.id, .translated = visit.language() == i18n::Language::sv, .current = "/riktlinje"};
}
std::string at_version(int number) { return std::string(version_path) + "/" + base::to_text(number); }
void taken_away(Html& h, const Visit& visit, const Removed& r) {
    const auto n = r.by ? base::to_text(*r.by) : std::string();
    page::notice(h, visit.frame, page::Tone::warning, r.by ? visit.t("Borttagen i version {n}", {{"n", n}}) : std::string(visit.t("Finns inte längre i riktlinjen")), [&] {
        if (!r.by) return;
        h.el("p", visit.t("Punkten gäller inte sedan {day}.", {{"day", i18n::day(visit.language(), r.day)}}));
        h.el("p", {{"class", "row"}}, [&] {
            page::link(h, visit.url(at_version(*r.by)), visit.t("Läs version {n}", {{"n", n}}));
            page::link(h, visit.url(compare_path).with("fran", base::to_text(r.last)).with("till", n), visit.t("Se allt som ändrades"));
        });
    });
}
}

web::Response removed_page(const Visit& visit, const Shown& shown, const Removed& r) {
    auto head = head_of(visit, shown, *r.section, *r.statement);
    head.no_index = true;
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}, {std::string(versions_path), visit.t("Riktlinjens versioner")}});
            h.el("div", {{"class", "article stack"}}, [&] {
                heading(h, visit, *r.section, *r.statement);
                taken_away(h, visit, r);
                h.el("h2", visit.t("Så löd den i version {n}", {{"n", base::to_text(r.last)}}));
                h.el("blockquote", {page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", r.statement->text); });
                h.el("p", {{"class", "row"}}, [&] {
                    page::link(h, visit.url(at_version(r.last)).at(r.statement->id), visit.t("Visa i hela version {n}", {{"n", base::to_text(r.last)}}));
                    page::link(h, visit.url("/riktlinje"), visit.t("Läs den som gäller nu"));
                });
            });
        });
    });
}

web::Response statement_page(const Visit& visit, const Shown& shown, const Section& section, const Statement& s, const std::vector<KnownFrom>& known) {
    return page::page(visit, head_of(visit, shown, section, s), [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}});
            h.el("div", {{"class", "columns side-end"}}, [&] {
                h.el("div", {{"class", "article stack"}}, [&] {
                    heading(h, visit, section, s);
                    h.el("blockquote", {{"class", "lead"}, page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", s.text); });
                    if (!s.note.empty()) h.el("div", {{"class", "notice notice-note"}}, [&] { page::icon(h, visit.frame, "clock"), h.el("div", [&] { h.el("h2", visit.t("Vad som gäller nu")), h.el("p", {page::in_language(visit, i18n::Language::sv)}, days_in_words(s.note)); }); });
                    if (!s.law.empty()) {
                        h.el("h2", visit.t("Lagen i korthet"));
                        h.el("ul", [&] {
                            for (const auto& key : s.law)
                                if (const auto* law = shown.references->law(key)) h.el("li", [&] { references::law_line(h, visit, *law); });
                        });
                    }
                    if (anything(known)) {
                        h.el("h2", visit.t("Vad vi vet"));
                        h.el("p", visit.t("Det anhöriga vet, det de som arbetar vet och det forskningen visar. Allt väger lika mycket."));
                        known_sides(h, visit, known, ForWhom::everybody);
                    }
                    h.el("p", {{"class", "row"}}, [&] {
                        if (s.kind == Kind::ska && shown.guideline->duty(s) != Duty::nobody) page::link(h, visit.url("/sa-gar-det").at(s.id), visit.t("Så går det med löftet"));
                        page::link(h, visit.url("/riktlinje").at(s.id), visit.t("Visa i hela riktlinjen"));
                    });
                });
                page::facts(h, visit.frame, visit.t("Om punkten"), facts(h, visit, shown, section, s), [] {});
            });
        });
    });
}
}
