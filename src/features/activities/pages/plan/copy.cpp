// /personal/aktiviteter/{slug}/kopiera: the same again on other days. Who came to this one is never taken along.
#include "base/text.hpp"
#include "features/activities/for_everybody.hpp"
#include "features/activities/parts_plan.hpp"
#include "features/activities/plan/plan_typed.hpp"
#include "features/activities/store.hpp"

namespace activities {
namespace {
std::vector<Session> held(const PlanDesk& desk, const Activity& a) {
    auto all = desk.ground.database.read([&](db::Reader& reader) { return store::sessions(reader, desk.scope, a.id); });
    std::erase_if(all, [](const Session& s) { return !s.takes_place(); });
    return all;
}
Response shown(const Visit& visit, const PlanDesk& desk, const Activity& a, const FieldErrors& errors) {
    const bool posted = visit.request.method == web::Method::post;
    const bool any = !held(desk, a).empty();
    return plan_frame(visit, &a, {.title = std::string(visit.t("Kopiera till en ny aktivitet")), .errors = errors.any(), .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Kopiera till en ny aktivitet"));
        h.el("p", visit.t("Uppgifter, platser och lokaler följer med. Anmälningar, kö och länkar till möten följer aldrig med."));
        page::form(h, visit, copy_route, visit.url(path_of(a, "/kopiera")), [&] {
            page::text_field(h, visit, {.name = "rubrik", .label = visit.t("Rubrik"), .value = posted ? visit.request.field("rubrik") : std::string_view(a.title), .longest = 120}, errors);
            if (any) page::text_field(h, visit, {.name = "forsta", .label = visit.t("Första dagen"), .hint = visit.t("De andra dagarna flyttas lika långt. Helgdagar hoppas över."), .value = visit.request.field("forsta"), .type = "date", .longest = 10}, errors);
            button(h, "granska", any ? visit.t("Visa dagarna") : visit.t("Granska"));
        });
    });
}
struct Copy {
    Activity activity;
    std::vector<series::Proposed> days;
    std::vector<std::string> from;   // which occasion each is a copy of
};
std::optional<Copy> copy_in(const Visit& visit, const PlanDesk& desk, const Activity& a, FieldErrors& errors) {
    Copy out{.activity = a};
    out.activity.id = crypto::new_id<ActivityId>(desk.ground.randomness);
    out.activity.title = base::trimmed(visit.request.field("rubrik"));
    out.activity.state = a.terms.wanted > 0 ? State::interest : State::planned, out.activity.ended_as = std::nullopt;
    out.activity.arrivals = 0, out.activity.last_arrived_at = {}, out.activity.changed = 0;
    out.activity.made_at = out.activity.changed_at = desk.now, out.activity.made_by = desk.actor.account();
    const auto wrong = faults(out.activity);
    if (const auto unfit = unfit_for_everybody(out.activity.title)) errors.add("rubrik", visit.t(words(*unfit)));
    else if (std::find(wrong.begin(), wrong.end(), Fault::title) != wrong.end()) errors.add("rubrik", visit.t("Skriv en rubrik på 3–120 tecken."));
    else if (!wrong.empty()) errors.add("rubrik", visit.t("Är ämnet känsligt får rubriken inte vara samma som den neutrala."));
    const auto all = held(desk, a);
    const auto first = calendar::date_from(visit.request.field("forsta"));
    if (!all.empty() && !first) errors.add("forsta", visit.t("Skriv dagen som år-månad-dag, till exempel 2027-01-31."));
    if (errors.any()) return std::nullopt;
    if (!all.empty()) out.days = series::as_of(desk.now, series::moved_to(all, *first));
    if (!out.days.empty() && std::none_of(out.days.begin(), out.days.end(), [](const series::Proposed& p) { return p.can_be_kept(); })) return errors.add("forsta", says(visit, Refusal::over)), std::nullopt;
    // The stop day moves as far as the first occasion does.
    if (out.activity.terms.stop_day && !all.empty()) out.activity.terms.stop_day = calendar::plus_days(*out.activity.terms.stop_day, calendar::days_between(all.front().times.day(), *first));
    for (std::size_t i = 0; i < out.days.size(); ++i) out.from.push_back(std::string(all[i].id.text()));
    return out;
}
Response preview(const Visit& visit, const Activity& a, const Copy& copy, const FieldErrors& errors) {
    return plan_frame(visit, &a, {.title = std::string(visit.t("Granska kopian")), .errors = errors.any(), .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Granska kopian"));
        h.el("p", {{"class", "lead"}}, copy.activity.title);
        h.el("p", visit.t("Ingen anmälan följer med."));
        page::form(h, visit, copy_route, visit.url(path_of(a, "/kopiera")), [&] {
            carry_fields(h, visit, {"dag"});
            if (!copy.days.empty()) proposed_days(h, visit, copy.days, copy.from, errors);
            h.el("p", {{"class", "row"}}, [&] { button(h, "spara", visit.t("Spara kopian")), button(h, "andra", visit.t("Gå tillbaka och ändra"), true); });
        });
    });
}
// Ticked days with the way and the room of what they are copies of; a day that has been, or is no copy, is wrong.
std::vector<Occasion> occasions_in(const Visit& visit, const PlanDesk& desk, const Activity& a, const Copy& copy, FieldErrors& errors) {
    std::vector<Occasion> out;
    const auto all = held(desk, a);
    for (const auto value : web::Request::all(visit.request.form, "dag")) {
        const auto space = value.rfind(' ');
        const auto times = space == value.npos ? std::nullopt : series::times_from(value.substr(0, space));
        const auto from = std::find_if(all.begin(), all.end(), [&](const Session& s) { return space != value.npos && s.id.text() == value.substr(space + 1); });
        if (!times || from == all.end() || times->begins_at() <= desk.now) return errors.add("dag", visit.t("En av tiderna har redan varit, eller går inte att spara. Kryssa ur den.")), out;
        out.push_back({{.id = crypto::new_id<SessionId>(desk.ground.randomness), .area = copy.activity.area, .activity = copy.activity.id, .times = *times, .way = from->way, .place = from->place, .changed_at = desk.now}});
    }
    return out;
}
}

Response copy_page(const Visit& visit, const PlanDesk& desk, const Activity& a) { return shown(visit, desk, a, {}); }

Response save_copy(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    FieldErrors errors;
    const auto vill = visit.request.field("vill");
    if (vill == "andra") return shown(visit, desk, a, {});
    auto copy = copy_in(visit, desk, a, errors);
    if (!copy) return shown(visit, desk, a, errors);
    if (vill != "spara") return preview(visit, a, *copy, {});
    const auto occasions = occasions_in(visit, desk, a, *copy, errors);
    if (errors.any()) return preview(visit, a, *copy, errors);
    const auto done = desk.ground.database.write([&](db::Transaction& tx) -> base::Result<std::string, Refusal> {
        auto kept = copy->activity;
        kept.slug = free_slug(tx, kept);
        const auto added = add_planned(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, kept, occasions);
        if (!added) return base::refused(added.refusal());
        return path_of(kept);
    });
    if (done) return Response::see_other(visit.url(*done).with("klart", "kopierad").text());
    errors.add("rubrik", says(visit, done.refusal()));
    return shown(visit, desk, a, errors);
}
}
