// /svar: the code opens a draft or a conversation. Whoever guesses is stopped soon; whoever has the code is not (security T18).
#include "features/contact/pages_asking.hpp"
#include "features/contact/typed_code.hpp"

namespace contact {
namespace {
Response to(const Visit& visit, std::string_view path) { return Response::see_other(visit.url(path).text()); }

Response shown(const Visit& visit, const Asking& a, const TypedCode& typed, bool has_talk) {
    const auto title = visit.t("Läs svaret");
    const CodePage page{.title = title, .route = code_route, .path = code_path, .wrong = i18n::key("Koden öppnar inget. Se efter att alla 16 siffror är rätt. En fråga som du har avslutat går inte att öppna."),
        .lead = [&](Html& h) { if (has_talk) h.el("p", {{"class", "notice"}}, [&] { page::link(h, visit.url("/svar/samtal"), visit.t("Till ditt samtal")); }); },
        .after = [&](Html& h) {
            page::details(h, visit.t("Har du inte koden kvar?"), [&] {
                h.el("p", visit.t("Ingen kan ta fram den igen, inte vi heller. Ställ frågan på nytt, eller ring."));
                articles::who_answers(h, visit, *a.shown.municipality, articles::AskLink::no);
                h.el("p", [&] { page::link(h, visit.url(ask_path), visit.t("Fråga på nytt")); });
            });
        },
        .instead = [&](Html& h) { articles::who_answers(h, visit, *a.shown.municipality, articles::AskLink::no); }};
    return ask_frame(visit, {.leaf = Leaf::code, .title = std::string(title), .path = std::string(own_path(visit, page)), .errors = typed.wrong}, [&](Html& h) { code_page_main(h, visit, typed, page); }, typed.status());
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
    auto typed = typed_code(visit);
    const auto behind = opened_by_code(visit, {a.ground.vault, a.ground.randomness, a.ground.clock, a.memory.misses}, typed, [&](std::string_view text) { return opened_by(a.ground, text); });
    return behind ? come_in(visit, a, *behind) : shown(visit, a, typed, false);
}
}
