// What is posted from a contact's page. A refusal gives the page back with what was typed.
#include "features/contact/answer.hpp"
#include "features/contact/claim.hpp"
#include "features/contact/close.hpp"
#include "features/contact/note.hpp"
#include "features/contact/pages/desk/typed.hpp"

namespace contact {
namespace {
// The way on after an act: the page again, the same with what is wrong, or 404.
template <class Result> Response after(const Visit& visit, const Desk& desk, const ContactId& id, const Result& done, std::string_view word, std::string_view field, Typed typed = {}) {
    if (done) return Response::see_other(path_of(id) + "?klart=" + std::string(word));
    if (done.refusal() == DeskRefusal::unknown) return Response::not_found();
    typed.errors.add(field, visit.t(words(done.refusal())));
    return contact_page_with(visit, desk, typed);
}
}

Response save_take(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const auto over = visit.request.field("over") == "ja" ? Over::yes : Over::no;
    return after(visit, desk, *id, desk.ground.database.write([&](db::Transaction& tx) { return claim(tx, *visit.request.actor, desk.now(), *id, over); }), "tagen", "");
}
Response save_release(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    return after(visit, desk, *id, desk.ground.database.write([&](db::Transaction& tx) { return release(tx, *visit.request.actor, desk.now(), *id); }), "slappt", "");
}
Response save_answer(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const std::string text(visit.request.field("svar"));
    const auto notice = crypto::new_id<outbox::MessageId>(desk.ground.randomness);
    return after(visit, desk, *id, desk.ground.database.write([&](db::Transaction& tx) { return answer(tx, desk.ground.vault, *visit.request.actor, desk.now(), {*id, text, notice}); }), "svarat", "svar", {.answer = text});
}
Response save_note(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const std::string text(visit.request.field("anteckning"));
    return after(visit, desk, *id, desk.ground.database.write([&](db::Transaction& tx) { return note(tx, desk.ground.vault, *visit.request.actor, desk.now(), {*id, text}); }), "antecknat", "anteckning", {.note = text});
}
Response save_close(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const std::string typed(visit.request.field("outcome"));
    const auto outcome = outcome_from(typed);
    if (!outcome) {
        Typed wrong{.outcome = typed};
        wrong.errors.add("outcome", visit.t("Välj hur det gick."));
        return contact_page_with(visit, desk, wrong);
    }
    const Closing closing{*id, *outcome, facts::draw(desk.ground.randomness)};
    return after(visit, desk, *id, desk.ground.database.write([&](db::Transaction& tx) { return close(tx, *visit.request.actor, desk.now(), closing); }), "avslutat", "outcome", {.outcome = typed});
}
Response save_hand_route(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    const auto route = store::RouteId::from(visit.request.param("vag"));
    if (!id || !route) return Response::not_found();
    const std::string way(route->text()), field = "mottagare-" + way, receiver(visit.request.field(field));
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return hand_route(tx, desk.ground.vault, *visit.request.actor, desk.now(), {*id, *route, receiver}); });
    if (!done && done.refusal() == DeskRefusal::no_route) return Response::not_found();
    return after(visit, desk, *id, done, "lamnad", field, {.receiver = receiver, .route = way});
}
}
