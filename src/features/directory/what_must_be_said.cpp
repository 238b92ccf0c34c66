#include "features/directory/cards.hpp"
#include "platform/page/components.hpp"

namespace directory {
namespace {
using html::Html;
using page::Visit;

void service(Html& h, const Visit& visit) {
    // SoL 11:6: whoever gives support without a needs assessment must tell of the chance to apply.
    page::notice(h, visit.frame, page::Tone::law, visit.t("Du kan också ansöka"), [&] {
        h.el("p", visit.t("Det här stödet får du utan ansökan. Räcker det inte kan du, eller den du hjälper, ansöka om annan hjälp. Då ska kommunen ta reda på vad just ni behöver och ge ett skriftligt beslut, som går att överklaga."));
        h.el("p", [&] { page::link(h, visit.url("/rattigheter"), visit.t("Läs om att ansöka och överklaga")); });
    });
}

void needs_assessed(Html& h, const Visit& visit, const Offer& offer) {
    page::notice(h, visit.frame, page::Tone::law, visit.t("Det här kräver ett beslut"), [&] {
        h.el("p", [&] { h.el("b", visit.t("Vem ansöker?")), h.text(" "), page::say(h, visit, "span", offer.who_applies); });
        h.el("p", [&] { h.el("b", visit.t("Vem beslutar?")), h.text(" "), page::say(h, visit, "span", offer.who_decides); });
        h.el("p", visit.t("Beslutet ska vara skriftligt. Ett avslag, helt eller delvis, går att överklaga. Det kostar inget att ansöka eller överklaga."));
        h.el("p", [&] { page::link(h, visit.url("/rattigheter"), visit.t("Läs om att ansöka och överklaga")); });
    });
}
}

void what_must_be_said(Html& h, const Visit& visit, const Offer& offer) {
    if (offer.kind == Kind::service && offer.also_apply) service(h, visit);
    if (offer.needs_assessed()) needs_assessed(h, visit, offer);
    if (offer.kind == Kind::external) h.el("p", {{"class", "subtle"}}, visit.t("Ordnas av {name}, inte av kommunen.", {{"name", offer.arranged_by}}));
    if (offer.kind == Kind::external && offer.applied_for())
        h.el("p", [&] { h.el("b", visit.t("Vem ansöker?")), h.text(" "), page::say(h, visit, "span", offer.who_applies); });
    if (offer.shared_household)
        h.el("p", visit.t("Enligt kommunens riktlinje ges detta oftast när ni bor ihop. Den du hjälper får alltid ansöka och få ett beslut som kan överklagas."));
}
}
