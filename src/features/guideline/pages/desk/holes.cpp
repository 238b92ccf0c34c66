#include "base/text.hpp"
#include "features/guideline/desk.hpp"
#include "features/guideline/holes.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Visit;
std::string number(std::size_t n) { return base::to_text(static_cast<long long>(n)); }

template <class List, class One> void hole(Html& h, const Visit& visit, std::string_view heading, std::string_view none, const List& list, const One& one) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", list.empty() ? std::string(heading) : std::string(heading) + " (" + number(list.size()) + ")");
        if (list.empty()) return void(h.el("p", none));
        page::details(h, visit.t("Visa dem"), [&] { h.el("ul", [&] { for (const auto* item : list) h.el("li", [&] { one(*item); }); }); });
    });
}

// M3: when the guideline itself is to be looked at again.
void own_review(Html& h, const Visit& visit, const Shown& shown) {
    const auto& day = shown.guideline->next_review;
    if (day >= calendar::day(shown.clock->now())) return;
    page::notice(h, visit.frame, page::Tone::warning, day.empty() ? visit.t("Ingen dag är satt då riktlinjen ska ses över") : visit.t("Riktlinjen skulle ha setts över {day}", {{"day", i18n::day(visit.language(), day)}}), [&] {
        h.el("p", [&] { page::link(h, visit.url(std::string(workspace_path) + "/revision"), visit.t("Till Revidering")); });
    });
}

// Nobody lets herself off unseen: who has said that a promise is not hers, and why.
void not_concerned(Html& h, const Visit& visit, const Shown& shown, const Standing& now) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Verksamheter som säger att ett löfte inte gäller dem"));
        std::size_t any = 0;
        h.el("ul", [&] {
            for (const auto* s : promises_in(*shown.guideline)) {
                const auto t = tally(now.answers, *shown.guideline, *s, now.operations);
                for (const auto& [operation, answer] : t.not_ours) {
                    ++any;
                    h.el("li", [&] {
                        page::link(h, visit.url(std::string(workspace_path) + "/" + s->id), s->id);
                        h.text(" " + operation->name + ", " + i18n::day(visit.language(), calendar::day(answer->at)) + ", ");
                        h.text(answer->code_day.empty() ? std::string(visit.t(rights::words(answer->role))) : visit.t("med koden från {day}, utan inloggning", {{"day", i18n::day(visit.language(), answer->code_day)}}));
                        h.text(". " + answer->reason);
                    });
                }
            }
        });
        if (any == 0) h.el("p", visit.t("Ingen har sagt det."));
    });
}

void matrix(Html& h, const Visit& visit, const Shown& shown, const Holes& found) {
    const auto& words = shown.catalogue->vocabulary();
    const auto groups = words.of(directory::Facet::target_group), forms = words.of(directory::Facet::form);
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Stöd till anhöriga, per grupp och form"));
        h.el("p", found.empty_cells() == 0 ? std::string(visit.t("Varje grupp har minst ett stöd i varje form.")) : visit.t("Tomt i {n} rutor av {total}. Räknat på kommunens egna stöd till anhöriga.", {{"n", number(found.empty_cells())}, {"total", number(found.matrix.size())}}));
        std::vector<page::Column> columns{{"", visit.t("Det gäller")}};
        for (const auto* form : forms) columns.push_back({"", visit.said(form->name), true});
        page::table(h, visit, {visit.t("Antal stöd för varje grupp och form"), columns, {}, visit.url(holes_path)}, groups.size(), [&](std::size_t row, std::size_t column) {
            if (column == 0) return void(h.text(visit.said(groups[row]->name)));
            const auto offers = found.matrix[row * forms.size() + column - 1].offers;
            if (offers > 0) h.text(number(offers));
            else h.el("span", {{"class", "missing"}}, visit.t("inget"));
        });
    });
}
}

web::Response holes_page(const Visit& visit, const Shown& shown, const Standing& now) {
    const auto found = holes(shown, now.answers, now.operations, calendar::day(shown.clock->now()));
    const auto statement = [&](Html& h) { return [&](const Statement& s) { page::link(h, visit.url(std::string(workspace_path) + "/" + s.id), s.id), h.text(" "), h.el("span", {page::in_language(visit, i18n::Language::sv)}, base::shortened(s.text, 120)); }; };
    return page::staff_page(visit, {.title = std::string(visit.t("Luckor")), .current = std::string(workspace_path)}, [&](Html& h) {
        around(h, visit, holes_path);
        page::staff_heading(h, visit.t("Luckor"));
        h.el("p", {{"class", "lead"}}, visit.t("Det som saknas mellan riktlinjen och det som finns, räknat i dag."));
        const auto offer = [&](const directory::Offer& o) { page::link(h, visit.url("/stod/" + o.name), visit.said(o.title)); };
        const auto due_offer = [&](const directory::Offer& o) { offer(o), h.text(", " + visit.t("skulle ha setts över {day}", {{"day", i18n::day(visit.language(), due(o))}})); };
        const bool may_change = visit.request.actor->is_any(writers(routines()));
        const auto overdue = [&](const Row& r) {
            if (may_change) page::link(h, visit.url(std::string(routines().path) + "/" + r.key), r.title());
            else h.text(r.title());
            h.text(", " + visit.t("skulle ha setts över {day}", {{"day", i18n::day(visit.language(), r[routine::next])}}));
        };
        own_review(h, visit, shown);
        hole(h, visit, visit.t("Löften som inget svarar mot"), visit.t("Något är kopplat till varje löfte."), found.without_answer, statement(h));
        hole(h, visit, visit.t("Löften som inget visar"), visit.t("Varje löfte har något som visar det."), found.without_evidence, statement(h));
        hole(h, visit, visit.t("Löften vars läge är sagt om en äldre lydelse"), visit.t("Allt som är sagt är sagt om satserna som de står nu."), found.older_answer, statement(h));
        hole(h, visit, visit.t("Löften vars enkla ord gäller en äldre lydelse"), visit.t("De enkla orden gäller satserna som de står nu."), found.older_plain, statement(h));
        hole(h, visit, visit.t("Stöd som inte hör till någon sats"), visit.t("Varje stöd hör till minst en sats."), found.without_statement, offer);
        hole(h, visit, visit.t("Rutiner som skulle ha setts över"), visit.t("Ingen rutin har passerat sin dag."), found.overdue, overdue);
        hole(h, visit, visit.t("Stöd som skulle ha setts över"), visit.t("Inget stöd har passerat sin dag."), found.past_review, due_offer);
        hole(h, visit, visit.t("Stöd som aldrig har kontrollerats"), visit.t("Varje stöd har en dag då det kontrollerades."), found.never_verified, offer);
        not_concerned(h, visit, shown, now);
        matrix(h, visit, shown, found);
    });
}
}
