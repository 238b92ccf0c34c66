#pragma once
#include "platform/page/page.hpp"
// The parts every page is made of. Class names of the css stand here and in page.cpp, nowhere else (web/README.md lists them).
namespace page {

using html::Html;
using Body = std::function<void()>;

struct Crumb {
    std::string path;
    std::string_view text;
};
// "Start › Hitta stöd › …"; the page itself is not in it.
void breadcrumbs(Html&, const Visit&, std::initializer_list<Crumb>);
void icon(Html&, const Frame&, std::string_view name);
void link(Html&, const html::Url&, std::string_view text);
// One of many with the same words: `about` says which one, to whom it is read aloud.
void link_about(Html&, const html::Url&, std::string_view text, std::string_view about);
// A link that looks like a button.
void button_link(Html&, const html::Url&, std::string_view text);
void button_link_quiet(Html&, const html::Url&, std::string_view text);
// A row of small words that say what something is: icon and words, never colour alone.
struct Tag {
    std::string_view icon, text;
};
void tags(Html&, const Frame&, const std::vector<Tag>&);
// A box beside the running text. law: what the law says; missing: what is not filled in; help: danger, stands out.
enum class Tone { info, law, missing, help, warning };
void notice(Html&, const Frame&, Tone, std::string_view title, const Body&);
// A block of facts: label and what it says.
// says() writes one or more dd.
struct Fact {
    std::string_view icon, label;
    Body says;
};
void facts(Html&, const Frame&, std::string_view title, const std::vector<Fact>&, const Body& after);
// Shown only where scripts run; everybody else prints from the browser's menu.
void print_button(Html&, const Visit&);
void search_form(Html&, const Visit&, std::string_view value);
// "Inte ifyllt ännu", said calmly.
void not_filled_in(Html&, const Visit&);
// A text of the pack; marked lang="sv" when it is Swedish on a page of another language.
void say(Html&, const Visit&, std::string_view tag, const i18n::Text&);
// lang="…" where a text is in another language than the page.
html::Attr in_language(const Visit&, i18n::Language shown_in);
// Opens further text on demand, without script.
void details(Html&, std::string_view summary, const Body&);
// The line that tells when a text was last checked.
void checked_line(Html&, const Visit&, std::string_view verified);
}
