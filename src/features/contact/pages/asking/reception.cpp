// /personal/mottagning: which unit reads what comes in, and what is missing before anybody can be promised an answer.
#include "features/contact/pages_asking.hpp"
#include "features/staff/public.hpp"
#include "platform/page/staff.hpp"

namespace contact {
namespace {
struct State {
    std::optional<Reception> chosen;
    std::vector<Missing> missing;
    std::vector<staff::Unit> units;   // those she may choose
    std::string chosen_name;
};
State state(const Visit& visit, const Asking& a) {
    return a.ground.database.read([&](db::Reader& reader) {
        State s{.chosen = reception(reader)};
        const auto open = promise(reader, *a.shown.municipality, a.ground.clock.now());
        if (!open) s.missing = open.refusal();
        for (const auto& unit : staff::organisation(reader, a.ground.clock.now()).units) {
            if (s.chosen && unit.id == s.chosen->unit) s.chosen_name = unit.name;
            if (staff::may_see(*visit.request.actor, unit.operation)) s.units.push_back(unit);
        }
        return s;
    });
}
void standing(Html& h, const Visit& visit, const State& s) {
    if (s.missing.empty()) return page::notice(h, visit.frame, page::Tone::info, visit.t("Det går att skriva till er"), [&] { h.el("p", visit.t("{unit} läser det som kommer in.", {{"unit", s.chosen_name}})); });
    page::notice(h, visit.frame, page::Tone::missing, visit.t("Det går inte att skriva till er än"), [&] {
        h.el("p", visit.t("Sidan Fråga oss visar telefonen i stället, och inget sparas. Det här saknas:"));
        h.el("ul", [&] {
            for (const auto missing : s.missing) h.el("li", visit.t(words(missing)));
        });
        h.el("p", visit.t("Tider, löfte och nummer fylls i under Inställningar."));
    });
}
Response shown(const Visit& visit, const Asking& a, const page::FieldErrors& errors) {
    const auto s = state(visit, a);
    return page::staff_page(visit, {.title = std::string(visit.t("Mottagning")), .current = std::string(reception_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (visit.request.asked("klart") == "sparat") page::done(h, visit, visit.t("Sparat."));
        page::staff_heading(h, visit.t("Mottagning"));
        h.el("p", visit.t("En enhet läser och svarar på det som kommer in från sidan Fråga oss. Dess öppettider avgör vilken dag ett svar lovas."));
        standing(h, visit, s);
        if (s.units.empty()) return void(h.el("p", visit.t("Det finns ingen enhet som du kan välja. Lägg till den under Organisation.")));
        std::vector<page::Choice> choices{{"", std::string(visit.t("Välj en enhet")), ""}};
        for (const auto& unit : s.units) choices.push_back({std::string(unit.id.text()), unit.name, ""});
        page::form(h, visit, reception_route, visit.url(reception_path), [&] {
            page::select(h, visit, {.name = "unit", .label = visit.t("Enhet"), .hint = visit.t("Det som redan har kommit in stannar hos den enhet som fick det."), .value = s.chosen ? s.chosen->unit.text() : std::string_view()}, choices, errors);
            page::submit(h, visit.t("Spara"));
        });
    }, errors.any() ? 422 : 200);
}
}

Response reception_page(const Visit& visit, const Asking& a) { return shown(visit, a, {}); }

Response save_reception(const Visit& visit, const Asking& a) {
    const auto unit = UnitId::from(visit.request.field("unit"));
    const bool done = unit && a.ground.database.write([&](db::Transaction& tx) { return static_cast<bool>(choose_reception(tx, *visit.request.actor, a.ground.clock.now(), *unit)); });
    if (done) return Response::see_other(std::string(reception_path) + "?klart=sparat");
    page::FieldErrors errors;
    errors.add("unit", visit.t("Välj en enhet i listan."));
    return shown(visit, a, errors);
}
}
