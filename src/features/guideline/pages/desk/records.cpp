#include "base/text.hpp"
#include "features/guideline/pages_revision.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::FieldErrors;
using page::Visit;

const Sheet* sheet_of(std::string_view path) {
    for (const auto* sheet : sheets())
        if (sheet->record == path) return sheet;
    return nullptr;
}
void register_then(Html& h, const Visit& visit, const Shown& shown, const Sheet& sheet, const std::string& source, std::string_view day) {
    pack::Problems old;   // it was checked when it was stored
    Registers then = *shown.registers;
    auto rows = parse(sheet, source, old);
    (&sheet == &routines() ? then.routines : &sheet == &forums() ? then.forums : &sheet == &watch_list() ? then.watched : then.paragraphs) = std::move(rows);
    auto past = shown;
    past.registers = &then;
    sheet_list(h, visit, past, sheet, day);
}
void line(Html& h, std::string_view label, const std::string& text) {
    if (!text.empty()) h.el("p", [&] { h.el("b", std::string(label) + ":"), h.text(" " + text); });
}
void promises_then(Html& h, const Visit& visit, const std::string& source) {
    pack::Problems old;
    const auto promises = parse_promises(source, old);
    if (promises.empty()) return void(h.el("p", visit.t("Inget var kopplat.")));
    h.el("ul", {{"class", "offers"}}, [&] {
        for (const auto& [id, p] : promises)
            h.el("li", {{"class", "offer"}}, [&] {
                h.el("h3", id);
                line(h, visit.t("Löftet med enkla ord"), p.plain.sv), line(h, visit.t("Vad som görs nu"), p.doing.sv);
                line(h, visit.t("Stöd"), base::joined(p.offers, ", ")), line(h, visit.t("Rutiner"), base::joined(p.routines, ", ")), line(h, visit.t("Aktiviteter"), base::joined(p.activities, ", "));
                line(h, visit.t("Samverkan"), base::joined(p.partners, ", ")), line(h, visit.t("Vad som visar det"), base::joined(p.evidence, ", "));
            });
    });
}
void record(Html& h, const Visit& visit, const Shown& shown, std::string_view day, const PastRecord& r) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t(r.title));
        if (!r.source) return void(h.el("p", r.versions == 0 ? visit.t("Det finns ingen sådan post.") : visit.t("Posten fanns inte den dagen.")));
        h.el("p", {{"class", "small"}}, visit.t("Versioner genom tiderna: {n}", {{"n", base::to_text(static_cast<long long>(r.versions))}}));
        page::details(h, visit.t("Visa hur det stod"), [&] {
            if (const auto* sheet = sheet_of(r.path)) register_then(h, visit, shown, *sheet, *r.source, day);
            else promises_then(h, visit, *r.source);
        });
    });
}
}

web::Response records_page(const Visit& visit, const Shown& shown, std::string_view day, const std::vector<PastRecord>& records, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Tidigare lydelser")), .current = std::string(workspace_path), .errors = errors.any()}, [&](Html& h) {
        around(h, visit, records_path);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, errors.any() ? std::string(visit.t("Tidigare lydelser")) : visit.t("Så stod det {day}", {{"day", i18n::day(visit.language(), day)}}));
        h.el("form", {{"class", "form filter no-print"}, {"method", "get"}, {"action", visit.url(records_path)}, {"autocomplete", "off"}}, [&] {
            page::text_field(h, visit, {.name = "dag", .label = visit.t("Dag"), .value = day, .type = "date"}, errors);
            page::submit_quiet(h, visit.t("Visa"));
        });
        h.el("p", [&] { page::link(h, visit.url("/riktlinje/versioner"), visit.t("Riktlinjens egna versioner")); });
        if (errors.any()) return;
        for (const auto& r : records) record(h, visit, shown, day, r);
    }, errors.any() ? 422 : 200);
}
}
