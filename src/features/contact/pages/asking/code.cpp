// /svar: the code opens a draft or a conversation. Whoever guesses is stopped soon; whoever has the code is not (security T18).
#include "base/text.hpp"
#include "features/contact/pages_asking.hpp"

namespace contact {
namespace {
Response to(const Visit& visit, std::string_view path) { return Response::see_other(visit.url(path).text()); }

struct CodeForm {
    std::string typed;
    page::FieldErrors errors = {};
    std::int64_t wait_ms = 0;
    std::string waited = {};   // when she was asked to wait, said by ourselves
};
Response shown(const Visit& visit, const Asking& a, const CodeForm& form, bool has_talk) {
    const bool posted = visit.request.method == web::Method::post;
    const int status = form.wait_ms > 0 ? 429 : form.errors.any() ? 422 : 200;
    return ask_frame(visit, {.leaf = Leaf::code, .title = std::string(visit.t("Läs svaret")), .path = posted ? "" : std::string(code_path), .errors = form.errors.any()}, [&](Html& h) {
        page::error_summary(h, visit, form.errors);
        if (form.wait_ms > 0) page::notice(h, visit.frame, page::Tone::info, visit.t("Vänta en liten stund"), [&] {
            h.el("p", visit.t("Många försöker just nu. Koden står kvar här. Vänta i {n} sekunder och tryck på Öppna igen. Brådskar det: ring.", {{"n", base::to_text(static_cast<long long>((form.wait_ms + 999) / 1000))}}));
            articles::who_answers(h, visit, *a.shown.municipality, articles::AskLink::no);
        });
        h.el("h1", visit.t("Läs svaret"));
        if (has_talk) h.el("p", {{"class", "notice"}}, [&] { page::link(h, visit.url("/svar/samtal"), visit.t("Till ditt samtal")); });
        page::form(h, visit, code_route, visit.url(code_path), [&] {
            if (!form.waited.empty()) page::hidden_field(h, "vantat", form.waited);
            page::text_field(h, visit, {.name = "kod", .label = visit.t("Din kod"), .hint = visit.t("De 16 siffrorna som du skrev av. Mellanrum spelar ingen roll."), .value = form.typed, .input_mode = "numeric", .longest = 40}, form.errors);
            page::submit(h, visit.t("Öppna"));
        });
        page::details(h, visit.t("Har du inte koden kvar?"), [&] {
            h.el("p", visit.t("Ingen kan ta fram den igen, inte vi heller. Ställ frågan på nytt, eller ring."));
            articles::who_answers(h, visit, *a.shown.municipality, articles::AskLink::no);
            h.el("p", [&] { page::link(h, visit.url(ask_path), visit.t("Fråga på nytt")); });
        });
    }, status);
}

Response come_in(const Visit& visit, const Asking& a, const Behind& behind) {
    const auto fresh = new_visit(a.ground);
    const auto now = a.ground.clock.now();
    const bool draft = a.ground.database.write([&](db::Transaction& tx) {
        if (const auto former = visit_of(a.ground.vault, visit.request)) kept::remove_visit(tx, *former);   // this browser holds one, not two
        begin_visit(tx, now, fresh, behind.area, behind.contact);
        return kept::draft(tx, behind.area, behind.contact).has_value();
    });
    auto response = to(visit, draft ? step_path(Step::check) : std::string("/svar/samtal"));
    return std::move(response.header("Set-Cookie", cookie(fresh.secret)));
}
}

Response code_page(const Visit& visit, const Asking& a) { return shown(visit, a, {}, talk(a, visit.request).has_value()); }

Response open_code(const Visit& visit, const Asking& a) {
    const auto now = a.ground.clock.now();
    const auto& request = visit.request;
    CodeForm form{.typed = std::string(request.field("kod").substr(0, 40))};
    if (!base::valid_utf8(form.typed)) form.typed.clear();
    const auto before = opened_from(a.ground.vault, request.field("vantat"));
    const auto verdict = a.memory.misses.asked(request.peer, before ? std::optional(Misses::Waited{before->at, before->text}) : std::nullopt, now);
    if (verdict.wait_ms > 0) {
        form.wait_ms = verdict.wait_ms;
        form.waited = verdict.anew ? opened_now(a.ground.vault, a.ground.randomness, now).text : before->text;
        return shown(visit, a, form, false);
    }
    if (const auto behind = opened_by(a.ground, form.typed)) return come_in(visit, a, *behind);
    a.memory.misses.missed(request.peer, now);
    form.errors.add("kod", visit.t("Koden öppnar inget. Se efter att alla 16 siffror är rätt. En fråga som du har avslutat går inte att öppna."));
    return shown(visit, a, form, false);
}
}
