// /personal/overlamnat: what others have handed over to one's units. The sender's contact is never shown: only its number.
#include "features/contact/pages_desk.hpp"
#include "platform/calendar/words.hpp"
#include "platform/audit/audit.hpp"

namespace contact {
namespace {
using html::Html;

struct Waiting {
    std::vector<store::HandedOver> all;
    staff::Organisation organisation;
};
Waiting read(const Visit& visit, const Desk& desk) {
    const auto now = desk.now();
    return audit::read(desk.ground.database, *visit.request.actor, now, {.act = audit::Act::list, .kind = "contact.handover", .reason = "referral"},
                       [&](db::Reader& reader, audit::Seen&) { return Waiting{store::received_by(reader, receiving_units(*visit.request.actor)), staff::organisation(reader, now)}; });
}
std::string from(const Waiting& w, const store::HandedOver& sent) {
    const auto* unit = w.organisation.unit(sent.from_unit);
    const auto* operation = w.organisation.operation_of(sent.from_unit);
    return (unit ? unit->name : std::string()) + (operation ? ", " + operation->name : std::string());
}
std::string path_of(const store::HandoverId& id) { return std::string(received_path).append("/").append(id.text()); }
std::optional<store::HandoverId> handover_in(const Visit& visit) { return store::HandoverId::from(visit.request.param("id")); }

struct Shown {
    store::HandedOver sent;
    std::optional<Copy> copy;
    staff::Organisation organisation;
};
std::optional<Shown> one(const Visit& visit, const Desk& desk) {
    const auto id = handover_in(visit);
    if (!id) return std::nullopt;
    const auto now = desk.now();
    const auto& actor = *visit.request.actor;
    return desk.ground.database.write([&](db::Transaction& tx) -> std::optional<Shown> {
        const auto sent = store::for_units(tx, receiving_units(actor), *id);
        const auto with = sent && sent->opened_at ? desk.ground.vault.key(tx, owner_of(sent->id)) : std::nullopt;
        auto copy = with ? std::optional(opened(*with, sent->id, sent->copy)) : std::nullopt;
        std::vector<audit::Subject> about;   // who is named is told who has read it
        if (copy && sent->person && !(copy->name.empty() && copy->phone.empty())) about.push_back({sent->area, *sent->person});
        audit::record(tx, actor, now, {.act = sent ? audit::Act::read : audit::Act::refused, .kind = "contact.handover", .object = std::string(id->text()), .reason = "referral"}, about);
        if (!sent) return std::nullopt;
        return Shown{*sent, std::move(copy), staff::organisation(tx, now)};
    });
}
// How the number may be called stands beside it, and the number itself is not read by accident (H2).
void number(Html& h, const Visit& visit, const Copy& copy) {
    h.el("h3", visit.t("Telefon"));
    if (!copy.safe) h.el("p", visit.t("Personen har inte sagt hur vi får höra av oss. Då ringer vi inte."));
    else {
        const auto& said = *copy.safe;
        if (!said.may_call) h.el("p", visit.t("Personen har inte sagt ja till samtal."));
        if (!said.own_number) h.el("p", visit.t("Någon annan har lämnat numret. Säg ingenting förrän du vet vem som svarar."));
        h.el("dl", {{"class", "keys keys-wide"}}, [&] {
            const auto fact = [&](std::string_view label, std::string_view says) { h.el("div", [&] { h.el("dt", label), h.el("dd", says); }); };
            for (std::size_t i = 0; i < said.week.size(); ++i)
                if (!said.week[i].empty()) fact(visit.t("Tryggt {day}", {{"day", std::string(calendar::words(static_cast<calendar::Weekday>(i), visit.language()))}}), calendar::typed(said.week[i]));
            if (!people::says_when(said)) fact(visit.t("Trygga tider"), visit.t("Inget är sagt: bara på kontorstid"));
            fact(visit.t("Fråga efter"), said.ask_for.empty() ? visit.t("Inget namn är sagt") : std::string_view(said.ask_for));
            fact(visit.t("Presentera dig som"), said.present_as.empty() ? visit.t("Bara ditt förnamn") : std::string_view(said.present_as));
            fact(visit.t("Röstbrevlåda"), said.voicemail ? visit.t("Ja: säg bara ditt förnamn och att du ringer igen") : visit.t("Nej: lägg på"));
        });
    }
    h.el("details", {{"class", "ds-details"}}, [&] { h.el("summary", visit.t("Visa numret")), h.el("div", copy.phone); });
}
void copy(Html& h, const Visit& visit, const Copy& copy) {
    h.el("section", {{"class", "panel stack-small"}}, [&] {
        h.el("h2", visit.t("Det som är överlämnat"));
        h.el("dl", {{"class", "keys keys-wide"}}, [&] {
            const auto fact = [&](std::string_view label, const std::string& says) {
                if (!says.empty()) h.el("div", [&] { h.el("dt", label), h.el("dd", says); });
            };
            fact(visit.t("Namn"), copy.name);
            fact(visit.t("Vill ha tolk"), copy.interpreter);
        });
        if (!copy.phone.empty()) number(h, visit, copy);
        for (const auto& text : copy.texts) h.el("blockquote", [&] { h.el("p", {{"class", "talk-text"}}, text); });
    });
}
void receiving(Html& h, const Visit& visit, const store::HandedOver& sent) {
    const bool own_inbox = std::any_of(visit.request.actor->assignments().begin(), visit.request.actor->assignments().end(), [&](const auto& a) { return a.unit == sent.to_unit && team.has(a.role); });
    if (!own_inbox) return void(h.el("p", visit.t("Skriv in det i ert eget system. Kopian finns kvar här tills avsändarens kontakt gallras.")));
    h.el("p", visit.t("När du tar emot blir det en kontakt i er inkorg, med eget nummer."));
    page::form(h, visit, receive_route, visit.url(path_of(sent.id) + "/ta-emot"), [&] { page::submit(h, visit.t("Ta emot")); });
}
}

Response received_page(const Visit& visit, const Desk& desk) {
    const auto w = read(visit, desk);
    const std::vector<page::Column> columns{{"", visit.t("Avsändarens nummer"), false, true}, {"", visit.t("Från"), false, true}, {"", visit.t("Lämnat")}, {"", visit.t("Läge"), false, true}};
    return page::staff_page(visit, {.title = std::string(visit.t("Överlämnat hit")), .current = std::string(received_path)}, [&](Html& h) {
        say_done(h, visit);
        page::staff_heading(h, visit.t("Överlämnat hit"));
        h.el("p", visit.t("Det som andra enheter har lämnat över till er. Du ser en kopia, aldrig deras kontakt."));
        if (w.all.empty()) return page::nothing_here(h, visit.t("Inget väntar"), [&] { h.el("p", visit.t("När någon lämnar över något till er enhet står det här.")); });
        page::table(h, visit, {visit.t("Överlämnat hit"), columns, {}, visit.url(received_path)}, w.all.size(), [&](std::size_t i, std::size_t column) {
            const auto& sent = w.all[i];
            switch (column) {
            case 0: page::link(h, visit.url(path_of(sent.id)), text_of(sent.number)); break;
            case 1: h.text(from(w, sent)); break;
            case 2: h.text(when(visit, sent.sent_at)); break;
            default: h.text(sent.opened_at ? visit.t("Öppnat") : visit.t("Inte öppnat"));
            }
        });
    });
}

Response copy_page(const Visit& visit, const Desk& desk) {
    const auto shown = one(visit, desk);
    if (!shown) return Response::not_found();
    const auto& sent = shown->sent;
    return page::staff_page(visit, {.title = std::string(visit.t("Överlämnat hit")) + " " + text_of(sent.number), .current = std::string(received_path), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(received_path), visit.t("Överlämnat hit")}});
        page::staff_heading(h, visit.t("Överlämnat: {number}", {{"number", text_of(sent.number)}}));
        h.el("dl", {{"class", "keys keys-wide panel"}}, [&] {
            const auto fact = [&](std::string_view label, const std::string& says) { h.el("div", [&] { h.el("dt", label), h.el("dd", says); }); };
            fact(visit.t("Från"), from({{}, shown->organisation}, sent));
            fact(visit.t("Lämnat"), when(visit, sent.sent_at));
            fact(visit.t("Därför att"), std::string(visit.t(words(sent.ground))));
        });
        if (shown->copy) return copy(h, visit, *shown->copy), receiving(h, visit, sent);
        if (sent.received) return void(h.el("p", visit.t("Överlämningen är mottagen. Det som lämnades står i kontakten som den blev.")));
        if (sent.opened_at) return void(h.el("p", visit.t("Kopian finns inte kvar. Be avsändaren lämna över igen.")));   // received after the backup that was restored
        h.el("p", visit.t("När du öppnar kan avsändaren inte längre ta tillbaka det."));
        page::form(h, visit, open_copy_route, visit.url(path_of(sent.id) + "/oppna"), [&] { page::submit(h, visit.t("Öppna")); });
    });
}

Response save_open_copy(const Visit& visit, const Desk& desk) {
    const auto id = handover_in(visit);
    if (!id) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return open_copy(tx, *visit.request.actor, desk.now(), *id); });
    return done ? Response::see_other(path_of(*id)) : Response::not_found();
}

Response save_receive(const Visit& visit, const Desk& desk) {
    const auto id = handover_in(visit);
    if (!id) return Response::not_found();
    const auto now = desk.now();
    const auto contact = crypto::new_id<ContactId>(desk.ground.randomness);
    const auto with = desk.ground.vault.new_key(owner_of(contact));
    const auto done = desk.ground.database.write([&](db::Transaction& tx) -> base::Result<ContactId, DeskRefusal> {
        const auto sent = store::for_units(tx, receiving_units(*visit.request.actor), *id);
        return receive(tx, desk.ground.vault, desk.ground.randomness, *visit.request.actor, now, {*id, contact, with, sent ? promised(tx, sent->to_unit, *desk.shown.municipality, now) : std::nullopt});
    });
    return done ? Response::see_other(contact::path_of(*done) + "?klart=mottagen") : Response::not_found();
}
}
