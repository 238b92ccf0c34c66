#include "features/sign_in/pages.hpp"

namespace sign_in {

web::Response stepping_in_page(const page::Visit& visit, const std::vector<Invented>& all) {
    return door_page(visit, visit.t("Prova som personal"), {}, [&](html::Html& h) {
        page::notice(h, visit.frame, page::Tone::info, visit.t("Bara i provversionen"), [&] {
            h.el("p", visit.t("Här kliver du in som någon som är påhittad, utan lösenord. I en riktig kommun finns inte den här sidan."));
        });
        if (all.empty()) h.el("p", visit.t("Det finns ingen påhittad personal här än."));
        h.el("ul", {{"class", "plain stack"}}, [&] {
            for (const auto& one : all)
                h.el("li", [&] {
                    page::form(h, visit, "sign_in.step_in", visit.url("/prova-som"), [&] {
                        page::hidden_field(h, "roll", rights::key(one.role));
                        page::submit_quiet(h, visit.t("Kliv in som: {roll}", {{"roll", visit.t(rights::words(one.role))}}));
                        h.el("span", {{"class", "subtle"}}, one.unit);
                    });
                });
        });
    });
}
}
