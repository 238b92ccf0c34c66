#include "features/articles/pages.hpp"
#include "site/pages.hpp"

namespace site {
namespace {
using html::Html;
using html::Url;
using page::Visit;

constexpr std::array all_doors{
    Door{"laget", directory::Facet::situation, "clock", i18n::key("Hur läget är"), i18n::key("Det är nytt, det har pågått länge, någon flyttar, någon har dött")},
    Door{"vem", directory::Facet::relation, "people", i18n::key("Vem du hjälper"), i18n::key("En förälder, en partner, ett barn, ett syskon, en vän")},
    Door{"behov", directory::Facet::need, "home", i18n::key("Vad som behövs"), i18n::key("Vila, någon att prata med, hjälp hemma, pengar")},
    Door{"oro", directory::Facet::worry, "heart", i18n::key("Det som gnager"), i18n::key("Jag orkar inte, minnet sviktar, någon dricker, jag är rädd")},
};
constexpr std::array examples{"orkar inte mer", "avlastning", "någon att prata med", "pengar för att vårda"};  // search words: not translated
constexpr std::array counts{i18n::key("Du handlar åt någon, ringer, skjutsar eller håller reda på tider."), i18n::key("Du sover sämre för att du oroar dig för någon."),
                            i18n::key("Du är någons barn, partner, förälder, syskon, vän eller granne. Ni behöver inte bo ihop."), i18n::key("Du gör det ibland, eller hela tiden.")};

void hero(Html& h, const Visit& visit) {
    h.el("div", {{"class", "hero"}}, [&] {
        h.el("div", {{"class", "wrap"}}, [&] {
            h.el("div", [&] {
                h.el("h1", visit.t("Hjälper du någon som inte klarar allt själv?"));
                h.el("p", {{"class", "lead"}}, visit.t("Här hittar du stöd för dig och för den du hjälper. Du behöver inte säga vem du är."));
                page::search_form(h, visit, "");
                h.el("ul", {{"class", "try"}, {"aria-label", visit.t("Till exempel")}}, [&] {
                    h.el("li", {{"class", "subtle"}}, visit.t("Till exempel"));
                    for (const char* words : examples) h.el("li", [&] { h.el("a", {{"href", visit.url("/sok").with("q", words)}, {"rel", "nofollow"}}, words); });
                });
            });
            h.el("section", {{"class", "pilot"}, {"aria-labelledby", "pilot"}}, [&] {
                h.el("div", [&] {
                    h.el("h2", {{"id", "pilot"}}, visit.t("Vet du inte var du ska börja?"));
                    h.el("p", visit.t("Lotsen ställer högst sex frågor, visar vad som kan passa och säger varför. Det tar några minuter. Dina svar sparas inte."));
                });
                h.el("a", {{"class", "ds-button"}, {"href", visit.url("/lotsen")}}, [&] { page::icon(h, visit.frame, "compass"), h.text(visit.t("Börja med Lotsen")); });
            });
        });
    });
}

void four_doors(Html& h, const Visit& visit) {
    h.el("section", {{"aria-labelledby", "doors"}}, [&] {
        h.el("div", {{"class", "section-head"}}, [&] { h.el("h2", {{"id", "doors"}}, visit.t("Börja där du är")), h.el("p", visit.t("Välj det som ligger närmast. Alla fyra vägarna leder till samma stöd.")); });
        h.el("ul", {{"class", "doors"}, {"role", "list"}}, [&] {
            for (const auto& door : all_doors)
                h.el("li", [&] {
                    h.el("a", {{"class", "door"}, {"href", visit.url("/borja/" + std::string(door.name))}}, [&] {
                        page::icon(h, visit.frame, door.icon);
                        h.el("span", [&] { h.el("b", visit.t(door.title)), h.el("span", visit.t(door.about)); });
                        page::icon(h, visit.frame, "arrow-right");
                    });
                });
        });
    });
}

void does_it_concern_me(Html& h, const Visit& visit) {
    h.el("section", {{"aria-labelledby", "me"}}, [&] {
        h.el("div", {{"class", "section-head"}}, [&] { h.el("h2", {{"id", "me"}}, visit.t("Gäller det mig?")), h.el("p", visit.t("Du behöver inte kalla dig något. Det räcker att något av det här stämmer.")); });
        h.el("ul", {{"class", "counts"}, {"role", "list"}}, [&] {
            for (const char* words : counts) h.el("li", visit.t(words));
        });
        h.el("p", [&] { page::link(h, visit.url("/galler-det-mig"), visit.t("Läs mer om vem stödet är till för")); });
    });
}

void who_and_danger(Html& h, const Visit& visit, const municipality::Municipality& m) {
    h.el("section", {{"class", "columns side-end"}}, [&] {
        h.el("div", {{"class", "stack"}}, [&] {
            h.el("h2", visit.t("Vem svarar, och när?"));
            articles::who_answers(h, visit, m);
            h.el("p", [&] { page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du, också utan att säga vem du är")); });
        });
        h.el("div", {{"class", "stack"}}, [&] {
            h.el("h2", visit.t("Är det fara nu?"));
            h.el("p", [&] { h.text(visit.t("Ring")), h.text(" "), h.el("a", {{"class", "number"}, {"href", Url::phone("112")}}, "112"); });
            h.el("p", [&] { page::link(h, visit.url("/information"), visit.t("Om någon gör dig illa, eller du är rädd att göra någon illa")); });
            h.el("p", [&] { page::link(h, visit.url("/ung"), visit.t("Till dig som är under 18")); });
        });
    });
}
}

std::span<const Door> doors() { return all_doors; }

web::Response start_page(const Visit& visit, const Snapshot& s) {
    page::Head head{.title = "", .description = std::string(visit.t("Stöd till dig som hjälper någon, tar hand om någon eller oroar dig för någon. Du behöver inte säga vem du är.")), .path = "/", .no_store = true, .leave_hint = true, .current = "/"};
    return page::page(visit, head, [&](Html& h) {
        hero(h, visit);
        h.el("div", {{"class", "wrap page stack-large"}}, [&] {
            four_doors(h, visit);
            does_it_concern_me(h, visit);
            who_and_danger(h, visit, s.content->municipality);
        });
    });
}

web::Response door_page(const Visit& visit, const Snapshot& s, std::string_view name) {
    const auto door = std::find_if(all_doors.begin(), all_doors.end(), [&](const Door& d) { return d.name == name; });
    if (door == all_doors.end()) return web::Response::not_found();
    const auto& catalogue = *s.content->catalogue;
    const auto counted = catalogue.narrowed({}).counts;
    page::Head head{.title = std::string(visit.t(door->title)), .description = std::string(visit.t(door->about)), .path = "/borja/" + std::string(door->name), .current = "/stod"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {});
            h.el("div", {{"class", "section-head stack"}}, [&] { h.el("h1", visit.t(door->title)), h.el("p", {{"class", "lead"}}, visit.t("Välj det som stämmer bäst. Du kan ändra dig sen.")); });
            h.el("ul", {{"class", "doors"}, {"role", "list"}}, [&] {
                for (const auto* term : catalogue.vocabulary().of(door->facet))
                    h.el("li", [&] {
                        const auto number = std::to_string(counted[term->number]);
                        h.el("a", {{"class", "door"}, {"href", visit.url("/stod").with(directory::key(door->facet), term->key)}}, [&] {
                            page::icon(h, visit.frame, door->icon);
                            h.el("span", [&] { h.el("b", visit.said(term->name)), h.el("span", visit.t("{n} stöd", {{"n", number}})); });
                            page::icon(h, visit.frame, "arrow-right");
                        });
                    });
            });
        });
    });
}
}
