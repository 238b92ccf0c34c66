#include "base/text.hpp"
#include "features/directory/public.hpp"
#include "features/guideline/answer_form.hpp"
#include "features/guideline/wording.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::FieldErrors;
using page::Visit;

std::string clock_words(const Visit& visit, base::Instant at) { return calendar::words(calendar::TimeOfDay{calendar::local(at).ms_of_day / 60'000}, visit.language()); }
std::string number(std::size_t n) { return base::to_text(static_cast<long long>(n)); }
std::optional<rights::OperationId> id_of(const Operation* operation) { return operation ? std::optional(operation->id) : std::nullopt; }

void linked(Html& h, const Visit& visit, const Shown& shown, const Statement& s) {
    const auto& p = of(*shown.promises, s.id);
    std::vector<std::string> items;
    for (const auto* offer : offers_for(s, p, *shown.catalogue)) items.emplace_back(visit.said(offer->title));
    for (const auto& name : p.routines)
        if (const auto* row = find(shown.registers->routines, name)) items.push_back(row->title());
    for (const auto* list : {&p.activities, &p.partners, &p.evidence}) items.insert(items.end(), list->begin(), list->end());
    if (items.empty()) return void(h.el("p", {{"class", "small"}}, visit.t("Inget är kopplat till satsen än.")));
    page::details(h, visit.t("Kopplat till satsen: {n}", {{"n", number(items.size())}}), [&] { h.el("ul", [&] { for (const auto& item : items) h.el("li", item); }); });
}

// As what she signs for the whole municipality; nothing is chosen for her (UP3).
void capacities(Html& h, const Visit& visit, const FieldErrors& errors) {
    std::vector<page::Choice> all;
    for (const auto c : {Capacity::director, Capacity::on_behalf}) all.push_back({std::string(key(c)), std::string(visit.t(words(c))), ""});
    page::radios(h, visit, {.name = "som", .label = visit.t("När du skriver under förklarar du:"), .value = visit.request.field("som"), .may_be_empty = true}, all, errors);
}

void the_form(Html& h, const Visit& visit, const Shown& shown, const Standing& now, const Operation* operation, const std::vector<Signed>& all, const YearlyForm* typed, const FieldErrors& errors) {
    const auto statements = statements_of(*shown.guideline, *visit.request.actor, operation);
    std::size_t missing = 0;
    for (const auto* s : statements) {
        const auto* last = now.answers.of(s->id, id_of(operation));
        missing += !last || of_older_words(*last, *s);
    }
    h.el("p", {{"class", "lead"}}, missing == 0 ? visit.t("{n} satser. Alla har ett svar. Se över dem, ändra det som inte stämmer och skriv under.", {{"n", number(statements.size())}})
                                                : visit.t("{n} satser, varav {missing} saknar svar. Svara på det du vet. Vet du inte: lämna tomt eller välj Vet inte.", {{"n", number(statements.size())}, {"missing", number(missing)}}));
    h.el("p", visit.t("Bara det du ändrar sparas. Kryssa i Stämmer fortfarande vid gamla svar som du har sett över."));
    const auto action = operation ? std::string(yearly_path) + "/verksamhet/" + std::string(operation->id.text()) : std::string(yearly_path);
    page::form(h, visit, operation ? yearly_operation_route : yearly_route, visit.url(action), [&] {
        for (const auto* s : statements) answer_fields(h, visit, "h3", *s, now.answers.of(s->id, id_of(operation)), operation != nullptr, typed, now.today, errors, [&] { linked(h, visit, shown, *s); });
        const bool signs = operation || visit.request.actor->is(rights::Role::director);
        h.el("div", {{"class", "stack"}}, [&] {
            if (!signs) return page::submit(h, visit.t("Spara"));
            page::hidden_field(h, "forra", newest_of(all, id_of(operation), calendar::date(now.at).year));
            if (!operation) capacities(h, visit, errors);
            h.el("p", visit.t("När du skriver under sparas svaren som de är nu, också det som saknas. De går inte att ändra i uttalandet. Du kan skriva under ett nytt."));
            h.el("div", {{"class", "row"}}, [&] {
                page::submit(h, visit.t("Spara utan att skriva under"));
                h.el("button", {{"class", "ds-button"}, {"data-variant", "secondary"}, {"type", "submit"}, {"id", "gor"}, {"name", "gor"}, {"value", "underskrift"}}, visit.t("Spara och skriv under"));
            });
        });
    });
}

// Of a year that has been signed again: which one, and when that day.
std::string edition_words(const Visit& visit, const std::vector<Signed>& all, const Signed& s) {
    if (std::count_if(all.begin(), all.end(), [&](const Signed& one) { return one.year == s.year && one.operation == s.operation; }) < 2) return {};
    return ", " + visit.t("utgåva {n}, {time}", {{"n", number(edition(all, s))}, {"time", clock_words(visit, s.at)}});
}
void signed_before(Html& h, const Visit& visit, const Standing& now, const std::vector<Signed>& all) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Underskrivna uttalanden"));
        if (all.empty()) return void(h.el("p", visit.t("Inget är underskrivet än.")));
        h.el("ul", [&] {
            for (const auto& s : all) {
                std::string who(visit.t("Hela kommunen"));
                if (s.operation) {
                    who = std::string(visit.t("En verksamhet som inte finns längre"));
                    for (const auto& o : now.operations)
                        if (o.id == *s.operation) who = o.name;
                    if (!s.named.empty()) who = s.named;
                }
                h.el("li", [&] { page::link(h, visit.url(std::string(yearly_path) + "/" + std::string(s.id.text())), base::to_text(s.year) + ", " + who + ", " + i18n::day(visit.language(), calendar::day(s.at)) + edition_words(visit, all, s)); });
            }
        });
    });
}

// Who has not signed this year, by name of the operation: a gap is said, never filled (UP3).
void not_signed(Html& h, const Visit& visit, const Standing& now, const std::vector<Signed>& all) {
    const int year = calendar::date(now.at).year;
    std::vector<std::string> wanting;
    for (const auto& o : now.operations)
        if (std::none_of(all.begin(), all.end(), [&](const Signed& s) { return s.year == year && s.operation == o.id; })) wanting.push_back(o.private_provider ? visit.t("{name} (privat utförare)", {{"name", o.name}}) : o.name);
    if (wanting.empty()) return;
    page::notice(h, visit.frame, page::Tone::warning, visit.t("Har inte skrivit under i år"), [&] { h.el("ul", [&] { for (const auto& name : wanting) h.el("li", name); }); });
}

void on_a_day(Html& h, const Visit& visit, std::string_view day, const FieldErrors& errors) {
    h.el("form", {{"class", "form filter no-print"}, {"method", "get"}, {"action", visit.url(std::string(yearly_path) + "/dag")}, {"autocomplete", "off"}}, [&] {
        page::text_field(h, visit, {.name = "dag", .label = visit.t("Se hur det stod en viss dag"), .value = day, .type = "date"}, errors);
        page::submit_quiet(h, visit.t("Visa"));
    });
}
}

// What one is asked about: of an operation its head's duties; of the whole what the actor may say.
std::vector<const Statement*> statements_of(const Guideline& g, const rights::Actor& actor, const Operation* operation) {
    std::vector<const Statement*> out;
    for (const auto* s : promises_in(g))
        if (may_answer(actor, g, *s, id_of(operation))) out.push_back(s);
    return out;
}

web::Response yearly_page(const Visit& visit, const Shown& shown, const Standing& now, const Operation* operation, const std::vector<Signed>& all, const YearlyForm* typed, const FieldErrors& errors) {
    const auto& actor = *visit.request.actor;
    const auto mine = own(actor, now.operations);
    return page::staff_page(visit, {.title = std::string(visit.t("Årsuttalande")), .current = std::string(yearly_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        if (operation) page::breadcrumbs(h, visit, {{std::string(yearly_path), visit.t("Årsuttalande")}});
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, operation ? visit.t("Årsuttalande: {name}", {{"name", operation->name}}) : std::string(visit.t("Årsuttalande")));
        if (!operation && !mine.empty())
            h.el("section", {{"class", "stack"}}, [&] {
                h.el("h2", visit.t("Dina verksamheter"));
                h.el("ul", [&] { for (const auto& o : mine) h.el("li", [&] { page::link(h, visit.url(std::string(yearly_path) + "/verksamhet/" + std::string(o.id.text())), o.name); }); });
            });
        if (!operation) not_signed(h, visit, now, all);
        if (operation || !statements_of(*shown.guideline, actor, nullptr).empty()) {
            h.el("h2", operation ? visit.t("Det din verksamhet svarar för") : visit.t("Det du svarar för i hela kommunen"));
            the_form(h, visit, shown, now, operation, all, typed, errors);
        }
        if (operation) return;
        signed_before(h, visit, now, all);
        on_a_day(h, visit, now.today, {});
    }, errors.any() ? 422 : 200);
}

web::Response day_page(const Visit& visit, const Shown& shown, const PastDay& past, std::string_view day, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Så stod det")), .current = std::string(yearly_path), .errors = errors.any()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(yearly_path), visit.t("Årsuttalande")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, errors.any() ? std::string(visit.t("Så stod det")) : visit.t("Så stod det {day}", {{"day", i18n::day(visit.language(), day)}}));
        on_a_day(h, visit, day, errors);
        if (errors.any()) return;
        h.el("p", visit.t("Satserna och verksamheterna står som de var den dagen. Version {n} av riktlinjen.", {{"n", base::to_text(past.text.version)}}));
        if (!past.entered.empty()) h.el("p", visit.t("Riktlinjen lades in i Lotsen {day}. Satserna står som de var då.", {{"day", i18n::day(visit.language(), past.entered)}}));
        const auto all = promises_in(past.text);
        const std::vector<page::Column> columns{{"", visit.t("Sats")}, {"", visit.t("Läge"), false, true}, {"", visit.t("Svar"), false, true}};
        page::table(h, visit, {visit.t("Löftena i slutet av dagen"), columns, {}, visit.url(std::string(yearly_path) + "/dag")}, all.size(), [&](std::size_t row, std::size_t column) {
            const auto& s = *all[row];
            const auto t = tally(past.then.answers, past.text, s, past.then.operations);
            if (column == 0) {
                if (shown.guideline->find(s.id).second) page::link(h, visit.url(std::string(workspace_path) + "/" + s.id), s.id);
                else h.text(s.id);
                h.text(" "), h.el("span", {page::in_language(visit, i18n::Language::sv)}, base::shortened(s.text, 90));
            }
            else if (column == 1) state_tag(h, visit, t.state);
            else if (!t.older.empty()) h.text(older_words(visit, t));
            else if (t.answered == 0 && t.not_ours.empty()) h.text(visit.t("Ingen hade svarat"));
            else h.text(t.of > 1 || !t.not_ours.empty() ? how_many(visit, t) : i18n::day(visit.language(), calendar::day(t.last)));
        });
    }, errors.any() ? 422 : 200);
}

std::size_t edition(const std::vector<Signed>& all, const Signed& s) {   // newest first
    const auto here = std::find_if(all.begin(), all.end(), [&](const Signed& one) { return one.id == s.id; });
    return static_cast<std::size_t>(std::count_if(here, all.end(), [&](const Signed& one) { return one.year == s.year && one.operation == s.operation; }));
}

web::Response signed_page(const Visit& visit, const Shown&, const Signed& s, const std::vector<SignedLine>& lines, std::string_view operation, std::size_t edition) {
    const auto year = base::to_text(s.year);
    const auto gaps = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const auto& l) { return !l.state; }));
    const auto title = visit.t("Årsuttalande {year}: {name}", {{"year", year}, {"name", operation}});
    return page::staff_page(visit, {.title = title, .current = std::string(yearly_path), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(yearly_path), visit.t("Årsuttalande")}});
        what_was_done(h, visit);
        page::staff_heading(h, title);
        if (!s.code_day.empty()) h.el("p", {{"class", "lead"}}, visit.t("Lämnat {day} med den kod som verksamheten fick {made}, utan inloggning. Det är inte en chefs underskrift.", {{"day", i18n::day(visit.language(), calendar::day(s.at))}, {"made", i18n::day(visit.language(), s.code_day)}}));
        else h.el("p", {{"class", "lead"}}, visit.t("Underskrivet {day} av {role}. Så här stod det då.", {{"day", i18n::day(visit.language(), calendar::day(s.at))}, {"role", visit.t(rights::words(s.role))}}));
        if (s.as) h.el("p", visit.t("Den som skrev under förklarade: {words}.", {{"words", visit.t(words(*s.as))}}));
        h.el("p", {{"class", "small"}}, visit.t("Utgåva {n} för {year}. Skrevs under {day} {time}.", {{"n", number(edition)}, {"year", year}, {"day", i18n::day(visit.language(), calendar::day(s.at))}, {"time", clock_words(visit, s.at)}}));
        if (gaps > 0) page::notice(h, visit.frame, page::Tone::missing, visit.t("{n} av {total} saknar svar", {{"n", number(gaps)}, {"total", number(lines.size())}}), [&] { h.el("p", visit.t("De står med nedan. Inget är ifyllt åt någon.")); });
        h.el("p", {{"class", "no-print"}}, [&] { page::print_button(h, visit); });
        h.el("h2", {{"class", "visually-hidden"}}, visit.t("Löftena"));
        h.el("ol", {{"class", "statements"}, {"role", "list"}}, [&] {
            for (const auto& l : lines)
                h.el("li", {{"class", "statement"}}, [&] {
                    h.el("span", {{"class", "statement-id"}}, l.statement);
                    h.el("p", {page::in_language(visit, i18n::Language::sv)}, l.words);
                    h.el("ul", {{"class", "statement-meta"}, {"role", "list"}}, [&] {
                        h.el("li", [&] {
                            if (l.state) state_tag(h, visit, *l.state);
                            else h.el("span", {{"class", "missing"}}, visit.t("Ingen har sagt"));
                        });
                        if (!l.reason.empty()) h.el("li", l.reason);
                        if (!l.shown_by.empty()) h.el("li", visit.t("Kopplat: {list}", {{"list", base::replaced(l.shown_by, "\n", ", ")}}));
                    });
                });
        });
    });
}
}
