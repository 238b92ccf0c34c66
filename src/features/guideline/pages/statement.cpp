#include "base/text.hpp"
#include "features/guideline/desk.hpp"
#include "features/guideline/known.hpp"
#include "features/guideline/pages.hpp"

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
}

web::Response statement_page(const Visit& visit, const Shown& shown, const Section& section, const Statement& s, const std::vector<KnownFrom>& known) {
    page::Head head{.title = shown.guideline->title + ", " + s.id, .description = base::shortened(s.text, 150), .path = "/riktlinje/" + s.id, .translated = visit.language() == i18n::Language::sv, .current = "/riktlinje"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}});
            h.el("div", {{"class", "columns side-end"}}, [&] {
                h.el("div", {{"class", "article stack"}}, [&] {
                    h.el("h1", s.id);
                    h.el("blockquote", {{"class", "lead"}, page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", s.text); });
                    if (!s.note.empty()) h.el("div", {{"class", "notice notice-note"}}, [&] { page::icon(h, visit.frame, "clock"), h.el("div", [&] { h.el("h2", visit.t("Vad som gäller nu")), h.el("p", s.note); }); });
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
