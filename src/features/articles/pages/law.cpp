#include "features/articles/pages.hpp"

namespace articles {
using html::Html;
using page::Visit;

web::Response law_page(const Visit& visit, const Shown& shown) {
    page::Head head{.title = std::string(visit.t("Lagen i korthet")), .description = std::string(visit.t("De lagar som texterna bygger på, i vanliga ord och med datum.")), .path = "/lagen", .current = "/rattigheter"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/rattigheter", visit.t("Dina rättigheter")}});
            h.el("div", {{"class", "article prose"}}, [&] {
                h.el("h1", visit.t("Lagen i korthet"));
                h.el("p", {{"class", "lead"}}, visit.t("De lagar som texterna bygger på, i vanliga ord och med datum."));
                h.el("p", visit.t("Orden är våra egna. Det är inte lagens text och inte juridisk rådgivning."));
                std::string_view act;
                std::vector<const references::Law*> laws;
                for (const auto& [key, law] : shown.references->laws) laws.push_back(&law);
                std::stable_sort(laws.begin(), laws.end(), [](auto* a, auto* b) { return a->act < b->act; });
                for (std::size_t i = 0; i < laws.size();) {
                    act = laws[i]->act;
                    h.el("h2", act);
                    h.el("ul", [&] {
                        for (; i < laws.size() && laws[i]->act == act; ++i) h.el("li", {{"id", laws[i]->key}}, [&] { references::law_line(h, visit, *laws[i]); });
                    });
                }
            });
        });
    });
}
}
