#include "features/settings/pages.hpp"
#include "platform/calendar/words.hpp"
#include "platform/html/drawing.hpp"

namespace settings {
namespace {
using html::Html;
using page::Visit;

void value(Html& h, const Visit& visit, const Compared& c, const std::string& text) {
    if (text.empty()) return page::not_filled_in(h, visit);
    if (c.file == logo_file) return void(h.raw(html::drawing(text, "brand-mark")));
    h.text(text);
}

void comparison(Html& h, const Visit& visit, const Compared& c) {
    const auto found = differences(c.file, c.before, c.after);
    if (found.empty()) return void(h.el("p", c.before == c.after ? visit.t("Ingen skillnad.") : visit.t("Bara kommentarer eller ordningen i filen skiljer.")));
    const bool now = c.with == "nu";
    const page::Table table{now ? visit.t("Den här versionen jämförd med hur det är nu") : visit.t("Vad som ändrades med den här versionen"),
                            {{"", visit.t("Uppgift")}, {"", now ? visit.t("Den här versionen") : visit.t("Före")}, {"", now ? visit.t("Nu") : visit.t("Efter")}}, {}, visit.url(home)};
    page::table(h, visit, table, found.size(), [&](std::size_t row, std::size_t column) {
        if (column == 0) h.text(words(visit, c.file, found[row]));
        else value(h, visit, c, column == 1 ? found[row].before : found[row].after);
    });
}

void putting_back(Html& h, const Visit& visit, const Compared& c, const std::string& self) {
    if (c.version.number == c.newest) return void(h.el("p", visit.t("Det är den här versionen som gäller nu.")));
    page::form(h, visit, restore_route, visit.url(self), [&] {
        page::hidden_field(h, "seen", c.seen);
        h.el("p", visit.t("Läggs versionen tillbaka blir den en ny version. Den som gäller nu finns kvar i listan."));
        page::submit(h, visit.t("Lägg tillbaka den här versionen"));
    });
}
}

web::Response version_page(const Visit& visit, const Compared& c, const page::FieldErrors& errors) {
    const auto self = std::string(home) + "/versioner/" + short_name(c.file) + "/" + std::to_string(c.version.number);
    const auto title = std::string(visit.t(file_words(c.file))) + ", " + visit.t("version {n}", {{"n", std::to_string(c.version.number)}});
    return page::staff_page(visit, {.title = title, .current = std::string(home), .errors = errors.any()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Inställningar")}, {std::string(home) + "/versioner", visit.t("Versioner")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        h.el("p", {{"class", "lead"}}, calendar::words(c.version.at, visit.language(), calendar::SayYear::yes));
        comparison(h, visit, c);
        if (c.with != "nu") h.el("p", [&] { page::link(h, visit.url(self).with("med", "nu"), visit.t("Jämför med hur det är nu")); });
        else h.el("p", [&] { page::link(h, visit.url(self), visit.t("Visa vad som ändrades med versionen")); });
        putting_back(h, visit, c, self);
    }, errors.any() ? 422 : 200);
}
}
