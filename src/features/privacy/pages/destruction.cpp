// /personal/gallring: what is due, what is kept longer and why, holds, and the lists that were made.
#include "base/text.hpp"
#include "features/privacy/areas.hpp"
#include "features/privacy/pages_destruction.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"
#include <map>

namespace privacy {
namespace {
using html::Html;
using calendar::Date;
constexpr std::size_t most_lists = 20, most_shown = 200;

struct Shown {
    std::vector<Weighed> due;
    std::map<std::string_view, int> kept;   // by the sentence that says why
    std::vector<Weighed> births;            // no day of birth is known: said, or to be said
    std::vector<store::Hold> holds;
    std::vector<store::Destruction> lists;
    Date today;
};

rights::AreaScope scope_of(const Visit& visit, const Ground& ground, rights::Roles roles) {
    return ground.database.read([&](db::Reader& reader) { return areas_of_destruction(reader, *visit.request.actor, roles, ground.clock.now()); });
}

const char* why_kept(const Weighed& w, Date today) {
    if (w.held(today)) return i18n::key("Spärrat: tas inte bort så länge spärren gäller.");
    if (const auto* kept = std::get_if<retention::Kept>(&w.answer)) return retention::words(*kept);
    return i18n::key("Tiden har inte gått ut än.");
}
Shown read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto scope = scope_of(visit, ground, may_confirm);
    return audit::read(ground.database, *visit.request.actor, now, {.act = audit::Act::list, .kind = "destruction"}, [&](db::Reader& reader, audit::Seen&) {
        Shown shown{{}, {}, {}, store::holds(reader, scope), store::destructions(reader, scope, most_lists), calendar::date(now)};
        for (auto& w : weighed(reader, ground, scope)) {
            if (w.asks_for_birth()) shown.births.push_back(w);
            if (w.due(shown.today)) shown.due.push_back(std::move(w));
            else ++shown.kept[why_kept(w, shown.today)];
        }
        std::sort(shown.due.begin(), shown.due.end(), [](const Weighed& a, const Weighed& b) { return std::get<retention::Due>(a.answer).day < std::get<retention::Due>(b.answer).day; });
        return shown;
    });
}

std::string day(const Visit& visit, Date date) { return calendar::words(date, visit.language(), calendar::SayYear::yes); }
std::string_view state(const Visit& visit, const store::Destruction& d) {
    if (d.thrown_at) return visit.t("Bortkastad, inget togs bort");
    if (d.done_at) return visit.t("Klart");
    if (d.erased_at) return visit.t("Borttaget. Väntar på nästa säkerhetskopia");
    if (d.confirmed_at) return visit.t("Bekräftad, inte färdig");
    return visit.t("Väntar på en annan persons bekräftelse");
}

void cell(Html& h, const Visit& visit, const Weighed& w, std::size_t column) {
    const auto& due = std::get<retention::Due>(w.answer);
    switch (column) {
    case 0: h.el("code", {{"class", "reference"}}, w.record.called); break;
    case 1: h.text(visit.t(thing_words(w.record.kind))); break;
    case 2: h.text(visit.t(retention::words(due.rule))); break;
    case 3: h.text(day(visit, due.day)); break;
    default: h.text(due.done_by ? day(visit, *due.done_by) : std::string(visit.t("Ingen sista dag")));
    }
}
void what_is_due(Html& h, const Visit& visit, const Shown& shown) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Dags att gallra"));
        if (shown.due.empty()) return void(h.el("p", visit.t("Inget har blivit gammalt nog.")));
        const std::vector<page::Column> columns{{"", visit.t("Nummer")}, {"", visit.t("Slag")}, {"", visit.t("Regel")}, {"", visit.t("Får gallras från")}, {"", visit.t("Ska vara borta senast")}};
        page::table(h, visit, {visit.t("Dags att gallra, {n} stycken", {{"n", std::to_string(shown.due.size())}}), columns, {}, visit.url(destruction_path)}, std::min(shown.due.size(), most_shown),
                    [&](std::size_t row, std::size_t column) { cell(h, visit, shown.due[row], column); });
        if (!visit.request.actor->is_any(lists_what_is_due)) return void(h.el("p", visit.t("Registratorn gör en lista. Sedan bekräftar någon annan.")));
        page::form(h, visit, make_list_route, visit.url(destruction_path), [&] { page::submit(h, visit.t("Gör en lista")); });
        h.el("p", {{"class", "hint"}}, visit.t("Inget tas bort av att du gör listan. En annan person läser den och bekräftar."));
    });
}
void lists(Html& h, const Visit& visit, const Shown& shown) {
    if (shown.lists.empty()) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Listor"));
        const std::vector<page::Column> columns{{"", visit.t("Gjord")}, {"", visit.t("Läge"), false, true}};
        page::table(h, visit, {visit.t("Den senaste först"), columns, {}, visit.url(destruction_path)}, shown.lists.size(), [&](std::size_t row, std::size_t column) {
            const auto& list = shown.lists[row];
            if (column == 0) page::link(h, visit.url(std::string(destruction_path) + "/" + list.id), calendar::words(list.listed_at, visit.language(), calendar::SayYear::yes));
            else h.text(state(visit, list));
        });
    });
}
void kept(Html& h, const Visit& visit, const Shown& shown) {
    if (shown.kept.empty()) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Sparas längre"));
        const std::vector<std::pair<std::string_view, int>> rows(shown.kept.begin(), shown.kept.end());
        const std::vector<page::Column> columns{{"", visit.t("Varför")}, {"", visit.t("Antal"), true}};
        page::table(h, visit, {visit.t("Avslutat som inte gallras nu"), columns, {}, visit.url(destruction_path)}, rows.size(), [&](std::size_t row, std::size_t column) {
            if (column == 0) h.text(visit.t(rows[row].first.data()));
            else h.text(std::to_string(rows[row].second));
        });
    });
}
void one_hold(Html& h, const Visit& visit, const Shown& shown, const store::Hold& hold, std::size_t column) {
    switch (column) {
    case 0: h.el("code", {{"class", "reference"}}, hold.called); break;
    case 1: h.text(visit.t(words(*hold_reason_from(hold.reason)))); break;
    case 2:
        h.text(day(visit, hold.until));
        if (hold.until < shown.today) h.text(" "), h.el("span", {{"class", "tag"}}, visit.t("har gått ut"));
        break;
    default:
        if (!visit.request.actor->is_any(lists_what_is_due)) return;
        page::form(h, visit, lift_route, visit.url(std::string(destruction_path) + "/sparr-bort"), [&] {
            page::hidden_field(h, "sparr", hold.id);
            h.el("button", {{"class", "quiet"}, {"type", "submit"}}, visit.t("Ta bort spärren"));
        });
    }
}
void holds(Html& h, const Visit& visit, const Shown& shown, const page::FieldErrors& errors, const std::vector<page::Choice>& areas) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Spärrar"));
        if (shown.holds.empty()) h.el("p", visit.t("Inget är spärrat."));
        const std::vector<page::Column> columns{{"", visit.t("Nummer")}, {"", visit.t("Varför")}, {"", visit.t("Till och med")}, {"", visit.t("Nästa steg")}};
        if (!shown.holds.empty()) page::table(h, visit, {visit.t("Det som inte får tas bort"), columns, {}, visit.url(destruction_path)}, shown.holds.size(), [&](std::size_t row, std::size_t column) { one_hold(h, visit, shown, shown.holds[row], column); });
    });
    if (!visit.request.actor->is_any(lists_what_is_due)) return;
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Spärra något"));
        page::form(h, visit, hold_route, visit.url(std::string(destruction_path) + "/sparra"), [&] {
            std::vector<page::Choice> reasons{{"", std::string(visit.t("Välj ett skäl"))}};
            for (const auto reason : hold_reasons) reasons.push_back({std::string(key(reason)), std::string(visit.t(words(reason)))});
            page::text_field(h, visit, {.name = "nummer", .label = visit.t("Nummer eller referens"), .hint = visit.t("Numret i registret, eller referensen till en person"), .value = visit.request.field("nummer"), .longest = 40}, errors);
            if (!areas.empty()) page::select(h, visit, {.name = "omrade", .label = visit.t("Område"), .value = visit.request.field("omrade")}, areas, errors);
            page::select(h, visit, {.name = "skal", .label = visit.t("Varför"), .value = visit.request.field("skal")}, reasons, errors);
            page::text_field(h, visit, {.name = "till", .label = visit.t("Till och med"), .value = visit.request.field("till"), .type = "date"}, errors);
            page::submit(h, visit.t("Spärra"));
        });
    });
}

Response shown_page(const Visit& visit, const Ground& ground, const page::FieldErrors& errors, const std::vector<page::Choice>& areas) {
    const auto shown = read(visit, ground);
    return page::staff_page(visit, {.title = std::string(visit.t("Gallring")), .current = std::string(destruction_path), .errors = errors.any()}, [&](Html& h) {
        const auto word = visit.request.asked("klart");
        if (word == "sparrat") page::done(h, visit, visit.t("Spärren gäller. Det tas inte bort så länge."));
        if (word == "oppnat") page::done(h, visit, visit.t("Spärren är borta."));
        if (word == "fodelsedag") page::done(h, visit, visit.t("Svaret är sparat."));
        if (word == "inget") page::done(h, visit, visit.t("Inget var gammalt nog. Ingen lista gjordes."));
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Gallring"));
        h.el("p", visit.t("Att gallra är att ta bort för alltid. Lagen och nämndens beslut säger när. Lotsen räknar ut dagen."));
        what_is_due(h, visit, shown);
        births(h, visit, shown.births, errors);
        lists(h, visit, shown);
        kept(h, visit, shown);
        holds(h, visit, shown, errors, areas);
    }, errors.any() ? 422 : 200);
}

// What is typed, where it is typed of more than one area: those to choose from.
using Areas = std::vector<page::Choice>;
Areas areas_to_choose(const Visit& visit, const Ground& ground, const std::vector<personal::Record>& found) {
    const auto all = ground.database.read([&](db::Reader& reader) { return staff::organisation(reader, ground.clock.now()); });
    Areas out{{"", std::string(visit.t("Välj ett område"))}};
    for (const auto& record : found)
        for (const auto& area : all.areas)
            if (area.id == record.area) out.push_back({std::string(area.id.text()), area.name});
    return out;
}
}

Response destruction_page_with(const Visit& visit, const Ground& ground, const page::FieldErrors& errors) { return shown_page(visit, ground, errors, {}); }
Response destruction_page(const Visit& visit, const Ground& ground) { return shown_page(visit, ground, {}, {}); }

Response save_list(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto made = make_list(ground, *visit.request.actor, scope_of(visit, ground, lists_what_is_due), now);
    return Response::see_other(made ? std::string(destruction_path) + "/" + *made : std::string(destruction_path) + "?klart=inget");
}

Response save_hold(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto scope = scope_of(visit, ground, lists_what_is_due);
    const auto reason = hold_reason_from(visit.request.field("skal"));
    const auto until = calendar::date_from(base::trimmed(visit.request.field("till")));
    auto found = ground.database.read([&](db::Reader& reader) { return called(reader, ground, scope, base::trimmed(visit.request.field("nummer"))); });
    const auto areas = found.size() > 1 ? areas_to_choose(visit, ground, found) : std::vector<page::Choice>();
    if (found.size() > 1) std::erase_if(found, [&](const personal::Record& r) { return r.area.text() != visit.request.field("omrade"); });
    page::FieldErrors errors;
    const auto* not_there = i18n::key("Det finns inget att spärra med det numret i ditt område.");
    if (found.size() != 1) areas.empty() ? errors.add("nummer", visit.t(not_there)) : errors.add("omrade", visit.t("Numret finns i flera områden. Välj vilket."));
    if (!reason) errors.add("skal", visit.t("Välj ett skäl i listan."));
    if (!until || *until < calendar::date(now)) errors.add("till", visit.t("Välj en dag från och med i dag."));
    if (errors.any()) return shown_page(visit, ground, errors, areas);
    const store::Hold wanted{crypto::text_of(crypto::random_id(ground.randomness)), found[0].area, found[0].kind, found[0].object, found[0].called, std::string(key(*reason)), *until};
    if (ground.database.write([&](db::Transaction& tx) { return hold(tx, ground, actor, scope, now, wanted); })) return Response::see_other(std::string(destruction_path) + "?klart=sparrat");
    errors.add("nummer", visit.t(not_there));
    return shown_page(visit, ground, errors, areas);
}

Response lift_hold(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto id = visit.request.field("sparr");
    const auto scope = scope_of(visit, ground, lists_what_is_due);
    const bool done = ground.database.write([&](db::Transaction& tx) {
        const auto area = store::lift(tx, scope, id, now);
        if (area) audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "hold", .object = std::string(id), .reason = "ended", .area = *area});
        return area.has_value();
    });
    return done ? Response::see_other(std::string(destruction_path) + "?klart=oppnat") : Response::not_found();
}
}
