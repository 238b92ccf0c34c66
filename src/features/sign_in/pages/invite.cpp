#include "features/sign_in/pages.hpp"

namespace sign_in {
namespace {
using html::Html;
using page::Visit;

std::string person(const AccountId& account) { return "/personal/organisation/person/" + std::string(account.text()); }
void way_up(Html& h, const Visit& visit, const AccountId& account) { page::breadcrumbs(h, visit, {{"/personal/organisation", visit.t("Organisation")}, {person(account), visit.t("Person")}}); }
std::string own(const AccountId& account) { return "/personal/konto/" + std::string(account.text()) + "/inbjudan"; }
}

web::Response invite_page(const Visit& visit, const AccountId& account, const InviteForm& form) {
    return page::staff_page(visit, {.title = std::string(visit.t("Bjud in")), .current = "/personal/organisation", .errors = form.errors.any(), .narrow = true}, [&](Html& h) {
        way_up(h, visit, account);
        page::error_summary(h, visit, form.errors);
        page::staff_heading(h, visit.t("Bjud in"));
        h.el("p", visit.t("Du får en länk att lämna i handen. Med den väljer personen sitt lösenord och kopplar sin telefon."));
        if (form.state == State::active)
            page::notice(h, visit.frame, page::Tone::warning, visit.t("Personen kan redan logga in"), [&] {
                h.el("p", visit.t("Gör du en ny länk slutar lösenord, telefon och utskrivna koder att fungera. Gör det när de är borta, och personen står framför dig."));
            });
        page::form(h, visit, "sign_in.invite", visit.url(own(account)), [&] {
            if (form.state == State::none)
                page::text_field(h, visit, {.name = "namn", .label = visit.t("Inloggningsnamn"), .hint = visit.t("Till exempel förnamn och efternamn med punkt emellan. Lotsen kan inte visa det igen."), .value = form.login, .longest = 100}, form.errors);
            page::submit(h, visit.t("Gör en länk"));
        });
        h.el("p", [&] { page::link(h, visit.url(person(account)), visit.t("Tillbaka till personen")); });
    }, form.errors.any() ? 422 : 200);
}

web::Response invited_page(const Visit& visit, const AccountId& account, std::string_view link, std::string_view login) {
    return page::staff_page(visit, {.title = std::string(visit.t("Lämna länken")), .current = "/personal/organisation", .narrow = true}, [&](Html& h) {
        way_up(h, visit, account);
        page::staff_heading(h, visit.t("Lämna länken"));
        h.el("p", visit.t("Lämna länken i handen eller på papper, inte i e-post. Den gäller i tre dygn och fungerar en gång. Den visas bara nu."));
        h.el("p", [&] { h.el("code", {{"class", "key"}}, link); });
        h.el("p", login.empty() ? std::string(visit.t("Inloggningsnamnet är detsamma som förut.")) : visit.t("Inloggningsnamn: {namn}", {{"namn", login}}));
        page::print_button(h, visit);
        h.el("p", [&] { page::link(h, visit.url(person(account)), visit.t("Tillbaka till personen")); });
    });
}
}
