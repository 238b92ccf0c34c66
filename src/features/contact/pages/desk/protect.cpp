// …/skydda: that whoever asks has skyddade personuppgifter. It says what happens, and does it when asked to.
#include "features/contact/pages/desk/opened.hpp"
#include "features/contact/pages_protect.hpp"
#include "features/contact/protect.hpp"

namespace contact {
namespace {
using html::Html;

void what_happens(Html& h, const Visit& visit) {
    h.el("ul", [&] {
        for (const char* words : {i18n::key("Bara den som enhetschefen har utsett ser namn, nummer och det som har skrivits. Du ser det inte heller, om du inte är utsedd."),
                                  i18n::key("Inget skickas till personen. Det som väntade på att skickas stoppas."),
                                  i18n::key("Det som stod om trygg kontakt tas bort."),
                                  i18n::key("Bara den som är utsedd kan lämna över något ur kontakten.")})
            h.el("li", visit.t(words));
    });
}
}

std::string protect_path(const ContactId& id) { return path_of(id) + "/skydda"; }

Response protect_page(const Visit& visit, const Desk& desk) {
    const auto o = opened_for(visit, desk);
    if (!o || !o->person || !o->own) return Response::not_found();
    const auto& c = o->contact();
    return page::staff_page(visit, {.title = std::string(visit.t("Skyddade personuppgifter")), .current = std::string(inbox_path), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}, {path_of(c.id), called(visit, c)}});
        page::staff_heading(h, visit.t("Skyddade personuppgifter"));
        if (o->person->protection != people::Protection::none) return void(h.el("p", visit.t("Personen är redan skyddad.")));
        h.el("p", visit.t("När du säger att personen har skyddade personuppgifter händer det här:"));
        what_happens(h, visit);
        page::form(h, visit, protect_route, visit.url(protect_path(c.id)), [&] { page::submit(h, visit.t("Personen har skyddade personuppgifter")); });
        h.el("p", [&] { page::link(h, visit.url(path_of(c.id)), visit.t("Tillbaka utan att ändra")); });
    });
}
Response save_protect(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return protect(tx, desk.ground.vault, *visit.request.actor, desk.now(), *id); });
    return done ? Response::see_other(path_of(*id) + "?klart=skyddad") : Response::not_found();
}
}
