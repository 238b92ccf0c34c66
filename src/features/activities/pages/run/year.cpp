// /personal/aktiviteter/aret: what the activities of a year come to. Every number is changed a little and rounded, so that it is about nobody.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/activities/after/year.hpp"

namespace activities {
namespace {
void number(Html& h, const Visit& visit, std::int64_t published) { published == 0 ? h.text(visit.t("få eller inga")) : h.number(published); }
void table(Html& h, const Visit& visit, const facts::Counted& counted, std::string_view caption, std::string_view of_numbers) {
    const auto& spec = *counted.spec;
    std::vector<page::Column> columns{{"", visit.t(spec.rows.words)}};
    if (!spec.columns) columns.push_back({"", of_numbers, true});
    else
        for (const auto& group : spec.columns->groups) columns.push_back({"", visit.t(group.words), true});
    h.el("section", {{"class", spec.columns ? "wide" : "pairs"}}, [&] {
        h.el("h3", caption);
        page::table(h, visit, {.caption = caption, .columns = columns, .sorting = {}, .self = visit.url(year_path)}, counted.numbers.size(), [&](std::size_t row, std::size_t column) {
            column == 0 ? void(h.text(visit.t(spec.rows.groups[row].words))) : number(h, visit, counted.numbers[row][column - 1]);
        });
    });
}
void sum(Html& h, const Visit& visit, std::string_view words, std::int64_t published) {
    h.el("p", [&] { h.text(words), h.text(" "), h.el("strong", [&] { number(h, visit, published); }); });
}
void visits(Html& h, const Visit& visit, const std::vector<std::pair<Kind, std::int64_t>>& all) {
    const auto caption = visit.t("Gånger som de kom");
    h.el("section", {{"class", "pairs"}}, [&] {
        h.el("h3", caption);
        page::table(h, visit, {.caption = caption, .columns = {{"", visit.t("Slags aktivitet")}, {"", visit.t("Gånger"), true}}, .sorting = {}, .self = visit.url(year_path)}, all.size(), [&](std::size_t row, std::size_t column) {
            column == 0 ? void(h.text(visit.t(words_of_kind(all[row].first)))) : number(h, visit, all[row].second);
        });
    });
}
void participation(Html& h, const Visit& visit, const Participation& p) {
    h.el("h2", visit.t("Deltagande"));
    sum(h, visit, visit.t("Anmälda som kom, var och en räknad en gång för varje slags aktivitet:"), p.joined);
    sum(h, visit, visit.t("Räknade utan anmälan:"), p.heads);
    sum(h, visit, visit.t("Gånger som någon med egen erfarenhet hjälpte till:"), p.experienced);
    if (p.tables.empty()) h.el("p", visit.t("Färre än 20. Då visas bara summan."));
    h.el("div", {{"class", "figures"}}, [&] {
        for (const auto& counted : p.tables) table(h, visit, counted, visit.t(counted.spec->words), visit.t("Antal"));
        for (const auto& counted : p.counted) table(h, visit, counted, visit.t(counted.spec->words), visit.t("Antal"));
        if (!p.visits.empty()) visits(h, visit, p.visits);
        for (const auto& counted : p.helped) table(h, visit, counted, visit.t(counted.spec->words), visit.t("Gånger"));
        for (const auto& counted : p.left) table(h, visit, counted, visit.t(counted.spec->words), visit.t("Antal"));
    });
    h.el("h2", visit.t("Frivilliga frågor efter anmälan"));
    h.el("p", visit.t("Svaren hör inte till någon anmälan. Den som har svarat behöver inte ha kommit."));
    if (p.background.empty()) return void(h.el("p", visit.t("Färre än 20 svar, så inget visas.")));
    h.el("div", {{"class", "figures"}}, [&] { for (const auto& counted : p.background) table(h, visit, counted, visit.t(counted.spec->words), visit.t("Antal")); });
}
std::string about(const Visit& visit, const OutcomeTable& o) { return std::string(visit.t(words_of_kind(o.kind))) + ": " + std::string(visit.t(question(o.part))); }
void outcomes(Html& h, const Visit& visit, const std::vector<OutcomeTable>& all) {
    h.el("h2", visit.t("Kropp och tankar, första och sista gången"));
    h.el("p", visit.t("Svaren är frivilliga och hör inte till någon. Olika personer kan ha svarat första och sista gången."));
    std::vector<std::string> few;
    h.el("div", {{"class", "figures"}}, [&] {
        for (const auto& o : all)
            if (o.table) table(h, visit, *o.table, about(visit, o), "");
            else few.push_back(about(visit, o));
    });
    if (few.empty()) return;
    h.el("p", visit.t("Färre än 20 svar, så inget visas:"));
    h.el("ul", [&] { for (const auto& words : few) h.el("li", words); });
}
void survey(Html& h, const Visit& visit, const Survey& asked, const std::vector<SurveyTable>& all) {
    h.el("h2", visit.t("Korta frågor"));
    if (all.empty()) return void(h.el("p", visit.t("Kommunen har inga frågor inlagda.")));
    h.el("div", {{"class", "figures"}}, [&] {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& q = asked.questions[i];
            const auto words = std::string(q.text.in(visit.language()).text);
            for (const auto& [kind, counted] : all[i].of_kinds) table(h, visit, counted, words + " " + std::string(visit.t(words_of_kind(kind))), visit.t("Antal"));
            h.el("section", {{"class", "wide"}}, [&] {
                if (all[i].of_kinds.empty()) h.el("h3", words), h.el("p", visit.t("Vet inte. Färre än 20 har svarat."));
                h.el("p", {{"class", "small"}}, [&] {
                    h.text(visit.t("Indikator:")), h.text(" ");
                    if (q.indicator.empty()) page::not_filled_in(h, visit);
                    else h.text(q.indicator);
                });
            });
        }
    });
}
void how_to_read(Html& h, const Visit& visit) {
    page::details(h, visit.t("Så ska talen läsas"), [&] {
        h.el("p", visit.t("Varje tal har fått en liten slumpmässig ändring och är avrundat till fem. Därför blir delarna ofta en annan summa än det hela. Samma tal ser likadant ut var det än visas."));
        h.el("p", visit.t("Den som kommer åtta gånger räknas en gång. Bara tabellen över gånger räknar alla åtta. Den som har anmält sig utan namn räknas en gång för varje anmälan. Talen visas från den 1 februari året efter, och ändras inte sedan."));
    });
}
}

Response year_page(const Visit& visit, const Ground& ground, const Shown& shown) {
    const auto today = calendar::date(ground.clock.now());
    const facts::Publisher publisher(ground.vault);
    std::vector<int> years;
    const auto found = ground.database.read([&](db::Reader& reader) -> std::optional<YearFigures> {
        years = closed_years(reader, today);
        if (years.empty()) return std::nullopt;
        const auto asked = visit.request.asked("ar");
        const auto chosen = std::find_if(years.begin(), years.end(), [&](int y) { return base::to_text(y) == asked; });
        return year_figures(reader, chosen == years.end() ? years.front() : *chosen, *shown.survey, publisher);
    });
    return page::staff_page(visit, {.title = std::string(visit.t("Aktiviteternas år")), .current = std::string(year_path)}, [&](Html& h) {
        page::staff_heading(h, visit.t("Aktiviteternas år"));
        if (!found) return page::nothing_here(h, visit.t("Inga siffror än"), [&] { h.el("p", visit.t("De visas från den 1 februari, för året före.")); });
        h.el("nav", {{"aria-label", visit.t("År")}}, [&] {
            h.el("ul", {{"class", "periods"}}, [&] {
                for (const int y : years) h.el("li", [&] { h.el("a", {{"href", visit.url(year_path).with("ar", base::to_text(y))}, y == found->year ? html::Attr("aria-current", "true") : html::Attr::none()}, base::to_text(y)); });
            });
        });
        how_to_read(h, visit);
        participation(h, visit, found->participation);
        outcomes(h, visit, found->outcomes);
        survey(h, visit, *shown.survey, found->survey);
    });
}
}
