#include "features/guideline/wording.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Visit;

void found_tag(Html& h, const Visit& visit, Found found) {
    const auto [icon, says] = found == Found::there ? std::pair{"check", visit.t("Något visar det")} : found == Found::gap ? std::pair{"warning", visit.t("Lucka")} : std::pair{"info", visit.t("Vet inte")};
    h.el("span", {{"class", "tag"}}, [&] { page::icon(h, visit.frame, icon), h.text(says); });
}

void one(Html& h, const Visit& visit, const Shown& shown, const Row& row, const Evidence& e) {
    const auto* law = shown.references->law(row[paragraph::law]);
    h.el("li", {{"class", "offer"}}, [&] {
        h.el("h3", row[paragraph::asks]);
        if (!law) h.el("p", row[paragraph::law]);
        else h.el("p", {{"class", "small"}}, [&] { references::law_line(h, visit, *law); });
        h.el("p", {{"class", "row"}}, [&] {
            found_tag(h, visit, e.found), h.el("span", e.says);
            if (!e.path.empty()) page::link_about(h, visit.url(e.path), visit.t("Se mer"), row[paragraph::asks]);
        });
        if (!row[paragraph::note].empty()) h.el("p", days_in_words(row[paragraph::note]));
        h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
            if (!row[paragraph::checked].empty()) h.el("li", visit.t("Kontrollerat {day}", {{"day", i18n::day(visit.language(), row[paragraph::checked])}}));
            else h.el("li", visit.t("Ingen har kontrollerat än"));
            if (row.invented) h.el("li", [&] { h.el("span", {{"class", "tag"}}, visit.t("påhittat")); });
            if (visit.request.actor->is_any(editors)) h.el("li", [&] { page::link_about(h, visit.url(std::string(law_check().path) + "/" + row.key), visit.t("Skriv vad ni har kontrollerat"), row[paragraph::asks]); });
        });
    });
}
}

web::Response law_check_page(const Visit& visit, const Shown& shown, const LawFacts& facts, std::string_view today) {
    const auto& rows = shown.registers->paragraphs;
    return page::staff_page(visit, {.title = std::string(visit.t("Lagkontroll")), .current = std::string(workspace_path)}, [&](Html& h) {
        around(h, visit, law_check().listed);
        what_was_done(h, visit);
        page::staff_heading(h, visit.t("Lagkontroll"), [&] {
            if (visit.request.actor->is_any(editors)) page::button_link(h, visit.url(std::string(law_check().path) + "/ny"), visit.t(law_check().add));
        });
        page::notice(h, visit.frame, page::Tone::law, visit.t("Ett stöd för egen kontroll"), [&] {
            h.el("p", visit.t("Lotsen visar vad som finns och vad som saknas. Om lagen följs avgör kommunen själv, med sin jurist."));
        });
        h.el("h2", {{"class", "visually-hidden"}}, visit.t("Paragraferna"));
        if (rows.empty()) return void(h.el("p", visit.t("Inget är inlagt än.")));
        h.el("ul", {{"class", "offers"}}, [&] { for (const auto& row : rows) one(h, visit, shown, row, evidence(visit, shown, row, facts, today)); });
    });
}
}
