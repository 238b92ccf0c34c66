#include "features/sign_in/routes.hpp"
#include "features/sign_in/answers.hpp"

namespace sign_in {
namespace {
using web::Access;
using web::Lane;
using web::Request;
using web::Response;

using Answer = Response (*)(const Ground&, const page::Visit&);
web::Page shown(const Ground& ground, Answer answer) {
    return [ground, answer](const Request& request) {
        const auto shown = ground.source();
        return answer(ground, {request, *shown->frame});
    };
}

// What asks for a password goes to the two heavy threads: argon2id takes memory (design 2: lanes).
// The way to the provider is a link: with form-action 'self' a browser lets no form be redirected to another site.
web::Routes door(const Ground& g) {
    return {
        {web::Method::get, "/logga-in", Access::anyone, Lane::database, "sign_in.door", shown(g, door_answer)},
        {web::Method::post, "/logga-in", Access::anyone, Lane::heavy, "sign_in.try", shown(g, try_answer)},
        {web::Method::get, "/logga-in/oidc", Access::anyone, Lane::database, "sign_in.provider", shown(g, provider_answer)},
        {web::Method::get, "/logga-in/oidc/retur", Access::anyone, Lane::database, "sign_in.back", shown(g, back_answer)},
        {web::Method::post, "/logga-ut", Access::signed_in, Lane::database, std::string(page::sign_out_route), shown(g, sign_out_answer)},
        {web::Method::get, "/bekrafta", Access::signed_in, Lane::database, "sign_in.confirm", shown(g, confirm_answer)},
        {web::Method::post, "/bekrafta", Access::signed_in, Lane::heavy, "sign_in.confirm_try", shown(g, confirm_try_answer)},
        {web::Method::get, "/bekrafta/oidc", Access::signed_in, Lane::database, "sign_in.confirm_provider", shown(g, confirm_provider_answer)},
        {web::Method::get, "/personal/fortsatt", Access::signed_in, Lane::database, "sign_in.drafts", shown(g, drafts_answer)},
        {web::Method::post, "/personal/fortsatt", Access::signed_in, Lane::database, "sign_in.throw_away", shown(g, throw_away_answer)},
    };
}

web::Routes welcome(const Ground& g) {
    return {
        {web::Method::get, "/l/{code}", Access::anyone, Lane::database, "sign_in.invitation", shown(g, invitation_answer)},
        {web::Method::post, "/l/{code}", Access::anyone, Lane::database, "sign_in.enter", shown(g, enter_answer)},
        {web::Method::get, "/valkommen", Access::anyone, Lane::database, "sign_in.welcome", shown(g, welcome_answer)},
        {web::Method::post, "/valkommen", Access::anyone, Lane::heavy, "sign_in.choose_password", shown(g, choose_password_answer)},
        {web::Method::get, "/valkommen/telefon", Access::anyone, Lane::database, "sign_in.app", shown(g, app_answer)},
        {web::Method::post, "/valkommen/telefon", Access::anyone, Lane::database, "sign_in.choose_app", shown(g, choose_app_answer)},
        {web::Method::post, "/valkommen/klar", Access::anyone, Lane::database, "sign_in.ready", shown(g, ready_answer)},
    };
}

web::Routes account(const Ground& g) {
    const auto fresh = Access::signed_in.fresh(), lets_in = Access::only({rights::Role::head_of_operations, rights::Role::administrator}).fresh();
    return {
        {web::Method::get, "/personal/konto", Access::signed_in, Lane::database, "sign_in.account", shown(g, account_answer)},
        {web::Method::post, "/personal/konto/avsluta-alla", Access::signed_in, Lane::database, "sign_in.end_all", shown(g, end_all_answer)},
        {web::Method::post, "/personal/konto/kortkommandon", Access::signed_in, Lane::database, "sign_in.shortcuts", shown(g, shortcuts_answer)},
        {web::Method::get, "/personal/konto/losenord", fresh, Lane::database, "sign_in.password", shown(g, password_answer)},
        {web::Method::post, "/personal/konto/losenord", fresh, Lane::heavy, "sign_in.new_password", shown(g, new_password_answer)},
        {web::Method::get, "/personal/konto/telefon", fresh, Lane::database, "sign_in.telephone", shown(g, telephone_answer)},
        {web::Method::post, "/personal/konto/telefon", fresh, Lane::database, "sign_in.new_app", shown(g, new_app_answer)},
        {web::Method::get, "/personal/konto/koder", fresh, Lane::database, "sign_in.codes", shown(g, codes_answer)},
        {web::Method::post, "/personal/konto/koder", fresh, Lane::database, "sign_in.new_codes", shown(g, new_codes_answer)},
        {web::Method::get, "/personal/konto/{id}/inbjudan", lets_in, Lane::database, "sign_in.invite_page", shown(g, invite_answer)},
        {web::Method::post, "/personal/konto/{id}/inbjudan", lets_in, Lane::database, "sign_in.invite", shown(g, make_invitation_answer)},
    };
}

Response not_yet(const Source& source, const Request& request) {
    const auto shown = source();
    return not_yet_page({request, *shown->frame});
}
void add(web::Routes& all, web::Routes more) { all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }
}

web::Routes routes(const std::optional<Ground>& ground, Source source) {
    if (!ground) return {{web::Method::get, "/logga-in", Access::anyone, Lane::memory, "sign_in.door", [source](const Request& request) { return not_yet(source, request); }}};
    auto all = door(*ground);
    add(all, welcome(*ground));
    add(all, account(*ground));
    return all;
}

web::Routes demo_routes(const Ground& g) {
    return {
        {web::Method::get, "/prova-som", Access::anyone, Lane::database, "sign_in.stepping_in", shown(g, stepping_in_answer)},
        {web::Method::post, "/prova-som", Access::anyone, Lane::database, "sign_in.step_in", shown(g, step_in_answer)},
        {web::Method::post, "/bekrafta/prova", Access::signed_in, Lane::database, "sign_in.confirm_demo", shown(g, confirm_demo_answer)},
    };
}
}
