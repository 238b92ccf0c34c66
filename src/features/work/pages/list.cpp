// /personal/arbete: what the unit has logged, today's first. Names nobody: neither whom it was for, nor who logged it.
#include "base/text.hpp"
#include "features/work/logging.hpp"
#include "features/work/pages.hpp"
#include "features/work/public.hpp"
#include "features/work/store.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace work {
namespace {
using html::Html;
constexpr std::size_t most_shown = 60;

struct Logged {
    std::vector<Entry> today, before;
    staff::Organisation all;
};
std::vector<UnitId> units_of(const rights::Actor& actor) {
    std::vector<UnitId> out;
    for (const auto& a : actor.assignments())
        if (who_log.has(a.role) && std::find(out.begin(), out.end(), a.unit) == out.end()) out.push_back(a.unit);
    return out;
}
Logged read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    return audit::read(ground.database, actor, now, {.act = audit::Act::list, .kind = "work.entry"}, [&](db::Reader& reader, audit::Seen&) {
        Logged out{.all = staff::organisation(reader, now)};
        for (const auto& unit : units_of(actor))
            for (auto& entry : store::latest(reader, rights::AreaScope::of(actor, who_log, now), unit, most_shown))
                (calendar::date(entry.made_at) == calendar::date(now) ? out.today : out.before).push_back(std::move(entry));
        return out;
    });
}

std::string when(const Visit& visit, const Entry& entry) {
    if (entry.given.day != calendar::date(entry.made_at)) return calendar::words(entry.given.day, visit.language());
    return calendar::words(calendar::TimeOfDay{calendar::local(entry.made_at).ms_of_day / 60'000}, visit.language());
}
std::string where(const Entry& entry, const staff::Organisation& all) {
    const auto* unit = entry.given.visited ? all.unit(*entry.given.visited) : nullptr;
    const auto* operation = entry.given.operation ? all.operation(*entry.given.operation) : nullptr;
    std::string out = unit ? unit->name : operation ? operation->name : "";
    if (!entry.given.place.empty()) out += (out.empty() ? "" : ", ") + entry.given.place;
    return out;
}
// What it is more: where, how many, how long.
std::string more(const Visit& visit, const Entry& entry, const staff::Organisation& all) {
    std::vector<std::string> parts;
    if (const auto at = where(entry, all); !at.empty()) parts.push_back(at);
    if (entry.given.heads) parts.push_back(visit.t("{n} deltagare", {{"n", base::to_text(*entry.given.heads)}}));
    if (entry.given.minutes) parts.push_back(visit.t("{n} minuter", {{"n", base::to_text(*entry.given.minutes)}}));
    if (entry.given.outcome) parts.push_back(std::string(visit.t(entry.given.outcome->words)));
    return base::joined(parts, ", ");
}
void actions(Html& h, const Visit& visit, const Entry& entry, const std::string& about) {
    page::link_about(h, visit.url(entry.given.own_work() ? own_path : contact_path).with("andra", entry.id.text()), visit.t("Ändra"), about);
    page::form(h, visit, take_back_route, visit.url(std::string(home) + "/" + std::string(entry.id.text()) + "/ta-tillbaka"), [&] {
        h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(visit.t("Ta tillbaka")), h.el("span", {{"class", "visually-hidden"}}, ", " + about); });
    });
}
void cell(Html& h, const Visit& visit, const Logged& logged, const Entry& entry, bool today, std::size_t column, base::Instant now) {
    const auto what = entry.given.own_work() ? std::string(visit.t(entry.given.kind->words)) : std::string(visit.t(entry.given.subject->words));
    if (column == 0) h.text(today ? when(visit, entry) : calendar::words(entry.given.day, visit.language()));
    if (column == 1) h.text(what);
    if (column == 2) h.text(visit.t(entry.given.own_work() ? entry.given.focus->words : entry.given.kind->words));
    if (column == 3) {
        h.text(more(visit, entry, logged.all));
        if (entry.given.concern) h.text(" "), page::tags(h, visit.frame, {{"info", visit.t("Oro")}});
    }
    if (column == 4 && may_take_back(entry, visit.request.actor->account(), now)) h.el("div", {{"class", "row-actions"}}, [&] { actions(h, visit, entry, what + ", " + when(visit, entry)); });
}
void entries(Html& h, const Visit& visit, const Logged& logged, const std::vector<Entry>& some, bool today, base::Instant now) {
    std::vector<page::Column> columns{{"", today ? visit.t("När") : visit.t("Dag")}, {"", visit.t("Vad"), false, true}, {"", visit.t("Hur")}, {"", visit.t("Mer"), false, true}};
    if (today) columns.push_back({"", visit.t("Gör"), false, true});
    h.el("div", {{"class", "logged"}}, [&] {
        page::table(h, visit, {.caption = today ? visit.t("I dag") : visit.t("Tidigare"), .columns = columns, .sorting = {}, .self = visit.url(home)}, some.size(),
                    [&](std::size_t row, std::size_t column) { cell(h, visit, logged, some[row], today, column, now); });
    });
}
std::string_view said_of(std::string_view done, const Visit& visit) {
    if (done == "sparat") return visit.t("Sparat.");
    if (done == "tillbaka") return visit.t("Raden är borttagen och räknas inte.");
    return {};
}
}

Response list_page(const Visit& visit, const Ground& ground) {
    const auto logged = read(visit, ground);
    const auto now = ground.clock.now();
    return page::staff_page(visit, {.title = std::string(visit.t("Arbete")), .current = std::string(home)}, [&](Html& h) {
        if (const auto said = said_of(visit.request.asked("klart"), visit); !said.empty()) page::done(h, visit, said);
        page::staff_heading(h, visit.t("Arbete"), [&] {
            page::button_link(h, visit.url(contact_path).at("kanal"), visit.t("Logga en kontakt"));
            page::button_link_quiet(h, visit.url(own_path).at("slag"), visit.t("Logga eget arbete"));
        });
        h.el("h2", visit.t("I dag"));
        if (logged.today.empty()) h.el("p", visit.t("Inget är loggat i dag."));
        else entries(h, visit, logged, logged.today, true, now);
        if (!logged.before.empty()) h.el("h2", visit.t("Tidigare")), entries(h, visit, logged, logged.before, false, now);
        h.el("p", visit.t("Det du själv har loggat kan du ändra eller ta tillbaka samma dag. Sedan är det räknat."));
    });
}

Response save_take_back(const Visit& visit, const Ground& ground) {
    const auto id = EntryId::from(visit.request.param("id"));
    if (!id) return Response::not_found();
    const auto drawn = draw_facts(ground.randomness);
    const auto done = ground.database.write([&](db::Transaction& tx) { return take_back(tx, *visit.request.actor, ground.clock.now(), *id, drawn); });
    return done ? Response::see_other(visit.url(home).with("klart", "tillbaka").text()) : Response::not_found();
}
}
