// /personal/aktiviteter/{slug}: where it stands, what comes next, and the latest change.
#include "base/text.hpp"
#include "features/activities/parts_plan.hpp"
#include "features/activities/plan/store_planning.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
struct One {
    Planned standing;
    std::optional<Change> latest;
};
One read(const PlanDesk& desk, const Activity& a) {
    return audit::read(desk.ground.database, desk.actor, desk.now, {.act = audit::Act::read, .kind = "activities.activity", .object = std::string(a.id.text()), .reason = "own_task", .area = a.area}, [&](db::Reader& reader, audit::Seen&) {
        return One{standing_of(reader, desk.scope, a, desk.now), store::latest_change(reader, desk.scope, a)};
    });
}

// What leads on stands out; what ends it is quieter.
void steps(Html& h, const Visit& visit, const Activity& a) {
    const auto all = steps_from(a);
    if (all.empty()) return;
    h.el("p", {{"class", "row"}}, [&] {
        for (const auto step : all) {
            const auto to = visit.url(path_of(a, "/steg/" + std::string(key(step))));
            const bool forward = step == Step::plan || step == Step::open || step == Step::start;
            forward ? page::button_link(h, to, words(visit, step)) : page::button_link_quiet(h, to, words(visit, step));
        }
    });
}
void row(Html& h, std::string_view label, std::string_view says) {
    if (!says.empty()) h.el("div", [&] { h.el("dt", label), h.el("dd", says); });
}
std::string how_full(const Visit& visit, const Planned& p) {
    const auto& a = p.activity;
    if (takes_interest(a)) return visit.t("{n} av {wanted} vill vara med", {{"n", base::to_text(p.interested)}, {"wanted", base::to_text(a.terms.wanted)}});
    if (a.kind == Kind::drop_in) return std::string(visit.t("Ingen anmälan"));
    if (a.kind == Kind::individual) return visit.t("{n} av {total} tider bokade", {{"n", base::to_text(p.booked)}, {"total", base::to_text(p.times)}});
    auto out = visit.t("{n} av {total} platser", {{"n", base::to_text(p.placed)}, {"total", base::to_text(a.terms.seats)}});
    if (p.offered > 0) out += ", " + numbered(visit, i18n::key("en har ett erbjudande"), i18n::key("{n} har erbjudanden"), p.offered);
    if (p.waiting > 0) out += ", " + visit.t("{n} i kö", {{"n", base::to_text(p.waiting)}});
    return out;
}
void facts(Html& h, const Visit& visit, const PlanDesk& desk, const Planned& p) {
    const auto& a = p.activity;
    const auto* offer = desk.shown.catalogue->find(a.offer);
    h.el("dl", {{"class", "keys keys-wide keys-plan"}}, [&] {
        row(h, visit.t("Läge"), state_words(visit, a));
        row(h, visit.t("Kommer"), how_full(visit, p));
        row(h, visit.t("Slags aktivitet"), words(visit, a.kind));
        row(h, visit.t("Stöd"), offer ? visit.said(offer->title) : std::string_view(a.offer));
        row(h, visit.t("För vem"), words(visit, a.for_whom));
        row(h, visit.t("Tillsammans med"), a.partner);
        if (a.terms.minimum > 0) row(h, visit.t("Minsta antal"), base::to_text(a.terms.minimum));
        if (a.terms.stop_day) row(h, visit.t("Sista dag"), calendar::words(*a.terms.stop_day, visit.language(), calendar::SayYear::yes));
        if (a.sensitive) row(h, visit.t("I kalendrar, på papper och på fliken"), a.neutral_title);
    });
}
void coming(Html& h, const Visit& visit, const Planned& p) {
    h.el("h2", visit.t("Tillfällen"));
    std::size_t shown = 0;
    h.el("ul", {{"class", "plain todo"}}, [&] {
        for (const auto& s : p.coming) {
            if (++shown > 4) break;
            const bool lacks = std::any_of(p.lacking.begin(), p.lacking.end(), [&](const Session& l) { return l.id == s.id; });
            h.el("li", [&] { page::link(h, visit.url(path_of(s)), capital(when_words(visit, s))), h.el("span", {{"class", "also"}}, s.takes_place() ? place_words(visit, s, !lacks) : std::string(visit.t("Inställt"))); });
        }
    });
    if (p.coming.empty()) h.el("p", visit.t("Inget tillfälle är inlagt."));
    h.el("p", {{"class", "row"}}, [&] {
        page::link(h, visit.url(path_of(p.activity, "/tillfallen")), visit.t("Alla tillfällen"));
        if (p.activity.state != State::closed && p.activity.state != State::self_led) page::link(h, visit.url(path_of(p.activity, "/tillfallen/fler")), visit.t("Lägg till tillfällen"));
    });
}
void latest(Html& h, const Visit& visit, const Activity& a, const Change& c) {
    h.el("h2", visit.t("Senaste ändringen"));
    h.el("p", visit.t("{what} {time}.", {{"what", std::string(words(visit, c.did))}, {"time", calendar::words(c.at, visit.language())}}));
    if (c.bar == Bar::told) return void(h.el("p", visit.t("De som berörs har fått besked, så det går inte att ångra. Gör en ny ändring, så får de veta det också.")));
    if (c.bar == Bar::link) return void(h.el("p", visit.t("En länk till ett möte är bytt eller borttagen. Den gamla är förstörd, så det går inte att ångra.")));
    page::form(h, visit, undo_route, visit.url(path_of(a, "/angra")), [&] {
        page::hidden_field(h, "nummer", base::to_text(c.number));
        page::submit_quiet(h, c.did == Did::added ? visit.t("Ångra: ta bort aktiviteten") : visit.t("Ångra"));
    });
}
void links(Html& h, const Visit& visit, const Activity& a) {
    h.el("p", {{"class", "row"}}, [&] {
        if (a.kind != Kind::drop_in) page::link(h, visit.url(path_of(a, "/ko")), visit.t("Anmälda och kö"));
        if (a.kind != Kind::drop_in && a.kind != Kind::individual) page::link(h, visit.url(path_of(a, "/delade")), visit.t("Delade platser"));
        if (takes_interest(a) || takes_sign_ups(a)) page::link(h, visit.url(path_of(a, "/anmal")), visit.t("Skriv in en anmälan"));
        if (a.state != State::closed) page::link(h, visit.url(path_of(a, "/andra")), visit.t("Ändra uppgifterna"));
        page::link(h, visit.url(path_of(a, "/kopiera")), visit.t("Kopiera till en ny aktivitet"));
        if (takes_interest(a) || a.state == State::open || a.state == State::running || a.state == State::self_led) page::link(h, visit.url(std::string(list_path) + "/" + a.slug), visit.t("Se den som besökare"));
    });
}
Response shown(const Visit& visit, const PlanDesk& desk, const Activity& a, const FieldErrors& errors) {
    const auto one = read(desk, a);
    const auto tab = a.sensitive ? a.neutral_title : a.title;
    return page::staff_page(visit, {.title = tab, .current = std::string(plan_path), .errors = errors.any()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(plan_path), visit.t("Aktiviteter")}});
        say_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, a.title);
        links(h, visit, a);
        steps(h, visit, a);
        h.el("div", {{"class", "panels"}}, [&] {
            h.el("section", {{"class", "panel stack-small"}}, [&] {
                h.el("h2", visit.t("Kort om aktiviteten"));
                facts(h, visit, desk, one.standing);
                h.el("h3", visit.t("Det får ni fråga den som anmäler sig"));
                what_may_be_asked(h, visit, desk, a);
            });
            h.el("section", {{"class", "panel stack-small"}}, [&] { coming(h, visit, one.standing); });
            if (one.latest) h.el("section", {{"class", "panel stack-small"}}, [&] { latest(h, visit, a, *one.latest); });
        });
    }, errors.any() ? 422 : 200);
}
}

Response one_page(const Visit& visit, const PlanDesk& desk, const Activity& a) { return shown(visit, desk, a, {}); }

Response save_undo(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto typed = std::string(visit.request.field("nummer"));
    std::int64_t number = 0;
    for (const char c : typed) number = c >= '0' && c <= '9' && number < 1'000'000 ? number * 10 + (c - '0') : -1'000'000;
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return undo(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, a.id, number); });
    if (done) return Response::see_other(visit.url(*done == Did::added ? std::string(plan_path) : path_of(a)).with("klart", "angrad").text());
    if (done.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    errors.add("", says(visit, done.refusal()));
    return shown(visit, desk, a, errors);
}
}
