// /personal/inkorg/franvaro: who is away, and who answers meanwhile. Everybody for herself, and a head for her people.
#include "base/text.hpp"
#include "features/contact/pages_desk.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace contact {
namespace {
using html::Html;
using page::FieldErrors;

struct Form {
    std::string who, first, last, deputy;
};
struct List {
    std::vector<AccountId> members;    // whose absence the reader may set
    std::vector<AccountId> deputies;   // of any of them
    std::vector<Absence> absences;     // theirs
    Colleagues colleagues;
};
List read(const Visit& visit, const Desk& desk) {
    const auto now = desk.now();
    const auto& actor = *visit.request.actor;
    return desk.ground.database.write([&](db::Transaction& tx) {
        std::vector<AccountId> members, deputies, named;
        for (const auto& own : actor.assignments())
            for (const auto& account : staff::accounts_with(tx, team, own.area, now))
                if (std::find(members.begin(), members.end(), account) == members.end() && may_set_absence(tx, actor, account, now)) members.push_back(account);
        for (const auto& member : members)
            for (const auto& account : possible_deputies(tx, member, now))
                if (std::find(deputies.begin(), deputies.end(), account) == deputies.end()) deputies.push_back(account);
        auto all = absences(tx, calendar::date(now));
        std::erase_if(all, [&](const auto& a) { return std::find(members.begin(), members.end(), a.account) == members.end(); });
        for (const auto* list : {&members, &deputies}) named.insert(named.end(), list->begin(), list->end());
        for (const auto& a : all)
            if (a.deputy) named.push_back(*a.deputy);
        audit::record(tx, actor, now, {.act = audit::Act::list, .kind = "contact.absence", .reason = "staffing"});
        return List{members, deputies, std::move(all), Colleagues(tx, desk.ground.vault, actor, now, visit, named)};
    });
}

void listed(Html& h, const Visit& visit, const List& list) {
    if (list.absences.empty()) return void(h.el("p", visit.t("Ingen frånvaro är inskriven framöver.")));
    h.el("ul", {{"class", "steps-list"}}, [&] {
        for (const auto& a : list.absences)
            h.el("li", {{"class", "spread"}}, [&] {
                const auto days = a.first == a.last ? calendar::words(a.first, visit.language()) : visit.t("{from} till {until}", {{"from", calendar::words(a.first, visit.language())}, {"until", calendar::words(a.last, visit.language())}});
                const auto deputy = a.deputy ? visit.t("ersätts av {name}", {{"name", list.colleagues.of(visit, *a.deputy)}}) : std::string(visit.t("ingen ersätter"));
                h.el("span", list.colleagues.of(visit, a.account) + ": " + days + ", " + deputy);
                page::form(h, visit, no_absence_route, visit.url(std::string(absence_path) + "/ta-bort"), [&] {
                    page::hidden_field(h, "vem", a.account), page::hidden_field(h, "forsta", calendar::iso(a.first));
                    h.el("button", {{"class", "quiet"}, {"type", "submit"}}, visit.t("Ta bort"));
                });
            });
    });
}

Response shown(const Visit& visit, const Desk& desk, const Form& form, const FieldErrors& errors) {
    const auto list = read(visit, desk);
    std::vector<page::Choice> members, deputies{{"", std::string(visit.t("Ingen, men andra kan ta över"))}};
    for (const auto& m : list.members) members.push_back({std::string(m.text()), list.colleagues.of(visit, m)});
    for (const auto& d : list.deputies) deputies.push_back({std::string(d.text()), list.colleagues.of(visit, d)});
    return page::staff_page(visit, {.title = std::string(visit.t("Frånvaro")), .current = std::string(inbox_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}});
        say_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Frånvaro och ersättare"));
        h.el("p", visit.t("Det du har tagit syns i inkorgen som väntande på den som ersätter dig."));
        listed(h, visit, list);
        if (members.empty()) return;
        page::form(h, visit, absence_route, visit.url(absence_path), [&] {
            if (members.size() > 1) page::select(h, visit, {.name = "vem", .label = visit.t("Vem är borta?"), .value = form.who}, members, errors);
            else page::hidden_field(h, "vem", members.front().value);
            page::text_field(h, visit, {.name = "forsta", .label = visit.t("Första dagen"), .value = form.first, .type = "date", .longest = 10}, errors);
            page::text_field(h, visit, {.name = "sista", .label = visit.t("Sista dagen"), .value = form.last, .type = "date", .longest = 10}, errors);
            page::select(h, visit, {.name = "ersattare", .label = visit.t("Vem ersätter?"), .hint = visit.t("En kollega i samma enhet."), .value = form.deputy}, deputies, errors);
            page::submit(h, visit.t("Spara frånvaron"));
        });
    }, errors.any() ? 422 : 200);
}
}

Response absence_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, {}, {}); }

Response save_absence(const Visit& visit, const Desk& desk) {
    const auto field = [&](std::string_view name) { return std::string(visit.request.field(name)); };
    const Form form{field("vem"), field("forsta"), field("sista"), field("ersattare")};
    const auto who = AccountId::from(form.who);
    const auto first = calendar::date_from(form.first), last = calendar::date_from(form.last);
    const auto deputy = AccountId::from(form.deputy);
    FieldErrors errors;
    if (!who) errors.add("vem", visit.t("Välj vem det gäller."));
    if (!first) errors.add("forsta", visit.t("Välj den första dagen."));
    if (!last) errors.add("sista", visit.t("Välj den sista dagen."));
    if (!deputy && !form.deputy.empty()) errors.add("ersattare", visit.t(words(DeskRefusal::deputy_wrong)));
    if (errors.any()) return shown(visit, desk, form, errors);
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return set_absence(tx, *visit.request.actor, desk.now(), {*who, *first, *last, deputy}); });
    if (done) return Response::see_other(std::string(absence_path) + "?klart=borta");
    if (done.refusal() == DeskRefusal::not_a_member) return Response::not_found();
    errors.add(done.refusal() == DeskRefusal::deputy_wrong ? "ersattare" : "forsta", visit.t(words(done.refusal())));
    return shown(visit, desk, form, errors);
}

Response save_no_absence(const Visit& visit, const Desk& desk) {
    const auto who = AccountId::from(visit.request.field("vem"));
    const auto first = calendar::date_from(visit.request.field("forsta"));
    if (!who || !first) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return remove_absence(tx, *visit.request.actor, desk.now(), *who, *first); });
    return done ? Response::see_other(std::string(absence_path) + "?klart=struken") : Response::not_found();
}
}
