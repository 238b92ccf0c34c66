#include "features/contact/typed_code.hpp"
#include "base/text.hpp"
#include "features/contact/opened.hpp"

namespace contact {
namespace {
constexpr std::size_t longest_typed = 40;

void wait_first(html::Html& h, const page::Visit& visit, const TypedCode& typed, const Part& instead) {
    if (typed.wait_ms == 0) return;
    const auto seconds = base::to_text(static_cast<long long>((typed.wait_ms + 999) / 1000));
    page::notice(h, visit.frame, page::Tone::info, visit.t("Vänta en liten stund"), [&] {
        h.el("p", visit.t("Många försöker just nu. Koden står kvar här. Vänta i {n} sekunder och tryck på Öppna igen. Brådskar det: ring.", {{"n", seconds}}));
        if (!visit.request.field("gor").empty()) h.el("p", visit.t("Det du valde är inte gjort. Öppna, och välj det igen."));
        if (instead) instead(h);
    });
}
void code_form(html::Html& h, const page::Visit& visit, const TypedCode& typed, const CodePage& page, const page::FieldErrors& errors) {
    page::form(h, visit, page.route, visit.url(page.path), [&] {
        if (!typed.waited.empty()) page::hidden_field(h, "vantat", typed.waited);
        page::text_field(h, visit, {.name = "kod", .label = visit.t("Din kod"), .hint = visit.t(page.hint), .value = typed.text, .input_mode = "numeric", .longest = static_cast<int>(longest_typed)}, errors);
        if (page.carried) page.carried(h);
        page::submit(h, visit.t("Öppna"));
    });
}
}

TypedCode typed_code(const page::Visit& visit) {
    const auto text = visit.request.field("kod").substr(0, longest_typed);
    return {.text = base::valid_utf8(text) ? std::string(text) : std::string()};
}
bool must_wait(const page::Visit& visit, const CodeGround& ground, TypedCode& typed) {
    const auto now = ground.clock.now();
    if (ground.misses.has_opened(visit.request.peer, typed.text, now)) return false;
    const auto before = opened_from(ground.vault, visit.request.field("vantat"));
    const auto verdict = ground.misses.asked(visit.request.peer, before ? std::optional(Misses::Waited{before->at, before->text}) : std::nullopt, now);
    if (verdict.wait_ms == 0) return false;
    typed.wait_ms = verdict.wait_ms;
    typed.waited = verdict.anew || !before ? opened_now(ground.vault, ground.randomness, now).text : before->text;
    return true;
}
void missed(const page::Visit& visit, const CodeGround& ground, TypedCode& typed) {
    ground.misses.missed(visit.request.peer, ground.clock.now());
    typed.wrong = true;
}

void code_page_main(html::Html& h, const page::Visit& visit, const TypedCode& typed, const CodePage& page) {
    page::FieldErrors errors;
    if (typed.wrong) errors.add("kod", visit.t(page.wrong));
    page::error_summary(h, visit, errors);
    wait_first(h, visit, typed, page.instead);
    h.el("h1", page.title);
    if (page.lead) page.lead(h);
    code_form(h, visit, typed, page, errors);
    if (page.after) page.after(h);
}
std::string_view own_path(const page::Visit& visit, const CodePage& page) { return visit.request.method == web::Method::post ? std::string_view() : page.path; }
}
