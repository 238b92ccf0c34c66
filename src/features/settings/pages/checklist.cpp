#include "features/settings/pages.hpp"

namespace settings {
namespace {
using html::Html;
using page::Visit;

std::string_view state_words(const Visit& visit, State state) {
    switch (state) {
        case State::done: return visit.t("Klart");
        case State::not_yet: return visit.t("Inte än");
        case State::not_needed: return visit.t("Behövs inte");
    }
    return {};
}
std::string_view state_icon(State state) { return state == State::done ? "check" : state == State::not_yet ? "clock" : "info"; }

// What only a person can say, and the way back from it.
void confirming(Html& h, const Visit& visit, const Step& step) {
    const bool said = !step.day.empty();
    if (!step.confirm) return;
    if (said) h.el("p", visit.t("Bekräftat {day}.", {{"day", i18n::day(visit.language(), step.day)}}));
    page::form(h, visit, confirm_route, visit.url(checklist_path), [&] {
        page::hidden_field(h, "step", step.key);
        page::hidden_field(h, "answer", said ? "nej" : "ja");
        h.el("button", {{"class", said ? "quiet" : "ds-button"}, {"data-variant", "secondary"}, {"type", "submit"}}, said ? visit.t("Ångra bekräftelsen") : visit.t(step.confirm));
    });
}

void one(Html& h, const Visit& visit, const Step& step) {
    const bool open = step.state == State::not_yet;
    h.el("li", [&] {
        page::icon(h, visit.frame, state_icon(step.state));
        h.el("div", {{"class", "stack-small"}}, [&] {
            h.el("h2", [&] {
                h.text(visit.t(step.title));
                h.text(" "), h.el("span", {{"class", open ? "tag" : "tag tag-quiet"}}, state_words(visit, step.state));
            });
            if (open) h.el("p", visit.t(step.says, {{"n", std::to_string(step.count)}}));
            if (open) h.el("p", {{"class", "subtle"}}, visit.t("Görs oftast av: {who}", {{"who", visit.t(step.who)}}));
            if (open && *step.path) h.el("p", [&] { h.el("a", {{"href", visit.url(step.path)}}, [&] { h.text(visit.t("Gå dit")), h.el("span", {{"class", "visually-hidden"}}, ": " + std::string(visit.t(step.title))); }); });
            confirming(h, visit, step);
        });
    });
}

void what_was_done(Html& h, const Visit& visit) {
    const auto word = visit.request.asked("klart");
    if (word == "sparat") page::done(h, visit, visit.t("Sparat."));
    if (word == "andrat") page::notice(h, visit.frame, page::Tone::warning, visit.t("Inget ändrades"), [&] { h.el("p", visit.t("Någon annan ändrade samma uppgifter samtidigt. Se hur det står nu, och gör om.")); });
}
}

web::Response checklist_page(const Visit& visit, const std::vector<Step>& steps) {
    const auto p = progress(steps);
    return page::staff_page(visit, {.title = std::string(visit.t("Kom i gång")), .current = std::string(home)}, [&](Html& h) {
        what_was_done(h, visit);
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Inställningar")}});
        page::staff_heading(h, visit.t("Kom i gång"), [&] { page::print_button(h, visit); });
        h.el("p", {{"class", "lead"}}, p.finished() ? std::string(visit.t("Allt på listan är klart.")) : visit.t("{n} av {total} klara.", {{"n", std::to_string(p.done)}, {"total", std::to_string(p.of)}}));
        h.el("p", visit.t("Listan räknas ut av hur det är just nu. Det mesta bockas av när det är gjort."));
        h.el("ol", {{"class", "steps-list"}}, [&] {
            for (const auto& step : steps) one(h, visit, step);
        });
    });
}
}
