#include "features/sign_in/answers.hpp"
#include "features/sign_in/back.hpp"
#include "features/sign_in/enrolment.hpp"

namespace sign_in {
namespace {
using web::Response;

page::FieldErrors wrong_code(const Visit& visit) {
    page::FieldErrors errors;
    errors.add("kod", visit.t("Koden stämmer inte. Skriv den som appen visar just nu."));
    return errors;
}
}

Response invitation_answer(const Ground& ground, const Visit& visit) {
    const auto code = visit.request.param("code");
    return invitation_waits(ground, code) ? invitation_page(visit, code) : invitation_gone_page(visit);
}
Response enter_answer(const Ground& ground, const Visit& visit) {
    const auto secret = enter_invitation(ground, visit.request.param("code"));
    if (!secret) return invitation_gone_page(visit);
    auto response = Response::see_other(visit.url("/valkommen").text());
    return std::move(response.header("Set-Cookie", cookie(welcome_cookie, *secret)));
}

Response welcome_answer(const Ground& ground, const Visit& visit) {
    const auto invited = entered_by(ground, visit.request);
    return invited && !invited->used_at ? choose_password_page(visit, {}) : invitation_gone_page(visit);
}
Response choose_password_answer(const Ground& ground, const Visit& visit) {
    const auto invited = entered_by(ground, visit.request);
    if (!invited || invited->used_at) return invitation_gone_page(visit);
    const auto errors = choose_password(ground, visit, *invited);
    if (errors.any()) return choose_password_page(visit, {std::string(visit.request.field("namn")), errors});
    return Response::see_other(visit.url("/valkommen/telefon").text());
}

Response app_answer(const Ground& ground, const Visit& visit) {
    const auto invited = entered_by(ground, visit.request);
    if (!invited || invited->used_at) return invitation_gone_page(visit);
    const auto secret = chosen_secret(ground, *invited);
    return secret ? choose_app_page(visit, *secret, {}) : Response::see_other(visit.url("/valkommen").text());
}
Response choose_app_answer(const Ground& ground, const Visit& visit) {
    const auto invited = entered_by(ground, visit.request);
    if (!invited || invited->used_at) return invitation_gone_page(visit);
    if (const auto codes = choose_app(ground, *invited, visit.request.field("kod"))) return first_codes_page(visit, *codes);
    const auto secret = chosen_secret(ground, *invited);
    return secret ? choose_app_page(visit, *secret, wrong_code(visit)) : invitation_gone_page(visit);
}
Response ready_answer(const Ground& ground, const Visit& visit) {
    const auto invited = entered_by(ground, visit.request);
    auto response = invited ? finish_welcome(ground, visit.request, *invited, visit.url(desk).text()) : std::nullopt;
    return response ? *std::move(response) : Response::see_other(visit.url("/logga-in").text());
}
}
