// How an individual time comes about that is in no room: said where it is chosen, when it is done, and on her own page.
#include "features/activities/parts_public.hpp"

namespace activities {
std::string phone_of(const Shown& shown, const Activity& a) {
    const auto* offer = shown.catalogue->find(a.offer);
    const auto* own = offer ? shown.municipality->contact(offer->contact) : nullptr;
    if (own && !own->phone.empty()) return own->phone;
    for (const auto& contact : shown.municipality->contacts)
        if (!contact.phone.empty()) return contact.phone;
    return "";
}
void how_it_comes_about(Html& h, const Visit& visit, const Session& s, Agreed agreed, std::string_view phone) {
    const auto call_us = [&](std::string_view why) {
        h.el("p", [&] {
            h.text(why), h.text(" ");
            if (phone.empty()) page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du"));
            else page::link(h, Url::phone(phone), phone);
        });
    };
    switch (s.way) {
        case Way::phone: return agreed == Agreed::known ? void(h.el("p", visit.t("Vi ringer dig när tiden börjar, på det nummer som vi har fått."))) : call_us(visit.t("Vi sparar inget nummer till dig. Ring oss när tiden börjar:"));
        case Way::home:
            if (agreed == Agreed::we_ask) return void(h.el("p", visit.t("Vi ringer dig före besöket och frågar vart vi ska komma.")));
            return agreed == Agreed::known ? void(h.el("p", visit.t("Vi kommer till adressen som vi har fått."))) : call_us(visit.t("Vi har ingen adress. Ring oss före besöket och säg vart vi ska komma:"));
        case Way::video:
        case Way::online: return void(h.el("p", visit.t("Länken visas på Min plats samma dag.")));
        case Way::room:
        case Way::hybrid: return;
    }
}
}
