#include "base/text.hpp"
#include "features/directory/public.hpp"
#include "features/guideline/desk.hpp"
#include "features/guideline/impact.hpp"
#include "features/guideline/pages.hpp"
#include "features/guideline/wording.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Choice;
using page::Visit;

// What somebody has narrowed the list to; all in the address.
struct Wanted {
    std::string_view kind, role, need, area, state;
    explicit Wanted(const web::Request& r) : kind(r.asked("slag")), role(r.asked("roll")), need(r.asked("behov")), area(r.asked("omrade")), state(r.asked("lage")) {}
    bool kind_fits(const Guideline& g, const Statement& s) const {
        if (kind == "alla") return true;
        if (kind == "bor") return s.kind == Kind::bor;
        return s.kind == Kind::ska && g.duty(s) != Duty::nobody;
    }
    bool fits(const Guideline& g, const Statement& s, State found) const {
        const auto has = [](const std::vector<std::string>& list, std::string_view value) { return value.empty() || std::find(list.begin(), list.end(), value) != list.end(); };
        return kind_fits(g, s) && (role.empty() || s.role == role) && has(s.needs, need) && has(s.areas, area) && (state.empty() || (s.kind == Kind::ska && key(found) == state));
    }
};

void filter(Html& h, const Visit& visit, const Shown& shown, const Wanted& wanted) {
    const std::string all(visit.t("Alla"));
    std::vector<Choice> roles{{"", all}}, needs_there{{"", all}}, areas_there{{"", all}}, states_there{{"", all}};
    for (const auto& role : shown.guideline->roles) roles.push_back({role.key, role.title});
    for (const auto need : needs) needs_there.push_back({std::string(need), std::string(need_name(visit, need))});
    for (const auto area : areas) areas_there.push_back({std::string(area), std::string(area_name(visit, area))});
    for (const auto state : states) states_there.push_back({std::string(key(state)), std::string(visit.t(words(state)))});
    h.el("form", {{"class", "form filter filter-wide no-print"}, {"method", "get"}, {"action", visit.url(workspace_path)}, {"autocomplete", "off"}}, [&] {
        page::select(h, visit, {.name = "slag", .label = visit.t("Visa"), .value = wanted.kind}, {{"", std::string(visit.t("Löften (ska)"))}, {"bor", std::string(visit.t("Det som är viktigt (bör)"))}, {"alla", std::string(visit.t("Hela riktlinjen"))}}, {});
        page::select(h, visit, {.name = "roll", .label = visit.t("Ansvarig"), .value = wanted.role}, roles, {});
        page::select(h, visit, {.name = "behov", .label = visit.t("Behov"), .value = wanted.need}, needs_there, {});
        page::select(h, visit, {.name = "omrade", .label = visit.t("Förbättringsområde"), .value = wanted.area}, areas_there, {});
        page::select(h, visit, {.name = "lage", .label = visit.t("Läge"), .value = wanted.state}, states_there, {});
        page::submit_quiet(h, visit.t("Visa"));
    });
}

void counts(Html& h, const Visit& visit, const Shown& shown, const Standing& now) {
    std::array<std::size_t, states.size()> each{};
    const auto all = promises_in(*shown.guideline);
    for (const auto* s : all) ++each[static_cast<std::size_t>(tally(now.answers, *shown.guideline, *s, now.operations).state)];
    const auto n = [](std::size_t count) { return base::to_text(static_cast<long long>(count)); };
    h.el("p", {{"class", "lead"}}, visit.t("{total} löften: {met} uppfyllda, {partly} delvis, {not} inte uppfyllda. Om {unknown} vet vi inte.", {{"total", n(all.size())}, {"met", n(each[0])}, {"partly", n(each[1])}, {"not", n(each[2])}, {"unknown", n(each[3])}}));
}

std::string answers_it(const Visit& visit, const Shown& shown, const Statement& s) {
    const auto& p = of(*shown.promises, s.id);
    const auto n = [](std::size_t count) { return base::to_text(static_cast<long long>(count)); };
    std::vector<std::string> parts;
    if (const auto offers = offers_for(s, p, *shown.catalogue).size()) parts.push_back(visit.t("{n} stöd", {{"n", n(offers)}}));
    if (const auto ahead = coming(shown, s).size()) parts.push_back(visit.t("aktiviteter på gång: {n}", {{"n", n(ahead)}}));
    if (!p.routines.empty()) parts.push_back(visit.t("rutiner: {n}", {{"n", n(p.routines.size())}}));
    if (!p.activities.empty()) parts.push_back(visit.t("aktiviteter: {n}", {{"n", n(p.activities.size())}}));
    if (!p.partners.empty()) parts.push_back(visit.t("samverkan: {n}", {{"n", n(p.partners.size())}}));
    return parts.empty() ? std::string(visit.t("Inget är kopplat")) : visit.t("Svarar mot den: {list}", {{"list", base::joined(parts, ", ")}});
}

void statement(Html& h, const Visit& visit, const Shown& shown, const Standing& now, const Statement& s) {
    const auto t = tally(now.answers, *shown.guideline, s, now.operations);
    h.el("li", {{"class", "statement"}}, [&] {
        h.el("a", {{"class", "statement-id"}, {"href", visit.url(std::string(workspace_path) + "/" + s.id)}}, s.id);
        h.el("p", {page::in_language(visit, i18n::Language::sv)}, s.text);
        h.el("ul", {{"class", "statement-meta"}, {"role", "list"}}, [&] {
            h.el("li", [&] { h.el("b", kind_name(visit, s.kind)); });
            if (const auto* role = shown.guideline->role(s.role)) h.el("li", visit.t("Ansvar: {role}", {{"role", role->title}}));
            if (s.kind != Kind::ska || shown.guideline->duty(s) == Duty::nobody) return;
            h.el("li", [&] { state_tag(h, visit, t.state); });
            if (const auto many = how_many(visit, t); !many.empty()) h.el("li", many);
            if (const auto older = older_words(visit, t); !older.empty()) h.el("li", older);
            h.el("li", answers_it(visit, shown, s));
            if (of(*shown.promises, s.id).evidence.empty()) h.el("li", visit.t("Inget visar det än"));
        });
    });
}
}

web::Response workspace_page(const Visit& visit, const Shown& shown, const Standing& now) {
    const Wanted wanted(visit.request);
    return page::staff_page(visit, {.title = std::string(visit.t("Riktlinjen")), .current = std::string(workspace_path)}, [&](Html& h) {
        around(h, visit, workspace_path);
        what_was_done(h, visit);
        page::staff_heading(h, visit.t("Riktlinjen"));
        counts(h, visit, shown, now);
        h.el("p", {{"class", "row no-print"}}, [&] {
            page::link(h, visit.url("/sa-gar-det"), visit.t("Så ser alla det"));
            page::link(h, visit.url("/riktlinje"), visit.t("Riktlinjen, ord för ord"));
        });
        filter(h, visit, shown, wanted);
        bool any = false;
        for (const auto& section : shown.guideline->sections) {
            std::vector<const Statement*> found;
            for (const auto& s : section.statements)
                if (wanted.fits(*shown.guideline, s, tally(now.answers, *shown.guideline, s, now.operations).state)) found.push_back(&s);
            if (found.empty()) continue;
            any = true;
            h.el("section", {{"aria-labelledby", section.id}}, [&] {
                h.el("h2", {{"id", section.id}, page::in_language(visit, i18n::Language::sv)}, section.title);
                h.el("ol", {{"class", "statements"}, {"role", "list"}}, [&] { for (const auto* s : found) statement(h, visit, shown, now, *s); });
            });
        }
        if (!any) page::nothing_here(h, visit.t("Ingen sats passar"), [&] { h.el("p", [&] { page::link(h, visit.url(workspace_path), visit.t("Visa alla löften")); }); });
    });
}
}
