// A register: its list, and one row as a form. What the columns are stands in sheets.cpp.
#include "base/text.hpp"
#include "features/guideline/desk.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Choice;
using page::FieldErrors;
using page::Visit;

std::string law_words(const Shown& shown, const std::string& key) {
    const auto* law = shown.references->law(key);
    return law ? law->act + ", " + law->place : key;
}
std::string value_words(const Visit& visit, const Shown& shown, const Column& c, const Row& row, std::size_t at) {
    switch (c.shape) {
        case Shape::day: return i18n::day(visit.language(), row[at]);
        case Shape::owner: return owner_words(shown, row[at]);
        case Shape::lines: return base::joined(row.list(at), ", ");
        case Shape::choice:
            for (const auto& word : c.words)
                if (word.key == row[at]) return std::string(visit.t(word.words));
            return row[at];
        case Shape::laws: {
            auto laws = row.list(at);
            for (auto& key : laws) key = law_words(shown, key);
            return base::joined(laws, "; ");
        }
        default: return row[at];
    }
}

// A day in the past that something was to be done by.
bool late(const Sheet& sheet, const Row& row, std::string_view today) {
    if (&sheet == &routines()) return !row[routine::next].empty() && row[routine::next] < today;
    return &sheet == &watch_list() && row[watched::done] == "open" && !row[watched::day].empty() && row[watched::day] < today;
}

void one(Html& h, const Visit& visit, const Shown& shown, const Sheet& sheet, const Row& row, std::string_view today) {
    h.el("li", {{"class", "offer"}}, [&] {
        h.el("h3", [&] {
            if (visit.request.actor->is_any(writers(sheet))) page::link(h, visit.url(std::string(sheet.path) + "/" + row.key), row.title());
            else h.text(row.title());
        });
        for (std::size_t i = 1; i < sheet.columns.size(); ++i)
            if (sheet.columns[i].shape == Shape::text && !row[i].empty()) h.el("p", [&] { h.el("b", visit.t(sheet.columns[i].label)), h.text(": " + row[i]); });
        h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
            if (late(sheet, row, today)) h.el("li", [&] { h.el("span", {{"class", "tag"}}, [&] { page::icon(h, visit.frame, "clock"), h.text(visit.t("Dagen har passerat")); }); });
            if (row.invented) h.el("li", [&] { h.el("span", {{"class", "tag"}}, visit.t("påhittat")); });
            for (std::size_t i = 1; i < sheet.columns.size(); ++i) {
                const auto& c = sheet.columns[i];
                if (c.shape == Shape::text || row[i].empty()) continue;
                h.el("li", [&] { h.el("b", visit.t(c.label)), h.text(": " + value_words(visit, shown, c, row, i)); });
            }
        });
    });
}

std::vector<Choice> choices(const Visit& visit, const Shown& shown, const Column& c, const std::vector<Operation>& operations, const std::string& value) {
    std::vector<Choice> out;
    if (c.shape == Shape::choice)
        for (const auto& word : c.words) out.push_back({word.key, std::string(visit.t(word.words))});
    if (c.shape == Shape::owner)
        for (const auto& role : shown.guideline->roles)
            if (role.duty != Duty::nobody) out.push_back({role.key, role.title});
    if (c.shape == Shape::laws)
        for (const auto& row : shown.registers->paragraphs) out.push_back({row[paragraph::law], law_words(shown, row[paragraph::law])});
    if (c.shape == Shape::operation) {
        out.push_back({"", std::string(visit.t("Alla verksamheter"))});
        for (const auto& operation : operations) out.push_back({operation.name, operation.name});
    }
    const bool there = value.empty() || std::any_of(out.begin(), out.end(), [&](const Choice& one) { return one.value == value; });
    if (!there && c.shape != Shape::laws) out.push_back({value, value});
    return out;
}

void field(Html& h, const Visit& visit, const Shown& shown, const Column& c, const std::vector<Operation>& operations, const Row& row, std::size_t at, const FieldErrors& errors) {
    const std::string hint = c.hint[0] ? std::string(visit.t(c.hint)) : std::string();
    const page::Field f{.name = c.key, .label = visit.t(c.label), .hint = hint, .value = row[at], .type = c.shape == Shape::day ? "date" : "text", .may_be_empty = !c.required};
    const auto list = choices(visit, shown, c, operations, row[at]);
    switch (c.shape) {
        case Shape::text:
        case Shape::lines: {
            auto area = f;
            area.longest = 1000;
            return page::text_area(h, visit, area, 3, errors);
        }
        case Shape::choice: return page::radios(h, visit, f, list, errors);
        case Shape::owner:
        case Shape::operation: return page::select(h, visit, f, list, errors);
        case Shape::laws:
            if (!list.empty()) page::checkboxes(h, visit, f, list, row.list(at), errors);
            return;
        default: return page::text_field(h, visit, f, errors);
    }
}

void removing(Html& h, const Visit& visit, const Sheet& sheet, const RowForm& form) {
    page::details(h, visit.t("Ta bort"), [&] {
        h.el("p", visit.t("Raden försvinner ur listan. Tidigare versioner finns kvar."));
        page::form(h, visit, std::string(sheet.name) + "_remove", visit.url(std::string(sheet.path) + "/" + form.row.key + "/ta-bort"), [&] {
            page::hidden_field(h, "seen", form.seen);
            page::submit_quiet(h, visit.t("Ta bort"));
        });
    });
}
}

void sheet_list(Html& h, const Visit& visit, const Shown& shown, const Sheet& sheet, std::string_view today) {
    const auto& rows = shown.registers->of(sheet);
    if (rows.empty()) return void(h.el("p", visit.t("Inget är inlagt än.")));
    h.el("ul", {{"class", "offers"}}, [&] { for (const auto& row : rows) one(h, visit, shown, sheet, row, today); });
}

web::Response sheet_page(const Visit& visit, const Shown& shown, const Sheet& sheet, std::string_view today) {
    return page::staff_page(visit, {.title = std::string(visit.t(sheet.heading)), .current = std::string(workspace_path)}, [&](Html& h) {
        around(h, visit, sheet.listed);
        what_was_done(h, visit);
        page::staff_heading(h, visit.t(sheet.heading), [&] {
            if (visit.request.actor->is_any(writers(sheet))) page::button_link(h, visit.url(std::string(sheet.path) + "/ny"), visit.t(sheet.add));
        });
        h.el("h2", {{"class", "visually-hidden"}}, visit.t("Listan"));
        sheet_list(h, visit, shown, sheet, today);
    });
}

web::Response row_page(const Visit& visit, const Shown& shown, const Sheet& sheet, const std::vector<Operation>& operations, const RowForm& form, const FieldErrors& errors) {
    const auto title = form.existing ? form.row.title() : std::string(visit.t(sheet.add));
    return page::staff_page(visit, {.title = title, .current = std::string(workspace_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(sheet.listed), visit.t(sheet.heading)}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        if (form.row.invented) page::notice(h, visit.frame, page::Tone::warning, visit.t("Påhittat, bara för provversionen"), [] {});
        page::form(h, visit, std::string(sheet.name) + (form.existing ? "_change" : "_add"), visit.url(std::string(sheet.path) + "/" + (form.existing ? form.row.key : "ny")), [&] {
            page::hidden_field(h, "seen", form.seen);
            for (std::size_t i = 0; i < sheet.columns.size(); ++i) field(h, visit, shown, sheet.columns[i], operations, form.row, i, errors);
            page::submit(h, visit.t("Spara"));
        });
        if (form.existing) removing(h, visit, sheet, form);
    }, errors.any() ? 422 : 200);
}
}
