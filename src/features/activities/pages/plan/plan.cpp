// /personal/aktiviteter/ny and /andra: the form, then what follows from it, then it is kept.
#include "base/text.hpp"
#include "features/activities/parts_plan.hpp"
#include "features/activities/plan/plan_typed.hpp"
#include "features/activities/plan/store_planning.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
const std::string new_path = std::string(plan_path) + "/ny";

// One page for a new one and one that is there: where it is sent, and what it is called.
struct Form {
    const Activity* edited;   // null: a new one
    std::string_view route() const { return edited ? edit_route : save_plan_route; }
    std::string path() const { return edited ? path_of(*edited, "/andra") : new_path; }
    std::string title(const Visit& visit) const { return std::string(edited ? visit.t("Ändra uppgifterna") : visit.t("Planera en ny aktivitet")); }
};
Response fields_page(const Visit& visit, const PlanDesk& desk, const Form& form, const PlanTyped& in, const FieldErrors& errors) {
    return plan_frame(visit, form.edited, {.title = form.title(visit), .errors = errors.any(), .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, form.title(visit));
        page::form(h, visit, form.route(), visit.url(form.path()), [&] {
            plan_fields(h, visit, desk, in, errors, !form.edited);
            button(h, "granska", visit.t("Granska"));
        });
    });
}

void row(Html& h, std::string_view label, const std::string& says) {
    if (!says.empty()) h.el("div", [&] { h.el("dt", label), h.el("dd", says); });
}
std::string line_rule(const Visit& visit, const Activity& a) {
    auto out = a.terms.offering == Offering::at_once ? visit.t("Den som står först får ett erbjudande direkt. Det gäller i {n} timmar.", {{"n", base::to_text(a.terms.offer_hours)}})
                                                     : visit.t("Vi erbjuder platserna själva. Ett erbjudande gäller i {n} timmar.", {{"n", base::to_text(a.terms.offer_hours)}});
    if (a.terms.preferred != Preferred::nobody) out += " " + a.terms.preferred_why;
    return out;
}
void summary(Html& h, const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto* offer = desk.shown.catalogue->find(a.offer);
    const bool seats = a.terms.seats > 0;
    h.el("dl", {{"class", "keys keys-wide keys-plan"}}, [&] {
        row(h, visit.t("Rubrik"), a.title);
        row(h, visit.t("I kalendrar, på papper och på fliken"), discreet_title(a));
        row(h, visit.t("Slags aktivitet"), std::string(words(visit, a.kind)));
        row(h, visit.t("Stöd"), offer ? std::string(visit.said(offer->title)) : a.offer);
        row(h, visit.t("För vem"), std::string(words(visit, a.for_whom)));
        row(h, visit.t("Tillsammans med"), a.partner);
        if (seats) row(h, visit.t("Platser"), base::to_text(a.terms.seats));
        if (a.terms.minimum > 0) row(h, visit.t("Minsta antal"), base::to_text(a.terms.minimum));
        if (a.terms.stop_day) row(h, visit.t("Sista dag"), calendar::words(*a.terms.stop_day, visit.language(), calendar::SayYear::yes));
        if (a.terms.wanted > 0) row(h, visit.t("Börjar när"), visit.t("{n} vill vara med", {{"n", base::to_text(a.terms.wanted)}}));
        if (seats) row(h, visit.t("När det är fullt"), line_rule(visit, a));
    });
}
// A real title is on the website in any case. An address that tells it is another from now on, and the old one opens nothing (T2).
std::string_view what_is_neutral(const Visit& visit, const Form& form, const Activity& a) {
    if (form.edited && tells_too_much(*form.edited, a)) return visit.t("Ämnet är känsligt och adressen säger vad det gäller. När du sparar får aktiviteten en ny, neutral adress. Den gamla slutar fungera, också på affischer, i kalendrar och i QR-koder. Skriv ut nya.");
    return visit.t("Ämnet är känsligt. På webbplatsen står den riktiga rubriken. Adressen, kalendrar, papper och fliken har bara den neutrala.");
}
// Everything once more, and what it means for who signs up; nothing is kept yet.
Response review_page(const Visit& visit, const PlanDesk& desk, const Form& form, const Activity& a) {
    return plan_frame(visit, form.edited, {.title = std::string(visit.t("Granska innan du sparar"))}, [&](Html& h) {
        page::staff_heading(h, visit.t("Granska innan du sparar"));
        summary(h, visit, desk, a);
        h.el("section", {{"class", "panel stack-small"}}, [&] {
            h.el("h2", visit.t("Det får ni fråga den som anmäler sig"));
            what_may_be_asked(h, visit, desk, a);
        });
        if (a.sensitive) h.el("p", what_is_neutral(visit, form, a));
        page::form(h, visit, form.route(), visit.url(form.path()), [&] {
            carry_fields(h, visit, {});
            h.el("p", {{"class", "row"}}, [&] { button(h, "spara", visit.t("Spara")), button(h, "andra", visit.t("Gå tillbaka och ändra"), true); });
        });
    });
}

std::optional<Activity> blank(const PlanDesk& desk) {
    for (const auto& a : desk.actor.assignments())
        if (team.has(a.role))
            return Activity{.id = crypto::new_id<ActivityId>(desk.ground.randomness), .area = a.area, .unit = a.unit, .slug = "ny", .offer = "", .kind = Kind::group, .title = "", .neutral_title = "", .terms = {},
                            .made_at = desk.now, .made_by = desk.actor.account(), .changed_at = desk.now};
    return std::nullopt;
}
// The unit that was chosen decides the area; a unit that is not one's own is no choice.
void place_in_unit(const Visit& visit, const PlanDesk& desk, Activity& a, FieldErrors& errors) {
    for (const auto& own : desk.actor.assignments())
        if (team.has(own.role) && own.unit == a.unit) return void(a.area = own.area);
    errors.add("enhet", visit.t("Välj din enhet."));
}
void check_offer(const Visit& visit, const PlanDesk& desk, const Activity& a, FieldErrors& errors) {
    const auto all = offers_to_plan(visit, desk);
    if (!a.offer.empty() && std::none_of(all.begin(), all.end(), [&](const page::Choice& c) { return c.value == a.offer; })) errors.add("stod", visit.t("Välj vilket stöd det är."));
}

Response keep_new(const Visit& visit, const PlanDesk& desk, const PlanTyped& in, Activity a) {
    a.state = a.terms.wanted > 0 ? State::interest : State::planned;
    const auto done = desk.ground.database.write([&](db::Transaction& tx) -> base::Result<Activity, Refusal> {
        auto kept = a;
        kept.slug = free_slug(tx, a);
        const auto added = add_planned(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, kept, {});
        if (!added) return base::refused(added.refusal());
        return kept;
    });
    if (done && done->state == State::interest) return Response::see_other(visit.url(path_of(*done)).with("klart", "intresse").text());
    if (done) return Response::see_other(visit.url(path_of(*done, "/tillfallen/fler")).with("klart", "planerad").text());
    FieldErrors errors;
    errors.add("rubrik", says(visit, done.refusal()));
    return fields_page(visit, desk, {nullptr}, in, errors);
}
Response keep_edit(const Visit& visit, const PlanDesk& desk, const PlanTyped& in, const Activity& had, const Activity& a) {
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return edit_activity(tx, desk.actor, desk.scope, desk.now, a); });
    const auto kept = desk.ground.database.read([&](db::Reader& reader) { return store::find(reader, desk.scope, had.id); });   // perhaps with another address
    if (done && kept) return Response::see_other(visit.url(path_of(*kept)).with("klart", "andrad").text());
    if (done.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    errors.add(done.refusal() == Refusal::seats_taken ? "platser" : done.refusal() == Refusal::signed_up_already ? "slag" : "", says(visit, done.refusal()));
    return fields_page(visit, desk, {&had}, in, errors);
}
Response sent(const Visit& visit, const PlanDesk& desk, const Activity* had) {
    const auto in = typed_in(visit.request.form);
    const auto vill = visit.request.field("vill");
    if (vill == "andra") return fields_page(visit, desk, {had}, in, {});
    auto base = had ? std::optional(*had) : blank(desk);
    if (!base) return Response::not_found();
    FieldErrors errors;
    auto a = activity_of(visit, in, *std::move(base), errors);
    if (had) a.unit = had->unit;   // and with it the area: an activity never changes hands
    else place_in_unit(visit, desk, a, errors);
    check_offer(visit, desk, a, errors);
    if (errors.any()) return fields_page(visit, desk, {had}, in, errors);
    if (vill != "spara") return review_page(visit, desk, {had}, a);
    return had ? keep_edit(visit, desk, in, *had, a) : keep_new(visit, desk, in, std::move(a));
}
}

Response plan_page(const Visit& visit, const PlanDesk& desk) { return fields_page(visit, desk, {nullptr}, {}, {}); }
Response save_plan(const Visit& visit, const PlanDesk& desk) { return sent(visit, desk, nullptr); }
Response edit_page(const Visit& visit, const PlanDesk& desk, const Activity& a) { return a.state == State::closed ? Response::not_found() : fields_page(visit, desk, {&a}, typed_of(a), {}); }
Response save_edit(const Visit& visit, const PlanDesk& desk, const Activity& a) { return sent(visit, desk, &a); }
}
