#pragma once
#include "platform/page/components.hpp"
#include <optional>
// Forms: one column, label above, hint under the label, error between hint and field, all errors at once in a summary that links to them.
namespace page {

// What is wrong with a form, all at once: the field's name, and a sentence already in the reader's language that says what to do.
class FieldErrors {
    std::vector<std::pair<std::string, std::string>> list_;

public:
    void add(std::string_view field, std::string_view says) { list_.emplace_back(field, says); }
    bool any() const { return !list_.empty(); }
    // The first about that field, or "".
    std::string_view of(std::string_view field) const;
    const std::vector<std::pair<std::string, std::string>>& list() const { return list_; }
};
// The box at the top; nothing without errors. The page's title says it too when it is given the errors.
void error_summary(Html&, const Visit&, const FieldErrors&);

// A form that is posted to `action`, with the stamp of that route. Browsers are asked to remember nothing of it.
void form(Html&, const Visit&, std::string_view route, const html::Url& action, const Body&);
void hidden_field(Html&, std::string_view name, std::string_view value);

struct Field {
    std::string_view name, label, hint = {}, value = {};
    std::string_view type = "text";            // text, password, email, tel, date, time, number, search, color
    std::string_view autocomplete = "off";
    std::string_view input_mode = {};
    int longest = 200;
    bool may_be_empty = false;                 // says so after the label
};
void text_field(Html&, const Visit&, const Field&, const FieldErrors&);
void text_area(Html&, const Visit&, const Field&, int rows, const FieldErrors&);
struct Choice {
    std::string value, words, hint = {};
};
void select(Html&, const Visit&, const Field&, const std::vector<Choice>&, const FieldErrors&);
void radios(Html&, const Visit&, const Field&, const std::vector<Choice>&, const FieldErrors&);
// Any number of them; `chosen` are values.
void checkboxes(Html&, const Visit&, const Field&, const std::vector<Choice>&, const std::vector<std::string>& chosen, const FieldErrors&);
void submit(Html&, std::string_view words);
void submit_quiet(Html&, std::string_view words);
// "Sparat", after a 303: said politely, once.
void done(Html&, const Visit&, std::string_view words);
}
