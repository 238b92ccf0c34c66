#include "platform/page/staff.hpp"
#include "site/pages.hpp"

namespace site {
namespace {
using page::Visit;

struct Words {
    const char *title, *about;
};
Words words(int status) {
    switch (status) {
        case 403: return {i18n::key("Det gick inte att skicka"), i18n::key("Formuläret var för gammalt, eller kom från en annan sida. Öppna sidan igen och försök en gång till.")};
        case 404: return {i18n::key("Sidan finns inte"), i18n::key("Adressen kan vara fel, eller så har sidan flyttats. Sök, eller börja från början.")};
        case 409: return {i18n::key("Det är redan skickat"), i18n::key("Formuläret skickades nyss, men svaret kom inte fram. Se efter om det blev sparat innan du gör om det.")};
        case 503: return {i18n::key("Det är många här just nu"), i18n::key("Vänta en halv minut och försök igen. Är någon i fara? Ring 112.")};
        default: return status >= 500 ? Words{i18n::key("Något gick fel hos oss"), i18n::key("Det är inte ditt fel. Försök igen om en stund. Är någon i fara? Ring 112.")}
                                      : Words{i18n::key("Det gick inte att förstå"), i18n::key("Webbläsaren skickade något vi inte kunde läsa. Gå tillbaka och försök igen.")};
    }
}
}

namespace {
web::Response staff_error_page(const Visit& visit, const Words& said, int status) {
    return page::staff_page(visit, {.title = std::string(visit.t(said.title)), .narrow = true}, [&](html::Html& h) {
        page::staff_heading(h, visit.t(said.title));
        h.el("p", visit.t(status == 404 ? i18n::key("Adressen kan vara fel, eller så hör det du söker till någon annans område.") : said.about));
        h.el("p", [&] { page::link(h, visit.url("/personal"), visit.t("Till skrivbordet")); });
    }, status);
}
}

web::Response error_page(const Visit& visit, int status, const std::string& reference) {
    const auto said = words(status);
    if (visit.request.actor) return staff_error_page(visit, said, status);
    page::Head head{.title = std::string(visit.t(said.title)), .no_store = true, .no_index = true};
    return page::page(visit, head, [&](html::Html& h) {
        h.el("div", {{"class", "wrap error-page"}}, [&] {
            h.el("h1", visit.t(said.title));
            h.el("p", {{"class", "lead"}}, visit.t(said.about));
            if (status == 404) page::search_form(h, visit, "");
            h.el("p", {{"class", "row"}}, [&] { page::link(h, visit.url("/"), visit.t("Till startsidan")), page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); });
            if (!reference.empty()) h.el("p", [&] { h.text(visit.t("Säg det här numret om du hör av dig:")), h.text(" "), h.el("span", {{"class", "reference"}}, reference); });
        });
    }, status);
}
}
