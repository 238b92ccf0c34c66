// /personal/arbete/oro: the steps where there is worry. What is decided and written down is so in the municipality's own systems, never here.
#include "features/contact/contact.hpp"
#include "features/work/pages.hpp"
#include "features/work/public.hpp"

namespace work {
namespace {
using html::Html;

struct Step {
    contact::RouteKind route;
    const char* words;
    std::string_view page;   // of the pack; shown where there is one
};
constexpr std::array steps{
    Step{contact::RouteKind::child, i18n::key("Misstänker du att ett barn far illa? Gör en orosanmälan genast. Du behöver inte vara säker. Rådgör gärna med en kollega, men vänta inte."), "nar-barn-ar-anhoriga"},
    Step{contact::RouteKind::violence, i18n::key("Prata i enrum med den det gäller. Fråga inte på sms, i mejl eller när någon annan hör. Skriv inte om våldet här. Lämna över till den som enligt rutinen har ansvaret."), "information"},
    Step{contact::RouteKind::investigation, i18n::key("Kan nämnden behöva inleda en utredning? Lämna det du vet till mottagningen i dag. Du utreder inte själv."), "rattigheter"},
    Step{contact::RouteKind::shortcoming, i18n::key("Brister en insats, eller är det ett klagomål? Rapportera i kvalitetssystemet. Det gäller också risken för att något blir fel."), "nar-hjalpen-inte-fungerar"}};

void step(Html& h, const Visit& visit, const articles::Library& library, const Step& s) {
    h.el("li", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t(contact::words(s.route)));
        h.el("p", visit.t(s.words));
        if (const auto* article = library.find(s.page)) h.el("p", [&] { h.text(visit.t("Att visa eller läsa upp:")), h.text(" "), page::link(h, visit.url("/" + article->name), article->in(visit.language()).title); });
    });
}
}

Response concern_page(const Visit& visit, const Ground& ground) {
    const auto shown = ground.source();
    return page::staff_page(visit, {.title = std::string(visit.t("Oro: följ rutinen")), .current = std::string(home), .narrow = true}, [&](Html& h) {
        if (visit.request.asked("klart") == "sparat") page::done(h, visit, visit.t("Kontakten är sparad."));
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Arbete")}});
        page::staff_heading(h, visit.t("Oro: följ rutinen"));
        page::notice(h, visit.frame, page::Tone::help, visit.t("Fara just nu"), [&] { h.el("p", visit.t("Ring 112.")); });
        h.el("p", visit.t("Ta det steg som gäller i dag, innan du går vidare. Berätta för den som kontaktade dig vad du gör, om det inte ökar faran."));
        h.el("ul", {{"class", "plain stack"}}, [&] {
            for (const auto& s : steps) step(h, visit, *shown->library, s);
        });
        h.el("p", visit.t("Det du lämnar vidare skrivs i kommunens egna system. Här sparas bara att rutinen följdes."));
        h.el("p", [&] { page::button_link(h, visit.url(home), visit.t("Till arbetet")); });
    });
}
}
