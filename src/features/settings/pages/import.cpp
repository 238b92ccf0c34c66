#include "features/settings/pages.hpp"

namespace settings {
namespace {
using html::Html;
using page::Visit;

std::string fate_words(const Visit& visit, Fate fate) {
    switch (fate) {
        case Fate::unchanged: return std::string(visit.t("Lika som nu. Inget ändras."));
        case Fate::changed: return std::string(visit.t("Ändras."));
        case Fate::added: return std::string(visit.t("Finns inte här. Läggs till."));
        case Fate::kept: return std::string(visit.t("Har ändrats här efter exporten, och inte i texten. Det som står här får stå kvar."));
        case Fate::conflict: return std::string(visit.t("Har ändrats både här och i texten. Inget skrivs över. Gör ändringen i formuläret, eller exportera på nytt och ändra i den texten."));
    }
    return {};
}

void one_file(Html& h, const Visit& visit, const Planned& planned) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t(file_words(planned.file)));
        h.el("p", fate_words(visit, planned.fate));
        if (planned.fate == Fate::unchanged) return;
        const auto found = differences(planned.file, planned.now, planned.next);
        if (planned.file == logo_file) return;
        if (found.empty()) return void(h.el("p", visit.t("Bara kommentarer eller ordningen i filen skiljer.")));
        const page::Table table{visit.t(file_words(planned.file)), {{"", visit.t("Uppgift")}, {"", visit.t("Nu")}, {"", visit.t("I texten")}}, {}, visit.url(home)};
        page::table(h, visit, table, found.size(), [&](std::size_t row, std::size_t column) {
            const auto value = [&](const std::string& text) { text.empty() ? page::not_filled_in(h, visit) : void(h.text(text)); };
            if (column == 0) h.text(words(visit, planned.file, found[row]));
            else value(column == 1 ? found[row].before : found[row].after);
        });
    });
}

void faults(Html& h, const Visit& visit, const pack::Problems& found) {
    page::notice(h, visit.frame, page::Tone::warning, visit.t("Texten har fel, så inget kan läsas in"), [&] {
        h.el("ul", [&] {
            for (const auto& fault : found) h.el("li", fault.file + ": " + fault.reason + " " + fault.remedy);
        });
    });
}

void plan(Html& h, const Visit& visit, const Import& import) {
    if (import.meanwhile) page::notice(h, visit.frame, page::Tone::warning, visit.t("Något ändrades medan du läste"), [&] { h.el("p", visit.t("Inget är inläst. Se efter vad som skulle ändras nu.")); });
    if (!import.faults.empty()) faults(h, visit, import.faults);
    for (const auto& one : import.planned) one_file(h, visit, one);
    const bool something = std::any_of(import.planned.begin(), import.planned.end(), [](const Planned& p) { return p.fate == Fate::changed || p.fate == Fate::added; });
    if (!something) return void(h.el("p", visit.t("Det finns inget att läsa in.")));
    if (!import.faults.empty()) return;
    page::form(h, visit, save_import_route, visit.url(std::string(home) + "/importera"), [&] {
        page::hidden_field(h, "text", import.text);
        page::hidden_field(h, "seen", import.seen);
        page::submit(h, visit.t("Läs in det som ändras"));
    });
}
}

web::Response import_page(const Visit& visit, const Import& import, const page::FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Importera inställningar")), .current = std::string(home), .errors = errors.any() || !import.faults.empty(), .narrow = import.planned.empty()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Inställningar")}, {std::string(home) + "/versioner", visit.t("Versioner")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Importera inställningar"));
        if (!import.planned.empty()) plan(h, visit, import);
        page::form(h, visit, try_import_route, visit.url(std::string(home) + "/importera/prov"), [&] {
            page::text_area(h, visit, {.name = "text", .label = visit.t("Texten från en export"), .hint = visit.t("Inget ändras förrän du har sett vad som skulle ändras."), .value = import.text, .longest = 60'000}, 12, errors);
            import.planned.empty() ? page::submit(h, visit.t("Visa vad som skulle ändras")) : page::submit_quiet(h, visit.t("Visa vad som skulle ändras"));
        });
    }, errors.any() || !import.faults.empty() ? 422 : 200);
}
}
