// /personal/riktlinje/kunskap: what is known about a statement from carers, from those who work, and from research, side by side (SL1).
#include "base/text.hpp"
#include "features/guideline/answering.hpp"
#include "features/participation/parts.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
struct Filled {
    std::string statement = {}, knowledge = {}, words = {}, from = {};
    bool for_everybody = false;
};
std::string typed(const Visit& visit, std::string_view name) { return base::valid_utf8(visit.request.field(name)) ? std::string(visit.request.field(name)) : std::string(); }

// What its two buttons do with a source: everybody reads it, or the staff alone; and it goes.
void acts(Html& h, const Visit& visit, const Source& s) {
    const auto path = std::string(sources_path) + "/" + std::string(s.id.text());
    h.el("p", {{"class", "small"}}, visit.t(s.public_at ? i18n::key("Visas för alla") : i18n::key("Visas bara för personalen")));
    if (!visit.request.actor->is_any(answers_points)) return;
    page::form(h, visit, show_source_route, visit.url(path + "/visa"), [&] {
        page::hidden_field(h, "for", s.public_at ? "personalen" : "alla");
        page::submit_quiet(h, visit.t(s.public_at ? i18n::key("Visa bara för personalen") : i18n::key("Visa för alla")));
    });
    page::form(h, visit, unsource_route, visit.url(path + "/ta-bort"), [&] { page::submit_quiet(h, visit.t("Ta bort")); });
}
void column(Html& h, const Visit& visit, const std::vector<Source>& all, std::string_view statement, Knowledge knowledge) {
    bool any = false;
    h.el("div", {{"class", "stack-small"}}, [&] {
        h.el("h3", visit.t(words(knowledge)));
        for (const auto& s : all) {
            if (s.statement != statement || s.knowledge != knowledge) continue;
            any = true;
            h.el("p", s.words);
            h.el("p", {{"class", "small subtle"}}, [&] {
                guideline::where_it_is(h, s.where_from);
                h.text(", " + day(visit, s.made_at));
            });
            acts(h, visit, s);
        }
        if (!any) h.el("p", {{"class", "subtle"}}, visit.t("Inget än."));
    });
}
void by_statement(Html& h, const Visit& visit, const Desk& desk, const std::vector<Source>& all) {
    for (const auto& section : desk.shown.guideline->sections)
        for (const auto& s : section.statements) {
            if (std::none_of(all.begin(), all.end(), [&](const Source& one) { return one.statement == s.id; })) continue;
            h.el("section", {{"class", "panel stack"}, {"aria-labelledby", s.id}}, [&] {
                h.el("h2", {{"id", s.id}}, [&] { page::link(h, visit.url("/personal/riktlinje/" + s.id), s.id); });
                h.el("p", {page::in_language(visit, i18n::Language::sv)}, s.text);
                h.el("div", {{"class", "side-by-side"}}, [&] { for (const auto k : all_knowledge) column(h, visit, all, s.id, k); });
            });
        }
}
void add_form(Html& h, const Visit& visit, const Desk& desk, const Filled& f, const FieldErrors& errors) {
    if (!visit.request.actor->is_any(answers_points)) return;
    std::vector<page::Choice> statements, kinds_there;
    for (const auto& section : desk.shown.guideline->sections)
        for (const auto& s : section.statements) statements.push_back({s.id, s.id + ": " + base::shortened(s.text, 70)});
    for (const auto k : all_knowledge) kinds_there.push_back({std::string(key(k)), std::string(visit.t(words(k)))});
    h.el("h2", visit.t("Lägg till en källa"));
    page::form(h, visit, source_route, visit.url(sources_path), [&] {
        page::select(h, visit, {.name = "sats", .label = visit.t("Vilken sats gäller det?"), .value = f.statement}, statements, errors);
        page::radios(h, visit, {.name = "kunskap", .label = visit.t("Varifrån kommer kunskapen?"), .value = f.knowledge}, kinds_there, errors);
        page::text_area(h, visit, {.name = "ord", .label = visit.t("Vad säger den?"), .hint = visit.t("Aldrig om en enskild anhörig, närstående eller medarbetare."), .value = f.words, .longest = 600}, 3, errors);
        page::text_field(h, visit, {.name = "kalla", .label = visit.t("Var står det?"), .hint = visit.t("Länk, rapport och år, eller vilket möte det sades vid."), .value = f.from, .longest = 300}, errors);
        page::checkboxes(h, visit, {.name = "visa", .label = visit.t("Vem får läsa det?"), .hint = visit.t("Källan kan visas på punktens egen sida, bredvid riktlinjens text. Lägg aldrig ut något som någon kan kännas igen på."), .may_be_empty = true},
                         {{"alla", std::string(visit.t("Visa för alla"))}}, f.for_everybody ? std::vector<std::string>{"alla"} : std::vector<std::string>(), errors);
        page::submit(h, visit.t("Lägg till"));
    });
}
Response shown(const Visit& visit, const Desk& desk, const Filled& f, const FieldErrors& errors) {
    const auto all = desk.ground.database.read([](db::Reader& reader) { return store::sources(reader); });
    return page::staff_page(visit, {.title = std::string(visit.t("Kunskap")), .current = "/personal/riktlinje", .errors = errors.any()}, [&](Html& h) {
        around(h, visit, sources_path);
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Kunskap bakom riktlinjen"));
        h.el("p", visit.t("Det anhöriga vet, det de som arbetar vet och det forskningen visar står bredvid varandra vid varje sats."));
        by_statement(h, visit, desk, all);
        add_form(h, visit, desk, f, errors);
    }, errors.any() ? 422 : 200);
}
}

Response sources_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, {.statement = std::string(visit.request.asked("sats"))}, {}); }

Response save_source(const Visit& visit, const Desk& desk) {
    const Filled f{typed(visit, "sats"), typed(visit, "kunskap"), typed(visit, "ord"), typed(visit, "kalla"), visit.request.field("visa") == "alla"};
    const auto knowledge = knowledge_from(f.knowledge);
    const auto* as = visit.request.actor->as(answers_points);
    FieldErrors errors;
    if (!desk.shown.guideline->find(f.statement).second) errors.add("sats", visit.t("Välj en sats."));
    if (!knowledge) errors.add("kunskap", visit.t("Välj varifrån kunskapen kommer."));
    if (!checked(f.words, 600)) errors.add("ord", visit.t("Skriv vad den säger, högst 600 tecken."));
    if (!checked(f.from, 300)) errors.add("kalla", visit.t("Skriv var det står."));
    if (errors.any()) return shown(visit, desk, f, errors);
    base::require(as, "the route's rule admits only who answers");
    const Source s{crypto::new_id<SourceId>(desk.ground.randomness), f.statement, *knowledge, f.words, f.from, as->role, desk.now(), f.for_everybody ? std::optional(desk.now()) : std::nullopt};
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return add_source(tx, *visit.request.actor, desk.now(), s); });
    return done ? Response::see_other(std::string(sources_path) + "?klart=sparat") : Response::not_found();
}
Response save_show_source(const Visit& visit, const Desk& desk) {
    const auto id = SourceId::from(visit.request.param("id"));
    if (!id) return Response::not_found();
    const auto whom = visit.request.field("for") == "alla" ? Shown::to_everybody : Shown::to_staff;
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return show_source(tx, *visit.request.actor, desk.now(), *id, whom); });
    return done ? Response::see_other(std::string(sources_path) + "?klart=sparat") : Response::not_found();
}
Response save_take_back_source(const Visit& visit, const Desk& desk) {
    const auto id = SourceId::from(visit.request.param("id"));
    if (!id) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return take_back_source(tx, *visit.request.actor, desk.now(), *id); });
    return done ? Response::see_other(std::string(sources_path) + "?klart=borttaget") : Response::not_found();
}
}
