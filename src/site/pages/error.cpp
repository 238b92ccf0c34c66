#include "site/pages.hpp"

namespace site {
namespace {
using page::Visit;

struct Words {
    const char *title, *about;
};
Words words(int status) {
    switch (status) {
        case 403: return {"Det gick inte att skicka", "Formuläret var för gammalt, eller kom från en annan sida. Öppna sidan igen och försök en gång till."};
        case 404: return {"Sidan finns inte", "Adressen kan vara fel, eller så har sidan flyttat. Sök, eller börja från början."};
        case 503: return {"Det är många här just nu", "Vänta en halv minut och försök igen. Är det bråttom, ring i stället."};
        default: return status >= 500 ? Words{"Något gick fel hos oss", "Det är inte ditt fel. Försök igen om en stund. Är det bråttom, ring i stället."}
                                      : Words{"Det gick inte att förstå", "Webbläsaren skickade något vi inte kunde läsa. Gå tillbaka och försök igen."};
    }
}
}

web::Response error_page(const Visit& visit, int status, const std::string& reference) {
    const auto said = words(status);
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
