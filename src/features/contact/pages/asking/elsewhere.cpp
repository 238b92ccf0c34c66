// The ways that leave nothing here: a visit, a letter, and for whoever has skyddade personuppgifter (feature H3: no row, no count).
#include "features/contact/pages_asking.hpp"

namespace contact {
namespace {
constexpr int lines_to_write_on = 18;

const municipality::Contact* support(const Shown& shown) { return shown.municipality->contact("anhorigstod"); }
void detail(Html& h, const Visit& visit, std::string_view label, const std::string& says, bool number = false) {
    h.el("div", [&] {
        h.el("dt", label);
        h.el("dd", {{"class", "as-written"}}, [&] {
            if (says.empty()) page::not_filled_in(h, visit);
            else if (number) page::link(h, Url::phone(says), says);
            else h.text(says);
        });
    });
}
void where(Html& h, const Visit& visit, const Shown& shown) {
    const auto* contact = support(shown);
    h.el("dl", {{"class", "my-answers"}}, [&] {
        detail(h, visit, visit.t("Besök"), contact ? contact->visit : "");
        detail(h, visit, visit.t("Telefon"), contact ? contact->phone : "", true);
        detail(h, visit, visit.t("Tider"), contact ? contact->hours : "");
    });
}
}

Response visit_page(const Visit& visit, const Shown& shown) {
    return ask_frame(visit, {.leaf = Leaf::visit, .title = std::string(visit.t("Kom förbi")), .path = "/fraga/besok"}, [&](Html& h) {
        h.el("h1", visit.t("Kom förbi"));
        h.el("p", {{"class", "lead"}}, visit.t("Du behöver inte boka och inte säga vem du är. Ring gärna först, så att någon har tid."));
        where(h, visit, shown);
        h.el("p", [&] { page::link(h, visit.url(ask_path), visit.t("Andra sätt att fråga")); });
    });
}

Response letter_page(const Visit& visit, const Shown& shown) {
    const auto* contact = support(shown);
    return ask_frame(visit, {.leaf = Leaf::letter, .title = std::string(visit.t("Skicka ett brev")), .path = "/fraga/brev"}, [&](Html& h) {
        h.el("h1", visit.t("Skicka ett brev"));
        h.el("div", {{"class", "no-print stack"}}, [&] {
            h.el("p", {{"class", "lead"}}, visit.t("Skriv ut pappret och skriv på raderna, eller ta vilket papper du vill."));
            h.el("p", visit.t("Vill du ha svar: skriv hur det är tryggt att nå dig. Du behöver inte skriva ditt namn. Utan namn och adress kan vi inte svara, men vi läser."));
        });
        h.el("dl", {{"class", "my-answers"}}, [&] { detail(h, visit, visit.t("Adress"), contact ? contact->letter : ""); });
        page::print_button(h, visit);
        h.el("div", {{"class", "only-print letter-paper"}}, [&] {
            h.el("h2", visit.t("Det här vill jag fråga"));
            for (int i = 0; i < lines_to_write_on; ++i) h.el("p", {{"class", "writing-line"}}, "");
            h.el("h2", visit.t("Så når ni mig tryggt (om jag vill ha svar)"));
            for (int i = 0; i < 3; ++i) h.el("p", {{"class", "writing-line"}}, "");
        });
        h.el("p", {{"class", "no-print"}}, [&] { page::link(h, visit.url(ask_path), visit.t("Andra sätt att fråga")); });
    });
}

Response hidden_page(const Visit& visit, const Shown& shown) {
    return ask_frame(visit, {.leaf = Leaf::hidden, .title = std::string(visit.t("Ring eller kom hit")), .path = "/fraga/skyddad"}, [&](Html& h) {
        h.el("h1", visit.t("Ring eller kom hit"));
        h.el("p", {{"class", "lead"}}, visit.t("Har du skyddade personuppgifter frågar vi inget här och sparar inget. Skriv inte till oss genom webbplatsen."));
        h.el("p", visit.t("Ring från ett nummer som du litar på. Säg att du har skyddade personuppgifter innan du säger något annat. Du behöver inte säga vad du heter."));
        where(h, visit, shown);
        help_now(h, visit, shown);
    });
}
}
