// /personal/aktiviteter: today, what to see to, the days that come, then all of them. Numbers only.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/activities/parts_plan.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
enum class Which { current, planned, open, running, closed };
struct Choice {
    Which which;
    std::string_view slug;
    const char* words;
};
constexpr std::array choices{Choice{Which::current, "", i18n::key("Aktuella")}, Choice{Which::planned, "planeras", i18n::key("Planeras")}, Choice{Which::open, "oppna", i18n::key("Öppna för anmälan")},
                             Choice{Which::running, "pagar", i18n::key("Pågår")}, Choice{Which::closed, "avslutade", i18n::key("Avslutade")}};
Which which_from(std::string_view slug) {
    for (const auto& c : choices)
        if (c.slug == slug) return c.which;
    return Which::current;
}
bool shown_in(Which which, State state) {
    switch (which) {
        case Which::current: return state != State::closed;
        case Which::planned: return state == State::interest || state == State::threshold || state == State::planned;
        case Which::open: return state == State::open;
        case Which::running: return state == State::running || state == State::self_led;
        case Which::closed: return state == State::closed;
    }
    throw base::Bug("an unknown choice");
}

std::string clock_words(const Visit& visit, const Session& s) { return calendar::words(calendar::DayHours{{s.times.begins(), s.times.ends()}}, visit.language()); }
std::string who_come(const Visit& visit, const Meeting& m) {
    const auto& a = m.of->activity;
    if (a.kind == Kind::drop_in) return std::string(visit.t("Ingen anmälan"));
    if (a.kind == Kind::individual) return std::string(m.placed > 0 ? visit.t("Bokad") : visit.t("Ledig"));
    return visit.t("{n} av {total} platser", {{"n", base::to_text(m.placed)}, {"total", base::to_text(a.terms.seats)}});
}
void meeting_place(Html& h, const Visit& visit, const Meeting& m) {
    const auto& lacking = m.of->lacking;
    const bool lacks = std::any_of(lacking.begin(), lacking.end(), [&](const Session& s) { return s.id == m.session.id; });
    if (!m.session.takes_place()) return void(h.el("span", {{"class", "soon"}}, visit.t("Inställt")));
    h.el("span", {lacks ? html::Attr("class", "soon") : html::Attr::none()}, place_words(visit, m.session, !lacks || !on_the_net(m.session.way)));
}
void meetings(Html& h, const Visit& visit, const std::vector<Meeting>& some, bool today) {
    const std::vector<page::Column> columns{{"", today ? visit.t("Tid") : visit.t("När")}, {"", visit.t("Vad"), false, true}, {"", visit.t("Var"), false, true}, {"", visit.t("Kommer"), false, true}};
    page::table(h, visit, {.caption = today ? visit.t("I dag") : visit.t("De närmaste dagarna"), .columns = columns, .sorting = {}, .self = visit.url(plan_path)}, some.size(), [&](std::size_t row, std::size_t column) {
        const auto& m = some[row];
        switch (column) {
            case 0: h.text(today ? clock_words(visit, m.session) : capital(when_words(visit, m.session))); break;
            case 1: page::link(h, visit.url(path_of(m.session)), m.of->activity.title); break;
            case 2: meeting_place(h, visit, m); break;
            default: h.text(who_come(visit, m));
        }
    });
}

// ---- what to see to: a box for each kind, and none for what is as it should be -----------------------------------------------------------

struct Item {
    const Planned* of;
    std::string path, says;
};
void box(Html& h, const Visit& visit, std::string_view icon, std::string_view heading, const std::vector<Item>& items) {
    if (items.empty()) return;
    h.el("section", {{"class", "panel stack-small"}}, [&] {
        h.el("h3", [&] { page::icon(h, visit.frame, icon), h.text(" "), h.text(heading); });
        h.el("ul", {{"class", "plain todo"}}, [&] {
            for (const auto& item : items) h.el("li", [&] { page::link(h, visit.url(item.path), item.of->activity.title), h.el("span", {{"class", "also"}}, item.says); });
        });
    });
}
template <class F> std::vector<Item> items(const std::vector<const Planned*>& some, std::string_view rest, F says) {
    std::vector<Item> out;
    for (const auto* p : some) out.push_back({p, path_of(p->activity, rest), says(*p)});
    return out;
}
std::string waits(const Visit& visit, const Planned& p) {
    std::vector<std::string> parts;
    if (p.waiting > 0) parts.push_back(numbered(visit, i18n::key("En väntar"), i18n::key("{n} väntar"), p.waiting));
    if (p.offered > 0) parts.push_back(numbered(visit, i18n::key("en har ett erbjudande"), i18n::key("{n} har erbjudanden"), p.offered));
    auto out = capital(base::joined(parts, ", ")) + ".";
    if (p.first_ends) out += " " + visit.t("Det första går ut {time}.", {{"time", calendar::words(*p.first_ends, visit.language())}});
    if (p.waiting > 0 && p.free() > 0) out += " " + numbered(visit, i18n::key("En plats är ledig."), i18n::key("{n} platser är lediga."), p.free());
    return out;
}
std::string lacks(const Visit& visit, const Planned& p) {
    const auto& first = p.lacking.front();
    const bool room = in_a_room(first.way) && first.place.empty();
    const auto what = room ? visit.t("Lokal saknas") : visit.t("Länk saknas");
    const auto day = calendar::words(first.times.day(), visit.language());
    if (p.lacking.size() == 1) return std::string(what) + " " + day + ".";
    return visit.t("{what} för {n} tillfällen. Det första är {day}.", {{"what", std::string(what)}, {"n", base::to_text(static_cast<long long>(p.lacking.size()))}, {"day", day}});
}
std::string slowly(const Visit& visit, const Planned& p) {
    const auto& t = p.activity.terms;
    return visit.t("{n} av minst {minimum}. Sista dag {day}.", {{"n", base::to_text(p.placed)}, {"minimum", base::to_text(std::max(1, t.minimum))}, {"day", calendar::words(*t.stop_day, visit.language())}});
}
std::string enough(const Visit& visit, const Planned& p) { return visit.t("{n} vill vara med. Planera när och var.", {{"n", base::to_text(p.interested)}}); }

void to_see_to(Html& h, const Visit& visit, const Week& w) {
    h.el("h2", visit.t("Att ta tag i"));
    if (w.nothing_to_do()) return void(h.el("p", visit.t("Inget saknas, och ingen väntar.")));
    h.el("div", {{"class", "panels"}}, [&] {
        box(h, visit, "clock", visit.t("Väntar på en plats"), items(w.waits, "/ko", [&](const Planned& p) { return waits(visit, p); }));
        box(h, visit, "pin", visit.t("Saknar lokal eller länk"), items(w.lacks, "/tillfallen", [&](const Planned& p) { return lacks(visit, p); }));
        box(h, visit, "people", visit.t("Fylls inte"), items(w.fills_slowly, "", [&](const Planned& p) { return slowly(visit, p); }));
        box(h, visit, "check", visit.t("Intresset räcker"), items(w.enough, "", [&](const Planned& p) { return enough(visit, p); }));
        box(h, visit, "calendar", visit.t("Inga fler tillfällen"), items(w.over, "", [&](const Planned&) { return std::string(visit.t("Avsluta, eller lägg till fler.")); }));
    });
}

// ---- all of them -----------------------------------------------------------------------------------------------------------------------

std::string seats(const Visit& visit, const Planned& p) {
    const auto& a = p.activity;
    if (takes_interest(a)) return visit.t("{n} av {wanted} vill vara med", {{"n", base::to_text(p.interested)}, {"wanted", base::to_text(a.terms.wanted)}});
    if (a.kind == Kind::drop_in) return std::string(visit.t("Ingen anmälan"));
    if (a.kind == Kind::individual) return visit.t("{n} av {total} tider bokade", {{"n", base::to_text(p.booked)}, {"total", base::to_text(p.times)}});
    auto out = visit.t("{n} av {total} platser", {{"n", base::to_text(p.placed)}, {"total", base::to_text(a.terms.seats)}});
    if (p.waiting > 0) out += ", " + visit.t("{n} i kö", {{"n", base::to_text(p.waiting)}});
    return out;
}
void filters(Html& h, const Visit& visit, Which now) {
    h.el("nav", {{"class", "filters"}, {"aria-label", visit.t("Visa")}}, [&] {
        h.el("ul", [&] {
            for (const auto& c : choices) {
                const auto url = visit.url(plan_path);
                h.el("li", [&] { h.el("a", {{"href", (c.slug.empty() ? url : url.with("visa", c.slug)).at("alla")}, c.which == now ? html::Attr("aria-current", "true") : html::Attr::none()}, visit.t(c.words)); });
            }
        });
    });
}
void all(Html& h, const Visit& visit, const PlanDesk& desk, const Week& w) {
    const auto which = which_from(visit.request.asked("visa"));
    std::vector<const Planned*> rows;
    for (const auto& p : w.all)
        if (shown_in(which, p.activity.state)) rows.push_back(&p);
    h.el("h2", {{"id", "alla"}}, visit.t("Alla aktiviteter"));
    filters(h, visit, which);
    if (rows.empty()) return page::nothing_here(h, visit.t("Inget här just nu"), [&] { h.el("p", [&] { page::link(h, visit.url(std::string(plan_path) + "/ny"), visit.t("Planera en ny aktivitet")); }); });
    const std::vector<page::Column> columns{{"", visit.t("Aktivitet"), false, true}, {"", visit.t("Läge"), false, true}, {"", visit.t("Nästa tillfälle")}, {"", visit.t("Platser"), false, true}};
    page::table(h, visit, {.caption = visit.t("Alla aktiviteter"), .columns = columns, .sorting = {}, .self = visit.url(plan_path)}, rows.size(), [&](std::size_t row, std::size_t column) {
        const auto& p = *rows[row];
        const auto* next = p.next(desk.now);
        switch (column) {
            case 0: page::link(h, visit.url(path_of(p.activity)), p.activity.title), h.el("span", {{"class", "also"}}, words(visit, p.activity.kind)); break;
            case 1: h.text(state_words(visit, p.activity)); break;
            case 2: h.text(next ? capital(when_words(visit, *next)) : std::string(visit.t("Inget"))); break;
            default: h.text(p.activity.state == State::closed ? std::string() : seats(visit, p));
        }
    });
}
}

Response week_page(const Visit& visit, const PlanDesk& desk) {
    const auto w = audit::read(desk.ground.database, desk.actor, desk.now, {.act = audit::Act::list, .kind = "activities.activity", .reason = "own_task"}, [&](db::Reader& reader, audit::Seen&) { return week(reader, desk.scope, desk.now); });
    return page::staff_page(visit, {.title = std::string(visit.t("Aktiviteter")), .current = std::string(plan_path)}, [&](Html& h) {
        say_done(h, visit);
        page::staff_heading(h, visit.t("Aktiviteter"), [&] {
            page::link(h, visit.url(year_path), visit.t("Aktiviteternas år"));
            page::button_link(h, visit.url(std::string(plan_path) + "/ny"), visit.t("Planera en ny aktivitet"));
        });
        h.el("h2", visit.t("I dag"));
        w->today.empty() ? void(h.el("p", visit.t("Inget tillfälle i dag."))) : meetings(h, visit, w->today, true);
        to_see_to(h, visit, *w);
        if (!w->soon.empty()) h.el("h2", visit.t("De närmaste dagarna")), meetings(h, visit, w->soon, false);
        all(h, visit, desk, *w);
    });
}
}
