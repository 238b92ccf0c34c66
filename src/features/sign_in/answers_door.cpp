#include "features/sign_in/answers.hpp"
#include "base/text.hpp"
#include "features/sign_in/back.hpp"
#include "features/sign_in/current.hpp"
#include "features/sign_in/known_device.hpp"
#include "features/sign_in/local.hpp"
#include "features/sign_in/own_account.hpp"
#include "features/sign_in/store.hpp"
#include "features/sign_in/through_provider.hpp"

namespace sign_in {
namespace {
using web::Response;

bool has_provider(const Ground& ground) {
    const auto shown = ground.source();
    return ground.provider && shown->settings && *shown->settings;
}
SignInForm form_of(const Ground& ground, std::string_view asked_back) {
    return {.back = own_page(asked_back), .provider = has_provider(ground), .demo = ground.demo};
}

Response in_at_last(const Visit& visit, const SignedIn& done, const std::string& back) {
    // A printed code was used: said at once, on a page of its own.
    auto response = done.codes_left ? code_used_page(visit, *done.codes_left, back) : Response::see_other(back);
    response.header("Set-Cookie", cookie(session_cookie, done.session.secret));
    response.header("Set-Cookie", cookie(known_device::cookie, done.device, known_device::days));
    return response;
}

template <class Form> void say_why(const Visit& visit, const NotSignedIn& no, Form& form, const char* wrong, std::string_view field) {
    if (no.why == NotSignedIn::Why::wait) form.wait = std::max<std::int64_t>(1, no.seconds);
    else form.errors.add(field, visit.t(wrong));
}

Method method_of(const Ground& ground, const Visit& visit) {
    const auto found = current(ground, visit.request);
    return found.session ? found.session->method : Method::local;
}
Response of(const Visit& visit, std::variant<Response, ProviderRefusal> answer) {
    if (const auto* no = std::get_if<ProviderRefusal>(&answer)) return provider_refused_page(visit, no->title, no->what_to_do, no->status);
    return std::get<Response>(std::move(answer));
}
}

Response door_answer(const Ground& ground, const Visit& visit) {
    auto form = form_of(ground, visit.request.asked("till"));
    form.why = why_from(visit.request.asked("varfor"));
    if (current(ground, visit.request).actor) return Response::see_other(form.back);
    return sign_in_page(visit, *ground.source(), form);
}

Response try_answer(const Ground& ground, const Visit& visit) {
    const auto& request = visit.request;
    auto form = form_of(ground, request.field("till"));
    form.login = std::string(request.field("namn")).substr(0, 100);
    if (!base::valid_utf8(form.login)) form.login.clear();
    const auto answer = sign_in_locally(ground, request, {std::string(request.field("namn")), {std::string(request.field("losenord")), std::string(request.field("kod"))}});
    if (const auto* done = std::get_if<SignedIn>(&answer)) return in_at_last(visit, *done, form.back);
    say_why(visit, std::get<NotSignedIn>(answer), form, i18n::key("Namn, lösenord eller kod stämmer inte. En kod fungerar bara en gång: vänta på nästa."), "namn");
    return sign_in_page(visit, *ground.source(), form);
}

Response provider_answer(const Ground& ground, const Visit& visit) { return of(visit, to_provider(ground, visit.request, own_page(visit.request.asked("till")), {})); }
Response back_answer(const Ground& ground, const Visit& visit) { return of(visit, back_from_provider(ground, visit.request)); }

Response sign_out_answer(const Ground& ground, const Visit& visit) {
    sign_out(ground, visit.request);
    auto response = Response::see_other(visit.url("/logga-in").with("varfor", key(Why::signed_out)).text());
    return std::move(response.header("Set-Cookie", no_cookie(session_cookie)).header("Clear-Site-Data", "\"cache\", \"storage\""));
}

Response confirm_answer(const Ground& ground, const Visit& visit) {
    const auto back = own_page(visit.request.asked("till"));
    if (confirmed(visit.request.actor->confirmed_at(), ground.clock.now())) return Response::see_other(back);
    return confirm_page(visit, {.back = back, .method = method_of(ground, visit)});
}
Response confirm_try_answer(const Ground& ground, const Visit& visit) {
    const auto& request = visit.request;
    ConfirmForm form{.back = own_page(request.field("till")), .method = Method::local};
    const auto answer = confirm_locally(ground, request, {std::string(request.field("losenord")), std::string(request.field("kod"))});
    if (const auto* done = std::get_if<Confirming>(&answer)) {
        auto response = Response::see_other(form.back);
        return std::move(response.header("Set-Cookie", cookie(session_cookie, done->secret)));
    }
    say_why(visit, std::get<NotSignedIn>(answer), form, i18n::key("Lösenord eller kod stämmer inte. En kod fungerar bara en gång: vänta på nästa."), "losenord");
    return confirm_page(visit, form);
}
Response confirm_provider_answer(const Ground& ground, const Visit& visit) {
    return of(visit, to_provider(ground, visit.request, own_page(visit.request.asked("till")), std::string(visit.request.session())));
}

Response drafts_answer(const Ground& ground, const Visit& visit) { return drafts_page(visit, drafts(ground, visit.request.actor->account())); }
Response throw_away_answer(const Ground& ground, const Visit& visit) {
    ground.database.write([&](db::Transaction& tx) { store::remove_draft(tx, visit.request.actor->account(), visit.request.field(draft_field)); });
    return Response::see_other(visit.url(carry_on).text());
}
}
