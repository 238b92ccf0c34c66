#include "base/text.hpp"
#include "features/guideline/pages.hpp"
#include "features/guideline/pages_revision.hpp"
#include "features/guideline/wording.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using html::Url;
using page::FieldErrors;
using page::Visit;

std::string number(std::size_t n) { return base::to_text(static_cast<long long>(n)); }
bool may_write(const Visit& visit, const Draft& draft) { return draft.stage == Stage::writing && visit.request.actor->is_any(revisers); }
Url change_url(const Visit& visit, const Draft& draft, std::string_view statement, Doing doing) {
    return visit.url(path_of(draft.id) + "/andring").with("sats", statement).with("gor", key(doing));
}

void where_it_is(Html& h, const Visit& visit, Stage now) {
    if (!open(now)) return void(h.el("p", {{"class", "lead"}}, visit.t(words(now))));
    h.el("ol", {{"class", "way"}}, [&] {
        for (const auto stage : {Stage::writing, Stage::management, Stage::consultation, Stage::board})
            h.el("li", {stage == now ? html::Attr("aria-current", "step") : html::Attr::none()}, visit.t(words(stage)));
    });
}
void became(Html& h, const Visit& visit, const DraftView& view) {
    if (!view.version) return;
    const auto n = base::to_text(view.version->number);
    const bool now = view.version->in_force_at.has_value();
    page::notice(h, visit.frame, page::Tone::info, now ? visit.t("Blev version {n}", {{"n", n}}) : visit.t("Version {n} börjar gälla {day}", {{"n", n}, {"day", i18n::day(visit.language(), view.version->valid_from)}}), [&] {
        h.el("p", [&] { page::link(h, visit.url("/riktlinje/version/" + n), visit.t("Läs version {n}", {{"n", n}})); });
    });
}

void acts(Html& h, const Visit& visit, const DraftView& view, const Change& c) {
    if (!may_write(visit, view.draft)) return;
    h.el("div", {{"class", "row"}}, [&] {
        if (c.doing != Doing::remove) page::link_about(h, change_url(visit, view.draft, c.statement, c.doing), visit.t(c.doing == Doing::add ? i18n::key("Ändra texten") : i18n::key("Ändra text eller plats")), c.statement);
        page::form(h, visit, unpropose_route, visit.url(path_of(view.draft.id) + "/angra"), [&] {
            page::hidden_field(h, "statement", c.statement), page::hidden_field(h, "sedd", seen_proposal(&c));
            h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(visit.t("Ta bort ur utkastet")), h.el("span", {{"class", "visually-hidden"}}, " " + c.statement); });
        });
    });
}
void proposal(Html& h, const Visit& visit, const DraftView& view, const Change& c) {
    const auto* was = view.base.find(c.statement).second;
    h.el("li", {{"class", "statement"}, {"id", c.statement}}, [&] {
        h.el("span", {{"class", "statement-id"}}, c.statement);
        text_difference(h, visit, c.was, c.doing == Doing::remove ? std::string_view() : std::string_view(c.says));
        change_facts(h, visit, view, c);
        h.el("p", [&] { h.el("b", visit.t("Varför:")), h.text(" " + c.why); });
        const bool lost = std::find(view.lost.begin(), view.lost.end(), c.statement) != view.lost.end();
        const bool moved = open(view.draft.stage) && c.doing != Doing::add && was && was->text != c.was;
        if (lost && open(view.draft.stage)) page::notice(h, visit.frame, page::Tone::warning, visit.t("Satsen finns inte längre"), [&] { h.el("p", visit.t("En annan version har tagit bort den. Ta bort den ur utkastet.")); });
        if (moved) page::notice(h, visit.frame, page::Tone::warning, visit.t("Satsen har ändrats sedan utkastet skrevs"), [&] { h.el("p", was->text); });
        acts(h, visit, view, c);
    });
}
}

void change_facts(Html& h, const Visit& visit, const DraftView& view, const Change& c) {
    const auto* was = view.base.find(c.statement).second;
    h.el("ul", {{"class", "statement-meta"}, {"role", "list"}}, [&] {
        h.el("li", [&] { h.el("b", c.moves && c.was == c.says ? visit.t("Flyttas") : doing_words(visit, c.doing)); });
        if (const auto* section = view.base.find(c.statement).first; c.moves && section) h.el("li", visit.t("Flyttas från platsen {from} till platsen {to}", {{"from", place_words(visit, stands_behind(*section, c.statement))}, {"to", place_words(visit, c.follows)}}));
        if (c.doing == Doing::remove) return;
        besides_text(h, visit, was ? std::optional(besides(view.base, was->kind, was->role, was->note)) : std::nullopt, besides(view.base, c.kind, c.role, c.note));
    });
}

const Change* DraftView::of(std::string_view statement) const {
    const auto found = std::find_if(changes.begin(), changes.end(), [&](const Change& c) { return c.statement == statement; });
    return found == changes.end() ? nullptr : &*found;
}
std::string_view doing_words(const Visit& visit, Doing doing) {
    switch (doing) {
        case Doing::edit: return visit.t("Ändras");
        case Doing::add: return visit.t("Läggs till");
        case Doing::remove: return visit.t("Tas bort");
    }
    throw base::Bug("a change without words");
}

void proposals(Html& h, const Visit& visit, const DraftView& view) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", view.changes.empty() ? std::string(visit.t("Föreslagna ändringar")) : visit.t("Föreslagna ändringar ({n})", {{"n", number(view.changes.size())}}));
        if (view.changes.empty()) return void(h.el("p", view.draft.stage == Stage::writing ? visit.t("Inget är föreslaget än. Välj en sats nedan.") : visit.t("Inget är föreslaget.")));
        h.el("ol", {{"class", "statements"}, {"role", "list"}}, [&] { for (const auto& c : view.changes) proposal(h, visit, view, c); });
    });
}

void statement_chooser(Html& h, const Visit& visit, const DraftView& view) {
    if (!may_write(visit, view.draft)) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Välj en sats att ändra"));
        for (const auto& section : view.base.sections)
            page::details(h, section.title, [&] {
                if (section.statements.empty()) h.el("p", [&] { page::link_about(h, change_url(visit, view.draft, section.id, Doing::add), visit.t("Lägg till en sats"), section.title); });
                h.el("ol", {{"class", "statements"}, {"role", "list"}}, [&] {
                    for (const auto& s : section.statements)
                        h.el("li", {{"class", "statement"}}, [&] {
                            h.el("span", {{"class", "statement-id"}}, s.id);
                            h.el("p", {page::in_language(visit, i18n::Language::sv)}, s.text);
                            h.el("p", {{"class", "row"}}, [&] {
                                if (view.of(s.id)) return void(h.el("span", visit.t("Ändras i utkastet redan")));
                                page::link_about(h, change_url(visit, view.draft, s.id, Doing::edit), visit.t("Ändra"), s.id);
                                page::link_about(h, change_url(visit, view.draft, s.id, Doing::remove), visit.t("Ta bort"), s.id);
                                page::link_about(h, change_url(visit, view.draft, s.id, Doing::add), visit.t("Lägg till efter"), s.id);
                            });
                        });
                });
            });
    });
}

web::Response draft_page(const Visit& visit, const Shown& shown, const DraftView& view, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = view.draft.title, .current = std::string(workspace_path), .errors = errors.any()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(workspace_path), visit.t("Riktlinjen")}, {std::string(revision_path), visit.t("Revidering")}});
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, view.draft.title);
        where_it_is(h, visit, view.draft.stage);
        became(h, visit, view);
        proposals(h, visit, view);
        statement_chooser(h, visit, view);
        next_step(h, visit, view, errors);
        impact(h, visit, shown, view);
        trail(h, visit, view.steps);
    }, errors.any() ? 422 : 200);
}
}
