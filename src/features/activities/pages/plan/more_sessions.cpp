// /personal/aktiviteter/{slug}/tillfallen/fler: one occasion, a series, or the times of a day; looked at before they are kept.
#include "base/text.hpp"
#include "features/activities/parts_plan.hpp"
#include "platform/calendar/calendar.hpp"
#include <charconv>

namespace activities {
namespace {
std::string_view typed(const Visit& visit, std::string_view name) { return base::trimmed(visit.request.field(name)); }

void text(Html& h, const Visit& visit, std::string_view name, std::string_view label, std::string_view hint, const char* type, const FieldErrors& errors, bool optional = false) {
    page::text_field(h, visit, {.name = name, .label = label, .hint = hint, .value = visit.request.field(name), .type = type, .longest = 10, .may_be_empty = optional}, errors);
}
void of_a_series(Html& h, const Visit& visit, const FieldErrors& errors) {
    h.el("div", {{"class", "pair"}}, [&] { text(h, visit, "forsta", visit.t("Första dagen"), {}, "date", errors), text(h, visit, "sista_dag", visit.t("Sista dagen"), visit.t("Tom: bara en gång."), "date", errors, true); });
    page::radios(h, visit, {.name = "ofta", .label = visit.t("Hur ofta?"), .value = typed(visit, "ofta").empty() ? std::string_view("week") : typed(visit, "ofta")},
                 {{"week", std::string(visit.t("Varje vecka")), ""}, {"other_week", std::string(visit.t("Varannan vecka")), ""}, {"month", std::string(visit.t("Varje månad")), std::string(visit.t("Samma veckodag, till exempel första tisdagen."))}}, errors);
    h.el("div", {{"class", "pair"}}, [&] { text(h, visit, "fran", visit.t("Börjar"), {}, "time", errors), text(h, visit, "till", visit.t("Slutar"), {}, "time", errors); });
}
void of_a_day(Html& h, const Visit& visit, const FieldErrors& errors) {
    text(h, visit, "forsta", visit.t("Dag"), {}, "date", errors);
    h.el("div", {{"class", "pair"}}, [&] { text(h, visit, "fran", visit.t("Från klockan"), {}, "time", errors), text(h, visit, "till", visit.t("Till klockan"), {}, "time", errors); });
    page::text_field(h, visit, {.name = "minuter", .label = visit.t("Minuter för varje tid"), .value = typed(visit, "minuter").empty() ? std::string_view("45") : typed(visit, "minuter"), .input_mode = "numeric", .longest = 3}, errors);
}
Response shown(const Visit& visit, const Activity& a, const FieldErrors& errors, int status = 200) {
    const bool times = a.kind == Kind::individual;
    const auto title = times ? visit.t("Lägg till enskilda tider") : visit.t("Lägg till tillfällen");
    return plan_frame(visit, &a, {.title = std::string(title), .errors = errors.any(), .status = errors.any() ? 422 : status}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        h.el("p", times ? visit.t("Alla tider ligger på samma dag, direkt efter varandra. Du ser dem innan de sparas.") : visit.t("Helgdagar hoppas över. Du ser alla dagar innan de sparas."));
        page::form(h, visit, preview_sessions_route, visit.url(path_of(a, "/tillfallen/granska")), [&] {
            times ? of_a_day(h, visit, errors) : of_a_series(h, visit, errors);
            place_fields(h, visit, visit.request.form, errors);
            button(h, "granska", visit.t("Visa dagarna"));
        });
    });
}

struct Span {
    std::optional<calendar::Date> first, last;
    std::optional<calendar::TimeOfDay> from, till;
};
Span span_in(const Visit& visit, FieldErrors& errors) {
    Span out{calendar::date_from(typed(visit, "forsta")), calendar::date_from(typed(visit, "sista_dag")), calendar::time_from(typed(visit, "fran")), calendar::time_from(typed(visit, "till"))};
    const auto day = visit.t("Skriv dagen som år-månad-dag, till exempel 2027-01-31.");
    if (!out.first) errors.add("forsta", day);
    if (!typed(visit, "sista_dag").empty() && !out.last) errors.add("sista_dag", day);
    if (out.first && out.last && *out.last < *out.first) errors.add("sista_dag", visit.t("Sista dagen kommer före den första."));
    if (!out.from) errors.add("fran", visit.t("Skriv klockslaget som 18:00."));
    if (!out.till) errors.add("till", visit.t("Skriv klockslaget som 18:00."));
    if (out.from && out.till && *out.till <= *out.from) errors.add("till", visit.t("Sluttiden ska komma efter starttiden."));
    return out;
}
int minutes_in(const Visit& visit) {
    const auto text = typed(visit, "minuter");
    int out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && out <= 480 ? out : 0;
}
std::optional<std::vector<series::Proposed>> all_in(const Visit& visit, const Activity& a, const Span& span, FieldErrors& errors) {
    if (a.kind == Kind::individual) {
        auto days = series::times_of_a_day(*span.first, *span.from, *span.till, minutes_in(visit));
        if (!days) errors.add("minuter", visit.t("Skriv minuterna så att minst en tid får plats, minst 5."));
        return days;
    }
    const auto every = series::every_from(typed(visit, "ofta"));
    if (!every) return errors.add("ofta", visit.t("Välj hur ofta ni träffas.")), std::nullopt;
    auto days = series::days(*span.first, span.last.value_or(*span.first), *every, *span.from, *span.till);
    if (!days) errors.add("sista_dag", visit.t("Det blir fler än {n} tillfällen. Välj en tidigare sista dag.", {{"n", base::to_text(series::most)}}));
    return days;
}
// What has begun already is shown and cannot be kept.
std::optional<std::vector<series::Proposed>> proposed_in(const Visit& visit, const Activity& a, base::Instant now, const Span& span, FieldErrors& errors) {
    auto days = all_in(visit, a, span, errors);
    if (!days) return days;
    days = series::as_of(now, *std::move(days));
    if (std::none_of(days->begin(), days->end(), [](const series::Proposed& p) { return !p.over; })) errors.add("forsta", says(visit, Refusal::over));
    return days;
}
Response preview_page(const Visit& visit, const Activity& a, const std::vector<series::Proposed>& days, const Where& where, const FieldErrors& errors) {
    return plan_frame(visit, &a, {.title = std::string(visit.t("Granska tillfällena")), .errors = errors.any(), .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Granska tillfällena"));
        const bool room = in_a_room(where.way);
        h.el("p", room && !where.place.empty() ? where.place : room ? std::string(visit.t("Lokal saknas")) : std::string(staff_words(visit, where.way)));
        page::form(h, visit, add_sessions_route, visit.url(path_of(a, "/tillfallen")), [&] {
            carry_fields(h, visit, {"dag"});
            proposed_days(h, visit, days, {}, errors);
            h.el("p", {{"class", "row"}}, [&] { button(h, "spara", visit.t("Spara tillfällena")), button(h, "andra", visit.t("Gå tillbaka och ändra"), true); });
        });
    });
}
// What is ticked; anything else is wrong.
std::vector<Times> ticked(const Visit& visit, base::Instant now, FieldErrors& errors) {
    std::vector<Times> out;
    for (const auto value : web::Request::all(visit.request.form, "dag")) {
        const auto times = series::times_from(value);
        if (!times || times->begins_at() <= now) return errors.add("dag", visit.t("En av tiderna har redan varit, eller går inte att spara. Kryssa ur den.")), out;
        out.push_back(*times);
    }
    if (out.empty() || out.size() > static_cast<std::size_t>(series::most)) errors.add("dag", visit.t("Kryssa för minst ett tillfälle."));
    return out;
}
}

Response more_sessions_page(const Visit& visit, const PlanDesk&, const Activity& a) {
    return a.state == State::closed || a.state == State::self_led ? Response::not_found() : shown(visit, a, {});
}
Response preview_sessions(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    FieldErrors errors;
    const auto span = span_in(visit, errors);
    const auto where = where_in(visit, visit.request.form, errors);
    if (errors.any()) return shown(visit, a, errors);
    const auto days = proposed_in(visit, a, desk.now, span, errors);
    return errors.any() ? shown(visit, a, errors) : preview_page(visit, a, *days, where, {});
}
Response save_sessions(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    if (visit.request.field("vill") == "andra") return shown(visit, a, {});
    FieldErrors errors;
    const auto span = span_in(visit, errors);
    const auto where = where_in(visit, visit.request.form, errors);
    if (errors.any()) return shown(visit, a, errors);
    const auto days = proposed_in(visit, a, desk.now, span, errors);
    if (errors.any()) return shown(visit, a, errors);
    const auto times = ticked(visit, desk.now, errors);
    if (errors.any()) return preview_page(visit, a, *days, where, errors);
    std::vector<SealedMeeting> links;   // one for each: it goes with its occasion
    std::vector<Occasion> occasions;
    if (!where.link.empty())
        for (std::size_t i = 0; i < times.size(); ++i) links.push_back(sealed_meeting(desk.ground.vault, desk.ground.randomness, where.link));
    for (std::size_t i = 0; i < times.size(); ++i)
        occasions.push_back({{.id = crypto::new_id<SessionId>(desk.ground.randomness), .area = a.area, .activity = a.id, .times = times[i], .way = where.way, .place = where.place, .changed_at = desk.now}, links.empty() ? nullptr : &links[i]});
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return add_sessions(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, a.id, occasions); });
    if (done) return Response::see_other(visit.url(path_of(a, "/tillfallen")).with("klart", "tillfallen").text());
    if (done.refusal() == Refusal::unknown) return Response::not_found();
    errors.add("dag", says(visit, done.refusal()));
    return preview_page(visit, a, *days, where, errors);
}
}
