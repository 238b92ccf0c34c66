#include "features/decisions/pages.hpp"
#include "platform/page/staff.hpp"

namespace decisions {
namespace {
using html::Html;
using page::FieldErrors;
using page::Visit;

// Only what may be given without assessment: regime C, and what has stood in a decision before.
std::vector<page::Choice> services(const Visit& visit, const Shown& shown, const Form& form) {
    std::vector<page::Choice> out;
    for (const auto& offer : shown.catalogue->offers()) {
        const bool chosen = std::find(form.services.begin(), form.services.end(), offer.name) != form.services.end();
        if (offer.municipal() && (offer.regime == directory::Regime::service || chosen)) out.push_back({offer.name, std::string(visit.said(offer.title))});
    }
    return out;
}

void fields(Html& h, const Visit& visit, const Shown& shown, const Form& form, const FieldErrors& errors) {
    page::hidden_field(h, "seen", form.seen);
    page::text_field(h, visit, {.name = "number", .label = visit.t("Nummer"), .hint = visit.t("Diarienummer och paragraf, som i protokollet"), .value = form.number, .longest = 60}, errors);
    page::text_field(h, visit, {.name = "date", .label = visit.t("Beslutsdag"), .value = form.date, .type = "date"}, errors);
    page::checkboxes(h, visit, {.name = "says", .label = visit.t("Vad säger beslutet?")},
                     {{"without_assessment", std::string(visit.t("Stöden får ges utan individuell behovsprövning")), "SoL 11:5"},
                      {"without_identity", std::string(visit.t("Uppgifter som visar vem någon är dokumenteras inte")), "SoL 14:5"}}, form.says, errors);
    page::checkboxes(h, visit, {.name = "services", .label = visit.t("Vilka stöd?")}, services(visit, shown, form), form.services, errors);
    page::text_field(h, visit, {.name = "from", .label = visit.t("Gäller från och med"), .value = form.from, .type = "date"}, errors);
    page::text_field(h, visit, {.name = "until", .label = visit.t("Gäller till och med"), .hint = visit.t("Tomt betyder tills vidare"), .value = form.until, .type = "date", .may_be_empty = true}, errors);
    page::text_area(h, visit, {.name = "conditions", .label = visit.t("Villkor"), .value = form.conditions, .longest = 2000, .may_be_empty = true}, 4, errors);
    page::text_area(h, visit, {.name = "reasons", .label = visit.t("Särskilda skäl att inte dokumentera identitet"), .hint = visit.t("Behövs bara när beslutet säger det (SoL 14:5)"), .value = form.reasons, .longest = 2000, .may_be_empty = true}, 4, errors);
}

void removing(Html& h, const Visit& visit, const Decision& decision, const Form& form) {
    page::details(h, visit.t("Ta bort beslutet ur registret"), [&] {
        h.el("p", visit.t("Gör det bara om beslutet är inlagt av misstag. Har nämnden upphävt det: skriv den sista dagen i stället, så syns det att det har gällt."));
        page::form(h, visit, remove_route, visit.url("/personal/beslut/" + decision.key + "/ta-bort"), [&] {
            page::hidden_field(h, "seen", form.seen);
            page::submit_quiet(h, visit.t("Ta bort"));
        });
    });
}
}

web::Response decision_page(const Visit& visit, const Shown& shown, const Decision* existing, const Form& form, const FieldErrors& errors) {
    const auto title = existing ? existing->number : std::string(visit.t("Lägg in ett beslut"));
    return page::staff_page(visit, {.title = title, .current = "/personal/beslut", .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{"/personal/beslut", visit.t("Beslut")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        if (existing && existing->invented) page::notice(h, visit.frame, page::Tone::warning, visit.t("Påhittat beslut, bara för provversionen"), [] {});
        page::form(h, visit, existing ? change_route : add_route, visit.url(existing ? "/personal/beslut/" + existing->key : std::string("/personal/beslut/nytt")), [&] {
            fields(h, visit, shown, form, errors);
            page::submit(h, visit.t("Spara beslutet"));
        });
        if (existing) removing(h, visit, *existing, form);
    }, errors.any() ? 422 : 200);
}
}
