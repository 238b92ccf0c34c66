// /personal/riktlinje/synpunkter/{id}: one text is read, judged by the six questions of everything that comes in, and sorted.
#include "features/participation/parts.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
using contact::triage_questions;

std::string path_of(const ViewId& id) { return std::string(views_path) + "/" + std::string(id.text()); }

struct Opened {
    View view;
    std::optional<std::string> words;
    std::vector<Point> points, others;   // those it is among, and the draft's other proposals
    std::optional<Draft> draft;
    std::string council, minutes;
};
void from_meeting(db::Reader& reader, Opened& o) {
    const auto meeting = o.view.meeting ? store::find_meeting(reader, *o.view.meeting) : std::nullopt;
    const auto council = meeting ? store::find_council(reader, meeting->council) : std::nullopt;
    if (council) o.council = council->name + ", " + calendar::iso(meeting->day), o.minutes = meeting->minutes;
}
std::optional<Opened> opened_for(const Visit& visit, const Desk& desk) {
    const auto id = ViewId::from(visit.request.param("id"));
    const auto& actor = *visit.request.actor;
    if (!id) return std::nullopt;
    return audit::read(desk.ground.database, actor, desk.now(), {.act = audit::Act::read, .kind = "participation.view", .object = std::string(id->text())}, [&](db::Reader& reader, audit::Seen& seen) -> std::optional<Opened> {
        const auto scope = reading_scope(reader, actor, desk.now());
        const auto v = store::find(reader, scope, *id);
        if (!v) return seen.refused(), std::nullopt;
        seen.area(v->area);
        Opened o{*v, store::words(reader, desk.ground.vault, scope, *id), store::points_of(reader, v->area, *id), {}, {}, {}, {}};
        for (auto& p : store::points(reader))
            if (p.draft == v->draft && !p.taken_down() && std::none_of(o.points.begin(), o.points.end(), [&](const Point& mine) { return mine.id == p.id; })) o.others.push_back(std::move(p));
        if (desk.ground.drafts)
            for (auto& d : desk.ground.drafts(reader))
                if (d.id == v->draft) o.draft = std::move(d);
        from_meeting(reader, o);
        return o;
    });
}

struct Form {
    std::array<std::string, triage_questions.size()> answers;
    std::string kind, paragraph, summary;
};
void sort_form(Html& h, const Visit& visit, const Opened& o, const Form& form, const FieldErrors& errors) {
    const std::vector<page::Choice> answers{{"no", std::string(visit.t("Nej"))}, {"yes", std::string(visit.t("Ja"))}, {"unsure", std::string(visit.t("Osäker"))}};
    page::form(h, visit, sort_route, visit.url(path_of(o.view.id)), [&] {
        h.el("div", {{"class", "judge stack"}}, [&] {
            for (const auto q : triage_questions) page::radios(h, visit, {.name = contact::key(q), .label = visit.t(contact::words(q)), .value = form.answers[static_cast<std::size_t>(q)]}, answers, errors);
        });
        page::radios(h, visit, {.name = "slag", .label = visit.t("Vad är det?"), .value = form.kind},
                     {{"proposal", std::string(visit.t("Förslag eller fråga om riktlinjen")), std::string(visit.t("Ska sammanfattas och få svar."))},
                      {"no_proposal", std::string(visit.t("Inget att svara på")), std::string(visit.t("Beröm, tack eller något som inte gäller riktlinjen."))},
                      {"handed_over", std::string(visit.t("Någon som behöver svar eller hjälp")), std::string(visit.t("Texten flyttas till inkorgen som en kontakt."))}}, errors);
        page::submit(h, visit.t("Spara"));
    });
}
void among(Html& h, const Visit& visit, const Opened& o) {
    if (o.points.empty()) return void(h.el("p", visit.t("Synpunkten är inte med i något förslag än. Skriv en sammanfattning nedan.")));
    h.el("ul", {{"class", "plain stack-small"}, {"role", "list"}}, [&] {
        for (const auto& p : o.points)
            h.el("li", {{"class", "panel stack-small"}}, [&] {
                h.el("p", [&] { page::link(h, visit.url(std::string(points_path) + "/" + std::string(p.id.text())), p.taken_down() ? std::string(visit.t("Förslaget är borttaget.")) : p.summary); });
                h.el("p", {{"class", "row"}}, [&] { status_tag(h, visit, p.last().status), h.text(paragraph_words(visit, p.paragraph)); });
                page::form(h, visit, unpoint_route, visit.url(path_of(o.view.id) + "/inte-med"), [&] { page::hidden_field(h, "forslag", p.id.text()), page::submit_quiet(h, visit.t("Ta bort synpunkten från förslaget")); });
            });
    });
}
void point_form(Html& h, const Visit& visit, const Opened& o, const Form& form, const FieldErrors& errors) {
    h.el("h2", visit.t("Förslag som synpunkten är med i"));
    among(h, visit, o);
    if (!o.others.empty())
        page::form(h, visit, point_route, visit.url(path_of(o.view.id) + "/forslag"), [&] {
            std::vector<page::Choice> choices;
            for (const auto& p : o.others) choices.push_back({std::string(p.id.text()), p.summary});
            page::select(h, visit, {.name = "forslag", .label = visit.t("Finns förslaget redan?")}, choices, {});
            page::submit_quiet(h, visit.t("Lägg till i det förslaget"));
        });
    page::form(h, visit, point_route, visit.url(path_of(o.view.id) + "/forslag"), [&] {
        if (o.draft) page::select(h, visit, {.name = "punkt", .label = visit.t("Vilken punkt gäller förslaget?"), .value = form.paragraph}, paragraph_choices(visit, *o.draft), errors);
        page::text_area(h, visit, {.name = "sammanfattning", .label = visit.t("Sammanfattning som alla får läsa"),
                                    .hint = visit.t("Med egna ord, och inget som visar vem som har skrivit. Någon annan läser och publicerar den."), .value = form.summary, .longest = static_cast<int>(longest_summary)}, 3, errors);
        page::submit(h, visit.t("Lägg till förslaget"));
    });
}
void the_text(Html& h, const Visit& visit, const Opened& o) {
    h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
        h.el("li", calendar::words(o.view.arrived_at, visit.language(), calendar::SayYear::yes));
        h.el("li", visit.t(words(o.view.way))), h.el("li", visit.t(words(o.view.perspective)));
        if (!o.council.empty()) h.el("li", o.council), h.el("li", visit.t("Protokoll: {where}", {{"where", o.minutes}}));
    });
    h.el("p", [&] { h.el("b", paragraph_words(visit, o.view.paragraph)); });
    if (o.draft) quote(h, visit, *o.draft, o.view.paragraph);
    if (o.words) h.el("ol", {{"class", "talk"}}, [&] { h.el("li", {{"class", "incoming"}}, [&] { h.el("p", {{"class", "talk-head"}}, [&] { h.el("b", visit.t("Synpunkten")); }), h.el("p", {{"class", "talk-text"}}, *o.words); }); });
    else h.el("p", o.view.kind == Kind::handed_over ? visit.t("Texten är flyttad till inkorgen.") : visit.t("Texten är borttagen."));
}
void laid_aside(Html& h, const Visit& visit, const View& v) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Lagd åt sidan {day}", {{"day", day(visit, *v.aside_at)}}), [&] {
        h.el("p", std::string(visit.t(words(*v.aside))) + ".");
        page::form(h, visit, several_route, visit.url(several_path), [&] { page::hidden_field(h, "gor", "tillbaka"), page::hidden_field(h, "synpunkt", v.id.text()), page::submit_quiet(h, visit.t("Ta tillbaka")); });
    });
}
Response shown(const Visit& visit, const Opened& o, const Form& form, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Synpunkt")), .current = "/personal/riktlinje", .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{"/personal/riktlinje", visit.t("Riktlinjen")}, {std::string(views_path), visit.t("Synpunkter")}});
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Synpunkt"));
        the_text(h, visit, o);
        if (o.view.aside) laid_aside(h, visit, o.view);
        if (!o.words) return;
        if (o.view.kind == Kind::proposal && !visit.request.actor->is_any(answers_points)) h.el("p", visit.t("Anhörigkonsulenten sammanfattar förslaget när hen är tillbaka."));
        else if (o.view.kind == Kind::proposal) point_form(h, visit, o, form, errors);
        const auto sorting = [&] {
            h.el("p", visit.t("Först samma sex frågor som om allt annat som kommer in. Svarar du ja eller osäker på någon flyttas texten till inkorgen."));
            sort_form(h, visit, o, form, errors);
        };
        if (o.view.kind == Kind::unsorted || errors.any()) h.el("h2", visit.t("Läs och sortera")), sorting();
        else page::details(h, visit.t("Sortera om"), sorting);
    }, errors.any() ? 422 : 200);
}
Form form_in(const Visit& visit) {
    Form form{{}, std::string(visit.request.field("slag")), std::string(visit.request.field("punkt")), std::string(visit.request.field("sammanfattning"))};
    for (const auto q : triage_questions) form.answers[static_cast<std::size_t>(q)] = std::string(visit.request.field(contact::key(q)));
    return form;
}
// What the inbox reads before the text: where it came from, since it is no letter.
std::string introduction(const Opened& o) {
    return "Kom in som synpunkt på utkastet till riktlinje" + (o.view.paragraph.empty() ? std::string() : ", punkt " + o.view.paragraph) + ". Ingen har sagt vem som skrev.";   // not translated
}
}

Response view_page(const Visit& visit, const Desk& desk) {
    const auto o = opened_for(visit, desk);
    return o ? shown(visit, *o, {{}, "", o->view.paragraph, ""}, {}) : Response::not_found();
}

Response save_sort(const Visit& visit, const Desk& desk) {
    const auto o = opened_for(visit, desk);
    if (!o) return Response::not_found();
    const auto form = form_in(visit);
    FieldErrors errors;
    contact::Judgement judgement{};
    for (const auto q : triage_questions) {
        const auto answer = contact::answer_from(form.answers[static_cast<std::size_t>(q)]);
        if (answer) judgement[static_cast<std::size_t>(q)] = *answer;
        else errors.add(contact::key(q), visit.t("Svara på frågan: {question}", {{"question", visit.t(contact::words(q))}}));
    }
    const auto kind = kind_from(form.kind);
    if (!kind || *kind == Kind::unsorted) errors.add("slag", visit.t("Välj vad det är."));
    if (errors.any()) return shown(visit, *o, form, errors);
    auto& random = desk.ground.randomness;
    const auto contact_id = crypto::new_id<contact::ContactId>(random);
    const auto with = desk.ground.vault.new_key(contact::owner_of(contact_id));
    const auto route = [&] { return crypto::new_id<contact::store::RouteId>(random); };
    const auto asked = desk.ground.contact();
    const Sorting sorting{o->view.id, judgement, *kind, introduction(*o), contact_id, {route(), route(), route(), route()}, with};
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return sort(tx, desk.ground.vault, *visit.request.actor, desk.now(), *asked, sorting); });
    if (!done && done.refusal() == Refusal::unknown) return Response::not_found();
    if (!done) return errors.add("slag", visit.t(words(done.refusal()))), shown(visit, *o, form, errors);
    if (done->contact) return Response::see_other("/personal/inkorg/" + std::string(done->contact->text()) + "?klart=inskriven");
    return Response::see_other((*kind == Kind::proposal ? path_of(o->view.id) : std::string(views_path)) + "?klart=sorterad");
}

Response save_point(const Visit& visit, const Desk& desk) {
    const auto o = opened_for(visit, desk);
    if (!o) return Response::not_found();
    const auto form = form_in(visit);
    const auto& actor = *visit.request.actor;
    FieldErrors errors;
    const auto existing = PointId::from(visit.request.field("forslag"));
    if (!existing && (!o->draft || !o->draft->has(form.paragraph))) errors.add("punkt", visit.t(words(Refusal::no_paragraph)));
    if (errors.any()) return shown(visit, *o, form, errors);
    const auto id = crypto::new_id<PointId>(desk.ground.randomness);
    const auto done = desk.ground.database.write([&](db::Transaction& tx) {
        return existing ? join_point(tx, desk.ground.vault, actor, desk.now(), o->view.id, *existing) : make_point(tx, desk.ground.vault, actor, desk.now(), {id, o->view.id, form.paragraph, form.summary});
    });
    if (done) return Response::see_other(path_of(o->view.id) + "?klart=sparat");
    if (done.refusal() == Refusal::unknown) return Response::not_found();
    errors.add("sammanfattning", visit.t(words(done.refusal())));
    return shown(visit, *o, form, errors);
}
Response save_leave_point(const Visit& visit, const Desk& desk) {
    const auto view = ViewId::from(visit.request.param("id"));
    const auto point = PointId::from(visit.request.field("forslag"));
    if (!view || !point) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return leave_point(tx, *visit.request.actor, desk.now(), *view, *point); });
    return done ? Response::see_other(path_of(*view) + "?klart=sparat") : Response::not_found();
}
}
