// Where a draft goes next, where it has been, and what it touches.
#include "base/text.hpp"
#include "features/guideline/pages_revision.hpp"
#include "features/guideline/typed_revision.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Choice;
using page::FieldErrors;
using page::Visit;

std::string number(std::size_t n) { return base::to_text(static_cast<long long>(n)); }
// What was typed, when this page answers a form that was refused; else what it begins with.
std::string typed(const Visit& visit, std::string_view name, std::string_view otherwise = {}) {
    return std::string(visit.request.method == web::Method::post && !visit.request.field("from").empty() ? visit.request.field(name) : otherwise);
}
const char* send_words(Stage to) {
    if (to == Stage::management) return i18n::key("Flytta till ledningsgruppen");
    if (to == Stage::consultation) return i18n::key("Öppna för samråd");
    return i18n::key("Flytta till nämnden");
}
const char* said_hint(Stage now) {
    if (now == Stage::management) return i18n::key("Vad ledningsgruppen sa. Aldrig om en enskild person.");
    if (now == Stage::consultation) return i18n::key("Vad synpunkterna ledde till. Aldrig om en enskild person.");
    return i18n::key("Vad den som läser behöver veta. Aldrig om en enskild person.");
}

void move_form(Html& h, const Visit& visit, const DraftView& view, Stage to, const page::Body& fields) {
    page::form(h, visit, move_route, visit.url(path_of(view.draft.id) + "/steg"), [&] {
        page::hidden_field(h, "from", key(view.draft.stage));
        page::hidden_field(h, "to", key(to));
        fields();
    });
}
// Why, where everybody can read it once people have been asked.
std::string_view why_hint(const Visit& visit, const DraftView& view) {
    return last_asked(view.steps) ? visit.t("Alla kan läsa det på sidan Tyck till. Aldrig om en enskild person.") : std::string_view();
}
void what_was_said(Html& h, const Visit& visit, const DraftView& view, bool early, const FieldErrors& errors) {
    const auto words = typed(visit, "words");
    if (early) return page::text_area(h, visit, {.name = "words", .label = visit.t("Varför slutar samrådet före den sista dagen?"), .hint = why_hint(visit, view), .value = words, .longest = 1000}, 3, errors);
    page::text_area(h, visit, {.name = "words", .label = visit.t("Anteckning"), .hint = visit.t(said_hint(view.draft.stage)), .value = words, .longest = 1000, .may_be_empty = true}, 3, errors);
}
void forward(Html& h, const Visit& visit, const DraftView& view, Stage to, const FieldErrors& errors) {
    const bool early = ends_early(view, to);
    if (early) page::notice(h, visit.frame, page::Tone::warning, visit.t("Samrådet är inte slut"), [&] {
        h.el("p", visit.t("Alla har fått läsa att de kan skriva till och med {day}. Vänta till dess om du kan.", {{"day", i18n::day(visit.language(), last_asked(view.steps)->closes)}}));
    });
    h.el("p", to == Stage::consultation ? visit.t("Utkastet blir synligt för alla på sidan Tyck till. Lotsen meddelar ingen: berätta själv för råden.") : visit.t("Lotsen skickar inget. Lämna utkastet själv."));
    move_form(h, visit, view, to, [&] {
        page::text_field(h, visit, {.name = "day", .label = visit.t("Vilken dag gick utkastet vidare?"), .value = typed(visit, "day", view.now.today), .type = "date"}, errors);
        if (to == Stage::consultation) page::text_field(h, visit, {.name = "closes", .label = visit.t("Sista dag att lämna synpunkter"), .value = typed(visit, "closes"), .type = "date"}, errors);
        what_was_said(h, visit, view, early, errors);
        page::submit(h, visit.t(send_words(to)));
    });
}
void back(Html& h, const Visit& visit, const DraftView& view, const FieldErrors& errors) {
    if (const auto to = previous(view.draft.stage))
        page::details(h, visit.t("Ett steg tillbaka"), [&] {
            move_form(h, visit, view, *to, [&] {
                page::text_area(h, visit, {.name = "back_words", .label = visit.t("Varför går utkastet tillbaka?"), .hint = why_hint(visit, view), .value = typed(visit, "back_words"), .longest = 1000}, 3, errors);
                page::submit_quiet(h, visit.t("Tillbaka till: {stage}", {{"stage", visit.t(words(*to))}}));
            });
        });
    page::details(h, visit.t("Dra tillbaka utkastet"), [&] {
        move_form(h, visit, view, Stage::withdrawn, [&] {
            page::text_area(h, visit, {.name = "withdrawn_words", .label = visit.t("Varför dras det tillbaka?"), .hint = why_hint(visit, view), .value = typed(visit, "withdrawn_words"), .longest = 1000}, 3, errors);
            page::submit_quiet(h, visit.t("Dra tillbaka"));
        });
    });
}
void decision(Html& h, const Visit& visit, const DraftView& view, const FieldErrors& errors) {
    std::vector<Choice> roles{{"", std::string(visit.t("Välj"))}};
    for (const auto& role : view.base.roles)
        if (role.duty != Duty::nobody) roles.push_back({role.key, role.title});
    page::form(h, visit, decide_route, visit.url(path_of(view.draft.id) + "/beslut"), [&] {
        page::hidden_field(h, "from", key(view.draft.stage));
        page::text_field(h, visit, {.name = "day", .label = visit.t("Beslutets dag"), .value = typed(visit, "day"), .type = "date"}, errors);
        page::text_field(h, visit, {.name = "number", .label = visit.t("Paragraf och diarienummer"), .hint = visit.t("Som det står i protokollet"), .value = typed(visit, "number"), .longest = 60}, errors);
        page::select(h, visit, {.name = "by", .label = visit.t("Vem beslutade?"), .value = typed(visit, "by")}, roles, errors);
        page::text_field(h, visit, {.name = "valid_from", .label = visit.t("Gäller från"), .value = typed(visit, "valid_from"), .type = "date"}, errors);
        page::select(h, visit, {.name = "responsible", .label = visit.t("Ansvarig för riktlinjen"), .value = typed(visit, "responsible", view.base.responsible)}, roles, errors);
        page::text_field(h, visit, {.name = "next_review", .label = visit.t("Ses över senast"), .hint = visit.t("Tomt betyder att nämnden inte har sagt någon dag"), .value = typed(visit, "next_review"), .type = "date", .may_be_empty = true}, errors);
        page::submit(h, visit.t("För in beslutet"));
    });
    h.el("p", {{"class", "small"}}, visit.t("Ett beslut som är infört ändras inte mer. Texten fryses och får ett nytt versionsnummer."));
}

// The statement as it is linked now: of an added one nothing is, yet.
const Statement* linked_as(const Shown& shown, const DraftView& view, const Change& c) {
    const auto* now = shown.guideline->find(c.statement).second;
    return now ? now : view.base.find(c.statement).second;
}
void ticks(Html& h, const Visit& visit, const DraftView& view, const Change& c, const std::vector<Touched>& all) {
    std::vector<Choice> choices;
    std::vector<std::string> chosen;
    for (const auto& t : all) choices.push_back({t.key, std::string(visit.t(t.kind)) + ": " + t.title});
    for (const auto& [statement, linked] : view.ticks)
        if (statement == c.statement) chosen.push_back(linked);
    const auto label = visit.t("Det här är sett över ({id})", {{"id", c.statement}});
    const auto name = "linked-" + c.statement;
    page::form(h, visit, tick_route, visit.url(path_of(view.draft.id) + "/bocka"), [&] {
        page::hidden_field(h, "statement", c.statement);
        page::checkboxes(h, visit, {.name = name, .label = label}, choices, chosen, {});
        page::submit_quiet(h, visit.t("Spara"));
    });
}
void list(Html& h, const Visit& visit, const DraftView& view, const Change& c, const std::vector<Touched>& all) {
    h.el("ul", [&] {
        for (const auto& t : all) {
            const bool seen = std::find(view.ticks.begin(), view.ticks.end(), std::pair(c.statement, t.key)) != view.ticks.end();
            h.el("li", std::string(visit.t(t.kind)) + ": " + t.title + (seen ? " (" + std::string(visit.t("sett över")) + ")" : std::string()));
        }
    });
}
}

std::vector<Touched> touched_in(const Visit& visit, const Shown& shown, const DraftView& view, const Change& c) {
    const auto* s = linked_as(shown, view, c);
    if (!s) return {};
    auto all = touched_by(visit, shown, *s);
    const auto t = tally(view.now.answers, *shown.guideline, *s, view.now.operations);
    if (s->kind == Kind::ska && t.answered > 0) all.push_back({"answers", i18n::key("Svar på hur det går"), visit.t("{n} har svarat på den gamla lydelsen", {{"n", number(t.answered)}})});
    return all;
}

void next_step(Html& h, const Visit& visit, const DraftView& view, const FieldErrors& errors) {
    const bool moves = visit.request.actor->is_any(revisers);
    if (!open(view.draft.stage) || (!moves && !(view.draft.stage == Stage::board && visit.request.actor->is_any(deciding)))) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", view.draft.stage == Stage::board ? visit.t("Nämndens beslut") : visit.t("Nästa steg"));
        if (view.draft.stage == Stage::writing && view.changes.empty()) h.el("p", visit.t("När det finns minst en ändring kan utkastet flyttas till ledningsgruppen."));
        else if (const auto to = next(view.draft.stage)) forward(h, visit, view, *to, errors);
        else decision(h, visit, view, errors);
        if (moves) back(h, visit, view, errors);
    });
}

void impact(Html& h, const Visit& visit, const Shown& shown, const DraftView& view) {
    if (view.changes.empty()) return;
    const bool may = visit.request.actor->is_any(revisers) && view.draft.stage != Stage::withdrawn;
    h.el("section", {{"class", "stack impact"}}, [&] {
        h.el("h2", visit.t("Det här berörs"));
        h.el("p", visit.t("Allt som är kopplat till satserna som ändras. Kryssa när det är sett över."));
        for (const auto& c : view.changes) {
            const auto all = touched_in(visit, shown, view, c);
            h.el("h3", c.statement);
            if (all.empty()) h.el("p", c.doing == Doing::add ? visit.t("En ny sats: koppla det som svarar mot den när den gäller.") : visit.t("Inget är kopplat till satsen."));
            else if (may) ticks(h, visit, view, c, all);
            else list(h, visit, view, c, all);
        }
    });
}

void trail(Html& h, const Visit& visit, const std::vector<Step>& steps) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Vägen hit"));
        h.el("ol", [&] {
            for (const auto& step : steps)
                h.el("li", [&] {
                    const auto day = &step == &steps.front() ? std::string() : i18n::day(visit.language(), step.day) + ": ";   // entered, not written, that day
                    h.el("b", day + std::string(visit.t(words(step.stage))) + (step.back ? " (" + std::string(visit.t("tillbaka")) + ")" : std::string()));
                    h.text(". " + visit.t("Infört {day} av {role}.", {{"day", i18n::day(visit.language(), calendar::day(step.at))}, {"role", visit.t(rights::words(step.role))}}));
                    if (!step.closes.empty()) h.text(" " + visit.t("Synpunkter till och med {day}.", {{"day", i18n::day(visit.language(), step.closes)}}));
                    if (!step.words.empty()) h.el("p", step.words);
                });
        });
    });
}
}
