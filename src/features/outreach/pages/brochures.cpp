#include "features/outreach/brochure.hpp"
#include "features/outreach/pages.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/pack/stamp.hpp"

namespace outreach {
namespace {
using html::Html;
using page::Visit;

std::string today(const Shown& shown) { return calendar::day(shown.clock->now()); }

Brochure made(const Visit& visit, const Shown& shown) {
    auto out = brochure(*shown.catalogue, *shown.municipality, visit.language(), today(shown));
    out.mark_svg = *shown.logo;
    return out;
}

std::vector<ComingUp> coming(const Visit& visit, const Shown& shown) { return shown.coming ? shown.coming(visit) : std::vector<ComingUp>(); }
Brochure with_coming(const Visit& visit, const Shown& shown) {
    auto out = made(visit, shown);
    BrochureSection section{"coming", std::string(visit.t("Aktiviteter på gång")), std::string(visit.t("Så var det den dag papperet skrevs ut. Se efter på webbplatsen innan du går hemifrån.")), {}};
    for (const auto& one : coming(visit, shown)) {
        auto& offer = section.offers.emplace_back();
        offer.title = {one.title}, offer.summary = {one.when + ", " + one.where, visit.language()};
    }
    if (!section.offers.empty()) out.sections.push_back(std::move(section));
    return out;
}
// Another one whenever something else is coming, so that a kept paper is never an old one.
std::string mark_of(const std::vector<ComingUp>& all) {
    std::string text;
    for (const auto& one : all) text += one.title + one.when + one.where + "\n";
    return pack::stamp({text});
}

void say(Html& h, const Visit& visit, std::string_view tag, const Phrase& phrase) { h.el(tag, {page::in_language(visit, phrase.language)}, phrase.text); }

void offer(Html& h, const Visit& visit, const Brochure& b, const BrochureOffer& o) {
    h.el("div", [&] {
        h.el("dt", [&] {
            say(h, visit, "span", o.title);
            if (o.in_guideline) h.text(" ("), h.text(visit.t("enligt riktlinjen")), h.text(")");
        });
        h.el("dd", [&] {
            say(h, visit, "p", o.summary);
            if (!o.how.text.empty()) say(h, visit, "p", o.how);
            for (const auto& note : o.notes) h.el("p", note);
            if (o.shared_household) h.el("p", b.shared_household_means);
            if (!o.phone.empty()) h.el("p", o.phone + (o.phone_hours.empty() ? "" : ", " + o.phone_hours));
            if (!o.web.empty()) h.el("p", o.web);
        });
    });
}

void section(Html& h, const Visit& visit, const Brochure& b, const BrochureSection& s) {
    if (s.offers.empty()) return;
    h.el("section", [&] {
        h.el("h2", s.title);
        if (!s.intro.empty()) h.el("p", s.intro);
        h.el("dl", [&] {
            for (const auto& o : s.offers) offer(h, visit, b, o);
        });
    });
}

void answers(Html& h, const Visit& visit, const Brochure& b) {
    h.el("section", [&] {
        h.el("h2", visit.t("Vem svarar?"));
        for (const auto& answer : b.answers) {
            h.el("h3", answer.title);
            if (!answer.who.empty()) h.el("p", answer.who);
            for (const auto& line : answer.lines) h.el("p", [&] { for (const auto& run : line) h.text(run.text); });
        }
    });
}

void choice(Html& h, const Visit& visit, const char* path, const char* title, const char* about, std::string_view icon) {
    h.el("li", [&] {
        h.el("a", {{"class", "door"}, {"href", visit.url(path)}}, [&] {
            page::icon(h, visit.frame, icon);
            h.el("span", [&] { h.el("b", visit.t(title)), h.el("span", visit.t(about)); });
            page::icon(h, visit.frame, "arrow-right");
        });
    });
}

// `name` is that of the paper, whatever the language.
web::Response file(const Visit& visit, const Shown& shown, const std::string& name, const std::function<std::string()>& made) {
    web::Response response;
    response.type = "application/pdf";
    response.body = shown.papers->of(name + "/" + std::string(i18n::name(visit.language())), today(shown), made);
    // A neutral name: it stays among the phone's downloads, where somebody else may see it.
    response.header("Content-Disposition", "inline; filename=\"information.pdf\"");
    return response;
}
}

web::Response brochures_page(const Visit& visit, const Shown&) {
    page::Head head{.title = std::string(visit.t("Broschyrer att skriva ut")), .description = std::string(visit.t("Allt stöd på papper: vikt broschyr, stor stil, affisch och texter att dela.")), .path = "/broschyr"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {});
            h.el("div", {{"class", "section-head stack"}}, [&] {
                h.el("h1", visit.t("Broschyrer att skriva ut"));
                h.el("p", {{"class", "lead"}}, visit.t("Samma texter som på webbplatsen, med dagens datum. Skriv ut, vik och lägg där människor väntar."));
            });
            h.el("ul", {{"class", "doors"}, {"role", "list"}}, [&] {
                choice(h, visit, "/broschyr/vikt.pdf", i18n::key("Vikt broschyr, A4 (pdf)"), i18n::key("Ett papper på båda sidor, viks i tre delar"), "document");
                choice(h, visit, "/broschyr/stor-stil.pdf", i18n::key("Allt stöd i stor stil, A4 (pdf)"), i18n::key("För den som ser sämre, eller vill läsa allt på papper"), "book");
                choice(h, visit, "/broschyr/affisch.pdf", i18n::key("Affisch, A4 (pdf)"), i18n::key("Till anslagstavla, dörr och väntrum"), "pin");
                choice(h, visit, "/broschyr/utskrift", i18n::key("Allt stöd som en webbsida"), i18n::key("Att läsa på skärmen eller skriva ut från webbläsaren"), "print");
                choice(h, visit, "/broschyr/texter", i18n::key("Texter för sociala medier"), i18n::key("En färdig text för varje stöd, utan spårning"), "chat");
            });
        });
    });
}

web::Response printed_page(const Visit& visit, const Shown& shown) {
    const auto b = with_coming(visit, shown);
    page::Head head{.title = b.title + ", " + std::string(visit.t("att skriva ut")), .path = "/broschyr/utskrift", .no_index = true};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            h.el("div", {{"class", "no-print"}}, [&] { page::breadcrumbs(h, visit, {{"/broschyr", visit.t("Broschyrer att skriva ut")}}), page::print_button(h, visit); });
            h.el("article", {{"class", "brochure large"}}, [&] {
                h.el("section", [&] {
                    h.el("h1", b.title);
                    h.el("p", {{"class", "lead"}}, b.lead);
                    h.el("p", b.danger);
                });
                answers(h, visit, b);
                for (const auto& s : b.sections) section(h, visit, b, s);
                section(h, visit, b, b.young);
                h.el("section", [&] {
                    h.el("h2", visit.t("Dina rättigheter"));
                    h.el("ul", [&] { for (const auto& right : b.rights) h.el("li", right); });
                });
                h.el("section", [&] {
                    h.el("p", b.in_guideline_means);
                    if (!b.address.empty()) h.el("div", {{"class", "qr"}}, [&] { h.raw(documents::qr_svg(b.address, visit.t("QR-kod till {address}", {{"address", b.address_words}}))); });
                    h.el("p", b.address_words);
                    h.el("p", b.dated);
                });
            });
        });
    });
}

web::Response share_page(const Visit& visit, const Shown& shown) {
    page::Head head{.title = std::string(visit.t("Texter för sociala medier")), .path = "/broschyr/texter", .no_index = true};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/broschyr", visit.t("Broschyrer att skriva ut")}});
            h.el("div", {{"class", "article stack-large"}}, [&] {
                h.el("div", {{"class", "stack"}}, [&] { h.el("h1", visit.t("Texter för sociala medier")), h.el("p", {{"class", "lead"}}, visit.t("Kopiera texten och länken. Länken innehåller ingen spårning.")); });
                for (const auto& o : shown.catalogue->offers()) {
                    if (o.social.sv.empty()) continue;
                    const auto path = page::localised("/stod/" + o.name, visit.language());
                    h.el("section", {{"class", "stack-small"}}, [&] {
                        page::say(h, visit, "h2", o.title);
                        page::say(h, visit, "p", o.social);
                        h.el("p", [&] { page::link(h, html::Url::path(path), shown.municipality->own_address + path); });
                    });
                }
            });
        });
    });
}

web::Response folded_pdf(const Visit& visit, const Shown& shown) {
    return file(visit, shown, "folded/" + mark_of(coming(visit, shown)), [&] { return pdf(with_coming(visit, shown), documents::Layout::folded_a4); });
}
web::Response large_print_pdf(const Visit& visit, const Shown& shown) {
    return file(visit, shown, "large/" + mark_of(coming(visit, shown)), [&] { return pdf(with_coming(visit, shown), documents::Layout::large_print_a4); });
}
web::Response poster_pdf(const Visit& visit, const Shown& shown) {
    return file(visit, shown, "poster", [&] {
        auto p = poster(*shown.municipality, visit.language(), today(shown));
        p.mark_svg = *shown.logo;
        return documents::pdf(document(p), documents::Layout::poster_a4);
    });
}
web::Response workplace_poster_pdf(const Visit& visit, const Shown& shown, const Workplace& workplace) {
    return file(visit, shown, "poster/" + workplace.name, [&] {
        auto p = poster(workplace, *shown.municipality, visit.language(), today(shown));
        p.mark_svg = *shown.logo;
        return documents::pdf(document(p), documents::Layout::poster_a4);
    });
}
}
