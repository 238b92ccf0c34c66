// /personal/post/{id}: a letter to print. Nothing on it or on the envelope says who we are or what it is about.
#include "base/text.hpp"
#include "features/contact/pages_call.hpp"

namespace contact {
namespace {
using html::Html;

void why_not(Html& h, const Visit& visit, const people::Unreachable& no) {
    using Why = people::Unreachable::Why;
    h.el("p", no.why == Why::no_address ? visit.t("Vi har ingen adress till personen.") : no.why == Why::erased ? visit.t("Uppgifterna om personen finns inte kvar.")
              : no.why == Why::is_protected ? visit.t("Personen har skyddade uppgifter. Följ er rutin: brev går genom Skatteverket.") : visit.t("Personen har inte sagt ja till brev. Skicka inget."));
}
void sheet(Html& h, const ToPrint& letter) {
    h.el("section", {{"class", "letter"}}, [&] {
        h.el("p", {{"class", "letter-to"}}, [&] {
            h.text(letter.name);
            for (const auto line : base::split(letter.address, '\n')) h.empty("br"), h.text(base::trimmed(line));
        });
        h.el("p", outbox::text(letter.task.message.what, letter.task.message.language));
    });
}
}

Response letter_page(const Visit& visit, const Desk& desk) {
    const auto id = outbox::MessageId::from(visit.request.param("id"));
    const auto found = id ? desk.ground.database.write([&](db::Transaction& tx) { return letter(tx, desk.ground.vault, *visit.request.actor, desk.now(), *id); }) : std::nullopt;
    if (!found) return Response::not_found();
    return page::staff_page(visit, {.title = std::string(visit.t("Brev")), .current = std::string(post_path), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(post_path), visit.t("Ring och brev")}});
        page::staff_heading(h, visit.t("Brev"), [&] { if (!found->no && !found->left) page::print_button(h, visit); });
        if (found->left) return void(h.el("p", visit.t("Den som frågade har avslutat. Skicka inget.")));
        if (found->no) return why_not(h, visit, *found->no);
        h.el("div", {{"class", "no-print"}}, [&] {
            h.el("p", visit.t("Skriv ut och lägg i ett vitt kuvert utan avsändare och stämpel. Skriv inget mer på kuvertet än adressen."));
            if (found->contact) h.el("p", [&] { page::link(h, visit.url(path_of(found->contact->id)), visit.t("Till {number}", {{"number", text_of(found->contact->number)}})); });
        });
        sheet(h, *found);
        page::form(h, visit, task_done_route, visit.url(std::string(post_path) + "/" + std::string(id->text()) + "/klar"), [&] { page::submit(h, visit.t("Utskrivet")); });
    });
}
}
