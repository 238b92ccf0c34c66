#include "base/text.hpp"
#include "features/articles/pages.hpp"

namespace articles {
namespace {
using html::Html;
using html::Url;
using page::Visit;

void line(Html& h, std::string_view number, std::string_view what) {
    h.el("li", [&] {
        h.el("a", {{"class", "number"}, {"href", Url::phone(number)}}, number);
        h.el("span", what);
    });
}

void phone(Html& h, const Visit& visit, const municipality::Contact& contact) {
    h.el("p", [&] {
        h.el("b", visit.said(contact.title)), h.text(": ");
        if (contact.phone.empty()) page::not_filled_in(h, visit);
        else page::link(h, Url::phone(contact.phone), contact.phone);
        if (!contact.hours.empty()) h.text(", " + base::lower(contact.hours.substr(0, 1)) + contact.hours.substr(1));
    });
}
}

void help_block(Html& h, const Visit& visit, const directory::Catalogue& catalogue, const municipality::Municipality& m) {
    h.el("section", {{"class", "help"}, {"aria-labelledby", "help-now"}}, [&] {
        h.el("h2", {{"id", "help-now"}}, visit.t("Hjälp som finns nu"));
        h.el("p", visit.t("Är du eller någon annan i fara? Ring 112. Mår du så dåligt att du inte vill leva? Det finns någon som vill lyssna."));
        h.el("ul", {{"class", "lines"}, {"role", "list"}}, [&] {
            line(h, "112", visit.t("När någon är i fara. Dygnet runt."));
            for (const auto& name : m.help_lines)
                if (const auto* offer = catalogue.find(name); offer && !offer->phone.empty())
                    line(h, offer->phone, std::string(visit.said(offer->title)) + (offer->phone_hours.empty() ? "" : ". " + offer->phone_hours));
        });
        h.el("p", [&] { page::link(h, visit.url("/information"), visit.t("Om någon gör dig illa")); });
    });
}

void who_answers(Html& h, const Visit& visit, const municipality::Municipality& m, AskLink link) {
    h.el("div", {{"class", "contact"}}, [&] {
        if (const auto* contact = m.contact("anhorigstod")) {
            if (!contact->who.empty()) h.el("p", visit.t("{who} i {place} svarar på frågor om stöd till dig som hjälper någon.", {{"who", contact->who}, {"place", m.place}}));
            phone(h, visit, *contact);
        }
        if (const auto* contact = m.contact("kontaktcenter")) phone(h, visit, *contact);
        h.el("p", [&] {
            h.el("b", visit.t("Svar inom")), h.text(": ");
            if (m.reply_working_days.empty()) page::not_filled_in(h, visit);
            else h.text(visit.t("{n} arbetsdagar", {{"n", m.reply_working_days}}));
        });
        if (link == AskLink::yes) h.el("p", [&] { page::button_link(h, visit.url("/fraga"), visit.t("Fråga oss")); });
    });
}
}
