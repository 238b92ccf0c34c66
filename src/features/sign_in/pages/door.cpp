#include "base/text.hpp"
#include "features/sign_in/pages.hpp"
#include "platform/crypto/totp.hpp"
#include "platform/documents/documents.hpp"

namespace sign_in {
using html::Html;
using page::Visit;

web::Response door_page(const Visit& visit, std::string_view title, const page::FieldErrors& errors, const std::function<void(Html&)>& main, int status) {
    Html h(16384);
    h.doctype();
    h.el("html", {{"lang", i18n::tag(visit.language())}, {"dir", "ltr"}}, [&] {
        h.el("head", [&] {
            page::common_head(h, visit.frame, (errors.any() ? std::string(visit.t("Fel:")) + " " : "") + std::string(title) + " – Lotsen");
            h.empty("link", {{"rel", "stylesheet"}, {"href", visit.frame.staff_stylesheet}});
            h.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
        });
        h.el("body", {{"class", "staff"}}, [&] {
            h.el("a", {{"class", "skip"}, {"href", html::Url::fragment("main")}}, visit.t("Hoppa till innehållet"));
            if (visit.frame.demo) h.el("div", {{"class", "banner"}, {"role", "note"}}, [&] { h.el("div", {{"class", "wrap"}}, visit.t("Det här är en provversion med påhittade uppgifter.")); });
            h.el("header", {{"class", "top"}}, [&] { h.el("div", {{"class", "wrap"}}, [&] { page::brand(h, visit, visit.url("/")); }); });
            h.el("main", {{"id", "main"}, {"tabindex", "-1"}}, [&] {
                h.el("div", {{"class", "wrap page narrow stack"}}, [&] {
                    page::error_summary(h, visit, errors);
                    page::staff_heading(h, title);
                    main(h);
                });
            });
            h.el("footer", {{"class", "foot foot-staff"}}, [&] { h.el("div", {{"class", "wrap row"}}, [&] { page::link(h, visit.url("/"), visit.t("Till webbplatsen för anhöriga")); }); });
        });
    });
    auto response = web::Response::html(h.take(), status);
    return std::move(response.header("Cache-Control", "no-store"));
}

void code_field(Html& h, const Visit& visit, const page::FieldErrors& errors, bool printed_too) {
    page::text_field(h, visit,
                     {.name = "kod",
                      .label = visit.t("Kod"),
                      .hint = printed_too ? visit.t("De sex siffrorna i appen i din telefon. Har du inte telefonen: en av dina utskrivna koder.") : visit.t("De sex siffrorna som appen visar just nu."),
                      .autocomplete = "one-time-code",
                      .input_mode = printed_too ? "text" : "numeric",
                      .longest = 30},
                     errors);
}

void totp_picture(Html& h, const Visit& visit, const crypto::Secret& secret) {
    h.el("ol", {{"class", "prose"}}, [&] {
        h.el("li", visit.t("Öppna en app för engångskoder i telefonen, till exempel Microsoft Authenticator, Google Authenticator eller FreeOTP."));
        h.el("li", visit.t("Välj att lägga till ett konto, och rikta kameran mot rutan."));
        h.el("li", visit.t("Skriv koden som appen visar."));
    });
    h.el("div", {{"class", "scan"}}, [&] { h.raw(documents::qr_svg(crypto::totp_address(secret, "Lotsen " + visit.frame.municipality, visit.t("personal")), visit.t("QR-kod för appen"))); });
    page::details(h, visit.t("Kan du inte använda kameran?"), [&] {
        h.el("p", visit.t("Skriv den här nyckeln i appen i stället:"));
        h.el("p", [&] { h.el("code", {{"class", "key"}}, crypto::totp_text(secret)); });
    });
}

void printed_codes(Html& h, const Visit& visit, const std::vector<std::string>& codes) {
    h.el("p", visit.t("Med en av de här koderna loggar du in om telefonen är borta. Varje kod fungerar en gång. De visas bara nu."));
    h.el("ol", {{"class", "codes"}}, [&] {
        for (const auto& code : codes) h.el("li", [&] { h.el("code", code); });
    });
    h.el("p", visit.t("Skriv ut dem eller skriv av dem, och lägg dem inlåsta. Inte i telefonen och inte i datorn."));
    page::print_button(h, visit);
}

std::string wait_words(const Visit& visit, std::int64_t seconds) {
    if (seconds == 1) return std::string(visit.t("Vänta en sekund och försök igen."));
    return visit.t("Vänta {n} sekunder och försök igen.", {{"n", base::to_text(seconds)}});
}
}
