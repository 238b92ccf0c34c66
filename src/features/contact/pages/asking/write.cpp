// The first question: her own words. What she must know stands above it.
#include "base/text.hpp"
#include "features/contact/pages_asking.hpp"

namespace contact {
namespace {
std::string_view heading(const Visit& visit, const Draft& draft) {
    if (draft.shortcoming) return visit.t("Vad är det som inte fungerar?");
    return draft.way == Way::call ? visit.t("Vad vill du prata om?") : visit.t("Vad vill du fråga?");
}
std::string_view hint(const Visit& visit, const Draft& draft) {
    if (draft.shortcoming) return visit.t("Skriv vad som har hänt och ungefär när. Du behöver inte skriva vem den du hjälper är.");
    return visit.t("Skriv med egna ord. Du behöver inte skriva namn på någon.");
}
void hidden(Html& h, const Draft& draft, const Opened* opened) {
    page::hidden_field(h, "way", key(draft.way));
    if (draft.shortcoming) page::hidden_field(h, "shortcoming", "1");
    if (draft.young) page::hidden_field(h, "young", "1");
    if (opened) page::hidden_field(h, "opened", opened->text);
    // Not for people: nothing shows it, nothing leads to it, and what is written in it is not kept (security T22).
    h.el("div", {{"class", "visually-hidden"}, {"aria-hidden", "true"}}, [&] { h.empty("input", {{"type", "text"}, {"name", "webbplats"}, {"tabindex", "-1"}, {"autocomplete", "off"}}); });
}
void wait_notice(Html& h, const Visit& visit) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Vänta en liten stund och tryck igen"), [&] { h.el("p", visit.t("Många skriver just nu. Din text står kvar här nedanför. Inget är borta.")); });
}
}

Response write_page(const Visit& visit, const Asking& a, const Promise& promise, const Draft& draft, const page::FieldErrors& errors, const Opened* opened, bool wait, int status) {
    const bool posted = visit.request.method == web::Method::post;
    return ask_frame(visit, {.leaf = Leaf::write, .title = std::string(heading(visit, draft)), .path = posted ? "" : step_path(Step::write), .young = draft.young, .errors = errors.any()}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (wait) wait_notice(h, visit);
        h.el("h1", heading(visit, draft));
        say_told(h, visit, a, promise, draft);
        help_now(h, visit, a.shown, draft.young ? 3 : 2);   // the pack names them in order; all of them stand at /fraga
        page::form(h, visit, step_route, visit.url(step_path(Step::write)), [&] {
            hidden(h, draft, opened);
            if (!visit.request.asked("andra").empty()) page::hidden_field(h, "andra", "1");
            page::text_area(h, visit, {.name = "text", .label = visit.t("Skriv här"), .hint = hint(visit, draft), .value = draft.text, .longest = longest_text, .may_be_empty = draft.way == Way::call}, 8, errors);
            h.el("div", {{"class", "steps"}}, [&] {
                page::submit(h, visit.t("Fortsätt"));
                later_button(h, visit, Step::write);
            });
        });
        h.el("p", {{"class", "promise"}}, [&] { page::icon(h, visit.frame, "shield"), h.el("span", visit.t("Du får läsa igenom allt innan du skickar.")); });
    }, status);
}

Response bring(const Visit& visit, const Asking& a) {
    const auto promise = promise_now(a);
    if (!promise) return phone_way(visit, a.shown, false);
    Draft draft;
    draft.text = std::string(visit.request.field(bring_field)).substr(0, longest_text);
    if (!base::valid_utf8(draft.text)) draft.text.clear();
    const auto opened = opened_now(a.ground.vault, a.ground.randomness, a.ground.clock.now());
    return write_page(visit, a, *promise, draft, {}, &opened, false);
}
}
