#include "platform/page/form.hpp"
#include "base/text.hpp"
#include "platform/web/stamps.hpp"

namespace page {
namespace {
using html::Attr;

std::string id_of(std::string_view part, std::string_view name) { return std::string(name) + "-" + std::string(part); }

void label_words(Html& h, const Visit& visit, const Field& field) {
    h.text(field.label);
    if (field.may_be_empty) h.text(" "), h.el("span", {{"class", "optional"}}, visit.t("(frivilligt)"));
}
// What a screen reader says after the label: hint, then error.
std::string described_by(const Field& field, std::string_view error) {
    std::string ids = field.hint.empty() ? "" : id_of("hint", field.name);
    if (!error.empty()) ids += (ids.empty() ? "" : " ") + id_of("error", field.name);
    return ids;
}
void hint_and_error(Html& h, const Visit& visit, const Field& field, std::string_view error) {
    if (!field.hint.empty()) h.el("p", {{"class", "hint"}, {"id", id_of("hint", field.name)}}, field.hint);
    if (error.empty()) return;
    h.el("p", {{"class", "ds-validation-message"}, {"id", id_of("error", field.name)}}, [&] {
        h.el("span", {{"class", "visually-hidden"}}, visit.t("Fel:")), h.text(" "), h.text(error);
    });
}
Attr described(const std::string& ids) { return ids.empty() ? Attr::none() : Attr("aria-describedby", ids); }
Attr invalid(std::string_view error) { return error.empty() ? Attr::none() : Attr("aria-invalid", "true"); }

// Label, hint and error of one control.
void field_of(Html& h, const Visit& visit, const Field& field, const FieldErrors& errors, const std::function<void(const std::string& ids, std::string_view error)>& control) {
    const auto error = errors.of(field.name);
    const auto ids = described_by(field, error);
    h.el("div", {{"class", "ds-field"}}, [&] {
        h.el("label", {{"class", "ds-label"}, {"for", field.name}}, [&] { label_words(h, visit, field); });
        hint_and_error(h, visit, field, error);
        control(ids, error);
    });
}
// Question, hint and error of a group of choices. The first choice carries the field's id, so that the summary's link lands there.
void group_of(Html& h, const Visit& visit, const Field& field, const std::vector<Choice>& choices, const FieldErrors& errors, std::string_view type, const std::function<bool(const Choice&)>& chosen) {
    const auto error = errors.of(field.name);
    const auto ids = described_by(field, error);
    h.el("fieldset", {{"class", "ds-fieldset"}, described(ids)}, [&] {
        h.el("legend", {{"class", "ds-label"}}, [&] { label_words(h, visit, field); });
        hint_and_error(h, visit, field, error);
        h.el("div", {{"class", "choices"}}, [&] {
            for (const auto& choice : choices)
                h.el("label", {{"class", "choice"}}, [&] {
                    h.empty("input", {{"class", "ds-input"}, {"type", type}, &choice == &choices.front() ? Attr("id", field.name) : Attr::none(), {"name", field.name}, {"value", choice.value}, {"checked", chosen(choice)}});
                    h.el("span", [&] {
                        h.text(choice.words);
                        if (!choice.hint.empty()) h.text(" "), h.el("small", choice.hint);
                    });
                });
        });
    });
}
}

std::string_view FieldErrors::of(std::string_view field) const {
    for (const auto& [name, says] : list_)
        if (name == field) return says;
    return {};
}

void error_summary(Html& h, const Visit& visit, const FieldErrors& errors) {
    if (!errors.any()) return;
    h.el("div", {{"class", "ds-error-summary"}, {"role", "alert"}, {"tabindex", "-1"}, {"autofocus", true}}, [&] {
        h.el("h2", visit.t("Något behöver rättas"));
        h.el("ul", [&] {
            for (const auto& [field, says] : errors.list())
                h.el("li", [&] {
                    if (field.empty()) h.text(says);
                    else link(h, html::Url::fragment(field), says);
                });
        });
    });
}

void form(Html& h, const Visit& visit, std::string_view route, const html::Url& action, const Body& body) {
    base::require(visit.frame.stamps != nullptr, "a page with a form needs a frame with stamps");
    h.el("form", {{"class", "form"}, {"method", "post"}, {"action", action}, {"autocomplete", "off"}, {"novalidate", true}}, [&] {
        hidden_field(h, "stamp", visit.frame.stamps->issue(route, visit.request.session()));
        body();
    });
}
void hidden_field(Html& h, std::string_view name, std::string_view value) { h.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}}); }

void text_field(Html& h, const Visit& visit, const Field& field, const FieldErrors& errors) {
    field_of(h, visit, field, errors, [&](const std::string& ids, std::string_view error) {
        h.empty("input", {{"class", "ds-input"}, {"id", field.name}, {"name", field.name}, {"type", field.type}, {"value", field.value}, {"autocomplete", field.autocomplete}, {"maxlength", base::to_text(field.longest)},
                          field.input_mode.empty() ? Attr::none() : Attr("inputmode", field.input_mode), described(ids), invalid(error)});
    });
}

void text_area(Html& h, const Visit& visit, const Field& field, int rows, const FieldErrors& errors) {
    field_of(h, visit, field, errors, [&](const std::string& ids, std::string_view error) {
        h.el("textarea", {{"class", "ds-input"}, {"id", field.name}, {"name", field.name}, {"rows", base::to_text(rows)}, {"maxlength", base::to_text(field.longest)}, {"autocomplete", "off"}, described(ids), invalid(error)}, field.value);
    });
}

void select(Html& h, const Visit& visit, const Field& field, const std::vector<Choice>& choices, const FieldErrors& errors) {
    field_of(h, visit, field, errors, [&](const std::string& ids, std::string_view error) {
        h.el("select", {{"class", "ds-input"}, {"id", field.name}, {"name", field.name}, {"autocomplete", "off"}, described(ids), invalid(error)}, [&] {
            for (const auto& choice : choices) h.el("option", {{"value", choice.value}, {"selected", choice.value == field.value}}, choice.words);
        });
    });
}

void radios(Html& h, const Visit& visit, const Field& field, const std::vector<Choice>& choices, const FieldErrors& errors) {
    group_of(h, visit, field, choices, errors, "radio", [&](const Choice& choice) { return choice.value == field.value; });
}
void checkboxes(Html& h, const Visit& visit, const Field& field, const std::vector<Choice>& choices, const std::vector<std::string>& chosen, const FieldErrors& errors) {
    group_of(h, visit, field, choices, errors, "checkbox", [&](const Choice& choice) { return std::find(chosen.begin(), chosen.end(), choice.value) != chosen.end(); });
}

void submit(Html& h, std::string_view words) { h.el("button", {{"class", "ds-button"}, {"type", "submit"}}, words); }
void submit_quiet(Html& h, std::string_view words) { h.el("button", {{"class", "ds-button"}, {"data-variant", "secondary"}, {"type", "submit"}}, words); }

void done(Html& h, const Visit& visit, std::string_view words) {
    h.el("p", {{"class", "notice notice-done"}, {"role", "status"}}, [&] { icon(h, visit.frame, "check"), h.text(words); });
}
}
