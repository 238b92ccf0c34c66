#include "base/text.hpp"
#include "features/directory/public.hpp"
#include "features/guideline/desk.hpp"
#include "features/guideline/impact.hpp"
#include "features/guideline/pages.hpp"
#include "features/guideline/answer_form.hpp"
#include "features/guideline/wording.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Choice;
using page::FieldErrors;
using page::Visit;

std::string lines(const std::vector<std::string>& list) { return base::joined(list, "\n"); }

void meta(Html& h, const Visit& visit, const Shown& shown, const Section& section, const Statement& s) {
    h.el("ul", {{"class", "statement-meta"}, {"role", "list"}}, [&] {
        h.el("li", [&] { h.el("b", kind_name(visit, s.kind)); });
        h.el("li", {page::in_language(visit, i18n::Language::sv)}, section.title);
        if (const auto* role = shown.guideline->role(s.role)) h.el("li", visit.t("Ansvar: {role}", {{"role", role->title}}));
        for (const auto& need : s.needs) h.el("li", need_name(visit, need));
        for (const auto& area : s.areas) h.el("li", area_name(visit, area));
    });
}

void answer_form(Html& h, const Visit& visit, const Statement& s, const Answer* last, const std::string& operation, const Typed& typed) {
    const bool mine = typed.operation && *typed.operation == operation;
    const bool stands = last && !of_older_words(*last, s);   // what was said of other words is not chosen for her
    const auto choices = state_choices(visit, !operation.empty());
    page::form(h, visit, say_route, visit.url(std::string(workspace_path) + "/" + s.id + "/lage"), [&] {
        page::hidden_field(h, "operation", operation), page::hidden_field(h, "sedd", seen(last, s));
        page::radios(h, visit, {.name = "state", .label = visit.t("Hur går det?"), .value = mine ? std::string_view(typed.state) : stands ? key(last->state) : std::string_view()}, choices, mine ? typed.errors : FieldErrors{});
        page::text_area(h, visit, {.name = "reason", .label = visit.t("Varför, och hur vet ni det?"), .hint = visit.t("Skriv aldrig om en person. Läget syns för alla på Så går det, skälet bara här."),
            .value = mine ? std::string_view(typed.reason) : last ? std::string_view(last->reason) : std::string_view(), .longest = 1000, .may_be_empty = true}, 3, mine ? typed.errors : FieldErrors{});
        page::submit(h, visit.t("Spara läget"));
    });
}

void said(Html& h, const Visit& visit, const Statement& s, const Answer* a) {
    if (!a) return void(h.el("p", visit.t("Ingen har sagt något än.")));
    const auto who = a->code_day.empty() ? std::string(visit.t(rights::words(a->role))) : visit.t("med koden från {day}, utan inloggning", {{"day", i18n::day(visit.language(), a->code_day)}});
    const bool older = of_older_words(*a, s);
    h.el("p", {{"class", "row"}}, [&] { state_tag(h, visit, older ? State::unknown : a->state), h.el("span", (older ? older_words(visit, *a) : i18n::day(visit.language(), calendar::day(a->at))) + ", " + who); });
    if (older) page::details(h, visit.t("Den lydelse som svaret gällde"), [&] { h.el("blockquote", {page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", a->words); }); });
    if (!a->reason.empty()) h.el("p", a->reason);
}

// Whoever has a code may be wrong, or write of a person: then it counts no more, and why is told.
void strike_form(Html& h, const Visit& visit, const Statement& s, const Answer* a) {
    if (!a || a->code_day.empty() || !a->operation || !visit.request.actor->is_any(strikers)) return;
    page::details(h, visit.t("Stryk svaret"), [&] {
        h.el("p", visit.t("Svaret räknas inte längre, och skälet till det tas bort. Att det ströks, och varför, står kvar."));
        page::form(h, visit, strike_route, visit.url(std::string(workspace_path) + "/" + s.id + "/stryk"), [&] {
            page::hidden_field(h, "operation", a->operation->text()), page::hidden_field(h, "at", base::to_text(static_cast<long long>(a->at.ms)));
            page::text_field(h, visit, {.name = "why", .label = visit.t("Varför stryks det?"), .hint = visit.t("Skriv aldrig om en person."), .longest = 200}, {});
            page::submit_quiet(h, visit.t("Stryk svaret"));
        });
    });
}
void state(Html& h, const Visit& visit, const Shown& shown, const Statement& s, const Standing& now, const Typed& typed) {
    const auto duty = shown.guideline->duty(s);
    if (s.kind != Kind::ska) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Läget"));
        if (duty == Duty::nobody) return void(h.el("p", visit.t("Det här svarar inte kommunen för.")));
        if (duty == Duty::once) {
            said(h, visit, s, now.answers.of(s.id, std::nullopt));
            if (may_answer(*visit.request.actor, *shown.guideline, s, std::nullopt)) answer_form(h, visit, s, now.answers.of(s.id, std::nullopt), "", typed);
            return;
        }
        const auto t = tally(now.answers, *shown.guideline, s, now.operations);
        h.el("p", {{"class", "row"}}, [&] { state_tag(h, visit, t.state), h.el("span", how_many(visit, t)); });
        if (const auto older = older_words(visit, t); !older.empty()) h.el("p", older + ".");
        if (now.operations.empty()) h.el("p", visit.t("Ingen verksamhet är inlagd under Organisation."));
        for (const auto& operation : now.operations) {
            h.el("h3", operation.name);
            const auto* last = now.answers.of(s.id, operation.id);
            if (!last && operation.private_provider) h.el("p", [&] {
                h.text(visit.t("Inget svar än. Utföraren är privat och svarar med en kod."));
                if (visit.request.actor->is_any(editors)) h.text(" "), page::link(h, visit.url("/personal/riktlinje/utforare"), visit.t("Privata utförare"));
            });
            else said(h, visit, s, last);
            strike_form(h, visit, s, last);
            if (may_answer(*visit.request.actor, *shown.guideline, s, operation.id)) answer_form(h, visit, s, last, std::string(operation.id.text()), typed);
        }
    });
}

void list(Html& h, std::string_view heading, const std::vector<std::string>& items) {
    if (items.empty()) return;
    h.el("h3", heading);
    h.el("ul", [&] { for (const auto& item : items) h.el("li", item); });
}

void links(Html& h, const Visit& visit, const Shown& shown, const Statement& s, const Promise& p) {
    const auto offers = offers_for(s, p, *shown.catalogue);
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Vad som svarar mot satsen"));
        if (!p.answered() && offers.empty()) h.el("p", visit.t("Inget är kopplat än."));
        if (!offers.empty()) {
            h.el("h3", visit.t("Stöd"));
            h.el("ul", [&] { for (const auto* offer : offers) h.el("li", [&] { page::link(h, visit.url("/stod/" + offer->name), visit.said(offer->title)); }); });
        }
        if (const auto ahead = coming(shown, s); !ahead.empty()) {
            h.el("h3", visit.t("Aktiviteter på gång ({n})", {{"n", base::to_text(static_cast<long long>(ahead.size()))}}));
            h.el("ul", [&] { for (const auto& one : ahead) h.el("li", [&] { page::link(h, visit.url(one.path), one.title); }); });
        }
        std::vector<std::string> routine_titles;
        for (const auto& name : p.routines) {
            const auto* row = find(shown.registers->routines, name);
            routine_titles.push_back(row ? row->title() : visit.t("{name} (finns inte längre i registret)", {{"name", name}}));
        }
        list(h, visit.t("Rutiner"), routine_titles);
        list(h, visit.t("Aktiviteter"), p.activities), list(h, visit.t("Samverkan"), p.partners);
        h.el("h3", visit.t("Vad som visar det"));
        if (p.evidence.empty()) h.el("p", visit.t("Inget visar det än."));
        else h.el("ul", [&] { for (const auto& item : p.evidence) h.el("li", item); });
    });
}

void known(Html& h, const Visit& visit, const Statement& s, const std::vector<KnownFrom>& sides, bool may_add) {
    if (sides.empty()) return;
    h.el("section", {{"class", "stack"}, {"aria-labelledby", "vad-vi-vet"}}, [&] {
        h.el("h2", {{"id", "vad-vi-vet"}}, visit.t("Vad vi vet"));
        if (!anything(sides)) h.el("p", visit.t("Ingen kunskap är inlagd för satsen än."));
        else h.el("div", {{"class", "side-by-side"}}, [&] { known_sides(h, visit, sides, ForWhom::staff); });
        if (may_add) h.el("p", [&] { page::link(h, visit.url("/personal/riktlinje/kunskap").with("sats", s.id), visit.t("Lägg till en källa")); });
    });
}

void link_fields(Html& h, const Visit& visit, const Shown& shown, const Promise& p, const FieldErrors& errors) {
    if (!p.plain_of.empty()) {
        page::notice(h, visit.frame, page::Tone::warning, visit.t("De enkla orden gäller en äldre lydelse"), [&] { h.el("blockquote", {page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", p.plain_of); }); });
        page::checkboxes(h, visit, {.name = "plain_stands", .label = visit.t("Har du sett över de enkla orden?"), .may_be_empty = true}, {{"ja", std::string(visit.t("De enkla orden stämmer med satsen som den står nu"))}}, {}, errors);
    }
    page::text_area(h, visit, {.name = "plain", .label = visit.t("Löftet med enkla ord"), .hint = visit.t("Visas för alla på Så går det"), .value = p.plain.sv, .longest = 400, .may_be_empty = true}, 2, errors);
    page::text_area(h, visit, {.name = "plain_latt", .label = visit.t("Löftet på lätt svenska"), .value = p.plain.latt, .longest = 400, .may_be_empty = true}, 2, errors);
    page::text_area(h, visit, {.name = "doing", .label = visit.t("Vad som görs nu"), .hint = visit.t("Visas för alla. Skriv bara det som är bestämt."), .value = p.doing.sv, .longest = 600, .may_be_empty = true}, 3, errors);
    page::text_area(h, visit, {.name = "doing_latt", .label = visit.t("Vad som görs nu, på lätt svenska"), .value = p.doing.latt, .longest = 600, .may_be_empty = true}, 3, errors);
    std::vector<Choice> offers, routine_rows;
    for (const auto& offer : shown.catalogue->offers())
        if (offer.municipal() || std::find(p.offers.begin(), p.offers.end(), offer.name) != p.offers.end()) offers.push_back({offer.name, std::string(visit.said(offer.title))});
    for (const auto& row : shown.registers->routines) routine_rows.push_back({row.key, row.title()});
    page::details(h, visit.t("Välj stöd som svarar mot satsen"), [&] { page::checkboxes(h, visit, {.name = "offers", .label = visit.t("Stöd"), .may_be_empty = true}, offers, p.offers, errors); });
    if (!routine_rows.empty()) page::checkboxes(h, visit, {.name = "routines", .label = visit.t("Rutiner"), .may_be_empty = true}, routine_rows, p.routines, errors);
    page::text_area(h, visit, {.name = "activities", .label = visit.t("Aktiviteter"), .hint = visit.t("En på varje rad"), .value = lines(p.activities), .longest = 2000, .may_be_empty = true}, 3, errors);
    page::text_area(h, visit, {.name = "partners", .label = visit.t("Samverkan"), .hint = visit.t("En part på varje rad"), .value = lines(p.partners), .longest = 2000, .may_be_empty = true}, 3, errors);
    page::text_area(h, visit, {.name = "evidence", .label = visit.t("Vad som visar det"), .hint = visit.t("En uppgift på varje rad: beslut, uppföljning, protokoll, adress. Aldrig om en person."), .value = lines(p.evidence), .longest = 2000, .may_be_empty = true}, 3, errors);
}

void history_of(Html& h, const Visit& visit, const Standing& now, const std::vector<Answer>& history) {
    if (history.size() < 2 && std::none_of(history.begin(), history.end(), [](const Answer& a) { return a.struck_at.has_value(); })) return;
    page::details(h, visit.t("Hur det har stått tidigare"), [&] {
        h.el("ul", [&] {
            for (const auto& a : history)
                h.el("li", [&] {
                    h.text(i18n::day(visit.language(), calendar::day(a.at)) + ": "), h.text(visit.t(words(a.state)));
                    for (const auto& operation : now.operations)
                        if (a.operation == operation.id) h.text(", " + operation.name);
                    if (!a.code_day.empty()) h.text(", " + visit.t("med koden från {day}, utan inloggning", {{"day", i18n::day(visit.language(), a.code_day)}}));
                    if (!a.reason.empty()) h.text(". " + a.reason);
                    if (a.struck_at) h.text(". " + visit.t("Struket {day}: {why}", {{"day", i18n::day(visit.language(), calendar::day(*a.struck_at))}, {"why", a.struck_why}}));
                });
        });
    });
}
}

web::Response desk_statement_page(const Visit& visit, const Shown& shown, const Section& section, const Statement& s, const StatementNow& now, const Typed& typed) {
    const bool may_edit = visit.request.actor->is_any(editors);
    const auto& stored = of(*shown.promises, s.id);
    return page::staff_page(visit, {.title = s.id, .current = std::string(workspace_path), .errors = typed.errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(workspace_path), visit.t("Riktlinjen")}});
        what_was_done(h, visit);
        page::error_summary(h, visit, typed.errors);
        page::staff_heading(h, s.id);
        h.el("blockquote", {{"class", "lead"}, page::in_language(visit, i18n::Language::sv)}, [&] { h.el("p", s.text); });
        meta(h, visit, shown, section, s);
        if (!s.note.empty()) page::notice(h, visit.frame, page::Tone::warning, visit.t("Vad som gäller nu"), [&] { h.el("p", {page::in_language(visit, i18n::Language::sv)}, days_in_words(s.note)); });
        state(h, visit, shown, s, now.standing, typed);
        links(h, visit, shown, s, stored);
        known(h, visit, s, now.known, may_edit);
        if (may_edit)
            h.el("section", {{"class", "stack"}}, [&] {
                h.el("h2", visit.t("Ändra det som är kopplat"));
                page::form(h, visit, link_route, visit.url(std::string(workspace_path) + "/" + s.id + "/kopplat"), [&] {
                    page::hidden_field(h, "seen", now.seen);
                    link_fields(h, visit, shown, typed.promise.value_or(stored), typed.promise ? typed.errors : FieldErrors{});
                    page::submit(h, visit.t("Spara det kopplade"));
                });
            });
        history_of(h, visit, now.standing, now.history);
    }, typed.errors.any() ? 422 : 200);
}
}
