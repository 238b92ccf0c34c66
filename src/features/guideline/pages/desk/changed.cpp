#include "base/text.hpp"
#include "features/guideline/pages_revision.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
using html::Html;
using page::Visit;

web::Response changed_page(const Visit& visit, const std::optional<Changed>& changed) {
    return page::staff_page(visit, {.title = std::string(visit.t("Riktlinjen har ändrats")), .current = "/personal", .narrow = true}, [&](Html& h) {
        if (visit.request.asked("klart") == "last") page::done(h, visit, visit.t("Tack. Du blir tillfrågad igen när något nytt har ändrats för dig."));
        page::staff_heading(h, visit.t("Riktlinjen har ändrats"));
        if (!changed) {
            h.el("p", visit.t("Inget har ändrats för dig sedan du läste senast."));
            return void(h.el("p", [&] { page::link(h, visit.url("/riktlinje"), visit.t("Hela riktlinjen")); }));
        }
        h.el("p", {{"class", "lead"}}, visit.t("Det här har ändrats i det som rör ditt uppdrag. Version {n} gäller från {day}.", {{"n", base::to_text(changed->to)}, {"day", i18n::day(visit.language(), changed->after->valid_from)}}));
        h.el("h2", {{"class", "visually-hidden"}}, visit.t("Det som har ändrats"));
        h.el("ol", {{"class", "statements"}, {"role", "list"}}, [&] { for (const auto& d : changed->parts) difference(h, visit, *changed->before, *changed->after, d); });
        page::form(h, visit, confirm_route, visit.url(changed_path), [&] {
            page::hidden_field(h, "version", base::to_text(changed->to));
            page::submit(h, visit.t("Jag har läst"));
        });
        h.el("p", {{"class", "small"}}, visit.t("På sidan Revidering står bara hur många som har läst, för varje roll. Åtkomstloggen visar att du har bekräftat."));
    });
}
}
