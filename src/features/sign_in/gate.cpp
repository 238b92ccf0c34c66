#include "features/sign_in/gate.hpp"
#include "features/sign_in/back.hpp"
#include "features/sign_in/current.hpp"
#include "features/sign_in/drafts.hpp"
#include "features/sign_in/line.hpp"
#include "features/sign_in/pages.hpp"
#include "features/sign_in/store.hpp"
#include "platform/page/address.hpp"

namespace sign_in {
namespace {
using web::Request;
using web::Response;
using web::Route;

html::Url in_language(const Request& request, std::string_view path) { return page::url(path, i18n::named(request.language).value_or(i18n::Language::sv)); }

// To the door, and back to what was asked for. The cookie of a session that is over is taken away.
Response to_sign_in(const Request& request, const Current& found, std::string_view back) {
    auto url = in_language(request, "/logga-in");
    if (back != desk) url = url.with("till", back);
    if (found.over) url = url.with("varfor", key(*found.over));
    auto response = Response::see_other(url.text());
    if (!request.cookie(session_cookie).empty()) response.header("Set-Cookie", no_cookie(session_cookie));
    return response;
}

// What a session that has run out by itself was about to send is kept; of anything else nothing is (design 2: stamps).
bool kept_as_draft(const Ground& ground, const Request& request, const Route& route, const Current& found) {
    const bool ran_out = found.over == Why::idle || found.over == Why::absolute;
    return ran_out && keep_draft(ground, found.session->account, found.session->id, request, route);
}

Response nobody_there(const Ground& ground, const Request& request, const Route& route, const Current& found) {
    if (route.name == page::sign_out_route) return to_sign_in(request, {.over = Why::signed_out}, desk);
    if (route.method == web::Method::get) return to_sign_in(request, found, own_page(address_of(request)));
    return to_sign_in(request, found, kept_as_draft(ground, request, route, found) ? in_language(request, carry_on).text() : desk);
}

Response must_confirm(const Ground& ground, const Request& request, const Route& route, const Current& found) {
    const bool reads = route.method == web::Method::get;
    const auto back = reads ? own_page(address_of(request)) : keep_draft(ground, found.session->account, found.session->id, request, route) ? in_language(request, carry_on).text() : std::string(desk);
    return Response::see_other(in_language(request, "/bekrafta").with("till", back).text());
}

Response not_for_her(const Ground& ground, const Request& request, const Route& route, const Current& found) {
    auto known = request;
    known.actor = std::make_shared<const rights::Actor>(found.actor->acting(rights::Rule::signed_in));
    ground.database.write([&](db::Transaction& tx) { line::not_admitted(tx, *known.actor, ground.clock.now(), route.name); });
    const auto shown = ground.source();
    return refused_page({known, *shown->frame}, route.access);
}

// It has been sent on: what was kept of it goes. Only a form of our own, sent from our own page, has that right.
void remove_sent_draft(const Ground& ground, const Request& request, const Route& route, const Current& found) {
    const auto id = request.field(draft_field);
    if (route.method != web::Method::post || id.empty() || ground.stamps.check(request, route.name, found.session->id) != web::StampVerdict::right) return;
    ground.database.write([&](db::Transaction& tx) { store::remove_draft(tx, found.session->account, id); });
}
}

std::variant<std::shared_ptr<const rights::Actor>, Response> Gate::admitted(const Request& request, const Route& route) const {
    base::require(route.lane != web::Lane::memory, "a route that is not for anyone asks the database who comes: lane database or heavy");
    const auto found = current(ground_, request);
    if (!found.actor) return nobody_there(ground_, request, route, found);
    if (!route.access.admits(*found.actor)) return not_for_her(ground_, request, route, found);
    if (route.access.must_be_fresh() && !confirmed(found.actor->confirmed_at(), ground_.clock.now())) return must_confirm(ground_, request, route, found);
    remove_sent_draft(ground_, request, route, found);
    return std::make_shared<const rights::Actor>(found.actor->acting(route.access));
}
}
