#include "features/guideline/typed.hpp"
#include "base/personal_number.hpp"
#include "base/text.hpp"

namespace guideline {
namespace {
using page::FieldErrors;
using page::Visit;

std::string sent(const Visit& visit, std::string_view name) { return base::replaced(base::trimmed(visit.request.field(name)), "\r", ""); }
std::vector<std::string> all(const Visit& visit, std::string_view name) {
    const auto found = web::Request::all(visit.request.form, name);
    return {found.begin(), found.end()};
}
std::string shorter(const Visit& visit, FieldErrors& errors, std::string_view name, std::size_t longest) {
    auto text = sent(visit, name);
    if (base::holds_personal_number(text)) errors.add(name, visit.t("Det ser ut som ett personnummer. Skriv inget om någon person här."));
    if (base::length(text) > longest) errors.add(name, visit.t("Skriv kortare, högst {n} tecken", {{"n", base::to_text(static_cast<long long>(longest))}}));
    return text;
}
std::vector<std::string> lines(const Visit& visit, FieldErrors& errors, std::string_view name) {
    const auto text = shorter(visit, errors, name, 2000);
    std::vector<std::string> out;
    for (const auto line : base::split(text, '\n'))
        if (const auto trimmed = base::trimmed(line); !trimmed.empty()) out.emplace_back(trimmed);
    return out;
}
// What has been was not tomorrow, and what comes next comes after it.
void in_order(const Visit& visit, FieldErrors& errors, const Sheet& sheet, const Row& row, std::string_view today) {
    std::size_t been = sheet.columns.size();
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& c = sheet.columns[i];
        if (c.when == When::been) been = i;
        if (c.when == When::any || row[i].empty() || !errors.of(c.key).empty()) continue;
        if (c.when == When::been && row[i] > today) errors.add(c.key, visit.t("Dagen har inte varit än. Välj idag eller en tidigare dag"));
        if (c.when == When::after_been && been < i && !row[been].empty() && row[i] <= row[been]) errors.add(c.key, visit.t("Välj en dag efter den som står vid {label}", {{"label", visit.t(sheet.columns[been].label)}}));
    }
}
// It stands in a link for others to press (T14).
void a_link(const Visit& visit, FieldErrors& errors, std::string_view name, std::string_view text) {
    if (!text.empty() && !(text.starts_with("https://") && html::Url::outside(text))) errors.add(name, visit.t("Skriv hela adressen, som börjar med https://. Finns ingen: lämna tomt"));
}
std::string value(const Visit& visit, FieldErrors& errors, const Column& c) {
    if (c.shape == Shape::laws) return base::joined(all(visit, c.key), "\n");
    if (c.shape == Shape::lines) return base::joined(lines(visit, errors, c.key), "\n");
    auto text = shorter(visit, errors, c.key, c.shape == Shape::text ? 1000 : 200);
    if (c.shape == Shape::day && !text.empty() && !calendar::date_from(text)) errors.add(c.key, visit.t("Skriv dagen som 2026-11-22"));
    if (c.shape == Shape::link) a_link(visit, errors, c.key, text);
    if (c.shape == Shape::choice && !text.empty() && std::none_of(c.words.begin(), c.words.end(), [&](const Word& w) { return w.key == text; })) text.clear();
    return text;
}
}

Promise typed_promise(const Visit& visit, FieldErrors& errors) {
    Promise p;
    p.plain = {shorter(visit, errors, "plain", 400), shorter(visit, errors, "plain_latt", 400), {}};
    p.doing = {shorter(visit, errors, "doing", 600), shorter(visit, errors, "doing_latt", 600), {}};
    p.offers = all(visit, "offers"), p.routines = all(visit, "routines");
    p.activities = lines(visit, errors, "activities"), p.partners = lines(visit, errors, "partners"), p.evidence = lines(visit, errors, "evidence");
    return p;
}

Row typed_row(const Visit& visit, const Shown& shown, const Sheet& sheet, std::string_view today, FieldErrors& errors) {
    Row row;
    for (const auto& c : sheet.columns) {
        row.values.push_back(value(visit, errors, c));
        if (c.required && row.values.back().empty() && errors.of(c.key).empty()) errors.add(c.key, visit.t("Fyll i: {label}", {{"label", visit.t(c.label)}}));
    }
    in_order(visit, errors, sheet, row, today);
    if (key_of(row.title()).empty() && errors.of(sheet.columns[0].key).empty()) errors.add(sheet.columns[0].key, visit.t("Skriv med bokstäver eller siffror"));
    if (&sheet == &law_check() && !row.title().empty() && !shown.references->law(row.title())) errors.add("law", visit.t("Den nyckeln finns inte i law.toml"));
    return row;
}

std::optional<State> typed_state(const Visit& visit, std::string_view state_field, std::string_view reason_field, bool may_be_empty, FieldErrors& errors) {
    const auto state = state_from(sent(visit, state_field));
    const auto reason = shorter(visit, errors, reason_field, 1000);
    if (!state && (!may_be_empty || !reason.empty())) errors.add(state_field, visit.t("Välj hur det går"));
    if (state && (*state == State::partly || *state == State::not_met) && reason.empty()) errors.add(reason_field, visit.t("Skriv varför det inte är uppfyllt än"));
    if (state == State::not_ours && reason.empty()) errors.add(reason_field, visit.t("Skriv varför det inte gäller er"));
    return state;
}

AnchoringForm anchoring_form(const web::Request& r) {
    const auto text = [&](std::string_view name) { return std::string(base::trimmed(r.field(name))); };
    return {text("where"), text("day"), text("decision"), text("next_step"), text("link")};
}

std::optional<NewAnchoring> typed_anchoring(const Visit& visit, const AnchoringId& id, const AnchoringForm& form, std::string_view today, FieldErrors& errors) {
    const auto day = calendar::date_from(form.day);
    if (!day) errors.add("day", visit.t("Skriv dagen som 2026-11-22"));
    if (day && calendar::iso(*day) > today) errors.add("day", visit.t("Mötet har inte varit än. Anteckna det när det har hållits"));
    if (form.decision.empty()) errors.add("decision", visit.t("Skriv vad som togs upp och bestämdes"));
    shorter(visit, errors, "decision", 600), shorter(visit, errors, "next_step", 400), shorter(visit, errors, "link", 200);
    a_link(visit, errors, "link", form.link);
    const auto unit = form.where == "ledningsgruppen" ? std::nullopt : rights::UnitId::from(form.where);
    if (form.where != "ledningsgruppen" && !unit) errors.add("where", visit.t("Välj vilka som möttes"));
    if (errors.any()) return std::nullopt;
    return NewAnchoring{id, unit, *day, form.decision, form.next_step, form.link};
}
}
