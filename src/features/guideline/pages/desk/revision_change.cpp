#include "base/text.hpp"
#include "features/guideline/pages.hpp"
#include "features/guideline/pages_revision.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Choice;
using page::FieldErrors;
using page::Visit;

std::string heading(const Visit& visit, const Change& c) {
    if (c.doing == Doing::add) return std::string(visit.t("Föreslå en ny sats"));
    return c.doing == Doing::edit ? visit.t("Föreslå en ändring av {id}", {{"id", c.statement}}) : visit.t("Föreslå att {id} tas bort", {{"id", c.statement}});
}
void words_fields(Html& h, const Visit& visit, const Guideline& g, const Change& c, const FieldErrors& errors) {
    std::vector<Choice> kinds, roles{{"", std::string(visit.t("Ingen"))}};
    for (const auto kind : {Kind::ska, Kind::bor, Kind::kan, Kind::definition, Kind::text}) kinds.push_back({std::string(key(kind)), std::string(kind_name(visit, kind))});
    for (const auto& role : g.roles) roles.push_back({role.key, role.title});
    page::text_area(h, visit, {.name = "says", .label = visit.t("Satsens text"), .hint = visit.t("En mening, eller ett kort stycke"), .value = c.says, .longest = 4000}, 6, errors);
    page::radios(h, visit, {.name = "kind", .label = visit.t("Slag"), .value = key(c.kind)}, kinds, errors);
    page::select(h, visit, {.name = "role", .label = visit.t("Ansvarig"), .hint = visit.t("Ett ska måste ha någon som ansvarar"), .value = c.role}, roles, errors);
    page::text_area(h, visit, {.name = "note", .label = visit.t("Daterad anteckning"), .hint = visit.t("Vad som har ändrats sedan texten skrevs. Ta bort den om den nya texten säger det själv."), .value = c.note, .longest = 600, .may_be_empty = true}, 3, errors);
}
// Its place in the section, without a script: where it stands, first, or after one of the others.
void place_field(Html& h, const Visit& visit, const Guideline& g, const Change& c, const FieldErrors& errors) {
    const auto* section = g.find(c.statement).first;
    if (c.doing != Doing::edit || !section || section->statements.size() < 2) return;
    const auto now = stands_behind(*section, c.statement);
    std::vector<Choice> places{{std::string(place_stays), visit.t("Kvar där den står, {place}", {{"place", place_words(visit, now)}})}};
    if (!now.empty()) places.push_back({std::string(place_first), std::string(visit.t("Först i avsnittet"))});
    for (const auto& s : section->statements)
        if (s.id != c.statement && s.id != now) places.push_back({s.id, visit.t("Efter {id}: {text}", {{"id", s.id}, {"text", base::shortened(s.text, 60)}})});
    page::select(h, visit, {.name = "place", .label = visit.t("Plats i avsnittet"), .hint = visit.t("Satsen behåller sitt nummer när den flyttas: numret är dess adress."), .value = !c.moves ? place_stays : c.follows.empty() ? place_first : std::string_view(c.follows)}, places, errors);
}
// What the draft holds now of the statement that is typed in the form below.
void theirs(Html& h, const Visit& visit, const DraftView& view, const Change* c) {
    page::notice(h, visit.frame, page::Tone::warning, c ? visit.t("Det här har någon annan sparat") : visit.t("Någon annan har tagit bort förslaget ur utkastet"), [&] {
        if (c && c->doing != Doing::remove) h.el("blockquote", {page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", c->says); });
        if (c) change_facts(h, visit, view, *c), h.el("p", [&] { h.el("b", visit.t("Varför:")), h.text(" " + c->why); });
        h.el("p", c ? visit.t("Det du har skrivit står kvar nedan. Sparar du det tar det den andras plats.") : visit.t("Det du har skrivit står kvar nedan. Sparar du det är det med i utkastet igen."));
    });
}
// The statement as the form names it: an added one that is not stored yet by what it stands behind, or by the section it begins.
std::string named(const DraftView& view, const Change& c) {
    if (c.doing != Doing::add || view.of(c.statement)) return c.statement;
    return c.follows.empty() ? c.section : c.follows;
}
}

web::Response change_page(const Visit& visit, const DraftView& view, const ChangeForm& form, const FieldErrors& errors) {
    const auto& c = form.change;
    const auto title = heading(visit, c);
    return page::staff_page(visit, {.title = title, .current = std::string(workspace_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(revision_path), visit.t("Revidering")}, {path_of(view.draft.id), view.draft.title}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        if (const auto* before = view.base.find(c.follows).second; c.doing == Doing::add && before) {
            h.el("p", visit.t("Den nya satsen får numret {id} och kommer efter:", {{"id", c.statement}}));
            h.el("blockquote", {page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", before->text); });
        }
        if (!c.was.empty()) {
            h.el("h2", visit.t("Så står det nu"));
            h.el("blockquote", {page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", c.was); });
        }
        if (form.meanwhile) theirs(h, visit, view, view.of(c.statement));
        page::form(h, visit, propose_route, visit.url(path_of(view.draft.id) + "/andring"), [&] {
            page::hidden_field(h, "sats", named(view, c)), page::hidden_field(h, "sedd", form.seen);
            page::hidden_field(h, "gor", key(c.doing));
            if (c.doing == Doing::add) page::hidden_field(h, "efter", c.follows);
            if (c.doing != Doing::remove) words_fields(h, visit, view.base, c, errors), place_field(h, visit, view.base, c, errors);
            page::text_area(h, visit, {.name = "why", .label = visit.t("Varför?"), .hint = visit.t("Läses av ledningsgruppen, och av alla när utkastet är på samråd. Skriv aldrig om en enskild person."), .value = c.why, .longest = 1000}, 4, errors);
            page::submit(h, form.meanwhile && view.of(c.statement) ? visit.t("Spara mitt förslag i stället") : visit.t("Spara ändringen"));
        });
    }, errors.any() ? 422 : 200);
}
}
