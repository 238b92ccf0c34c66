// /personal/inkorg/{id}: one contact. What must be done stands first, then what was written, then what may be done.
#include "base/text.hpp"
#include "features/contact/pages/desk/typed.hpp"
#include "features/contact/pages_call.hpp"
#include "features/contact/pages_protect.hpp"

namespace contact {
namespace {
using html::Html;

std::string who_asks(const Visit& visit, const OpenedContact& o) {
    if (!o.contact().person) return std::string(visit.t("Anonym"));
    if (!o.person) return std::string(visit.t(people::masked_words));
    return o.person->details.name;   // the number stands on the page for calls, and only when it is safe (H2)
}
std::string standing(const Visit& visit, const OpenedContact& o) {
    const auto& c = o.contact();
    if (c.outcome) return visit.t("Avslutad {when}: {outcome}", {{"when", when(visit, *c.closed_at)}, {"outcome", visit.t(words(*c.outcome))}});
    switch (urgency(o.row, o.now, o.soon)) {
        case Urgency::late: return std::string(visit.t("Försenat: svaret skulle ha kommit"));
        case Urgency::soon: return std::string(visit.t("Snart: mindre än fyra arbetstimmar kvar"));
        default: break;
    }
    if (!o.row.waits()) return std::string(visit.t("Besvarad"));
    return std::string(c.answered_at ? visit.t("Nytt meddelande väntar") : visit.t("Väntar på svar"));
}

void facts(Html& h, const Visit& visit, const OpenedContact& o) {
    const auto& c = o.contact();
    const auto* unit = o.all.unit(c.unit);
    h.el("dl", {{"class", "keys keys-wide panel"}}, [&] {
        const auto fact = [&](std::string_view label, const std::string& says) { h.el("div", [&] { h.el("dt", label), h.el("dd", says); }); };
        fact(visit.t("Läge"), standing(visit, o));
        if (c.promised_at) fact(visit.t("Lovat svar"), when(visit, *c.promised_at));
        fact(visit.t("Vem har den"), who_has(visit, c, visit.request.actor->account(), o.absences, calendar::date(o.now), o.colleagues));
        fact(visit.t("Den som frågar"), who_asks(visit, o));
        if (c.person) h.el("div", [&] { h.el("dt", visit.t("Höra av sig")), h.el("dd", [&] { page::link(h, visit.url(call_path(c.id)), visit.t("Ring"));
            if (o.own) h.text(" · "), page::link(h, visit.url(safe_contact_path(c.id)), visit.t("Trygg kontakt"));
        }); });
        if (o.person && o.own) h.el("div", [&] { h.el("dt", visit.t("Skyddade personuppgifter")), h.el("dd", [&] {
            const bool has = o.person->protection != people::Protection::none;
            if (has) h.text(std::string(visit.t("Ja")) + " · ");
            page::link(h, visit.url(protect_path(c.id)), has ? visit.t("Ta bort skyddet") : visit.t("Personen har det"));
        }); });
        h.el("div", [&] { h.el("dt", visit.t("Finns det barn här?")), h.el("dd", [&] {
            h.text(visit.t(words(c.children)));
            if (c.children == Children::yes) h.text(" · "), page::link(h, visit.url("/nar-barn-ar-anhoriga"), visit.t("Vad barn kan erbjudas"));
        }); });
        if (!o.interpreter.empty()) fact(visit.t("Vill ha tolk"), o.interpreter);
        if (c.language != "sv") fact(visit.t("Skrev på"), std::string(i18n::own_name(i18n::named(c.language).value_or(i18n::Language::sv))));
        fact(visit.t("Kom in"), when(visit, c.arrived_at) + ". " + std::string(visit.t(words(c.way))));
        if (unit) fact(visit.t("Enhet"), unit->name);
    });
}

// The next thing that a human must do, in words and as a link.
void next_step(Html& h, const Visit& visit, const OpenedContact& o) {
    const auto unjudged = o.unjudged();
    if (!o.may_act() || (unjudged.empty() && !o.route_open())) return;
    page::notice(h, visit.frame, page::Tone::warning, visit.t("Det här behöver göras"), [&] {
        h.el("ul", [&] {
            if (o.route_open()) h.el("li", [&] { page::link(h, html::Url::fragment("vagar"), visit.t("Lämna över den öppna vägen ut")); });
            if (unjudged.empty()) return;
            const auto words = unjudged.size() == 1 ? std::string(visit.t("Bedöm ett meddelande")) : visit.t("Bedöm {n} meddelanden", {{"n", base::to_text(static_cast<long long>(unjudged.size()))}});
            h.el("li", [&] { h.el("a", {{"href", visit.url(path_of(o.contact().id) + "/bedom")}, {"data-press", "b"}}, words), key_hint(h, visit, "b"); });
        });
    });
}

void taking(Html& h, const Visit& visit, const OpenedContact& o) {
    const auto& c = o.contact();
    if (!o.may_act()) return;
    const bool mine = c.taken_by == visit.request.actor->account();
    page::form(h, visit, mine ? release_route : take_route, visit.url(path_of(c.id) + (mine ? "/slapp" : "/ta")), [&] {
        if (!mine && c.taken_by) page::hidden_field(h, "over", "ja");
        h.el("button", {{"class", "ds-button"}, {"data-variant", "secondary"}, {"type", "submit"}, {"data-press", "t"}}, mine ? visit.t("Släpp") : c.taken_by ? visit.t("Ta över") : visit.t("Ta kontakten"));
    });
}

// Where on the page, with the single keys that lead there.
void on_the_page(Html& h, const Visit& visit, const OpenedContact& o) {
    if (!o.may_act()) return;
    const auto& path = path_of(o.contact().id);
    h.el("nav", {{"class", "filters acts"}, {"aria-label", visit.t("På sidan")}}, [&] {
        h.el("ul", [&] {
            const auto to = [&](const html::Url& url, std::string_view key, std::string_view words) { h.el("li", [&] { h.el("a", {{"href", url}, {"data-press", key}}, words), key_hint(h, visit, key); }); };
            if (!o.contact().left_at) to(html::Url::fragment("svar"), "s", visit.t("Svara"));
            if (o.contact().person) to(visit.url(call_path(o.contact().id)), "r", visit.t("Ring"));
            to(html::Url::fragment("anteckning"), "n", visit.t("Anteckna"));
            to(visit.url(path + "/lamna-over"), "l", visit.t("Lämna över"));
            if (may_ask_about_violence.has(visit.request.actor->acting_as() ? visit.request.actor->acting_as()->role : rights::Role::ombud)) to(visit.url(path + "/vald"), "v", visit.t("Fråga om våld"));
            to(html::Url::fragment("outcome"), "a", visit.t("Avsluta"));
        });
    });
}
}

void key_hint(Html& h, const Visit& visit, std::string_view key) {
    if (visit.request.actor->shortcuts()) h.text(" "), h.el("kbd", {{"aria-hidden", "true"}}, key);
}

Response contact_page_with(const Visit& visit, const Desk& desk, const Typed& typed) {
    const auto found = opened_for(visit, desk);
    if (!found) return Response::not_found();
    const auto& o = *found;
    return page::staff_page(visit, {.title = called(visit, o.contact()), .current = std::string(inbox_path), .errors = typed.errors.any()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}});
        say_done(h, visit);
        page::error_summary(h, visit, typed.errors);
        page::staff_heading(h, called(visit, o.contact()), [&] { taking(h, visit, o); });
        if (!o.own) page::notice(h, visit.frame, page::Tone::warning, visit.t("Du läser med nödöppning"), [&] { h.el("p", visit.t("Kontakten hör till ett annat område. Du kan läsa den, men inte ändra, svara eller lämna över.")); });
        on_the_page(h, visit, o);
        next_step(h, visit, o);
        if (o.contact().young) young_notice(h, visit);
        h.el("div", {{"class", "columns side-end"}}, [&] {
            h.el("div", {{"class", "stack"}}, [&] {
                conversation(h, visit, o);
                if (o.may_act()) answering(h, visit, desk, o, typed), noting(h, visit, o, typed);
            });
            h.el("div", {{"class", "stack"}}, [&] {
                facts(h, visit, o);
                ways_out(h, visit, desk, o, typed);
                handovers(h, visit, o);
                if (o.may_act()) closing(h, visit, o, typed);
            });
        });
    }, typed.errors.any() ? 422 : 200);
}

Response contact_page(const Visit& visit, const Desk& desk) { return contact_page_with(visit, desk, {}); }
}
