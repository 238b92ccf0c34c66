// …/omrade: secrecy areas and who answers for the personal data.
#include "features/staff/building.hpp"
#include "features/staff/pages.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;

// One thing to do next: first a board, then an area, then an operation.
void add_button(Html& h, bool next, std::string_view words) { next ? page::submit(h, words) : page::submit_quiet(h, words); }
// What was typed in the form that was sent.
struct Typed {
    std::string area, name, kind, number;
};
void controllers(Html& h, const Visit& visit, const Organisation& all, const Typed& typed, const FieldErrors& errors) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Personuppgiftsansvariga"));
        h.el("p", visit.t("Nämnden som har Lotsen, andra nämnder och privata utförare. Var och en svarar för sina egna personuppgifter."));
        h.el("ul", [&] {
            for (const auto& c : all.controllers) h.el("li", c.name + " · " + std::string(visit.t(words(c.kind))) + (c.number.empty() ? "" : " · " + c.number));
        });
        std::vector<page::Choice> kinds;
        for (const auto kind : controller_kinds) kinds.push_back({std::string(key(kind)), std::string(visit.t(words(kind)))});
        page::form(h, visit, "staff.save_controller", visit.url(std::string(home) + "/ansvarig"), [&] {
            page::text_field(h, visit, {.name = "name", .label = visit.t("Nämndens eller utförarens namn"), .value = typed.name, .longest = 120}, errors);
            page::radios(h, visit, {.name = "kind", .label = visit.t("Vad är det?"), .value = typed.kind}, kinds, errors);
            page::text_field(h, visit, {.name = "number", .label = visit.t("Organisationsnummer"), .value = typed.number, .longest = 20, .may_be_empty = true}, errors);
            add_button(h, all.controllers.empty(), visit.t("Lägg till ansvarig"));
        });
    });
}
void areas(Html& h, const Visit& visit, const Organisation& all, const Typed& typed, const FieldErrors& errors) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Sekretessområden"));
        h.el("p", visit.t("Det som är känt i ett område är okänt i ett annat (OSL 8:1–2, 26:1). En privat utförare har ett eget område."));
        h.el("ul", [&] {
            for (const auto& a : all.areas) h.el("li", a.name);
        });
        page::form(h, visit, "staff.save_area", visit.url(std::string(home) + "/omrade"), [&] {
            page::text_field(h, visit, {.name = "area", .label = visit.t("Områdets namn"), .value = typed.area, .longest = 120}, errors);
            add_button(h, !all.controllers.empty() && all.areas.empty(), visit.t("Lägg till område"));
        });
    });
}
Response shown(const Visit& visit, const Organisation& all, const Typed& typed, const FieldErrors& errors) {
    const auto title = visit.t("Sekretessområden och personuppgiftsansvariga");
    return page::staff_page(visit, {.title = std::string(title), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}});
        page::error_summary(h, visit, errors);
        if (visit.request.asked("klart") == "sparat") page::done(h, visit, visit.t("Sparat."));
        page::staff_heading(h, title);
        controllers(h, visit, all, typed, errors);
        areas(h, visit, all, typed, errors);
        if (all.controllers.empty() || all.areas.empty()) return;
        h.el("p", [&] { page::button_link(h, visit.url(std::string(home) + "/verksamhet/ny"), visit.t("Nästa: lägg till en verksamhet")); });
    }, errors.any() ? 422 : 200);
}
Response saved() { return Response::see_other(std::string(home) + "/omrade?klart=sparat"); }
}

Response areas_page(const Visit& visit, const Ground& ground) { return shown(visit, seen(visit, ground), {.kind = "board"}, {}); }

Response save_area(const Visit& visit, const Ground& ground) {
    const std::string name(visit.request.field("area"));
    const Area area{crypto::new_id<AreaId>(ground.randomness), name};
    const auto done = ground.database.write([&](db::Transaction& tx) { return add_area(tx, *visit.request.actor, ground.clock.now(), area); });
    if (done) return saved();
    FieldErrors errors;
    errors.add("area", visit.t(words(done.refusal())));
    return shown(visit, seen(visit, ground), {.area = name, .kind = "board"}, errors);
}

Response save_controller(const Visit& visit, const Ground& ground) {
    const Typed typed{"", std::string(visit.request.field("name")), std::string(visit.request.field("kind")), std::string(visit.request.field("number"))};
    FieldErrors errors;
    const auto kind = controller_kind_from(typed.kind);
    if (!kind) errors.add("kind", visit.t("Välj vad det är."));
    if (typed.number.size() > 20) errors.add("number", visit.t("Numret får ha högst 20 tecken."));
    if (errors.any()) return shown(visit, seen(visit, ground), typed, errors);
    const Controller made{crypto::new_id<ControllerId>(ground.randomness), typed.name, *kind, typed.number};
    const auto done = ground.database.write([&](db::Transaction& tx) { return add_controller(tx, *visit.request.actor, ground.clock.now(), made); });
    if (done) return saved();
    add(errors, visit, done.refusal(), "name");
    return shown(visit, seen(visit, ground), typed, errors);
}
}
