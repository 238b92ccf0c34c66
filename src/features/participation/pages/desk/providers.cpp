// /personal/riktlinje/utforare: operations run by others, how many of the statements each has answered, and its code.
#include "features/participation/parts.hpp"
#include "features/participation/provider.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
struct Known {
    guideline::Standing now;
    std::vector<Code> codes;
};
void one(Html& h, const Visit& visit, const Desk& desk, const Known& k, const guideline::Operation& o) {
    const auto asked = provider_statements(*desk.shown.guideline);
    const auto answered = std::count_if(asked.begin(), asked.end(), [&](const auto* s) { return k.now.answers.of(s->id, o.id); });
    const Code* open = nullptr;
    for (const auto& c : k.codes)
        if (!open && c.about == o.id.text() && c.opens(desk.now())) open = &c;
    h.el("section", {{"class", "panel stack-small"}, {"aria-labelledby", o.id.text()}}, [&] {
        h.el("h2", {{"id", o.id.text()}}, o.name);
        h.el("p", visit.t("{n} av {total} satser har svar.", {{"n", number(answered)}, {"total", number(static_cast<std::int64_t>(asked.size()))}}));
        h.el("p", open ? visit.t("Utföraren har en kod som gäller till {day}.", {{"day", day(visit, open->until)}}) : std::string(visit.t("Utföraren har ingen kod som gäller.")));
        h.el("div", {{"class", "row"}}, [&] {
            page::form(h, visit, provider_code_route, visit.url(std::string(providers_path) + "/" + std::string(o.id.text()) + "/kod"), [&] { page::submit_quiet(h, open ? visit.t("Gör en ny kod") : visit.t("Gör en kod")); });
            if (open) page::form(h, visit, revoke_route, visit.url("/personal/riktlinje/koder/" + std::string(open->id.text()) + "/dra-in"), [&] { page::submit_quiet(h, visit.t("Dra in koden")); });
        });
    });
}
}

Response providers_page(const Visit& visit, const Desk& desk) {
    const auto k = desk.ground.database.read([&](db::Reader& reader) { return Known{guideline::standing(reader, desk.now()), store::codes(reader, Purpose::provider)}; });
    const auto any = std::any_of(k.now.operations.begin(), k.now.operations.end(), [](const auto& o) { return o.private_provider; });
    return page::staff_page(visit, {.title = std::string(visit.t("Privata utförare")), .current = "/personal/riktlinje", .narrow = true}, [&](Html& h) {
        around(h, visit, providers_path);
        what_was_done(h, visit);
        page::staff_heading(h, visit.t("Privata utförare"));
        h.el("p", visit.t("Den som driver en verksamhet åt kommunen svarar på samma satser som kommunens egna chefer. Med koden svarar chefen utan konto, och ser bara sin egen verksamhet."));
        if (!any) return page::nothing_here(h, visit.t("Ingen verksamhet drivs av någon annan"), [&] { h.el("p", visit.t("När en privat utförare läggs in under Organisation står den här.")); });
        for (const auto& o : k.now.operations)
            if (o.private_provider) one(h, visit, desk, k, o);
    });
}
}
