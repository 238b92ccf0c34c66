#include "base/text.hpp"
#include "features/sign_in/pages.hpp"

namespace sign_in {
namespace {
using html::Html;
using page::Visit;

void why_here(Html& h, const Visit& visit, const SignInForm& form) {
    const auto* words = form.why ? sign_in::words(*form.why) : nullptr;
    if (words && *form.why == Why::signed_out) return page::done(h, visit, visit.t(words));
    if (words || form.back.ends_with("/personal/fortsatt"))
        page::notice(h, visit.frame, page::Tone::info, words ? visit.t(words) : visit.t("Logga in för att fortsätta"), [&] {
            if (form.back.ends_with("/personal/fortsatt")) h.el("p", visit.t("Det du skrev finns kvar. När du har loggat in väljer du om det ska skickas eller kastas."));
        });
}

void wait_notice(Html& h, const Visit& visit, std::int64_t seconds) {
    if (seconds <= 0) return;
    page::notice(h, visit.frame, page::Tone::warning, visit.t("Det har varit många försök"), [&] {
        h.el("p", wait_words(visit, seconds));
        h.el("p", visit.t("Det gäller aldrig mer än en minut. En utskriven kod fungerar direkt, även när någon annan har försökt med ditt namn."));
    });
}

void provider_button(Html& h, const Visit& visit, const Shown& shown, const SignInForm& form) {
    const auto& button = (*shown.settings)->button;
    h.el("p", [&] { page::button_link(h, visit.url("/logga-in/oidc").with("till", form.back), button.sv.empty() ? visit.t("Logga in med kommunens inloggning") : visit.said(button)); });
}

void own_form(Html& h, const Visit& visit, const SignInForm& form, bool first) {
    page::form(h, visit, "sign_in.try", visit.url("/logga-in"), [&] {
        page::hidden_field(h, "till", form.back);
        page::text_field(h, visit, {.name = "namn", .label = visit.t("Inloggningsnamn"), .value = form.login, .autocomplete = "username", .longest = 100}, form.errors);
        page::text_field(h, visit, {.name = "losenord", .label = visit.t("Lösenord"), .type = "password", .autocomplete = "current-password", .longest = 1024}, form.errors);
        code_field(h, visit, form.errors, true);
        if (first) page::submit(h, visit.t("Logga in"));
        else page::submit_quiet(h, visit.t("Logga in"));
    });
}

void help(Html& h, const Visit& visit) {
    h.el("p", {{"class", "subtle"}}, visit.t("Du är inloggad i högst åtta timmar. Du loggas ut när inget har hänt på en kvart. Det du skriver sparas då åt dig."));
    page::details(h, visit.t("Kommer du inte in?"), [&] {
        h.el("p", visit.t("Är telefonen borta: skriv en av dina utskrivna koder där det står Kod."));
        h.el("p", visit.t("Är både telefonen och koderna borta, eller har du glömt lösenordet: gå till din verksamhetschef eller systemadministratören. Du får en ny länk i handen."));
    });
}
}

web::Response sign_in_page(const Visit& visit, const Shown& shown, const SignInForm& form) {
    const int status = form.wait > 0 ? 429 : form.errors.any() ? 422 : 200;
    auto response = door_page(visit, visit.t("Logga in"), form.errors, [&](Html& h) {
        why_here(h, visit, form);
        wait_notice(h, visit, form.wait);
        if (form.demo) h.el("p", [&] { page::button_link(h, visit.url("/prova-som"), visit.t("Prova som personal")); });
        if (form.provider) provider_button(h, visit, shown, form);
        if (form.provider) page::details(h, visit.t("Logga in med ett konto i Lotsen"), [&] { own_form(h, visit, form, false); });
        else own_form(h, visit, form, !form.demo);
        help(h, visit);
    }, status);
    if (form.wait > 0) response.header("Retry-After", base::to_text(form.wait));
    return response;
}

web::Response not_yet_page(const Visit& visit) {
    return door_page(visit, visit.t("Inloggning är inte igång än"), {}, [&](Html& h) {
        h.el("p", visit.t("Den som sköter Lotsen i kommunen behöver först ange en nyckelfil. Till dess visas bara webbplatsen för anhöriga."));
    }, 503);
}

web::Response code_used_page(const Visit& visit, std::size_t left, std::string_view to) {
    return door_page(visit, visit.t("Du är inloggad"), {}, [&](Html& h) {
        h.el("p", left == 0   ? std::string(visit.t("Det var den sista av dina utskrivna koder."))
                  : left == 1 ? std::string(visit.t("Koden är förbrukad. Du har en kod kvar."))
                              : visit.t("Koden är förbrukad. Du har {n} koder kvar.", {{"n", base::to_text(static_cast<long long>(left))}}));
        h.el("p", visit.t("Har du en ny telefon, eller få koder kvar: gör nya på sidan Mitt konto."));
        h.el("p", {{"class", "row"}}, [&] {
            page::button_link(h, html::Url::path(to), visit.t("Fortsätt"));
            page::link(h, visit.url("/personal/konto"), visit.t("Mitt konto"));
        });
    });
}

web::Response provider_refused_page(const Visit& visit, const char* title, const char* what_to_do, int status) {
    return door_page(visit, visit.t(title), {}, [&](Html& h) {
        h.el("p", visit.t(what_to_do));
        h.el("p", [&] { page::button_link(h, visit.url("/logga-in"), visit.t("Till inloggningen")); });
    }, status);
}
}
