// /personal/arbete/siffror/exportera: the same numbers as the page, for a spreadsheet.
#include "base/text.hpp"
#include "features/work/figures_of.hpp"
#include "features/work/public.hpp"

namespace work {
namespace {
// No cell begins as a formula would (security V1.2.10). All words are our own, and none has a quote.
std::string cell(std::string_view text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t").find(text[0]) != std::string_view::npos;
    return "\"" + std::string(formula ? "'" : "") + base::replaced(text, "\"", "\"\"") + "\"";
}
struct Lines {
    std::string period, out;
    void add(std::string_view table, std::string_view group, std::string_view column, const std::string& number) {
        out += cell(period) + ";" + cell(table) + ";" + cell(group) + ";" + cell(column) + ";" + number + "\r\n";
    }
};
std::string shown(const Visit& visit, std::int64_t published) { return published == 0 ? cell(visit.t("få eller inga")) : std::to_string(published); }

void contacts(Lines& lines, const Visit& visit, const Figures& figures) {
    const std::string said(visit.t("Kontakter"));
    if (!figures.contacts) return lines.add(said, visit.t("Alla"), "", cell(visit.t("färre än 20")));
    lines.add(said, visit.t("Alla"), "", shown(visit, *figures.contacts));
    if (figures.concerns) lines.add(visit.t("Oro: följ rutinen"), visit.t("Alla"), "", shown(visit, *figures.concerns));
    for (const auto& [spec, numbers] : figures.tables)
        for (std::size_t row = 0; row < numbers.size(); ++row)
            for (std::size_t column = 0; column < numbers[row].size(); ++column)
                lines.add(visit.t(spec->words), visit.t(spec->rows.groups[row].words), spec->columns ? visit.t(spec->columns->groups[column].words) : said, shown(visit, numbers[row][column]));
}
void own(Lines& lines, const Visit& visit, std::string_view table, const std::vector<OwnWork>& rows) {
    for (const auto& row : rows) {
        lines.add(table, visit.t(row.words), visit.t("Gånger"), std::to_string(row.times));
        lines.add(table, visit.t(row.words), visit.t("Deltagare"), std::to_string(row.heads));
        lines.add(table, visit.t(row.words), visit.t("Minuter"), std::to_string(row.minutes));
    }
}
}

Response figures_csv(const Visit& visit, const Ground& ground) {
    const auto found = figures_asked(visit, ground);
    if (!found.period) return Response::not_found();
    // The mark of UTF-8 first: without it Excel reads å as Ã¥.
    Lines lines{words_of(visit, *found.period), "\xEF\xBB\xBF"};
    lines.out += cell(visit.t("Period")) + ";" + cell(visit.t("Tabell")) + ";" + cell(visit.t("Grupp")) + ";" + cell(visit.t("Vad")) + ";" + cell(visit.t("Antal")) + "\r\n";
    contacts(lines, visit, found.figures);
    own(lines, visit, visit.t("Vad som har gjorts"), found.own.by_kind);
    own(lines, visit, visit.t("Riktlinjens två områden"), found.own.by_focus);
    own(lines, visit, visit.t("Verksamheter som har fått besök"), found.own.by_operation);
    auto response = Response::file(std::move(lines.out), "text/csv; charset=utf-8", "arbete-" + found.period->key() + ".csv");
    return std::move(response.header("Cache-Control", "no-store"));
}
}
