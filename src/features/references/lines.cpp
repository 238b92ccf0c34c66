#include "features/references/public.hpp"

namespace references {

void law_line(html::Html& h, const page::Visit& visit, const Law& law) {
    h.el("b", law.act + ", " + law.place);
    h.text(": ");
    page::say(h, visit, "span", law.says);
    h.text(" ");
    h.el("span", {{"class", "subtle"}}, [&] {
        if (!law.in_force.empty()) h.text(visit.t("Gäller från {day}.", {{"day", i18n::day(visit.language(), law.in_force)}}));
        if (!law.in_force_until.empty()) h.text(" " + visit.t("Gällde till {day}.", {{"day", i18n::day(visit.language(), law.in_force_until)}}));
        h.text(" ");
        h.text(law.to_verify ? std::string(visit.t("Inte kontrollerad mot lagtexten ännu.")) : visit.t("Kontrollerad {day}.", {{"day", i18n::day(visit.language(), law.checked)}}));
    });
}

void source_line(html::Html& h, const page::Visit& visit, const Source& source) {
    const auto text = source.publisher + ": " + source.title;
    if (const auto web = html::Url::outside(source.web)) h.el("a", {{"href", *web}, {"rel", "external"}}, text);
    else h.text(text);
    if (!source.date.empty()) h.text(" (" + i18n::day(visit.language(), source.date) + ")");
}
}
