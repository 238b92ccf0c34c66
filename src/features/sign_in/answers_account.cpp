#include "features/sign_in/answers.hpp"
#include "features/sign_in/own_account.hpp"
#include "features/sign_in/store.hpp"
#include "platform/crypto/totp.hpp"

namespace sign_in {
namespace {
using web::Response;

Response to_account(const Visit& visit, std::string_view word) { return Response::see_other(visit.url("/personal/konto").with("klart", word).text()); }

// Only who has a password in Lotsen has these pages; whoever comes through the provider changes hers there.
bool local(const Ground& ground, const Visit& visit) {
    return ground.database.read([&](db::Reader& reader) { return state_of(reader, visit.request.actor->account()) == State::active; });
}
}

Response account_answer(const Ground& ground, const Visit& visit) { return account_page(visit, own_account(ground, visit)); }

Response end_all_answer(const Ground& ground, const Visit& visit) {
    end_own_sessions(ground, visit.request);
    auto response = Response::see_other(visit.url("/logga-in").with("varfor", key(Why::all_ended)).text());
    return std::move(response.header("Set-Cookie", no_cookie(session_cookie)).header("Clear-Site-Data", "\"cache\", \"storage\""));
}
Response shortcuts_answer(const Ground& ground, const Visit& visit) {
    change_shortcuts(ground, visit.request, visit.request.field("visa") == "pa");
    return to_account(visit, "kortkommandon");
}

Response password_answer(const Ground& ground, const Visit& visit) { return local(ground, visit) ? new_password_page(visit, {}) : Response::not_found(); }
Response new_password_answer(const Ground& ground, const Visit& visit) {
    if (!local(ground, visit)) return Response::not_found();
    const auto errors = change_password(ground, visit);
    return errors.any() ? new_password_page(visit, errors) : to_account(visit, "losenord");
}

Response telephone_answer(const Ground& ground, const Visit& visit) {
    if (!local(ground, visit)) return Response::not_found();
    const auto secret = crypto::totp_secret();
    return new_app_page(visit, secret, carried(ground, visit.request, secret), {});
}
Response new_app_answer(const Ground& ground, const Visit& visit) {
    const auto secret = local(ground, visit) ? carried_back(ground, visit.request) : std::nullopt;
    if (!secret) return Response::not_found();
    if (change_app(ground, visit.request, *secret)) return to_account(visit, "telefon");
    page::FieldErrors errors;
    errors.add("kod", visit.t("Koden stämmer inte. Skriv den som appen visar just nu."));
    return new_app_page(visit, *secret, visit.request.field("nyckel"), errors);
}

Response codes_answer(const Ground& ground, const Visit& visit) { return local(ground, visit) ? ask_for_codes_page(visit) : Response::not_found(); }
Response new_codes_answer(const Ground& ground, const Visit& visit) { return local(ground, visit) ? new_codes_page(visit, change_codes(ground, visit.request)) : Response::not_found(); }
}
