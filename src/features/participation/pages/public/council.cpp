// /tyck-till/rad: a council (KFR, KPR) says what it thinks by its own code, and sees what became of it (J2).
#include "base/text.hpp"
#include "features/participation/writing.hpp"
#include "platform/calendar/calendar.hpp"

namespace participation {
namespace {
Response ask_for_code(const Visit& visit, const TypedCode& typed) {
    return code_form(visit, typed, {.title = visit.t("För råden"), .route = council_route, .path = council_path, .hint = i18n::key("16 siffror. Mellanrum spelar ingen roll."),
        .wrong = i18n::key("Koden stämmer inte. Se efter att alla 16 siffror är rätt. Den kan också ha slutat gälla: be då kommunen om en ny."),
        .lead = [&](Html& h) { h.el("p", visit.t("Här lämnar rådet sina synpunkter på utkastet till riktlinje. Kommunen har gett er koden. Ni kan också lämna dem på papper eller vid mötet, det väger lika mycket.")); },
        .carried = [&](Html& h) { carried(h, visit); }});
}

struct Opened {
    Council council;
    std::vector<Draft> drafts;
    std::vector<Meeting> meetings;
    std::vector<View> views;              // of every draft
    std::vector<Point> points;            // that they are among
    std::string chosen = {};              // which of the open drafts is written about
    const Draft* draft() const {
        if (const auto* d = find(drafts, chosen); d && d->open) return d;
        const auto found = std::find_if(drafts.begin(), drafts.end(), [](const Draft& d) { return d.open; });
        return found == drafts.end() ? (drafts.empty() ? nullptr : &drafts.front()) : &*found;
    }
};
std::optional<Opened> opened(const Desk& desk, const crypto::Receipt& code, std::string chosen) {
    return desk.ground.database.read([&](db::Reader& reader) -> std::optional<Opened> {
        const auto found = store::code_with(reader, code_hash(desk.ground.vault, code));
        if (!found || found->purpose != Purpose::council || !found->opens(desk.now())) return std::nullopt;
        const auto council = store::find_council(reader, CouncilId::stored(found->about));
        if (!council) return std::nullopt;
        Opened o{*council, desk.ground.drafts ? desk.ground.drafts(reader) : std::vector<Draft>(), store::meetings(reader), {}, {}, std::move(chosen)};
        for (const auto& d : o.drafts) {
            auto some = store::of_meetings(reader, council->id, d.id);
            o.views.insert(o.views.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        }
        for (const auto& v : o.views)
            for (auto& p : store::points_of(reader, v.area, v.id))
                if (p.is_public() && std::none_of(o.points.begin(), o.points.end(), [&](const Point& known) { return known.id == p.id; })) o.points.push_back(std::move(p));
        return o;
    });
}
struct Form {
    std::string opened = {}, paragraph = {}, day = {}, minutes = {}, text = {};
};
void said(Html& h, const Visit& visit, const Opened& o) {
    if (o.views.empty()) return;
    h.el("h2", visit.t("Det ni har lämnat"));
    h.el("ul", [&] {
        for (const auto& v : o.views)
            h.el("li", (o.drafts.size() > 1 ? find(o.drafts, v.draft)->title + ": " : std::string()) + paragraph_words(visit, v.paragraph) + ", " + day(visit, v.arrived_at) + ". " + std::string(v.answered() ? visit.t("Besvarad") : visit.t("Väntar på svar")));
    });
    if (o.points.empty()) return;
    h.el("h2", visit.t("Så här svarar kommunen"));
    h.el("ul", {{"class", "offers"}, {"role", "list"}}, [&] { for (const auto& p : o.points) point_shown(h, visit, p, "h3"); });
}
// Each draft that is out, and not only the newest.
void others(Html& h, const Visit& visit, const TypedCode& code, const Opened& o, const Draft& now) {
    if (std::none_of(o.drafts.begin(), o.drafts.end(), [&](const Draft& d) { return d.open && d.id != now.id; })) return;
    h.el("h2", visit.t("Andra utkast som är ute"));
    for (const auto& d : o.drafts)
        if (d.open && d.id != now.id)
            page::form(h, visit, council_route, visit.url(council_path), [&] {
                page::hidden_field(h, "kod", code.text), page::hidden_field(h, "utkast", d.id);
                page::submit_quiet(h, visit.t("Lämna synpunkter på: {title}", {{"title", d.title}}));
            });
}
Response the_form(const Visit& visit, const Desk& desk, const TypedCode& code, const Opened& o, const Form& form, const FieldErrors& errors, const char* note = nullptr, int status = 200) {
    return form_frame(visit, {.title = std::string(visit.t("För råden")), .errors = errors.any()}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (note) page::done(h, visit, visit.t(note));
        h.el("h1", o.council.name);
        const auto* d = o.draft();
        if (!d || !d->open) h.el("p", {{"class", "lead"}}, visit.t("Inget utkast är ute för synpunkter just nu.")), form.text.empty() ? void() : void(h.el("p", {{"class", "talk-text"}}, form.text));
        else {
            h.el("p", {{"class", "lead"}, page::in_language(visit, i18n::Language::sv)}, d->title);
            h.el("p", [&] { page::link(h, visit.url(std::string(open_path) + "/" + d->id), visit.t("Läs utkastet")); });
            page::form(h, visit, council_route, visit.url(council_path), [&] {
                opened_field(h, visit, desk, form.opened);
                page::hidden_field(h, "kod", code.text), page::hidden_field(h, "utkast", d->id), page::hidden_field(h, "gor", "skicka");
                page::text_field(h, visit, {.name = "dag", .label = visit.t("Vilken dag möttes rådet?"), .value = form.day, .type = "date"}, errors);
                page::text_field(h, visit, {.name = "protokoll", .label = visit.t("Protokoll"), .hint = visit.t("Länk eller diarienummer."), .value = form.minutes, .longest = 300}, errors);
                page::select(h, visit, {.name = "punkt", .label = visit.t("Vilken punkt?"), .value = form.paragraph}, paragraph_choices(visit, *d), errors);
                page::text_area(h, visit, {.name = "text", .label = visit.t("Rådets synpunkt"),
                    .hint = visit.t("En punkt i taget, eller allt på en gång. Skriv inget om enskilda personer. Synpunkten blir en allmän handling, som ert protokoll."), .value = form.text, .longest = static_cast<int>(longest_view)}, 8, errors);
                page::submit(h, visit.t("Lämna synpunkten"));
            });
            others(h, visit, code, o, *d);
        }
        said(h, visit, o);
    }, errors.any() ? 422 : status);
}
std::string typed(const Visit& visit, std::string_view name) { return base::valid_utf8(visit.request.field(name)) ? std::string(visit.request.field(name)) : std::string(); }
// The same meeting when it has been named before.
MeetingId meeting_of(const Desk& desk, const Opened& o, const Draft& d, const calendar::Date& on, const std::string& minutes, bool& is_new) {
    for (const auto& m : o.meetings)
        if (m.council == o.council.id && m.draft == d.id && m.day == on && m.minutes == minutes) return is_new = false, m.id;
    return is_new = true, crypto::new_id<MeetingId>(desk.ground.randomness);
}
}

Response council_code_page(const Visit& visit, const Desk&) { return ask_for_code(visit, {}); }

Response council_says(const Visit& visit, const Desk& desk) {
    auto code = contact::typed_code(visit);
    const auto o = opened_by_code(visit, desk.ground, code, [&](const crypto::Receipt& receipt) { return opened(desk, receipt, typed(visit, "utkast")); });
    if (!o) return ask_for_code(visit, code);
    const auto now = desk.now();
    const auto* d = o->draft();
    if (visit.request.field("gor") != "skicka" || !d || !d->open) return the_form(visit, desk, code, *o, {.day = calendar::day(now), .text = typed(visit, "text")}, {});
    const Form form{typed(visit, "opened").substr(0, 200), typed(visit, "punkt"), typed(visit, "dag"), typed(visit, "protokoll"), typed(visit, "text")};
    FieldErrors errors;
    const auto on = calendar::date_from(form.day);
    const auto minutes = checked(form.minutes, 300), text = checked(form.text, longest_view);
    const auto reads = reader_of_views(desk);
    if (!on || *on > calendar::date(now)) errors.add("dag", visit.t("Välj en dag som har varit, eller idag."));
    if (!minutes) errors.add("protokoll", visit.t("Skriv var protokollet finns."));
    if (!d->has(form.paragraph)) errors.add("punkt", visit.t(words(Refusal::no_paragraph)));
    if (!text) errors.add("text", visit.t(words(text.refusal())));
    if (!reads) errors.add("text", visit.t("Just nu går det inte att skriva här. Ring eller skriv på papper i stället."));
    if (errors.any()) return the_form(visit, desk, code, *o, form, errors);
    if (!may_be_kept(visit, desk, *reads, form.opened)) return the_form(visit, desk, code, *o, form, {}, i18n::key("Vänta en liten stund och tryck igen"), 429);
    bool is_new = false;
    const auto meeting = meeting_of(desk, *o, *d, *on, *minutes, is_new);
    const auto opens = [&](db::Transaction& tx) {
        const auto found = store::code_with(tx, code_hash(desk.ground.vault, *crypto::Receipt::from(code.text)));
        return found && found->opens(now);
    };
    const auto kept = keep(desk, visitor(), scope_of_visitor(reads->area), reads->area, {.opened = form.opened, .draft = d->id, .paragraph = form.paragraph, .text = *text, .perspective = Perspective::association, .meeting = meeting, .way = Way::meeting, .arrived_at = now, .while_open = true},
         [&](db::Transaction& tx) { return opens(tx) && (!is_new || note_meeting(tx, visitor(), now, {meeting, o->council.id, d->id, *on, *minutes})); });
    const auto after = opened(desk, *crypto::Receipt::from(code.text), d->id);
    if (!after) return code.wrong = kept == Keeping::closed, ask_for_code(visit, code);   // withdrawn while it was sent
    if (kept == Keeping::closed) return the_form(visit, desk, code, *after, form, {});
    return the_form(visit, desk, code, *after, {.day = form.day, .minutes = form.minutes}, {}, kept == Keeping::kept ? i18n::key("Synpunkten är lämnad. Ni kan lämna en till om en annan punkt.") : i18n::key("Det här formuläret var redan skickat. Det som kom fram då står kvar som det var."));
}
}
