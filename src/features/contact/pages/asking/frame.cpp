#include "base/text.hpp"
#include "features/contact/asking.hpp"

namespace contact {

Response ask_frame(const Visit& visit, const AskHead& about, const std::function<void(Html&)>& main, int status) {
    const auto tab = visit.t("Sida {n}", {{"n", base::to_text(static_cast<int>(about.leaf))}});
    page::Head head{.title = about.title, .path = about.path, .neutral_title = about.errors ? std::string(visit.t("Fel:")) + " " + tab : tab, .no_store = true, .no_index = true, .area = about.young ? "young" : "", .current = about.young ? "/ung" : std::string(ask_path)};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] { h.el("div", {{"class", "asking stack"}}, [&] { main(h); }); });
    }, status);
}

Response phone_way(const Visit& visit, const Shown& shown, bool young) {
    return ask_frame(visit, {.leaf = young ? Leaf::ask_young : Leaf::ask, .title = std::string(visit.t("Fråga oss")), .path = std::string(young ? ask_young_path : ask_path), .young = young}, [&](Html& h) {
        h.el("h1", visit.t("Fråga oss"));
        h.el("p", {{"class", "lead"}}, visit.t("Just nu går det inte att skriva till oss här. Ring i stället. Du behöver inte säga vem du är."));
        articles::who_answers(h, visit, *shown.municipality, articles::AskLink::no);
        articles::help_block(h, visit, *shown.catalogue, *shown.municipality);
        h.el("p", [&] { page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); });
    });
}

page::FieldErrors errors_of(const Visit& visit, const std::vector<DraftFault>& faults) {
    page::FieldErrors errors;
    for (const auto fault : faults) errors.add(field_of(fault), visit.t(words(fault)));
    return errors;
}
}
