// /personal/gallring/{id}: one list, read and confirmed by another person than who made it; afterwards the report, without names.
#include "features/privacy/areas.hpp"
#include "features/privacy/destruction.hpp"
#include "features/privacy/pages.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;

struct Shown {
    store::Destruction list;
    std::vector<store::Item> items;
};
rights::AreaScope scope_of(const Visit& visit, const Ground& ground) {
    return ground.database.read([&](db::Reader& reader) { return areas_of_destruction(reader, *visit.request.actor, may_confirm, ground.clock.now()); });
}

std::optional<Shown> read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto id = std::string(visit.request.param("id"));
    const auto scope = scope_of(visit, ground);
    return audit::read(ground.database, *visit.request.actor, now, {.act = audit::Act::read, .kind = "destruction", .object = id}, [&](db::Reader& reader, audit::Seen& seen) -> std::optional<Shown> {
        auto list = store::destruction(reader, scope, id);
        if (!list) return seen.object(""), seen.refused(), std::nullopt;
        return Shown{std::move(*list), store::items(reader, scope, id)};
    });
}

void report(Html& h, const Visit& visit, const Shown& shown) {
    const auto& list = shown.list;
    const auto count = [&](auto which) { return std::to_string(std::count_if(shown.items.begin(), shown.items.end(), which)); };
    h.el("dl", {{"class", "keys keys-wide"}}, [&] {
        const auto fact = [&](std::string_view label, std::string_view says) { h.el("div", [&] { h.el("dt", label), h.el("dd", says); }); };
        const auto moment = [&](std::string_view label, const std::optional<base::Instant>& at) {
            if (at) fact(label, calendar::words(*at, visit.language(), calendar::SayYear::yes));
        };
        fact(visit.t("På listan"), std::to_string(shown.items.size()));
        moment(visit.t("Gjord"), list.listed_at);
        moment(visit.t("Bortkastad"), list.thrown_at);
        moment(visit.t("Bekräftad"), list.confirmed_at);
        if (list.confirmed_at) fact(visit.t("Borttaget"), count([](const store::Item& i) { return i.done_at.has_value(); }));
        if (list.confirmed_at) fact(visit.t("Sparat, eftersom något hade ändrats"), count([](const store::Item& i) { return i.spared_at.has_value(); }));
        moment(visit.t("Borta ur databasen"), list.erased_at);
        moment(visit.t("Borta ur databasens filer"), list.emptied_at);
        moment(visit.t("Klart"), list.done_at);
    });
    if (list.erased_at && !list.done_at)
        page::notice(h, visit.frame, page::Tone::info, visit.t("Inte klart än"), [&] { h.el("p", visit.t("Nycklarna finns kvar i den senaste säkerhetskopian. Det blir klart när nästa är gjord.")); });
}
void cell(Html& h, const Visit& visit, const store::Item& item, std::size_t column) {
    const auto rule = retention::by_from(item.rule);
    switch (column) {
    case 0: h.el("code", {{"class", "reference"}}, item.called); break;
    case 1: h.text(visit.t(thing_words(item.kind))); break;
    case 2: h.text(rule ? visit.t(retention::words(*rule)) : std::string_view(item.rule)); break;
    case 3: h.text(calendar::words(item.due, visit.language(), calendar::SayYear::yes)); break;
    default: h.text(item.done_at ? visit.t("Borttaget") : item.spared_at ? visit.t("Sparat") : visit.t("Finns kvar"));
    }
}
void list(Html& h, const Visit& visit, const Shown& shown) {
    const std::vector<page::Column> columns{{"", visit.t("Nummer")}, {"", visit.t("Slag")}, {"", visit.t("Regel")}, {"", visit.t("Får gallras från")}, {"", visit.t("Läge")}};
    page::table(h, visit, {visit.t("Det som listan gäller"), columns, {}, visit.url(std::string(destruction_path) + "/" + shown.list.id)}, shown.items.size(), [&](std::size_t row, std::size_t column) { cell(h, visit, shown.items[row], column); });
}
void next_step(Html& h, const Visit& visit, const Shown& shown) {
    const auto own = visit.url(std::string(destruction_path) + "/" + shown.list.id);
    const bool mine = shown.list.listed_by == visit.request.actor->account();
    const bool begun = shown.list.confirmed_at && !shown.list.erased_at;
    if (!shown.list.waiting() && !begun) return;
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Nästa steg"));
        if (begun) h.el("p", visit.t("Något avbröt gallringen. Det som är borttaget är borta; resten tas när du fortsätter."));
        else if (mine) h.el("p", visit.t("Du gjorde listan. Någon annan behöver läsa och bekräfta den: en registrator, verksamhetschef eller socialdirektör."));
        else h.el("p", visit.t("Läs listan. När du bekräftar tas allt på den bort för alltid. Ingen kan få tillbaka det."));
        if (begun || !mine) page::form(h, visit, confirm_route, visit.url(std::string(destruction_path) + "/" + shown.list.id + "/bekrafta"), [&] { page::submit(h, begun ? visit.t("Fortsätt") : visit.t("Bekräfta och ta bort")); });
        if (!begun) page::form(h, visit, throw_route, visit.url(std::string(destruction_path) + "/" + shown.list.id + "/kasta"), [&] { page::submit_quiet(h, visit.t("Kasta listan")); });
    });
}
}

Response destruction_list_page(const Visit& visit, const Ground& ground) {
    const auto shown = read(visit, ground);
    if (!shown) return Response::not_found();
    return page::staff_page(visit, {.title = std::string(visit.t("En gallringslista")), .current = std::string(destruction_path)}, [&](Html& h) {
        const auto word = visit.request.asked("klart");
        if (word == "gallrat") page::done(h, visit, visit.t("Det som listan gäller är borttaget."));
        if (word == "kastat") page::done(h, visit, visit.t("Listan är bortkastad. Inget togs bort."));
        page::breadcrumbs(h, visit, {{std::string(destruction_path), visit.t("Gallring")}});
        page::staff_heading(h, visit.t("En gallringslista"), [&] { page::print_button(h, visit); });
        report(h, visit, *shown);
        next_step(h, visit, *shown);
        list(h, visit, *shown);
    });
}

Response save_confirm(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto scope = scope_of(visit, ground);
    const auto id = std::string(visit.request.param("id"));
    const auto done = confirm(ground, actor, scope, now, id);
    if (!done && done.refusal() == ConfirmRefusal::unknown) return Response::not_found();
    // One that was confirmed before and broken off goes on; anything else that is refused just shows where it stands.
    const auto list = ground.database.read([&](db::Reader& reader) { return store::destruction(reader, scope, id); });
    if (!list || !list->confirmed_at || list->erased_at) return Response::see_other(std::string(destruction_path) + "/" + id);
    destroy(ground, actor, scope, now, id);
    return Response::see_other(std::string(destruction_path) + "/" + id + "?klart=gallrat");
}

Response save_throw(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto id = std::string(visit.request.param("id"));
    const auto scope = scope_of(visit, ground);
    const bool done = ground.database.write([&](db::Transaction& tx) {
        if (!store::destruction(tx, scope, id) || !store::throw_away(tx, id, now)) return false;
        audit::record(tx, *visit.request.actor, now, {.act = audit::Act::write, .kind = "destruction", .object = id, .reason = "revoked"});
        return true;
    });
    return done ? Response::see_other(std::string(destruction_path) + "/" + id + "?klart=kastat") : Response::not_found();
}
}
