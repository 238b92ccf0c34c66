// …/person/{id}: one member: what she has, what she had, how she signs in, and the end of it all.
#include "features/staff/attention.hpp"
#include "features/staff/pages.hpp"
#include "features/staff/scope.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;

struct Shown {
    Organisation all; // as the reader may see it
    Member member;
    std::optional<people::Person> person;
    std::vector<Assignment> now, former;
    bool may_be_invited = false; // as sign_in::may_invite has it: a head only who has nothing but what she may give
};
std::optional<Shown> read(const Visit& visit, const Ground& ground) {
    const auto time = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto account = AccountId::from(visit.request.param("id"));
    if (!account) return std::nullopt;
    return ground.database.write([&](db::Transaction& tx) -> std::optional<Shown> {
        // Both are asked also about nobody, so that somebody else's does not answer later (security T7).
        const auto who = store::member(tx, *account);
        const auto where = store::operations_of(tx, *account);
        if (!who || !may_see_member(actor, where)) return std::nullopt;
        const auto whole = organisation(tx, time);
        Shown out{seen_by(actor, whole), *who, std::nullopt, {}, store::former(tx, *account, time)};
        const auto hers = [&](const Assignment& a) { return a.account == *account; };
        const bool has_one = std::any_of(whole.assignments.begin(), whole.assignments.end(), hers);
        out.may_be_invited = (has_one || !may_build(actor)) && std::all_of(whole.assignments.begin(), whole.assignments.end(), [&](const Assignment& a) { return !hers(a) || !may_end(actor, whole.unit(a.unit)->operation, a.role); });
        std::copy_if(out.all.assignments.begin(), out.all.assignments.end(), std::back_inserter(out.now), [&](const Assignment& a) { return a.account == *account; });
        std::erase_if(out.former, [&](const Assignment& a) { return !out.all.unit(a.unit); });
        if (who->named) out.person = people::open(tx, ground.vault, actor, area_of_staff(who->named->area), time, who->named->person, people::Reason::staffing);
        return out;
    });
}
std::string name(const Visit& visit, const Shown& shown) { return shown.person ? shown.person->details.name : std::string(visit.t(shown.member.named ? people::masked_words : "Namnet är borttaget")); }
std::string own_path(const Shown& shown) { return std::string(home) + "/person/" + std::string(shown.member.account.text()); }

std::string invitation(const Shown& shown) { return "/personal/konto/" + std::string(shown.member.account.text()) + "/inbjudan"; }

std::string days(const Visit& visit, const Assignment& a) {
    if (a.ended_at) return visit.t("{from}, avslutat {day}", {{"from", day_words(visit, a.from)}, {"day", day_words(visit, calendar::date(*a.ended_at))}});
    if (!a.until) return visit.t("från {from}, tills vidare", {{"from", day_words(visit, a.from)}});
    return visit.t("{from} till {until}", {{"from", day_words(visit, a.from)}, {"until", day_words(visit, *a.until)}});
}
void row(Html& h, const Visit& visit, const Shown& shown, const Assignment& a, bool may_be_ended) {
    const auto* unit = shown.all.unit(a.unit);
    h.el("li", {{"class", "spread"}}, [&] {
        h.el("span", [&] {
            h.el("b", visit.t(rights::words(a.role))), h.text(", " + unit->name), h.empty("br"), h.el("small", days(visit, a));
        });
        if (may_be_ended && !may_end(*visit.request.actor, unit->operation, a.role)) page::link_about(h, visit.url(std::string(home) + "/uppdrag/" + std::string(a.id.text()) + "/avsluta"), visit.t("Avsluta"), visit.t(rights::words(a.role)));
    });
}
void assignments(Html& h, const Visit& visit, const Shown& shown) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Uppdrag"));
        if (shown.now.empty()) h.el("p", visit.t("Inget uppdrag just nu. Den som loggar in utan uppdrag kan inte öppna något."));
        else h.el("ul", {{"class", "steps-list"}}, [&] { for (const auto& a : shown.now) row(h, visit, shown, a, true); });
        if (shown.former.empty()) return;
        page::details(h, visit.t("Tidigare uppdrag"), [&] { h.el("ul", {{"class", "steps-list"}}, [&] { for (const auto& a : shown.former) row(h, visit, shown, a, false); }); });
    });
}
void contact(Html& h, const Shown& shown) {
    if (!shown.person) return;
    const auto& d = shown.person->details;
    h.el("p", d.email + (d.email.empty() || d.phone.empty() ? "" : " · ") + d.phone);
}
void signing_in(Html& h, const Visit& visit, const Shown& shown) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Inloggning"));
        if (!shown.may_be_invited) return void(h.el("p", visit.t("Personen har uppdrag som du inte styr över. Systemadministratören kan göra en länk.")));
        h.el("p", visit.t("En inbjudan är en länk på papper som du lämnar själv. Med den väljer personen lösenord och engångskoder."));
        h.el("p", [&] { page::link(h, visit.url(invitation(shown)), visit.t("Bjud in eller hjälp in igen")); });
    });
}
void ending(Html& h, const Visit& visit, const Shown& shown) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("När personen slutar"));
        h.el("p", visit.t("Slutar personen i kommunen: avsluta kontot. Då tar alla uppdrag slut nu, och kontot kan inte användas igen."));
        h.el("p", [&] { page::link(h, visit.url(own_path(shown) + "/avsluta"), visit.t("Avsluta kontot")); });
    });
}
void what_was_done(Html& h, const Visit& visit) {
    const auto word = visit.request.asked("klart");
    if (word == "tillagd") page::done(h, visit, visit.t("Personen är tillagd. Nästa steg är en inbjudan."));
    if (word == "uppdrag") page::done(h, visit, visit.t("Uppdraget är sparat."));
    if (word == "avslutat") page::done(h, visit, visit.t("Uppdraget är avslutat."));
    if (word == "slutat") page::done(h, visit, visit.t("Kontot är avslutat."));
}
}

Response person_page(const Visit& visit, const Ground& ground) {
    const auto shown = read(visit, ground);
    if (!shown) return Response::not_found();
    const bool builder = !may_build(*visit.request.actor), changes = builder || visit.request.actor->is(Role::head_of_operations), active = !shown->member.ended_at;
    return page::staff_page(visit, {.title = std::string(visit.t("Person")), .current = std::string(home), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}});
        what_was_done(h, visit);
        page::staff_heading(h, name(visit, *shown), [&] {
            if (!active || !changes || shown->member.account == visit.request.actor->account()) return;
            // Just added: the one thing left is the way in.
            if (visit.request.asked("klart") == "tillagd" && shown->may_be_invited) page::button_link(h, visit.url(invitation(*shown)), visit.t("Bjud in"));
            else page::button_link(h, visit.url(own_path(*shown) + "/uppdrag"), visit.t("Ge ett uppdrag"));
        });
        contact(h, *shown);
        if (!active) page::notice(h, visit.frame, page::Tone::info, visit.t("Kontot avslutades {day}", {{"day", day_words(visit, calendar::date(*shown->member.ended_at))}}), [] {});
        assignments(h, visit, *shown);
        if (active && changes && shown->member.account != visit.request.actor->account()) signing_in(h, visit, *shown);
        if (active && builder) ending(h, visit, *shown);
    });
}

namespace {
Response asked_to_end(const Visit& visit, const Shown& shown, const FieldErrors& errors) {
    const auto title = visit.t("Avsluta kontot för {name}", {{"name", name(visit, shown)}});
    return page::staff_page(visit, {.title = std::string(visit.t("Avsluta kontot")), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}, {own_path(shown), name(visit, shown)}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        h.el("p", visit.t("{name} kan inte logga in från och med nu, och alla uppdrag tar slut. Det går inte att ångra: den som kommer tillbaka läggs till på nytt.", {{"name", name(visit, shown)}}));
        page::form(h, visit, "staff.end_person", visit.url(own_path(shown) + "/avsluta"), [&] { page::submit(h, visit.t("Avsluta kontot nu")); });
        h.el("p", [&] { page::link(h, visit.url(own_path(shown)), visit.t("Avbryt")); });
    }, errors.any() ? 422 : 200);
}
}

Response end_person_page(const Visit& visit, const Ground& ground) {
    const auto shown = read(visit, ground);
    return shown && !shown->member.ended_at ? asked_to_end(visit, *shown, {}) : Response::not_found();
}
Response end_person(const Visit& visit, const Ground& ground) {
    const auto shown = read(visit, ground);
    if (!shown) return Response::not_found();
    const auto done = ground.database.write([&](db::Transaction& tx) { return end_member(tx, *visit.request.actor, ground.clock.now(), shown->member.account); });
    if (done) return Response::see_other(own_path(*shown) + "?klart=slutat");
    FieldErrors errors;
    errors.add("", visit.t(words(done.refusal())));
    return asked_to_end(visit, *shown, errors);
}
}
