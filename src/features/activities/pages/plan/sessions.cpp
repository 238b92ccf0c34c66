// /personal/aktiviteter/{slug}/tillfallen: all of them, and several changed at once. Who would be told is said before it happens.
#include "base/text.hpp"
#include "features/activities/parts_plan.hpp"
#include "features/activities/plan/store_planning.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
enum class Act { time, day, place, link, remove };
struct Choice {
    Act act;
    std::string_view key;
    const char* words;
};
constexpr std::array acts{Choice{Act::time, "tid", i18n::key("Byt klockslag")}, Choice{Act::day, "dag", i18n::key("Flytta till en annan dag (ett tillfälle)")}, Choice{Act::place, "plats", i18n::key("Byt lokal, eller mellan lokal och nätet")},
                          Choice{Act::link, "lank", i18n::key("Lägg till eller byt länk till mötet")}, Choice{Act::remove, "ta-bort", i18n::key("Ta bort (bara där ingen har en plats)")}};
std::optional<Act> act_in(const Visit& visit) {
    for (const auto& c : acts)
        if (c.key == visit.request.field("gor")) return c.act;
    return std::nullopt;
}
struct All {
    std::vector<Session> sessions;
    std::set<SessionId> linked;
};
All read(const PlanDesk& desk, const Activity& a) {
    return desk.ground.database.read([&](db::Reader& reader) { return All{store::sessions(reader, desk.scope, a.id), store::with_meeting(reader, desk.scope)}; });
}
bool may_change(const Session& s, base::Instant now) { return s.takes_place() && s.times.begins_at() > now; }
bool is_ticked(const Visit& visit, const SessionId& id) {
    const auto all = web::Request::all(visit.request.form, "tillfalle");
    return std::find(all.begin(), all.end(), id.text()) != all.end();
}

void rows(Html& h, const Visit& visit, const PlanDesk& desk, const Activity& a, const All& all, const std::vector<const Session*>& some, bool tick) {
    std::vector<page::Column> columns{{"", visit.t("När"), false, true}, {"", visit.t("Var"), false, true}, {"", tick ? visit.t("Gör") : visit.t("Läge"), false, true}};
    page::table(h, visit, {.caption = tick ? visit.t("Kommande tillfällen") : visit.t("Tidigare och inställda"), .columns = columns, .sorting = {}, .self = visit.url(path_of(a, "/tillfallen"))}, some.size(), [&](std::size_t row, std::size_t column) {
        const auto& s = *some[row];
        const auto when = capital(when_words(visit, s));
        if (column == 0 && tick)
            h.el("label", {{"class", "tick"}}, [&] { h.empty("input", {{"class", "ds-input"}, {"type", "checkbox"}, row == 0 ? html::Attr("id", "tillfalle") : html::Attr::none(), {"name", "tillfalle"}, {"value", s.id.text()}, {"checked", is_ticked(visit, s.id)}}), h.text(when); });
        else if (column == 0) h.text(when);
        if (column == 1) h.text(place_words(visit, s, all.linked.contains(s.id)));
        if (column == 2) {
            if (!s.takes_place()) h.text(visit.t("Inställt")), h.text(" ");
            else if (s.times.ends_at() <= desk.now) h.text(visit.t("Har varit")), h.text(" ");
            page::link_about(h, visit.url(path_of(s)), visit.t("Öppna"), when);
        }
    });
}
void change_form(Html& h, const Visit& visit, const FieldErrors& errors) {
    std::vector<page::Choice> list;
    for (const auto& c : acts) list.push_back({std::string(c.key), std::string(visit.t(c.words)), ""});
    h.el("h2", visit.t("Ändra de valda"));
    page::radios(h, visit, {.name = "gor", .label = visit.t("Vad vill du göra?"), .value = visit.request.field("gor")}, list, errors);
    h.el("div", {{"class", "pair for-time"}}, [&] {
        page::text_field(h, visit, {.name = "fran", .label = visit.t("Ny starttid"), .value = visit.request.field("fran"), .type = "time", .longest = 5}, errors);
        page::text_field(h, visit, {.name = "till", .label = visit.t("Ny sluttid"), .value = visit.request.field("till"), .type = "time", .longest = 5}, errors);
    });
    h.el("div", {{"class", "for-day"}}, [&] { page::text_field(h, visit, {.name = "nydag", .label = visit.t("Ny dag"), .value = visit.request.field("nydag"), .type = "date", .longest = 10}, errors); });
    place_fields(h, visit, visit.request.form, errors);
    button(h, "granska", visit.t("Granska"));
}
Response shown(const Visit& visit, const PlanDesk& desk, const Activity& a, const FieldErrors& errors) {
    const auto all = read(desk, a);
    std::vector<const Session*> coming, others;
    for (const auto& s : all.sessions) (may_change(s, desk.now) ? coming : others).push_back(&s);
    return plan_frame(visit, &a, {.title = std::string(visit.t("Tillfällen")), .errors = errors.any(), .narrow = false, .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        const bool more = a.state != State::closed && a.state != State::self_led;
        page::staff_heading(h, visit.t("Tillfällen"), [&] {
            if (more) page::button_link(h, visit.url(path_of(a, "/tillfallen/fler")), visit.t("Lägg till tillfällen"));
        });
        if (coming.empty()) h.el("p", visit.t("Inget kommande tillfälle är inlagt."));
        else page::form(h, visit, change_sessions_route, visit.url(path_of(a, "/tillfallen/andra")), [&] {
            h.el("h2", visit.t("Kommande tillfällen"));
            rows(h, visit, desk, a, all, coming, true);
            change_form(h, visit, errors);
        });
        if (!others.empty()) h.el("h2", visit.t("Tidigare och inställda")), rows(h, visit, desk, a, all, others, false);
    });
}

// ---- what is to be changed --------------------------------------------------------------------------------------------------------------

struct Wanted {
    Act act;
    std::vector<Session> chosen;
    std::vector<SessionEdit> edits;
    std::string link;
};
std::optional<Times> times_of(const Visit& visit, const Wanted& w, const Session& s, FieldErrors& errors) {
    const auto from = calendar::time_from(visit.request.field("fran")), till = calendar::time_from(visit.request.field("till"));
    const auto day = calendar::date_from(visit.request.field("nydag"));
    if (w.act == Act::day && !day) return errors.add("nydag", visit.t("Skriv dagen som år-månad-dag, till exempel 2027-01-31.")), std::nullopt;
    if (w.act == Act::time && (!from || !till)) return errors.add(from ? "till" : "fran", visit.t("Skriv klockslaget som 18:00.")), std::nullopt;
    const auto times = Times::of(w.act == Act::day ? *day : s.times.day(), w.act == Act::time ? *from : from.value_or(s.times.begins()), w.act == Act::time ? *till : till.value_or(s.times.ends()));
    if (times) return *times;
    if (times.refusal() == Times::Refusal::backwards) errors.add("till", visit.t("Sluttiden ska komma efter starttiden."));
    else errors.add("fran", visit.t("Klockan ställs om då, så den tiden finns inte, eller kommer två gånger. Välj en annan tid."));
    return std::nullopt;
}
Wanted wanted_in(const Visit& visit, const PlanDesk& desk, const Activity& a, Act act, FieldErrors& errors) {
    Wanted w{.act = act};
    for (const auto& s : read(desk, a).sessions)
        if (is_ticked(visit, s.id) && may_change(s, desk.now)) w.chosen.push_back(s);
    if (w.chosen.empty()) return errors.add("tillfalle", visit.t("Kryssa för minst ett tillfälle.")), w;
    if (act == Act::day && w.chosen.size() > 1) return errors.add("gor", visit.t("Välj ett tillfälle i taget när du flyttar till en annan dag.")), w;
    auto where = act == Act::place ? where_in(visit, visit.request.form, errors) : Where{};
    if (act == Act::link) where.link = base::trimmed(visit.request.field("lank"));
    if (act == Act::place && in_a_room(where.way) && where.place.empty()) errors.add("lokal", visit.t("Skriv vilken lokal det är."));
    if (act == Act::link && !a_meeting_link(where.link)) errors.add("lank", visit.t("Länken ska börja med https:// och får inte ha mellanrum."));
    w.link = where.link;
    for (const auto& s : w.chosen) {
        if (errors.any()) break;
        SessionEdit e{.session = s.id};
        if (act == Act::time || act == Act::day) e.times = times_of(visit, w, s, errors);
        if (e.times && *e.times != s.times && e.times->begins_at() <= desk.now) errors.add(act == Act::day ? "nydag" : "fran", says(visit, Refusal::over));
        if (act == Act::place) e.way = where.way, e.place = where.place;
        if (act == Act::link && !on_the_net(s.way)) errors.add("lank", visit.t("En länk går bara att lägga in när ni ses på nätet. Välj På nätet först, eller ta bort länken."));
        w.edits.push_back(e);
    }
    return w;
}
std::vector<SealedMeeting> sealed_links(const PlanDesk& desk, Wanted& w) {
    std::vector<SealedMeeting> out;
    if (w.link.empty()) return out;
    for (std::size_t i = 0; i < w.edits.size(); ++i) out.push_back(sealed_meeting(desk.ground.vault, desk.ground.randomness, w.link));
    for (std::size_t i = 0; i < w.edits.size(); ++i) w.edits[i].meeting = &out[i];
    return out;
}
Response review_page(const Visit& visit, const PlanDesk& desk, const Activity& a, Wanted& w) {
    const auto links = sealed_links(desk, w);
    const auto by = w.act == Act::remove ? ByWay{} : desk.ground.database.read([&](db::Reader& reader) { return by_way(reader, desk.scope, desk.now, told_of(reader, desk.scope, a, w.edits)); });
    return plan_frame(visit, &a, {.title = std::string(visit.t("Granska ändringen"))}, [&](Html& h) {
        page::staff_heading(h, visit.t("Granska ändringen"));
        for (const auto& c : acts)
            if (c.act == w.act) h.el("p", {{"class", "lead"}}, visit.t(c.words));
        if (w.act == Act::place) h.el("p", w.edits.front().place.empty() ? std::string(staff_words(visit, *w.edits.front().way)) : w.edits.front().place);
        h.el("ul", [&] {
            for (std::size_t i = 0; i < w.chosen.size(); ++i) {
                auto line = capital(when_words(visit, w.chosen[i]));
                if (i < w.edits.size() && w.edits[i].times) line = visit.t("{was} blir {becomes}", {{"was", line}, {"becomes", when_words(visit, w.edits[i].times->day(), w.edits[i].times->begins(), w.edits[i].times->ends())}});
                h.el("li", line);
            }
        });
        h.el("section", {{"class", "panel stack-small"}}, [&] { h.el("h2", visit.t("Besked")), h.el("p", words(visit, by)), be_there(h, visit, by); });
        page::form(h, visit, change_sessions_route, visit.url(path_of(a, "/tillfallen/andra")), [&] {
            carry_fields(h, visit, {});
            h.el("p", {{"class", "row"}}, [&] { button(h, "spara", visit.t("Spara")), button(h, "andra", visit.t("Gå tillbaka och ändra"), true); });
        });
    });
}
std::optional<Refusal> done(const PlanDesk& desk, const Activity& a, Wanted& w) {
    const auto links = sealed_links(desk, w);
    if (w.act != Act::remove) {
        const auto changed = desk.ground.database.write([&](db::Transaction& tx) { return change_sessions(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, a.id, w.edits); });
        return changed ? std::nullopt : std::optional(changed.refusal());
    }
    for (const auto& s : w.chosen) {
        const auto removed = desk.ground.database.write([&](db::Transaction& tx) { return remove_session(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, s.id); });
        if (!removed) return removed.refusal();
    }
    return std::nullopt;
}
}

Response sessions_page(const Visit& visit, const PlanDesk& desk, const Activity& a) { return shown(visit, desk, a, {}); }

Response save_session_changes(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    FieldErrors errors;
    const auto vill = visit.request.field("vill");
    if (vill == "andra") return shown(visit, desk, a, {});
    const auto act = act_in(visit);
    if (!act) return errors.add("gor", visit.t("Välj vad du vill göra.")), shown(visit, desk, a, errors);
    auto w = wanted_in(visit, desk, a, *act, errors);
    if (errors.any()) return shown(visit, desk, a, errors);
    if (vill != "spara") return review_page(visit, desk, a, w);
    const auto refused = done(desk, a, w);
    if (!refused) return Response::see_other(visit.url(path_of(a, "/tillfallen")).with("klart", *act == Act::remove ? "borttaget" : "andrad").text());
    if (*refused == Refusal::unknown) return Response::not_found();
    errors.add("tillfalle", *refused == Refusal::seats_taken ? visit.t("Någon har plats på tillfället, så det kan inte tas bort. Ställ in det i stället, så får de som går att nå besked.") : says(visit, *refused));
    return shown(visit, desk, a, errors);
}
}
