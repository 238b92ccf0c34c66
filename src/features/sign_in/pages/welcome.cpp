#include "features/sign_in/pages.hpp"

namespace sign_in {
namespace {
using html::Html;
using page::Visit;
}

web::Response invitation_page(const Visit& visit, std::string_view code) {
    return door_page(visit, visit.t("Välkommen till Lotsen"), {}, [&](Html& h) {
        h.el("p", visit.t("Här väljer du lösenord och kopplar din telefon. Det tar ungefär fem minuter. Ha telefonen i närheten."));
        page::form(h, visit, "sign_in.enter", visit.url("/l/" + std::string(code)), [&] { page::submit(h, visit.t("Börja")); });
    });
}

web::Response invitation_gone_page(const Visit& visit) {
    return door_page(visit, visit.t("Länken fungerar inte"), {}, [&](Html& h) {
        h.el("p", visit.t("Den gäller i tre dygn och kan användas en gång. Kanske är någon bokstav fel."));
        h.el("p", visit.t("Fråga den som gav dig länken om en ny. Har du redan valt lösenord kan du logga in."));
        h.el("p", [&] { page::button_link(h, visit.url("/logga-in"), visit.t("Logga in")); });
    }, 404);
}

web::Response choose_password_page(const Visit& visit, const ChooseForm& form) {
    return door_page(visit, visit.t("Välj ett lösenord"), form.errors, [&](Html& h) {
        h.el("p", visit.t("Steg 1 av 3"));
        page::form(h, visit, "sign_in.choose_password", visit.url("/valkommen"), [&] {
            page::text_field(h, visit, {.name = "namn", .label = visit.t("Inloggningsnamn"), .hint = visit.t("Det som du fick tillsammans med länken."), .value = form.login, .autocomplete = "username", .longest = 100}, form.errors);
            page::text_field(h, visit, {.name = "nytt", .label = visit.t("Nytt lösenord"), .hint = visit.t("Minst 12 tecken. Fyra ord som inte hör ihop är lätta att minnas och svåra att gissa."), .type = "password", .autocomplete = "new-password", .longest = 1024}, form.errors);
            page::text_field(h, visit, {.name = "igen", .label = visit.t("Lösenordet en gång till"), .type = "password", .autocomplete = "new-password", .longest = 1024}, form.errors);
            page::submit(h, visit.t("Fortsätt"));
        });
    }, form.errors.any() ? 422 : 200);
}

web::Response choose_app_page(const Visit& visit, const crypto::Secret& secret, const page::FieldErrors& errors) {
    return door_page(visit, visit.t("Koppla din telefon"), errors, [&](Html& h) {
        h.el("p", visit.t("Steg 2 av 3"));
        totp_picture(h, visit, secret);
        page::form(h, visit, "sign_in.choose_app", visit.url("/valkommen/telefon"), [&] {
            code_field(h, visit, errors, false);
            page::submit(h, visit.t("Fortsätt"));
        });
    }, errors.any() ? 422 : 200);
}

web::Response first_codes_page(const Visit& visit, const std::vector<std::string>& codes) {
    return door_page(visit, visit.t("Spara dina koder"), {}, [&](Html& h) {
        h.el("p", visit.t("Steg 3 av 3"));
        printed_codes(h, visit, codes);
        page::form(h, visit, "sign_in.ready", visit.url("/valkommen/klar"), [&] { page::submit(h, visit.t("Jag har dem på papper")); });
    });
}
}
