// /fraga, /ung/fraga: one entry, and every way in.
#include "features/contact/pages_asking.hpp"

namespace contact {
namespace {
struct OneWay {
    const char *icon, *title, *about, *path;
};
constexpr std::array ways_in{
    OneWay{"pencil", i18n::key("Skriv utan namn"), i18n::key("Du läser svaret här, med en kod som bara du har."), "/fraga/skriv?vill=svar"},
    OneWay{"phone", i18n::key("Bli uppringd"), i18n::key("Du säger vilket nummer och vilka tider som är trygga."), "/fraga/skriv?vill=ring"},
    OneWay{"person", i18n::key("Skriv med ditt namn"), i18n::key("Du bestämmer hur vi får nå dig."), "/fraga/skriv?vill=namn"},
    OneWay{"home", i18n::key("Kom förbi"), i18n::key("Var du kan träffa någon."), "/fraga/besok"},
    OneWay{"document", i18n::key("Skicka ett brev"), i18n::key("Vart det ska, och ett papper att skriva på."), "/fraga/brev"},
};
constexpr std::array other_ways{
    OneWay{"chat", i18n::key("Något fungerar inte för den jag hjälper"), i18n::key("Säg till. Det påverkar aldrig hjälpen."), "/fraga/skriv?galler=insats"},
    OneWay{"shield", i18n::key("Jag har skyddade personuppgifter"), i18n::key("Vi frågar inget mer och sparar inget."), "/fraga/skyddad"},
};

Url address(const Visit& visit, const OneWay& way, bool young) {
    const std::string_view path = way.path;
    const auto mark = path.find('?');
    auto url = visit.url(path.substr(0, mark));
    if (mark != path.npos) {
        const auto pair = path.substr(mark + 1);
        url = url.with(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
    }
    return young ? url.with("ung", "1") : url;
}
void door(Html& h, const Visit& visit, const OneWay& way, bool young) {
    h.el("li", [&] {
        h.el("a", {{"class", "door"}, {"href", address(visit, way, young)}, {"rel", "nofollow"}}, [&] {
            page::icon(h, visit.frame, way.icon);
            h.el("span", [&] { h.el("b", visit.t(way.title)), h.el("span", visit.t(way.about)); });
            page::icon(h, visit.frame, "arrow-right");
        });
    });
}
template <std::size_t n> void doors(Html& h, const Visit& visit, const std::array<OneWay, n>& list, bool young) {
    h.el("ul", {{"class", "doors doors-one"}, {"role", "list"}}, [&] {
        for (const auto& way : list) door(h, visit, way, young);
    });
}

// What she has begun, or sent a moment ago, on this device.
void going_on(Html& h, const Visit& visit, const Asking& a) {
    if (held(a, visit.request)) return void(h.el("p", {{"class", "notice"}}, [&] { page::link(h, visit.url(step_path(Step::check)), visit.t("Fortsätt med det du har skrivit")); }));
    if (const auto t = talk(a, visit.request))
        h.el("p", {{"class", "notice"}}, [&] {
            if (t->visit.code) page::link(h, visit.url("/fraga/klart"), visit.t("Du har en kod som du inte har skrivit av än"));
            else page::link(h, visit.url("/svar/samtal"), visit.t("Till ditt samtal"));
        });
}

Response shown(const Visit& visit, const Asking& a, bool young) {
    const auto promise = promise_now(a);
    if (!promise) return phone_way(visit, a.shown, young);
    return ask_frame(visit, {.leaf = young ? Leaf::ask_young : Leaf::ask, .title = std::string(visit.t("Fråga oss")), .path = std::string(young ? ask_young_path : ask_path), .young = young}, [&](Html& h) {
        h.el("h1", visit.t("Fråga oss"));
        going_on(h, visit, a);
        say_told(h, visit, a, *promise, {.young = young});
        h.el("h2", visit.t("Hur vill du fråga?"));
        doors(h, visit, ways_in, young);
        h.el("p", [&] { page::link(h, visit.url(code_path), visit.t("Har du redan en kod? Läs svaret här")); });
        help_now(h, visit, a.shown);
        if (young) return;
        h.el("h2", visit.t("Gäller det något annat?"));
        doors(h, visit, other_ways, young);
    });
}
}

Response ask_page(const Visit& visit, const Asking& a) { return shown(visit, a, false); }
Response ask_young_page(const Visit& visit, const Asking& a) { return shown(visit, a, true); }
Response ask_by_phone_page(const Visit& visit, const Shown& s) { return phone_way(visit, s, false); }
Response ask_young_by_phone_page(const Visit& visit, const Shown& s) { return phone_way(visit, s, true); }
}
