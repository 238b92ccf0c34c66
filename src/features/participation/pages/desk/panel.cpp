// /personal/riktlinje/panel: the carers' panel: names and safe contact, until when, and how many have each perspective (J6).
#include "base/text.hpp"
#include "features/directory/public.hpp"
#include "features/participation/panel.hpp"
#include "features/participation/parts.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
std::string typed(const Visit& visit, std::string_view name) { return base::valid_utf8(visit.request.field(name)) ? std::string(base::trimmed(visit.request.field(name))) : std::string(); }
bool ticked(const Visit& visit, std::string_view name, std::string_view value) {
    const auto all = web::Request::all(visit.request.form, name);
    return std::find(all.begin(), all.end(), value) != all.end();
}
// Only groups that the municipality's own list holds.
std::vector<std::string> perspectives_in(const Visit& visit, const Desk& desk) {
    std::vector<std::string> out;
    for (const auto* term : desk.shown.catalogue->vocabulary().of(directory::Facet::target_group))
        if (ticked(visit, "grupp", term->key)) out.push_back(term->key);
    return out;
}
std::vector<page::Choice> group_choices(const Visit& visit, const Desk& desk) {
    std::vector<page::Choice> out;
    for (const auto* term : desk.shown.catalogue->vocabulary().of(directory::Facet::target_group)) out.push_back({term->key, std::string(visit.said(term->name))});
    return out;
}

struct Known {
    std::optional<PanelRule> rule;
    std::vector<Member> members;
    std::vector<people::Name> names;
    PanelCounts counts;
};
std::optional<AreaId> area_of(const Visit& visit, const Desk& desk) {
    const auto scope = own_scope(*visit.request.actor, desk.now());
    return scope.areas().empty() ? std::nullopt : std::optional(scope.areas().front());
}
Known known(const Visit& visit, const Desk& desk, const AreaId& area) {
    const auto& actor = *visit.request.actor;
    return desk.ground.database.write([&](db::Transaction& tx) {
        const auto scope = own_scope(actor, desk.now());
        Known k{store::panel_rule(tx, scope, area), {}, {}, store::panel_counts(tx, scope, area)};
        std::vector<rights::PersonId> ids;
        for (auto& m : store::members(tx, scope))
            if (!m.left_at) ids.push_back(m.person), k.members.push_back(std::move(m));
        if (!ids.empty()) k.names = people::names(tx, desk.ground.vault, actor, scope, desk.now(), ids, people::Reason::own_task);
        return k;
    });
}
std::string name_of(const Visit& visit, const std::vector<people::Name>& names, const rights::PersonId& id) {
    for (const auto& n : names)
        if (n.id == id) return n.masked ? std::string(visit.t(people::masked_words)) : n.name;
    return std::string(visit.t("Uppgifterna är borttagna"));
}
struct Filled {
    std::string decision, months, name, phone, email;
    bool reimbursed = false, agreed = false, is_protected = false;
};

void balance(Html& h, const Visit& visit, const Desk& desk, const Known& k) {
    h.el("h2", visit.t("Vilka grupper panelen har erfarenhet av"));
    constexpr std::size_t enough = 5;   // of fewer, what the panel lacks or has points at somebody
    if (k.members.size() < enough) return void(h.el("p", visit.t("Visas när minst fem är med i panelen. Av färre går det att förstå vem som har vilket perspektiv.")));
    h.el("p", visit.t("Vilka grupper som finns, utan antal och utan namn."));
    std::vector<std::string> missing;
    h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
        for (const auto* term : desk.shown.catalogue->vocabulary().of(directory::Facet::target_group)) {
            const auto found = k.counts.find(term->key);
            if (found == k.counts.end()) missing.emplace_back(visit.said(term->name));
            else h.el("li", visit.said(term->name));
        }
    });
    if (!missing.empty()) page::notice(h, visit.frame, page::Tone::warning, visit.t("Ingen i panelen hjälper någon i de här grupperna"), [&] { h.el("ul", [&] { for (const auto& m : missing) h.el("li", m); }); });
}
void members(Html& h, const Visit& visit, const Known& k, std::string_view today) {
    h.el("h2", visit.t("Medlemmar"));
    if (k.members.empty()) return void(h.el("p", visit.t("Ingen är med i panelen än.")));
    const std::vector<page::Column> columns{{"", visit.t("Namn")}, {"", visit.t("Med till"), false, true}};
    page::table(h, visit, {visit.t("Medlemmar"), columns, {}, visit.url(panel_path)}, k.members.size(), [&](std::size_t row, std::size_t column) {
        const auto& m = k.members[row];
        if (column == 0) return page::link(h, visit.url(std::string(panel_path) + "/" + std::string(m.id.text())), name_of(visit, k.names, m.person));
        const auto until = calendar::iso(m.until);
        h.text(i18n::day(visit.language(), until));
        if (until <= today) h.text(". "), h.el("b", visit.t("Dags att byta"));
    });
}
void rule_form(Html& h, const Visit& visit, const Known& k, const Filled& f, const FieldErrors& errors) {
    h.el("h2", visit.t("Regler för panelen"));
    if (!k.rule) h.el("p", visit.t("Skriv vad nämnden har beslutat. Innan dess kan ingen läggas till."));
    page::form(h, visit, rule_route, visit.url(std::string(panel_path) + "/regel"), [&] {
        page::text_field(h, visit, {.name = "beslut", .label = visit.t("Nämndens beslut om panelen"), .hint = visit.t("Diarienummer och dag."), .value = f.decision, .longest = 120}, errors);
        page::text_field(h, visit, {.name = "manader", .label = visit.t("Hur många månader är man med?"), .value = f.months, .input_mode = "numeric", .longest = 2}, errors);
        page::checkboxes(h, visit, {.name = "ersattning", .label = visit.t("Ersättning"), .may_be_empty = true}, {{"ja", std::string(visit.t("De som är med får ersättning"))}}, f.reimbursed ? std::vector<std::string>{"ja"} : std::vector<std::string>(), errors);
        page::submit(h, visit.t("Spara reglerna"));
    });
}
void join_form(Html& h, const Visit& visit, const Desk& desk, const Filled& f, const FieldErrors& errors) {
    h.el("h2", visit.t("Lägg till en medlem"));
    h.el("p", visit.t("Säg till personen: du kan sluta när du vill, utan att säga varför. Ring eller skriv till mig, så tar jag bort dig ur panelen samma dag."));
    page::form(h, visit, join_route, visit.url(panel_path), [&] {
        page::checkboxes(h, visit, {.name = "ja", .label = visit.t("Vill personen?")}, {{"ja", std::string(visit.t("Personen har sagt ja till att vara med och att vi sparar namn, telefon och e-post"))}}, f.agreed ? std::vector<std::string>{"ja"} : std::vector<std::string>(), errors);
        page::text_field(h, visit, {.name = "namn", .label = visit.t("Namn"), .value = f.name}, errors);
        page::text_field(h, visit, {.name = "telefon", .label = visit.t("Telefon"), .value = f.phone, .type = "tel", .longest = 40, .may_be_empty = true}, errors);
        page::text_field(h, visit, {.name = "epost", .label = visit.t("E-post"), .value = f.email, .type = "email", .may_be_empty = true}, errors);
        page::checkboxes(h, visit, {.name = "skydd", .label = visit.t("Skyddade personuppgifter"), .hint = visit.t("Då ser bara den som enhetschefen har utsett namn och nummer. Inget skickas till personen, och kryssen nedan sparas inte."), .may_be_empty = true},
                         {{"ja", std::string(visit.t("Personen har skyddade personuppgifter"))}}, f.is_protected ? std::vector<std::string>{"ja"} : std::vector<std::string>(), errors);
        page::checkboxes(h, visit, {.name = "satt", .label = visit.t("Hur får vi nå personen?"), .hint = visit.t("Bara det som personen själv har sagt ja till."), .may_be_empty = true},
                         {{"ring", std::string(visit.t("Ringa"))}, {"sms", std::string(visit.t("Sms"))}, {"mejl", std::string(visit.t("Mejl"))}, {"svarare", std::string(visit.t("Prata in på telefonsvararen"))}}, {}, errors);
        page::checkboxes(h, visit, {.name = "grupp", .label = visit.t("Vem hjälper personen?"), .hint = visit.t("Räknas in i antalen och sparas inte med namnet."), .may_be_empty = true}, group_choices(visit, desk), {}, errors);
        page::submit(h, visit.t("Lägg till"));
    });
}
Response shown(const Visit& visit, const Desk& desk, const Filled* filled, const FieldErrors& errors) {
    const auto area = area_of(visit, desk);
    if (!area) return Response::not_found();
    const auto k = known(visit, desk, *area);
    const Filled now = filled ? *filled : Filled{k.rule ? k.rule->decision : "", number(k.rule ? k.rule->months : 12), "", "", "", k.rule && k.rule->reimbursed};
    return page::staff_page(visit, {.title = std::string(visit.t("Anhörigpanel")), .current = "/personal/riktlinje", .errors = errors.any(), .narrow = true}, [&](Html& h) {
        around(h, visit, panel_path);
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Anhörigpanel"));
        h.el("p", visit.t("Anhöriga som vill vara med och utveckla stödet. Här står bara namn, hur de får nås och när det är någon annans tur."));
        members(h, visit, k, calendar::day(desk.now()));
        if (!k.members.empty()) balance(h, visit, desk, k);
        if (k.rule) join_form(h, visit, desk, now, errors);
        rule_form(h, visit, k, now, errors);
    }, errors.any() ? 422 : 200);
}
}

Response panel_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, nullptr, {}); }

Response save_rule(const Visit& visit, const Desk& desk) {
    const auto area = area_of(visit, desk);
    if (!area) return Response::not_found();
    const Filled f{.decision = typed(visit, "beslut"), .months = typed(visit, "manader").substr(0, 4), .name = "", .phone = "", .email = "", .reimbursed = visit.request.field("ersattning") == "ja"};
    int months = 0;
    for (const char c : f.months) months = c >= '0' && c <= '9' && months >= 0 ? months * 10 + (c - '0') : -1;
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return set_rule(tx, *visit.request.actor, desk.now(), *area, {f.decision, f.reimbursed, months}); });
    if (done) return Response::see_other(std::string(panel_path) + "?klart=sparat");
    FieldErrors errors;
    if (done.refusal() == PanelRefusal::months_wrong) errors.add("manader", visit.t("Skriv ett antal månader mellan 1 och 60."));
    else errors.add("beslut", visit.t("Skriv beslutets nummer och dag."));
    return shown(visit, desk, &f, errors);
}

Response save_join(const Visit& visit, const Desk& desk) {
    const auto area = area_of(visit, desk);
    if (!area) return Response::not_found();
    Filled f{.decision = "", .months = "12", .name = typed(visit, "namn"), .phone = typed(visit, "telefon"), .email = typed(visit, "epost"), .agreed = visit.request.field("ja") == "ja", .is_protected = visit.request.field("skydd") == "ja"};
    const auto& ground = desk.ground;
    const auto rule = ground.database.read([&](db::Reader& reader) { return store::panel_rule(reader, own_scope(*visit.request.actor, desk.now()), *area); });
    if (!rule) return Response::not_found();
    f.decision = rule->decision, f.months = number(rule->months), f.reimbursed = rule->reimbursed;
    FieldErrors errors;
    if (!f.agreed) errors.add("ja", visit.t("Fråga personen först. Utan ett ja sparas inget."));
    const auto details = people::checked({.name = f.name, .phone = f.phone, .email = f.email}, desk.now());
    if (!details)
        for (const auto fault : details.refusal()) errors.add(fault == people::DetailsFault::phone_not_understood ? "telefon" : fault == people::DetailsFault::email_not_understood ? "epost" : "namn", visit.t(people::words(fault)));
    if (!f.is_protected && f.phone.empty() && (ticked(visit, "satt", "ring") || ticked(visit, "satt", "sms"))) errors.add("telefon", visit.t("Skriv ett telefonnummer, eller ta bort krysset för samtal och sms."));
    if (errors.any()) return shown(visit, desk, &f, errors);
    const auto safe = people::checked({.may_call = ticked(visit, "satt", "ring"), .may_sms = ticked(visit, "satt", "sms"), .may_mail = ticked(visit, "satt", "mejl"), .voicemail = ticked(visit, "satt", "svarare")});
    base::require(static_cast<bool>(safe), "ways alone cannot be wrong");
    const auto person = people::sealed(ground.vault, ground.randomness, *area, people::Kind::carer, people::Ground::agreed_follow_up(), f.is_protected ? people::Protection::protected_identity : people::Protection::none, *details);
    const auto id = crypto::new_id<MemberId>(ground.randomness);
    const auto done = ground.database.write([&](db::Transaction& tx) { return join(tx, ground.vault, *visit.request.actor, desk.now(), {id, person, *safe, perspectives_in(visit, desk)}); });
    return done ? Response::see_other(std::string(panel_path) + (f.is_protected ? "?klart=skyddad" : "?klart=sparat")) : Response::not_found();
}

Response member_page(const Visit& visit, const Desk& desk) {
    const auto id = MemberId::from(visit.request.param("id"));
    if (!id) return Response::not_found();
    const auto& actor = *visit.request.actor;
    struct Found {
        Member member;
        std::optional<people::Person> person;
        std::optional<people::SafeContact> safe;
    };
    const auto found = desk.ground.database.write([&](db::Transaction& tx) -> std::optional<Found> {
        const auto scope = own_scope(actor, desk.now());
        const auto m = store::find_member(tx, scope, *id);
        if (!m || m->left_at) return std::nullopt;
        return Found{*m, people::open(tx, desk.ground.vault, actor, scope, desk.now(), m->person, people::Reason::own_task), people::safe_contact(tx, desk.ground.vault, actor, scope, desk.now(), m->person)};
    });
    if (!found) return Response::not_found();
    return page::staff_page(visit, {.title = std::string(visit.t("Medlem i panelen")), .current = "/personal/riktlinje", .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{"/personal/riktlinje", visit.t("Riktlinjen")}, {std::string(panel_path), visit.t("Anhörigpanel")}});
        const auto& p = found->person;
        page::staff_heading(h, p ? std::string_view(p->details.name) : visit.t(people::masked_words));
        h.el("dl", {{"class", "keys"}}, [&] {
            const auto fact = [&](std::string_view label, std::string_view says) {
                if (!says.empty()) h.el("div", [&] { h.el("dt", label), h.el("dd", says); });
            };
            fact(visit.t("Med sedan"), i18n::day(visit.language(), calendar::iso(found->member.since)));
            fact(visit.t("Med till"), i18n::day(visit.language(), calendar::iso(found->member.until)));
            if (p) fact(visit.t("Telefon"), p->details.phone), fact(visit.t("E-post"), p->details.email);
            std::vector<std::string> ways;
            if (const auto& s = found->safe) {
                for (const auto& [may, words] : {std::pair{s->may_call, i18n::key("Ringa")}, {s->may_sms, i18n::key("Sms")}, {s->may_mail, i18n::key("Mejl")}, {s->voicemail, i18n::key("Prata in på telefonsvararen")}})
                    if (may) ways.emplace_back(visit.t(words));
            }
            fact(visit.t("Får nås så här"), ways.empty() ? std::string(visit.t("Personen har inte sagt ja till något sätt")) : base::joined(ways, ", "));
        });
        h.el("h2", visit.t("Personen slutar i panelen"));
        page::form(h, visit, part_route, visit.url(std::string(panel_path) + "/" + std::string(id->text()) + "/slutar"), [&] {
            page::checkboxes(h, visit, {.name = "grupp", .label = visit.t("Vilka grupper ska räknas ner?"), .hint = visit.t("Fråga personen. Vi vet inte vem som har vilket."), .may_be_empty = true}, group_choices(visit, desk), {}, {});
            page::submit(h, visit.t("Ta bort ur panelen"));
        });
    });
}
Response save_part(const Visit& visit, const Desk& desk) {
    const auto id = MemberId::from(visit.request.param("id"));
    if (!id) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return part(tx, *visit.request.actor, desk.now(), *id, perspectives_in(visit, desk)); });
    return done ? Response::see_other(std::string(panel_path) + "?klart=slutat") : Response::not_found();
}
}
