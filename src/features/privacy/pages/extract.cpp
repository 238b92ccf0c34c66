// /personal/registerutdrag/{id}: all that is kept of a person, and when it was read; and a correction beside it (SoL 14:6).
#include "base/text.hpp"
#include "features/privacy/areas.hpp"
#include "features/privacy/extract.hpp"
#include "features/privacy/pages.hpp"
#include "features/privacy/words.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;

void part(Html& h, const personal::Part& p) {
    h.el("section", {{"class", "stack"}, {"lang", "sv"}}, [&] {
        h.el("h2", p.heading);
        h.el("dl", {{"class", "keys keys-wide"}}, [&] {
            for (const auto& [label, says] : p.facts) h.el("div", [&] { h.el("dt", label), h.el("dd", {{"class", "as-written"}}, says); });
        });
    });
}
std::string unit_of(const Visit& visit, const Extract& all, const store::Look& look) {
    const auto id = rights::UnitId::from(look.unit);
    const auto* unit = id ? all.all.unit(*id) : nullptr;
    return unit ? unit->name : std::string(visit.t("Ingen enhet"));
}
void looks(Html& h, const Visit& visit, const Extract& all) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("När uppgifterna har lästs eller ändrats"));
        const std::vector<page::Column> columns{{"", visit.t("När")}, {"", visit.t("Vad")}, {"", visit.t("Enhet")}};
        if (all.looks.empty()) return void(h.el("p", visit.t("Ingen har läst dem.")));
        page::table(h, visit, {visit.t("Det senaste först"), columns, {}, visit.url(extract_path)}, all.looks.size(), [&](std::size_t row, std::size_t column) {
            const auto& look = all.looks[row];
            if (column == 0) h.text(calendar::words(look.at, visit.language(), calendar::SayYear::yes));
            else if (column == 1) h.text(act_of(visit, {.act = look.act}));
            else h.text(unit_of(visit, all, look));
        });
        h.el("p", {{"class", "subtle"}}, visit.t("Namnet på den som läste står inte här. Loggranskaren kan bedöma om det ska lämnas ut."));
    });
}
void before_it_is_given(Html& h, const Visit& visit, const Extract& all) {
    page::notice(h, visit.frame, page::Tone::law, visit.t("Innan du lämnar ut det"), [&] {
        h.el("ul", [&] {
            h.el("li", visit.t("Utdraget innehåller bara det som hör till den här personen. Det som någon annan har berättat står i den andras utdrag."));
            h.el("li", visit.t("Har någon annan lämnat uppgifter om personen? De är hemliga bara om det kan innebära fara för den som berättade (OSL 26:5)."));
            if (all.kind == people::Kind::young) h.el("li", visit.t("Frågar en vårdnadshavare? Lämna inte ut det om barnet kan lida betydande men (OSL 12:3). Fråga en jurist."));
        });
    });
}
void correction(Html& h, const Visit& visit, std::string_view id, const page::FieldErrors& errors) {
    h.el("section", {{"class", "panel stack no-print"}}, [&] {
        h.el("h2", visit.t("Personen anser att något är fel"));
        h.el("p", visit.t("Skriv det som personen säger. Det läggs bredvid; det som redan står ändras inte (SoL 14:6)."));
        page::form(h, visit, correction_route, visit.url(std::string(extract_path) + "/" + std::string(id) + "/rattelse"), [&] {
            page::text_area(h, visit, {.name = "rattelse", .label = visit.t("Rättelse"), .value = visit.request.field("rattelse"), .longest = static_cast<int>(people::longest_correction)}, 5, errors);
            page::submit(h, visit.t("Lägg rättelsen bredvid"));
        });
    });
}
Response too_many(const Visit& visit) {
    return page::staff_page(visit, {.title = std::string(visit.t("Registerutdrag")), .current = std::string(extract_path), .narrow = true}, [&](Html& h) {
        page::staff_heading(h, visit.t("För många utdrag"));
        h.el("p", visit.t("Du har gjort femtio utdrag den senaste timmen. Därför stoppades det här, och verksamhetschefen har fått ett larm."));
        h.el("p", visit.t("Vänta en stund och försök igen, eller tala med chefen."));
    }, 429);
}
Response shown_page(const Visit& visit, const Ground& ground, const page::FieldErrors& errors) {
    const auto id = rights::PersonId::from(visit.request.param("id"));
    if (!id) return Response::not_found();
    const auto found = extract(ground, *visit.request.actor, ground.clock.now(), *id);
    if (!found) return found.refusal() == ExtractRefusal::too_many ? too_many(visit) : Response::not_found();
    return page::staff_page(visit, {.title = std::string(visit.t("Registerutdrag")), .current = std::string(extract_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        if (visit.request.asked("klart") == "rattat") page::done(h, visit, visit.t("Rättelsen ligger nu bredvid det som stod."));
        page::error_summary(h, visit, errors);
        page::breadcrumbs(h, visit, {{std::string(extract_path), visit.t("Registerutdrag")}});
        page::staff_heading(h, visit.t("Det som är sparat"), [&] { page::print_button(h, visit); });
        h.el("p", visit.t("Gjort {tid}. Att utdraget gjordes är loggat.", {{"tid", calendar::words(ground.clock.now(), visit.language(), calendar::SayYear::yes)}}));
        before_it_is_given(h, visit, *found);
        for (const auto& p : found->parts) part(h, p);
        looks(h, visit, *found);
        correction(h, visit, id->text(), errors);
    }, errors.any() ? 422 : 200);
}
}

Response extract_page(const Visit& visit, const Ground& ground) { return shown_page(visit, ground, {}); }

Response save_correction(const Visit& visit, const Ground& ground) {
    const auto id = rights::PersonId::from(visit.request.param("id"));
    if (!id) return Response::not_found();
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto noted = ground.database.write([&](db::Transaction& tx) {
        return people::note_correction(tx, ground.vault, ground.randomness, actor, own_areas(actor, may_extract, now), now, *id, visit.request.field("rattelse"));
    });
    if (noted) return Response::see_other(std::string(extract_path) + "/" + std::string(id->text()) + "?klart=rattat");
    if (noted.refusal() == people::CorrectionRefusal::unknown) return Response::not_found();
    page::FieldErrors errors;
    errors.add("rattelse", noted.refusal() == people::CorrectionRefusal::missing ? visit.t("Skriv vad som är fel.") : visit.t("Skriv högst 2 000 tecken."));
    return shown_page(visit, ground, errors);
}
}
