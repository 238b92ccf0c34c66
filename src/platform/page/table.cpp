#include "platform/page/table.hpp"

namespace page {
namespace {
// On a phone there is no heading above: the label says what the value is, where the value does not say it itself.
html::Attr label(const Column& column, bool first) { return column.plain || (first && !column.number) ? html::Attr::none() : html::Attr("data-label", column.words); }
void heading(Html& h, const Visit& visit, const Table& table, const Column& column) {
    const bool here = !column.key.empty() && column.key == table.sorting.key, falling = here && table.sorting.falling;
    h.el("th", {{"scope", "col"}, column.number ? html::Attr("class", "number-cell") : html::Attr::none(), here ? html::Attr("aria-sort", falling ? "descending" : "ascending") : html::Attr::none()}, [&] {
        if (column.key.empty()) return void(h.text(column.words));
        const auto url = table.self.with("sortera", column.key);
        h.el("a", {{"class", "sort"}, {"href", here && !falling ? url.with("ordning", "fallande") : url}}, [&] {
            h.text(column.words);
            if (here) h.el("span", {{"aria-hidden", "true"}}, falling ? " ↓" : " ↑"), h.el("span", {{"class", "visually-hidden"}}, falling ? visit.t(", sorterad fallande") : visit.t(", sorterad stigande"));
        });
    });
}
}

Sorting Sorting::asked(const web::Request& request, const std::vector<Column>& columns) {
    Sorting found{.falling = request.asked("ordning") == "fallande"};
    for (const auto& column : columns)
        if (!column.key.empty() && (found.key.empty() || column.key == request.asked("sortera"))) found.key = column.key;
    return found;
}

void table(Html& h, const Visit& visit, const Table& table, std::size_t rows, const std::function<void(std::size_t, std::size_t)>& cell) {
    h.el("table", {{"class", "table"}}, [&] {
        h.el("caption", table.caption);
        h.el("thead", [&] {
            h.el("tr", [&] {
                for (const auto& column : table.columns) heading(h, visit, table, column);
            });
        });
        h.el("tbody", [&] {
            for (std::size_t row = 0; row < rows; ++row)
                h.el("tr", [&] {
                    for (std::size_t c = 0; c < table.columns.size(); ++c)
                        h.el("td", {label(table.columns[c], c == 0), table.columns[c].number ? html::Attr("class", "number-cell") : html::Attr::none()}, [&] { cell(row, c); });
                });
        });
    });
}

void nothing_here(Html& h, std::string_view title, const Body& body) {
    h.el("div", {{"class", "empty stack"}}, [&] {
        h.el("h2", title);
        body();
    });
}
}
