#include "features/articles/pages.hpp"
#include "features/contact/public.hpp"
#include "features/directory/cards.hpp"
#include "features/guide/pages.hpp"
#include "platform/page/form.hpp"

namespace guide {
namespace {
using html::Html;
using page::Visit;

// "du hjälper en förälder, du behöver vila och du arbetar"
std::string reasons(const Visit& visit, const std::vector<const Option*>& options) {
    std::string out;
    constexpr std::size_t most = 3;
    const auto count = std::min(options.size(), most);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += i + 1 == count ? " " + std::string(visit.t("och")) + " " : ", ";
        out += visit.said(options[i]->because);
    }
    return out;
}

struct Words {
    const char *icon, *title, *about;
};
constexpr std::array groups{
    Words{"check", i18n::key("Direkt, utan ansökan"), i18n::key("Det här kan du höra av dig om, eller läsa, redan i dag.")},
    Words{"document", i18n::key("Kräver beslut, den du hjälper ansöker"), i18n::key("Den du hjälper ansöker och får beslutet. Du kan hjälpa till med ansökan om den du hjälper vill det.")},
    Words{"heart", i18n::key("För din egen skull"), i18n::key("Det här ansöker du själv om, och du får beslutet.")},
};

void group(Html& h, const Visit& visit, const Shown& shown, const Words& words, const std::vector<Suggestion>& suggestions, bool nothing_said) {
    if (suggestions.empty()) return;
    h.el("section", {{"class", "result-group"}}, [&] {
        h.el("h2", [&] { page::icon(h, visit.frame, words.icon), h.text(visit.t(words.title)); });
        h.el("p", visit.t(words.about));
        directory::offer_list(h, [&] {
            for (const auto& s : suggestions)
                directory::offer_card(h, visit, *shown.catalogue, *s.offer, "h3", [&] {
                    if (nothing_said) return;
                    h.el("p", {{"class", "because"}}, s.because.empty() ? std::string(visit.t("Visas för att det är bra att känna till.")) : visit.t("Visas för att {reasons}.", {{"reasons", reasons(visit, s.because)}}));
                });
        });
    });
}

// The answers go with the button, in the form's body: never in an address.
void with_answers(Html& h, const Visit& visit, const Shown& shown, const Answers& answers, const std::function<void()>& buttons) {
    h.el("form", {{"method", "post"}, {"action", visit.url("/lotsen")}, {"autocomplete", "off"}}, [&] {
        h.empty("input", {{"type", "hidden"}, {"name", "stamp"}, {"value", shown.stamps->issue(result_route)}});
        for (const auto& question : shown.guide->questions)
            for (const auto& option : question.options)
                if (std::find(answers.begin(), answers.end(), &option) != answers.end()) h.empty("input", {{"type", "hidden"}, {"name", question.key}, {"value", option.key}});
        buttons();
    });
}

void choices(Html& h, const Visit& visit, const Shown& shown, const Answers& answers) {
    h.el("div", {{"class", "row no-print"}}, [&] {
        with_answers(h, visit, shown, answers, [&] {
            h.el("p", {{"class", "row"}}, [&] {
                h.el("button", {{"class", "ds-button"}, {"data-variant", "secondary"}, {"type", "submit"}, {"name", "visa"}, {"value", "fragor"}}, visit.t("Ändra mina svar"));
                for (const auto language : visit.frame.languages)
                    if (language != visit.language())
                        h.el("button", {{"class", "quiet"}, {"type", "submit"}, {"lang", i18n::tag(language)}, {"formaction", page::url("/lotsen", language)}}, i18n::own_name(language));
            });
        });
        page::link(h, visit.url("/lotsen"), visit.t("Börja om"));
        page::print_button(h, visit);
    });
}

// What was answered, as words that the carer takes with her herself (feature B3): shown to her first, and nothing is kept by the click.
void bring(Html& h, const Visit& visit, const Shown& shown, const Answers& answers) {
    if (answers.empty()) return;
    std::string words;
    for (const auto& question : shown.guide->questions) {
        std::string said;
        for (const auto& option : question.options)
            if (std::find(answers.begin(), answers.end(), &option) != answers.end()) said += (said.empty() ? "" : ", ") + std::string(visit.said(option.text));
        if (!said.empty()) words += std::string(visit.said(question.text)) + " " + said + "\n";
    }
    page::form(h, visit, contact::bring_route, visit.url(contact::bring_path), [&] {
        page::hidden_field(h, contact::bring_field, words);
        page::submit_quiet(h, visit.t("Ta med detta i min fråga"));
    });
}

void pages(Html& h, const Visit& visit, const std::vector<const articles::Article*>& list) {
    if (list.empty()) return;
    h.el("section", {{"class", "result-group"}}, [&] {
        h.el("h2", [&] { page::icon(h, visit.frame, "book"), h.text(visit.t("Bra att läsa först")); });
        h.el("ul", {{"class", "related"}, {"role", "list"}}, [&] {
            for (const auto* article : list) {
                const auto& written = article->in(visit.language());
                h.el("li", [&] { h.el("a", {{"href", visit.url("/" + article->name)}}, [&] { h.text(written.title), page::icon(h, visit.frame, "arrow-right"); }); });
            }
        });
    });
}

// Something to come to soon says more than a description.
void coming(Html& h, const Visit& visit, const Shown& shown, const Result& found) {
    if (!shown.coming) return;
    std::vector<std::string_view> offers;
    for (const auto& group : found.groups)
        for (const auto& s : group) offers.push_back(s.offer->name);
    shown.coming(h, visit, offers);
}
}

web::Response result_page(const Visit& visit, const Shown& shown, const Answers& answers) {
    const auto found = result(*shown.guide, *shown.catalogue, *shown.library, answers);
    page::Head head{.title = std::string(visit.t("Det här kan passa")), .no_store = true, .no_index = true, .leave_hint = true, .current = "/lotsen"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            h.el("div", {{"class", "offer-head stack"}}, [&] {
                h.el("h1", visit.t("Det här kan passa"));
                h.el("p", {{"class", "lead"}}, answers.empty() ? visit.t("Du hoppade över frågorna, och det går bra. Här är stöd att börja med.") : visit.t("Välj det som känns rätt. Du kan alltid fråga en människa i stället."));
                choices(h, visit, shown, answers);
            });
            if (std::any_of(found.pages.begin(), found.pages.end(), [](const auto* a) { return a->interrupt; })) articles::help_block(h, visit, *shown.catalogue, *shown.municipality);
            pages(h, visit, found.pages);
            for (std::size_t i = 0; i < groups.size(); ++i) group(h, visit, shown, groups[i], found.groups[i], found.nothing_said);
            coming(h, visit, shown, found);
            h.el("p", {{"class", "promise"}}, [&] {
                page::icon(h, visit.frame, "shield");
                h.el("span", visit.t("Sidan sparas inte. Skriv ut den om du vill ha den kvar."));
            });
            h.el("div", {{"class", "no-print"}}, [&] { bring(h, visit, shown, answers); });
            h.el("p", {{"class", "row no-print"}}, [&] { page::link(h, visit.url("/stod"), visit.t("Visa allt stöd")), page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); });
        });
    });
}
}
