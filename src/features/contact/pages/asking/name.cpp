// /svar/namn, /svar/angra-namn, /svar/avsluta: what she does with her own question.
#include "base/text.hpp"
#include "features/contact/pages_asking.hpp"

namespace contact {
namespace {
Response to(const Visit& visit, std::string_view path) { return Response::see_other(visit.url(path).text()); }

void wait_notice(Html& h, const Visit& visit) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Vänta en liten stund och tryck igen"), [&] { h.el("p", visit.t("Det du har skrivit står kvar.")); });
}
bool may(const Visit& visit, const Asking& a, const Talk& t) { return a.memory.measures.may(Measures::Doing::name, t.contact.id.text(), visit.request.peer, a.ground.clock.now()); }

Response name_form(const Visit& visit, const Talk& t, const Reachable& r, const page::FieldErrors& errors, bool wait = false) {
    const bool posted = visit.request.method == web::Method::post;
    return ask_frame(visit, {.leaf = Leaf::name, .title = std::string(visit.t("Berätta vem du är")), .path = posted ? "" : "/svar/namn", .young = t.contact.young, .errors = errors.any()}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (wait) wait_notice(h, visit);
        h.el("h1", visit.t("Berätta vem du är"));
        h.el("p", visit.t("Du behöver inte. Du kan ta tillbaka det tills någon av oss har läst det. Efter det står det kvar."));
        page::form(h, visit, name_route, visit.url("/svar/namn"), [&] {
            name_field(h, visit, r, errors);
            reach_fields(h, visit, r, errors);
            times_fields(h, visit, r, errors);
            page::submit(h, visit.t("Berätta det"));
        });
        h.el("p", [&] { page::link(h, visit.url("/svar/samtal"), visit.t("Avbryt")); });
    }, wait ? 429 : errors.any() ? 422 : 200);
}

// When the text is destroyed, as the board has decided it; or that it has not.
std::string destroyed(const Visit& visit, const Shown& shown) {
    const auto& days = shown.retention->anonymous_question_days;
    if (days && !shown.retention->decision.empty()) return visit.t("Texten förstörs {n} dagar efter att vi har avslutat frågan. Nämndens beslut: {number}.", {{"n", base::to_text(*days)}, {"number", shown.retention->decision}});
    return std::string(visit.t("Nämnden har inte beslutat när texten ska förstöras. Den finns därför kvar hos oss tills det är bestämt."));
}
constexpr const char* never_while = i18n::key("Har texten lett till något som inte är färdigt finns den kvar tills det är klart.");

Response plain(const Visit& visit, const Talk& t, Leaf leaf, std::string_view title, std::string path, std::string_view route, std::string_view button, const std::function<void(Html&)>& says, bool wait = false) {
    return ask_frame(visit, {.leaf = leaf, .title = std::string(title), .path = path, .young = t.contact.young}, [&](Html& h) {
        if (wait) wait_notice(h, visit);
        h.el("h1", title);
        says(h);
        page::form(h, visit, route, visit.url(path), [&] { page::submit(h, button); });
        h.el("p", [&] { page::link(h, visit.url("/svar/samtal"), visit.t("Avbryt")); });
    }, wait ? 429 : 200);
}
Response unname_form(const Visit& visit, const Talk& t, bool wait) {
    return plain(visit, t, Leaf::unname, visit.t("Ta tillbaka ditt namn"), "/svar/angra-namn", unname_route, visit.t("Ta tillbaka mitt namn"), [&](Html& h) {
        h.el("p", visit.t("Ditt namn och hur du nås tas bort. Ingen av oss har läst det. Det du har skrivit står kvar, och du läser svaret med din kod."));
    }, wait);
}
}

Response name_page(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    if (!t) return to(visit, code_path);
    return t->contact.person ? to(visit, "/svar/samtal") : name_form(visit, *t, {}, {});
}
Response save_name(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    if (!t) return to(visit, code_path);
    const Draft typed{.way = Way::named, .reachable = reachable_from(visit.request.form)};
    const auto now = a.ground.clock.now();
    auto wrong = faults(typed, Step::name, now);
    for (const auto fault : faults(typed, Step::reach, now)) wrong.push_back(fault);
    if (!wrong.empty()) return name_form(visit, *t, typed.reachable, errors_of(visit, wrong));
    if (!may(visit, a, *t)) return name_form(visit, *t, typed.reachable, {}, true);
    const auto made = naming(a.ground, t->contact.area, t->contact.young, asked_for(typed));
    const auto done = a.ground.database.write([&](db::Transaction& tx) { return say_name(tx, a.ground.vault, now, t->contact.area, t->contact.id, made); });
    return to(visit, done ? "/svar/samtal?klart=namn" : "/svar/samtal");
}

Response unname_page(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    if (!t) return to(visit, code_path);
    if (!t->contact.person || t->contact.named_seen_at) return to(visit, "/svar/samtal");
    return unname_form(visit, *t, false);
}
Response save_unname(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    if (!t) return to(visit, code_path);
    if (!may(visit, a, *t)) return unname_form(visit, *t, true);
    const auto done = a.ground.database.write([&](db::Transaction& tx) { return take_name_back(tx, a.ground.vault, a.ground.clock.now(), t->contact.area, t->contact.id); });
    if (done) return to(visit, "/svar/samtal?klart=utan");
    if (done.refusal() != UnnamingRefusal::seen) return to(visit, "/svar/samtal");
    return ask_frame(visit, {.leaf = Leaf::unname, .title = std::string(visit.t("Ta tillbaka ditt namn")), .young = t->contact.young}, [&](Html& h) {
        h.el("h1", visit.t("Någon av oss har redan läst ditt namn"));
        h.el("p", visit.t("Därför går det inte att ta tillbaka här. Skriv till oss om något är fel, så rättar vi det."));
        h.el("p", [&] { page::link(h, visit.url("/svar/samtal"), visit.t("Till ditt samtal")); });
    }, 422);
}

Response end_page(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    if (!t) return to(visit, code_path);
    return plain(visit, *t, Leaf::end, visit.t("Avsluta och dölj frågan"), "/svar/avsluta", end_route, visit.t("Avsluta nu"), [&](Html& h) {
        h.el("p", visit.t("Koden slutar fungera direkt. Varken du eller någon annan kan öppna samtalet härifrån, och du kan inte ångra det."));
        h.el("p", destroyed(visit, a.shown));
        h.el("p", visit.t(never_while));
    });
}
Response save_end(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    if (!t) return to(visit, code_path);
    a.ground.database.write([&](db::Transaction& tx) { return end_conversation(tx, a.ground.clock.now(), t->contact.area, t->contact.id); });
    auto response = to(visit, "/svar/avslutat");
    return std::move(response.header("Set-Cookie", no_cookie()));
}
Response ended_page(const Visit& visit, const Shown& shown) {
    return ask_frame(visit, {.leaf = Leaf::ended, .title = std::string(visit.t("Samtalet är avslutat")), .path = "/svar/avslutat"}, [&](Html& h) {
        h.el("h1", visit.t("Samtalet är avslutat"));
        h.el("p", {{"class", "lead"}}, visit.t("Koden öppnar inget mer."));
        h.el("p", destroyed(visit, shown));
        h.el("p", visit.t(never_while));
        h.el("p", [&] { page::link(h, visit.url(ask_path), visit.t("Fråga något annat")); });
    });
}
}
