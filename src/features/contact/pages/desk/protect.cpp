// …/skydda: that whoever asks has skyddade personuppgifter, or has them no more. It says what happens, and does it when asked to.
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
                                  i18n::key("Bara den som är utsedd kan lämna över något ur kontakten."),
                                  i18n::key("Bara den som är utsedd kan ta bort skyddet igen.")})
            h.el("li", visit.t(words));
    });
}
void reason_form(Html& h, const Visit& visit, const Contact& c, const page::FieldErrors& errors) {
    h.el("p", visit.t("Personen är skyddad, och du är utsedd att se uppgifterna. När skyddet tas bort ser alla i teamet namn, nummer och det som har skrivits."));
    h.el("p", visit.t("Ingen når personen förrän ni har frågat på nytt hur det är tryggt. Att skyddet togs bort och varför står i åtkomstloggen."));
    page::form(h, visit, unprotect_route, visit.url(protect_path(c.id) + "/ta-bort"), [&] {
        std::vector<page::Choice> choices;
        for (const auto why : unprotects) choices.push_back({std::string(key(why)), std::string(visit.t(words(why)))});
        page::radios(h, visit, {.name = "skal", .label = visit.t("Varför tas skyddet bort?")}, choices, errors);
        page::submit(h, visit.t("Ta bort skyddet"));
    });
}
Response shown(const Visit& visit, const Desk& desk, const page::FieldErrors& errors) {
    const auto o = opened_for(visit, desk);
    if (!o || !o->person || !o->own) return Response::not_found();
    const auto& c = o->contact();
    const bool is_protected = o->person->protection != people::Protection::none;
    return page::staff_page(visit, {.title = std::string(visit.t("Skyddade personuppgifter")), .current = std::string(inbox_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}, {path_of(c.id), called(visit, c)}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Skyddade personuppgifter"));
        if (is_protected) reason_form(h, visit, c, errors);
        else {
            h.el("p", visit.t("När du säger att personen har skyddade personuppgifter händer det här:"));
            what_happens(h, visit);
            page::form(h, visit, protect_route, visit.url(protect_path(c.id)), [&] { page::submit(h, visit.t("Personen har skyddade personuppgifter")); });
        }
        h.el("p", [&] { page::link(h, visit.url(path_of(c.id)), visit.t("Tillbaka utan att ändra")); });
    }, errors.any() ? 422 : 200);
}
}

std::string protect_path(const ContactId& id) { return path_of(id) + "/skydda"; }

Response protect_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, {}); }
Response save_protect(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return protect(tx, desk.ground.vault, *visit.request.actor, desk.now(), *id); });
    return done ? Response::see_other(path_of(*id) + "?klart=skyddad") : Response::not_found();
}
Response save_unprotect(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const auto why = unprotect_from(visit.request.field("skal"));
    if (!why) {
        page::FieldErrors errors;
        errors.add("skal", visit.t("Välj varför skyddet tas bort."));
        return shown(visit, desk, errors);
    }
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return unprotect(tx, desk.ground.vault, *visit.request.actor, desk.now(), *id, *why); });
    return done ? Response::see_other(path_of(*id) + "?klart=oskyddad") : Response::not_found();
}
}
