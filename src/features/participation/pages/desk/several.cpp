// /personal/riktlinje/synpunkter/flera: many texts read on one page and sorted at once, so that a flood holds no draft back.
#include "features/participation/parts.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
constexpr std::size_t most = 30;   // that somebody reads on one page

struct Read {
    View view;
    std::string words;
};
struct Known {
    std::vector<Read> texts;        // of one draft, the oldest first
    std::size_t left = 0;           // more of them than are shown
    std::vector<Point> points;      // of the draft
    std::string title;
};
struct Form {
    bool aside = false;             // those that lie aside, to be taken back
    std::vector<std::string> ticked;
    std::string doing, point, why;
    bool all_no = false;
};
// Each text that is shown writes its line, as when it is opened alone.
Known known(const Visit& visit, const Desk& desk, bool aside) {
    const auto& actor = *visit.request.actor;
    const auto now = desk.now();
    return desk.ground.database.write([&](db::Transaction& tx) {
        const auto scope = reading_scope(tx, actor, now);
        auto views = store::views(tx, scope);
        std::erase_if(views, [&](const View& v) { return aside ? !v.aside || !v.has_words : !v.unread(); });
        Known k;
        if (views.empty()) return k;
        const auto draft = views.back().draft;   // where the oldest text waits
        std::erase_if(views, [&](const View& v) { return v.draft != draft; });
        std::reverse(views.begin(), views.end());
        k.left = views.size() > most ? views.size() - most : 0;
        for (std::size_t i = 0; i < views.size() - k.left; ++i) {
            auto text = store::words(tx, desk.ground.vault, scope, views[i].id);
            if (!text) continue;
            audit::record(tx, actor, now, {.act = audit::Act::read, .kind = "participation.view", .object = std::string(views[i].id.text()), .area = views[i].area});
            k.texts.push_back({views[i], *std::move(text)});
        }
        for (auto& p : store::points(tx))
            if (p.draft == draft && !p.taken_down()) k.points.push_back(std::move(p));
        for (const auto& d : desk.ground.drafts ? desk.ground.drafts(tx) : std::vector<Draft>())
            if (d.id == draft) k.title = d.title;
        return k;
    });
}
void texts(Html& h, const Visit& visit, const Known& k, const Form& form, const FieldErrors& errors) {
    std::vector<page::Choice> choices;
    for (const auto& t : k.texts) {
        auto where = calendar::words(t.view.arrived_at, visit.language()) + ". " + paragraph_words(visit, t.view.paragraph);
        if (t.view.aside) where += ". " + std::string(visit.t(words(*t.view.aside)));
        choices.push_back({std::string(t.view.id.text()), std::move(where), t.words});
    }
    page::checkboxes(h, visit, {.name = "synpunkt", .label = visit.t("Vilka?")}, choices, form.ticked, errors);
}
void what_to_do(Html& h, const Visit& visit, const Known& k, const Form& form, const FieldErrors& errors) {
    std::vector<page::Choice> doings, points{{"", std::string(visit.t("Välj"))}}, why;
    if (!k.points.empty() && visit.request.actor->is_any(answers_points)) doings.push_back({"samma", std::string(visit.t("De säger samma sak som ett förslag"))});
    doings.push_back({"inget", std::string(visit.t("Inget att svara på")), std::string(visit.t("Beröm, tack eller något som inte gäller riktlinjen."))});
    doings.push_back({"undan", std::string(visit.t("Lägg dem åt sidan")), std::string(visit.t("De räknas inte som obesvarade, och går att ta tillbaka."))});
    for (const auto& p : k.points) points.push_back({std::string(p.id.text()), p.summary});
    for (const auto a : asides) why.push_back({std::string(key(a)), std::string(visit.t(words(a)))});
    page::radios(h, visit, {.name = "gor", .label = visit.t("Vad gör du med de kryssade?"), .value = form.doing}, doings, errors);
    if (doings.size() == 3) page::select(h, visit, {.name = "forslag", .label = visit.t("Om de säger samma sak: vilket förslag?"), .value = form.point, .may_be_empty = true}, points, errors);
    page::radios(h, visit, {.name = "skal", .label = visit.t("Om du lägger dem åt sidan: varför?"), .value = form.why, .may_be_empty = true}, why, errors);
    h.el("p", visit.t("De sex frågorna gäller också här. Är svaret ja eller osäker på någon: öppna den synpunkten för sig."));
    h.el("ul", [&] { for (const auto q : contact::triage_questions) h.el("li", visit.t(contact::words(q))); });
    page::checkboxes(h, visit, {.name = "nej", .label = visit.t("Du har läst")}, {{"ja", std::string(visit.t("Jag har läst varje text som är kryssad, och svaret är nej på alla sex frågor om var och en"))}}, form.all_no ? std::vector<std::string>{"ja"} : std::vector<std::string>(), errors);
}
Response shown(const Visit& visit, const Desk& desk, const Form& form, const FieldErrors& errors) {
    const auto k = known(visit, desk, form.aside);
    const auto title = std::string(form.aside ? visit.t("Lagda åt sidan") : visit.t("Sortera flera"));
    return page::staff_page(visit, {.title = title, .current = "/personal/riktlinje", .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{"/personal/riktlinje", visit.t("Riktlinjen")}, {std::string(views_path), visit.t("Synpunkter")}});
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        h.el("p", [&] { form.aside ? page::link(h, visit.url(several_path), visit.t("Sortera flera")) : page::link(h, visit.url(several_path).with("visa", "undan"), visit.t("Lagda åt sidan")); });
        if (k.texts.empty()) return page::nothing_here(h, form.aside ? visit.t("Ingen synpunkt är lagd åt sidan") : visit.t("Ingen synpunkt väntar på att läsas"), [&] { h.el("p", [&] { page::link(h, visit.url(views_path), visit.t("Till synpunkterna")); }); });
        h.el("p", {page::in_language(visit, i18n::Language::sv)}, k.title);
        if (k.left > 0) h.el("p", visit.t("Här står de {n} äldsta. {left} till visas när de är sorterade.", {{"n", number(static_cast<std::int64_t>(k.texts.size()))}, {"left", number(static_cast<std::int64_t>(k.left))}}));
        page::form(h, visit, several_route, visit.url(several_path), [&] {
            texts(h, visit, k, form, errors);
            if (form.aside) page::hidden_field(h, "gor", "tillbaka"), page::submit(h, visit.t("Ta tillbaka de kryssade"));
            else what_to_do(h, visit, k, form, errors), page::submit(h, visit.t("Spara"));
        });
    }, errors.any() ? 422 : 200);
}
Form form_in(const Visit& visit) {
    Form out{.aside = visit.request.field("gor") == "tillbaka", .ticked = {}, .doing = std::string(visit.request.field("gor")), .point = std::string(visit.request.field("forslag")), .why = std::string(visit.request.field("skal")), .all_no = visit.request.field("nej") == "ja"};
    for (const auto one : web::Request::all(visit.request.form, "synpunkt"))
        if (out.ticked.size() < most) out.ticked.emplace_back(one);
    return out;
}
FieldErrors faults(const Visit& visit, const Form& f) {
    FieldErrors errors;
    if (f.ticked.empty()) errors.add("synpunkt", visit.t("Kryssa minst en synpunkt."));
    if (f.aside) return errors;
    if (f.doing != "samma" && f.doing != "inget" && f.doing != "undan") errors.add("gor", visit.t("Välj vad du gör med de kryssade."));
    if (f.doing == "samma" && !PointId::from(f.point)) errors.add("forslag", visit.t("Välj ett förslag."));
    if (f.doing == "undan" && !aside_from(f.why)) errors.add("skal", visit.t("Välj varför de läggs åt sidan."));
    if (!f.all_no) errors.add("nej", visit.t("Läs dem först. Är svaret ja eller osäker på någon fråga: öppna den för sig."));
    return errors;
}
// As when it is sorted alone, with six no; then among the proposal's.
base::Result<ViewId, Refusal> sorted(const Visit& visit, const Desk& desk, const ViewId& id, const Form& f) {
    const auto& g = desk.ground;
    const auto& actor = *visit.request.actor;
    const auto contact_id = crypto::new_id<contact::ContactId>(g.randomness);
    const auto with = g.vault.new_key(contact::owner_of(contact_id));
    const auto route = [&] { return crypto::new_id<contact::store::RouteId>(g.randomness); };
    contact::Judgement judgement{};
    judgement.fill(contact::Answer::no);
    const Sorting sorting{id, judgement, f.doing == "samma" ? Kind::proposal : Kind::no_proposal, {}, contact_id, {route(), route(), route(), route()}, with};
    const auto asked = g.contact();
    return g.database.write([&](db::Transaction& tx) -> base::Result<ViewId, Refusal> {
        const auto done = sort(tx, g.vault, actor, desk.now(), *asked, sorting);
        if (!done) return base::refused(done.refusal());
        if (f.doing != "samma") return id;
        const auto joined = join_point(tx, g.vault, actor, desk.now(), id, *PointId::from(f.point));
        return joined ? base::Result<ViewId, Refusal>(id) : base::refused(joined.refusal());
    });
}
base::Result<ViewId, Refusal> done(const Visit& visit, const Desk& desk, const ViewId& id, const Form& f) {
    const auto& actor = *visit.request.actor;
    if (f.aside) return desk.ground.database.write([&](db::Transaction& tx) { return put_back(tx, actor, desk.now(), id); });
    if (f.doing == "undan") return desk.ground.database.write([&](db::Transaction& tx) { return put_aside(tx, actor, desk.now(), id, *aside_from(f.why)); });
    return sorted(visit, desk, id, f);
}
}

Response several_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, {.aside = visit.request.asked("visa") == "undan", .ticked = {}, .doing = {}, .point = {}, .why = {}}, {}); }
Response save_several(const Visit& visit, const Desk& desk) {
    const auto form = form_in(visit);
    auto errors = faults(visit, form);
    if (errors.any()) return shown(visit, desk, form, errors);
    std::int64_t missed = 0;
    for (const auto& one : form.ticked) {
        const auto id = ViewId::from(one);
        missed += !id || !done(visit, desk, *id, form);
    }
    if (missed == 0) return Response::see_other(std::string(several_path) + (form.aside ? "?visa=undan&klart=tillbaka" : form.doing == "undan" ? "?klart=undan" : "?klart=flera"));
    errors.add("synpunkt", missed == 1 ? std::string(visit.t("En gick inte: den är redan sorterad, eller har samma ord som förslaget. Öppna den för sig.")) : visit.t("{n} gick inte: de är redan sorterade, eller har samma ord som förslaget. Öppna dem för sig.", {{"n", number(missed)}}));
    return shown(visit, desk, {.aside = form.aside, .ticked = {}, .doing = {}, .point = {}, .why = {}}, errors);
}
}
