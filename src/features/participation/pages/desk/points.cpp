// /personal/riktlinje/forslag: every proposal with its answer; /personal/riktlinje/forslag/{id}: it is answered (J4).
#include "features/participation/parts.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
std::string path_of(const Point& p) { return std::string(points_path) + "/" + std::string(p.id.text()); }

struct Form {
    std::string status, words, paragraph;
    std::optional<std::string> summary = {};   // when it is typed anew
};
// Other words, or none: whoever could be known by a summary is not left standing in it.
void words_of(Html& h, const Visit& visit, const Point& p, const Form& form, const FieldErrors& errors) {
    const auto body = [&] {
        page::form(h, visit, reword_route, visit.url(path_of(p) + "/andra"), [&] {
            page::text_area(h, visit, {.name = "sammanfattning", .label = visit.t("Sammanfattning som alla får läsa"),
                                    .hint = visit.t("Den förra texten sparas inte. Den nya visas när någon annan har publicerat den."), .value = form.summary.value_or(p.summary), .longest = static_cast<int>(longest_summary)}, 3, errors);
            page::submit_quiet(h, visit.t("Ändra sammanfattningen"));
        });
        h.el("p", visit.t("Går det att förstå vem någon är? Ta bort förslaget. Då står bara att det är borttaget, och synpunkterna sammanfattas på nytt."));
        page::form(h, visit, take_down_route, visit.url(path_of(p) + "/ta-bort"), [&] { page::submit_quiet(h, visit.t("Ta bort förslaget")); });
    };
    if (errors.any()) body();
    else page::details(h, visit.t("Ändra orden eller ta bort förslaget"), body);
}
// What nobody reads yet: who may let them, and what to look for.
void waits(Html& h, const Visit& visit, const Desk& desk, const Point& p) {
    if (!p.waits()) return;
    const auto no = desk.ground.database.read([&](db::Reader& reader) { return hinders_publishing(reader, *visit.request.actor, desk.now(), p); });
    page::notice(h, visit.frame, page::Tone::info, visit.t("Väntar på att någon publicerar"), [&] {
        if (no == Refusal::own_words) h.el("p", visit.t(words(*no)));
        h.el("p", visit.t("En annan anhörigkonsulent eller direktören publicerar. Är ingen annan konsulent i tjänst kan verksamhetschefen göra det."));
        if (no) return;
        h.el("p", visit.t("Läs sammanfattningen och svaret. Går det inte att förstå vem som har skrivit, och är det inte någons egna ord: publicera."));
        page::form(h, visit, publish_route, visit.url(path_of(p) + "/publicera"), [&] { page::submit(h, visit.t("Publicera")); });
    });
}
Response shown(const Visit& visit, const Desk& desk, const Point& p, const Form& form, const FieldErrors& errors) {
    const auto all = drafts(desk);
    const auto* d = find(all, p.draft);
    return page::staff_page(visit, {.title = std::string(visit.t("Förslag")), .current = "/personal/riktlinje", .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{"/personal/riktlinje", visit.t("Riktlinjen")}, {std::string(points_path), visit.t("Förslag och svar")}});
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Förslag"));
        waits(h, visit, desk, p);
        h.el("ul", {{"class", "offers"}, {"role", "list"}}, [&] { point_shown(h, visit, p, "h2"); });
        h.el("p", p.backing == 1 ? std::string(visit.t("En synpunkt säger det.")) : visit.t("{n} synpunkter säger det.", {{"n", number(p.backing)}}));
        if (d) quote(h, visit, *d, p.paragraph);
        if (!visit.request.actor->is_any(answers_points) || p.taken_down()) return;
        words_of(h, visit, p, form, errors);
        if (!d) return;
        h.el("h2", visit.t("Svara"));
        h.el("p", p.waits() ? visit.t("Svaret visas för alla på sidan Ni sa – vi gjorde när sammanfattningen är publicerad.") : visit.t("Svaret visas för alla på sidan Ni sa – vi gjorde. Tidigare svar finns kvar."));
        std::vector<page::Choice> choices, places = paragraph_choices(visit, *d);
        for (const auto s : statuses)
            if (s != Status::newly) choices.push_back({std::string(key(s)), std::string(visit.t(words(s)))});
        page::form(h, visit, answer_route, visit.url(path_of(p)), [&] {
            page::radios(h, visit, {.name = "status", .label = visit.t("Vad blir det av förslaget?"), .value = form.status}, choices, errors);
            page::select(h, visit, {.name = "punkt", .label = visit.t("Om ni föreslår en ändring: i vilken punkt?"), .value = form.paragraph}, places, errors);
            page::text_area(h, visit, {.name = "svar", .label = visit.t("Svaret, som alla får läsa"), .hint = visit.t("Vad som görs, eller varför inte nu."), .value = form.words, .longest = static_cast<int>(longest_answer)}, 4, errors);
            page::submit(h, visit.t("Spara svaret"));
        });
    }, errors.any() ? 422 : 200);
}
std::optional<Point> point_in(const Visit& visit, const Desk& desk) {
    const auto id = PointId::from(visit.request.param("id"));
    return id ? desk.ground.database.read([&](db::Reader& reader) { return store::find_point(reader, *id); }) : std::nullopt;
}
const char* field_of(Refusal why) { return why == Refusal::no_paragraph ? "punkt" : "svar"; }
}

Response points_page(const Visit& visit, const Desk& desk) {
    const auto all = desk.ground.database.read([](db::Reader& reader) { return store::points(reader); });
    return page::staff_page(visit, {.title = std::string(visit.t("Förslag och svar")), .current = "/personal/riktlinje"}, [&](Html& h) {
        around(h, visit, points_path);
        page::staff_heading(h, visit.t("Förslag och svar"));
        h.el("p", {{"class", "row no-print"}}, [&] { page::link(h, visit.url(we_did_path), visit.t("Så ser alla det")); });
        const auto waiting = std::count_if(all.begin(), all.end(), [](const Point& p) { return p.waits(); });
        if (waiting > 0) h.el("p", waiting == 1 ? std::string(visit.t("En sammanfattning väntar på att någon annan än den som skrev den publicerar.")) : visit.t("{n} sammanfattningar väntar på att någon annan än den som skrev dem publicerar.", {{"n", number(waiting)}}));
        if (all.empty()) return page::nothing_here(h, visit.t("Inget förslag är sammanfattat än"), [&] { h.el("p", visit.t("Anhörigkonsulenten läser synpunkterna och skriver vad som föreslås.")); });
        const std::vector<page::Column> columns{{"", visit.t("Förslag")}, {"", visit.t("Punkt"), false, true}, {"", visit.t("Synpunkter"), true}, {"", visit.t("Läge"), false, true}};
        page::table(h, visit, {visit.t("Förslag och svar"), columns, {}, visit.url(points_path)}, all.size(), [&](std::size_t row, std::size_t column) {
            const auto& p = all[row];
            switch (column) {
                case 0: return page::link(h, visit.url(path_of(p)), p.taken_down() ? std::string(visit.t("Förslaget är borttaget.")) : p.summary);
                case 1: return void(h.text(paragraph_words(visit, p.paragraph)));
                case 2: return void(h.number(p.backing));
                default:
                    if (p.waits()) return page::tags(h, visit.frame, {{"clock", visit.t("Inte publicerad")}});
                    return status_tag(h, visit, p.last().status);
            }
        });
    });
}
Response point_page(const Visit& visit, const Desk& desk) {
    const auto p = point_in(visit, desk);
    return p ? shown(visit, desk, *p, {"", "", p->paragraph}, {}) : Response::not_found();
}
Response save_answer(const Visit& visit, const Desk& desk) {
    const auto p = point_in(visit, desk);
    if (!p) return Response::not_found();
    const Form form{std::string(visit.request.field("status")), std::string(visit.request.field("svar")), std::string(visit.request.field("punkt"))};
    const auto all = drafts(desk);
    const auto* d = find(all, p->draft);
    const auto status = status_from(form.status);
    FieldErrors errors;
    if (!status || *status == Status::newly) errors.add("status", visit.t("Välj vad det blir av förslaget."));
    if (!d) return Response::not_found();
    if (errors.any()) return shown(visit, desk, *p, form, errors);
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return answer(tx, desk.ground.vault, *visit.request.actor, desk.now(), *d, {p->id, *status, form.words, form.paragraph}); });
    if (done) return Response::see_other(path_of(*p) + "?klart=sparat");
    if (done.refusal() == Refusal::unknown) return Response::not_found();
    errors.add(field_of(done.refusal()), visit.t(words(done.refusal())));
    return shown(visit, desk, *p, form, errors);
}
Response save_reword(const Visit& visit, const Desk& desk) {
    const auto p = point_in(visit, desk);
    if (!p) return Response::not_found();
    const Form form{"", "", p->paragraph, std::string(visit.request.field("sammanfattning"))};
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return reword(tx, desk.ground.vault, *visit.request.actor, desk.now(), p->id, *form.summary); });
    if (done) return Response::see_other(path_of(*p) + "?klart=sparat");
    if (done.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    errors.add("sammanfattning", visit.t(words(done.refusal())));
    return shown(visit, desk, *p, form, errors);
}
Response save_publish(const Visit& visit, const Desk& desk) {
    const auto p = point_in(visit, desk);
    if (!p) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return publish(tx, *visit.request.actor, desk.now(), p->id); });
    if (done) return Response::see_other(path_of(*p) + "?klart=publicerad");
    if (done.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    errors.add("", visit.t(words(done.refusal())));
    return shown(visit, desk, *p, {"", "", p->paragraph}, errors);
}
Response save_take_down(const Visit& visit, const Desk& desk) {
    const auto p = point_in(visit, desk);
    const auto done = p && desk.ground.database.write([&](db::Transaction& tx) { return static_cast<bool>(take_down(tx, *visit.request.actor, desk.now(), p->id)); });
    return done ? Response::see_other(path_of(*p) + "?klart=borttaget") : Response::not_found();
}
}
