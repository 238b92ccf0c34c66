#include "base/text.hpp"
#include "features/guide/pages.hpp"
#include "platform/page/components.hpp"

namespace guide {
namespace {
using html::Html;
using html::Url;
using page::Visit;

std::string id(std::size_t number) { return "fraga-" + base::to_text(static_cast<long long>(number)); }

void choice(Html& h, const Visit& visit, const Question& question, const Option& option, bool chosen) {
    h.el("label", {{"class", "choice"}}, [&] {
        h.empty("input", {{"class", "ds-input"}, {"type", question.many ? "checkbox" : "radio"}, {"name", question.key}, {"value", option.key}, {"checked", chosen}});
        page::say(h, visit, "span", option.text);
    });
}

void steps(Html& h, const Visit& visit, std::size_t number, std::size_t count) {
    h.el("div", {{"class", "steps"}}, [&] {
        if (number > 1) h.el("a", {{"class", "ds-button"}, {"data-variant", "secondary"}, {"href", Url::fragment(id(number - 1))}}, visit.t("Tillbaka"));
        if (number < count) {
            h.el("a", {{"class", "ds-button"}, {"data-next", true}, {"href", Url::fragment(id(number + 1))}}, visit.t("Nästa"));
            h.el("a", {{"class", "skip-question"}, {"href", Url::fragment(id(number + 1))}}, visit.t("Hoppa över"));
        } else {
            h.el("button", {{"class", "ds-button"}, {"type", "submit"}}, visit.t("Visa vad som kan passa"));
        }
    });
}

void show(Html& h, const Visit& visit, const Question& question, const Answers& answers, std::size_t number, std::size_t count) {
    h.el("fieldset", {{"class", "question"}, {"id", id(number)}}, [&] {
        h.el("legend", [&] {
            h.el("span", {{"class", "progress"}}, [&] {
                h.text(visit.t("Fråga {n} av {total}", {{"n", base::to_text(static_cast<long long>(number))}, {"total", base::to_text(static_cast<long long>(count))}}));
                h.el("progress", {{"max", base::to_text(static_cast<long long>(count))}, {"value", base::to_text(static_cast<long long>(number))}, {"aria-hidden", "true"}}, "");
            });
            page::say(h, visit, "h2", question.text);
        });
        if (!question.hint.sv.empty()) h.el("div", {{"class", "hint"}}, [&] { page::say(h, visit, "p", question.hint); });
        h.el("div", {{"class", question.options.size() > 6 ? "choices choices-two" : "choices"}}, [&] {
            for (const auto& option : question.options) choice(h, visit, question, option, std::find(answers.begin(), answers.end(), &option) != answers.end());
        });
        steps(h, visit, number, count);
        if (number < count) h.el("p", [&] { h.el("button", {{"class", "quiet"}, {"type", "submit"}}, visit.t("Visa vad som kan passa redan nu")); });
    });
}
}

web::Response questions_page(const Visit& visit, const Shown& shown, const Answers& answers) {
    const auto& questions = shown.guide->questions;
    page::Head head{.title = std::string(visit.t("Lotsen")), .description = std::string(visit.t("Några frågor som leder till stöd. Dina svar sparas inte.")), .path = "/lotsen", .no_store = true, .leave_hint = true, .current = "/lotsen"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            h.el("div", {{"class", "guide"}}, [&] {
                h.el("h1", {{"class", "visually-hidden"}}, visit.t("Lotsen"));
                h.el("form", {{"method", "post"}, {"action", visit.url("/lotsen")}, {"autocomplete", "off"}, {"data-guide", true}}, [&] {
                    h.empty("input", {{"type", "hidden"}, {"name", "stamp"}, {"value", shown.stamps->issue(result_route)}});
                    for (std::size_t i = 0; i < questions.size(); ++i) show(h, visit, questions[i], answers, i + 1, questions.size());
                    h.el("p", {{"class", "promise"}}, [&] {
                        page::icon(h, visit.frame, "shield");
                        h.el("span", visit.t("Hoppa över det du vill. Dina svar sparas inte och lämnas inte till någon."));
                    });
                });
            });
        });
    });
}
}
