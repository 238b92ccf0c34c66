// /personal/arbete/siffror: what closed periods come to. Every number of contacts is changed a little and rounded, so that it is about nobody.
#include "base/text.hpp"
#include "features/work/figures.hpp"
#include "features/work/figures_of.hpp"
#include "features/work/pages.hpp"
#include "features/work/public.hpp"

namespace work {
namespace {
using html::Html;

void number(Html& h, const Visit& visit, std::int64_t published) { published == 0 ? h.text(visit.t("få eller inga")) : h.number(published); }

void table(Html& h, const Visit& visit, const Counted& counted) {
    const auto& spec = *counted.spec;
    std::vector<page::Column> columns{{"", visit.t(spec.rows.words)}};
    if (!spec.columns) columns.push_back({"", visit.t("Kontakter"), true});
    else
        for (const auto& group : spec.columns->groups) columns.push_back({"", visit.t(group.words), true});
    h.el("h3", visit.t(spec.words));
    page::table(h, visit, {.caption = visit.t(spec.words), .columns = columns, .sorting = {}, .self = visit.url(figures_path)}, counted.numbers.size(), [&](std::size_t row, std::size_t column) {
        column == 0 ? void(h.text(visit.t(spec.rows.groups[row].words))) : number(h, visit, counted.numbers[row][column - 1]);
    });
}
void contacts(Html& h, const Visit& visit, const Figures& figures) {
    h.el("h2", visit.t("Kontakter med anhöriga"));
    if (!figures.contacts) return void(h.el("p", visit.t("Färre än 20 kontakter. Då visas bara årets summa, när året är slut.")));
    h.el("p", {{"class", "lead"}}, [&] { h.text(visit.t("Kontakter:")), h.text(" "), h.el("strong", [&] { number(h, visit, *figures.contacts); }); });
    if (figures.tables.empty()) return void(h.el("p", visit.t("Färre än 20 kontakter. Då visas bara summan.")));
    if (figures.concerns) h.el("p", [&] { h.text(visit.t("Gånger som rutinen för oro följdes:")), h.text(" "), h.el("strong", [&] { number(h, visit, *figures.concerns); }); });
    h.el("div", {{"class", "figures"}}, [&] {
        for (const auto& counted : figures.tables) h.el("section", {{"class", counted.spec->columns ? "wide" : "pairs"}}, [&] { table(h, visit, counted); });
    });
}

std::string hours(std::int64_t minutes) { return base::to_text(minutes / 60) + (minutes % 60 >= 30 ? ",5" : ""); }
void own_table(Html& h, const Visit& visit, std::string_view about, std::string_view first, const std::vector<OwnWork>& rows) {
    const std::vector<page::Column> columns{{"", first}, {"", visit.t("Gånger"), true}, {"", visit.t("Deltagare"), true}, {"", visit.t("Timmar"), true}};
    h.el("section", [&] {
        h.el("h3", about);
        page::table(h, visit, {.caption = about, .columns = columns, .sorting = {}, .self = visit.url(figures_path)}, rows.size(), [&](std::size_t row, std::size_t column) {
            const auto& r = rows[row];
            if (column == 0) h.text(visit.t(r.words));
            if (column == 1) h.number(r.times);
            if (column == 2) h.number(r.heads);
            if (column == 3) h.text(hours(r.minutes));
        });
    });
}
void own(Html& h, const Visit& visit, const OwnFigures& figures) {
    h.el("h2", visit.t("Eget arbete"));
    h.el("p", visit.t("Besök, träffar och föreläsningar gäller arbetsplatser och grupper. De talen är exakta."));
    h.el("div", {{"class", "figures"}}, [&] {
        own_table(h, visit, visit.t("Vad som har gjorts"), visit.t("Vad"), figures.by_kind);
        own_table(h, visit, visit.t("Riktlinjens två områden"), visit.t("Område"), figures.by_focus);
        own_table(h, visit, visit.t("Verksamheter som har fått besök"), visit.t("Verksamhet"), figures.by_operation);
    });
}

void period_choice(Html& h, const Visit& visit, const std::vector<Period>& periods, const Period& chosen) {
    h.el("nav", {{"aria-label", visit.t("Period")}}, [&] {
        h.el("ul", {{"class", "periods"}}, [&] {
            for (const auto& p : periods)
                h.el("li", [&] { h.el("a", {{"href", visit.url(figures_path).with("period", p.key())}, p == chosen ? html::Attr("aria-current", "true") : html::Attr::none()}, words_of(visit, p)); });
        });
    });
}
void how_to_read(Html& h, const Visit& visit) {
    page::details(h, visit.t("Så ska talen läsas"), [&] {
        h.el("p", visit.t("Varje tal om kontakter har fått en liten slumpmässig ändring och är avrundat till fem. Ingen ska kunna räkna ut om en viss person är med. Det gäller också den som vet allt om de andra."));
        h.el("p", visit.t("Därför blir delarna ofta en annan summa än det hela. Samma tal är alltid lika, var det än visas."));
        h.el("p", visit.t("Tal visas bara för perioder som är slut. En kontakt som loggas för sent räknas i nästa period."));
    });
}
void this_month(Html& h, const Visit& visit, bool many) {
    h.el("p", [&] { h.text(visit.t("Den här månaden:")), h.text(" "), h.text(many ? visit.t("omkring 20 kontakter eller fler.") : visit.t("under 20 kontakter.")); });
}
}

std::string words_of(const Visit& visit, const Period& p) {
    if (p.whole_year()) return visit.t("Hela {year}", {{"year", std::to_string(p.year)}});
    constexpr std::array names{i18n::key("Januari–april {year}"), i18n::key("Maj–augusti {year}"), i18n::key("September–december {year}")};
    return visit.t(names.at(static_cast<std::size_t>(p.tertial - 1)), {{"year", std::to_string(p.year)}});
}

Response figures_page(const Visit& visit, const Ground& ground) {
    const auto found = figures_asked(visit, ground);
    return page::staff_page(visit, {.title = std::string(visit.t("Siffror")), .current = std::string(figures_path)}, [&](Html& h) {
        const bool any = found.period.has_value();
        page::staff_heading(h, visit.t("Siffror"), [&] {
            if (any) page::button_link_quiet(h, visit.url("/personal/arbete/siffror/exportera").with("period", found.period->key()), visit.t("Hämta som tabell (CSV)"));
        });
        this_month(h, visit, found.many_this_month);
        if (!any) return page::nothing_here(h, visit.t("Inga siffror än"), [&] { h.el("p", visit.t("De visas när fyra månader är slut: vid april, augusti och december.")); });
        period_choice(h, visit, found.periods, *found.period);
        how_to_read(h, visit);
        contacts(h, visit, found.figures);
        own(h, visit, found.own);
    });
}
}
