// /fraga/klart and /fraga/sparad: what happens now, and the code until she has written it down.
#include "features/contact/pages_asking.hpp"

namespace contact {
namespace {
Response to(const Visit& visit, std::string_view path) { return Response::see_other(visit.url(path).text()); }
}

Response sent_page(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    if (!t) return to(visit, held(a, visit.request) ? step_path(Step::check) : std::string(ask_path));
    const auto& c = t->contact;
    return ask_frame(visit, {.leaf = Leaf::sent, .title = std::string(visit.t("Din fråga har kommit fram")), .path = "/fraga/klart", .young = c.young}, [&](Html& h) {
        h.el("h1", c.way == Way::call ? visit.t("Vi har fått ditt nummer") : visit.t("Din fråga har kommit fram"));
        if (c.promised_at) h.el("p", {{"class", "lead"}}, c.way == Way::call ? visit.t("Vi ringer dig senast {day}.", {{"day", long_day(visit, *c.promised_at)}}) : visit.t("Du får svar senast {day}.", {{"day", long_day(visit, *c.promised_at)}}));
        if (t->visit.code) {
            h.el("p", c.anonymous() ? visit.t("Med koden läser du svaret här. Visa den inte för någon annan.") : c.way == Way::call ? visit.t("Vi ringer även utan koden. Med den kan du skriva mer här.") : visit.t("Med koden läser du svaret här och kan skriva mer. Visa den inte för någon annan."));
            show_code(h, visit, *t->visit.code, "klart");
        } else {
            h.el("p", visit.t("Koden visas inte igen. Ha den du skrev av till hands när du vill läsa svaret."));
            h.el("p", [&] { page::button_link(h, visit.url("/svar/samtal"), visit.t("Till ditt samtal")); });
        }
        h.el("p", c.anonymous() ? visit.t("Vi skickar inget till någons telefon eller mejl. Tryck på Lämna sidan när du är klar, särskilt om fler använder enheten.") : visit.t("Vi hör bara av oss på de sätt som du har valt. Tryck på Lämna sidan när du är klar, särskilt om fler använder enheten."));
    });
}

Response saved_page(const Visit& visit, const Asking& a) {
    const auto there = held(a, visit.request);
    if (!there) return to(visit, ask_path);
    return ask_frame(visit, {.leaf = Leaf::saved, .title = std::string(visit.t("Det du har skrivit är sparat")), .path = "/fraga/sparad", .young = there->draft.young}, [&](Html& h) {
        h.el("h1", visit.t("Det du har skrivit är sparat"));
        h.el("p", {{"class", "lead"}}, visit.t("Det är inte skickat. Du kan fortsätta till och med {day}.", {{"day", long_day(visit, there->row.until_at)}}));
        if (there->visit.code) {
            h.el("p", visit.t("Skriv koden på sidan Läs svaret, så kommer du tillbaka hit."));
            show_code(h, visit, *there->visit.code, "sparad");
        } else {
            h.el("p", visit.t("Koden du skrev av gäller fortfarande."));
        }
        h.el("p", [&] { page::link(h, visit.url(step_path(Step::check)), visit.t("Fortsätt nu")); });
    });
}

Response written_down(const Visit& visit, const Asking& a) {
    if (const auto found = visiting(a.ground, a.memory, visit.request)) a.ground.database.write([&](db::Transaction& tx) { kept::forget_code(tx, found->hash); });
    return to(visit, visit.request.field("till") == "sparad" ? "/fraga/sparad" : "/fraga/klart");
}
}
