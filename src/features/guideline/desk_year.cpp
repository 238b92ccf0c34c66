#include "features/guideline/answer_form.hpp"
#include "features/guideline/desk_answers.hpp"
#include "features/guideline/typed.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
using page::FieldErrors;
using page::Visit;
using rights::OperationId;
using web::Request;
using web::Response;

namespace {
std::vector<Workplace> workplaces(db::Reader& reader, const rights::Actor& actor, base::Instant now) {
    const auto all = staff::organisation(reader, now);
    std::vector<Workplace> out;
    for (const auto& unit : all.units) {
        const auto* operation = all.operation(unit.operation);
        out.push_back({unit.id, unit.name, operation ? operation->name : std::string(), may_anchor(actor, unit.operation)});
    }
    return out;
}
// Of the day's last moment.
base::Instant end_of(const calendar::Date& day) { return {calendar::start_of(calendar::plus_days(day, 1)).ms - 1}; }
// The text that was the content in that moment; before the first one was entered that one, and the page says so.
PastDay past_day(db::Reader& reader, const pack::Editor& editor, const Shown& shown, base::Instant until) {
    PastDay out{standing(reader, until), *shown.guideline};
    const auto all = editor.versions(reader, statements_path);
    auto found = std::find_if(all.begin(), all.end(), [&](const pack::Version& v) { return v.at <= until && !v.removed; });
    if (found == all.end() && !all.empty()) found = all.end() - 1, out.entered = calendar::day(found->at);
    pack::Problems old;   // it was checked when it was stored
    if (found != all.end()) out.text = parse(found->source, *shown.references, old);
    return out;
}
}

Response YearDesk::anchoring(const Request& request) const { return meetings(request, {.day = calendar::day(ground_.clock.now())}, {}); }
Response YearDesk::meetings(const Request& request, const AnchoringForm& form, const FieldErrors& errors) const {
    const auto shown = ground_.source();
    const auto now = ground_.clock.now();
    const auto [notes, units] = ground_.database.read([&](db::Reader& reader) { return std::pair{store::anchorings(reader), workplaces(reader, *request.actor, now)}; });
    return anchoring_page({request, *shown->frame}, *shown, notes, units, calendar::day(now), form, errors);
}
Response YearDesk::anchor(const Request& request) const {
    const auto shown = ground_.source();
    const auto form = anchoring_form(request);
    FieldErrors errors;
    const auto wanted = typed_anchoring({request, *shown->frame}, crypto::new_id<AnchoringId>(ground_.randomness), form, calendar::day(ground_.clock.now()), errors);
    if (!wanted) return meetings(request, form, errors);
    const auto stored = ground_.database.write([&](db::Transaction& tx) { return guideline::anchor(tx, *request.actor, ground_.clock.now(), *wanted); });
    return stored ? Response::see_other(std::string(anchoring_path) + "?klart=sparat") : Response::not_found();
}
Response YearDesk::take_back(const Request& request) const {
    const auto id = AnchoringId::from(request.param("id"));
    if (!id) return Response::not_found();
    const auto done = ground_.database.write([&](db::Transaction& tx) { return take_back_anchoring(tx, *request.actor, ground_.clock.now(), *id); });
    return done ? Response::see_other(std::string(anchoring_path) + "?klart=aterkallat") : Response::not_found();
}

Response YearDesk::yearly(const Request& request) const { return year_page(request, nullptr, nullptr, {}); }
Response YearDesk::yearly_of(const Request& request) const {
    const auto id = OperationId::from(request.param("id"));
    return id ? year_page(request, &*id, nullptr, {}) : Response::not_found();
}
Response YearDesk::year_page(const Request& request, const OperationId* id, const YearlyForm* typed, const FieldErrors& errors) const {
    const auto shown = ground_.source();
    const auto [now, all] = ground_.database.read([&](db::Reader& reader) { return std::pair{standing(reader, ground_.clock.now()), store::all_signed(reader)}; });
    const auto mine = own(*request.actor, now.operations);
    const auto found = std::find_if(mine.begin(), mine.end(), [&](const Operation& o) { return id && o.id == *id; });
    if (id && found == mine.end()) return Response::not_found();
    return yearly_page({request, *shown->frame}, *shown, now, id ? &*found : nullptr, all, typed, errors);
}
Response YearDesk::save(const Request& request) const { return save_year(request, nullptr); }
Response YearDesk::save_of(const Request& request) const {
    const auto id = OperationId::from(request.param("id"));
    return id ? save_year(request, &*id) : Response::not_found();
}
Response YearDesk::save_year(const Request& request, const OperationId* id) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    const auto operation = id ? std::optional(*id) : std::nullopt;
    const auto before = ground_.database.read([&](db::Reader& reader) { return standing(reader, ground_.clock.now()); });
    FieldErrors errors;
    YearlyForm typed;
    std::vector<NewAnswer> answers;
    bool any = false;
    for (const auto* s : promises_in(*shown->guideline)) {
        if (!may_answer(*request.actor, *shown->guideline, *s, operation)) continue;
        any = true;
        const auto line = typed_line(request, *s);
        const auto* last = before.answers.of(s->id, operation);
        if (!touched(line, last, *s)) continue;
        typed.lines[s->id] = line;
        if (!line.again || !line.state.empty() || !line.reason.empty()) (void)typed_state(visit, "lage-" + s->id, "skal-" + s->id, true, errors);
        if (auto answer = answer_of(line, last, *s, crypto::new_id<AnswerId>(ground_.randomness), operation)) answers.push_back(std::move(*answer));
    }
    if (id && !any) return Response::not_found();   // not the actor's operation
    if (errors.any()) return year_page(request, id, &typed, errors);
    const bool signs = request.field("gor") == "underskrift" && (id || request.actor->is(rights::Role::director));
    Signing signing{.id = crypto::new_id<SignedId>(ground_.randomness), .operation = operation, .after = std::string(request.field("forra")), .as = capacity_from(request.field("som"))};
    const auto signed_id = signing.id;
    if (signs && !id && !signing.as) errors.add("som", visit.t("Välj i vilken egenskap du skriver under"));
    if (errors.any()) return year_page(request, id, &typed, errors);
    bool signed_meanwhile = false;
    const auto done = ground_.database.write([&](db::Transaction& tx) -> base::Result<bool, Refusal> {
        const auto now = ground_.clock.now();
        if (signs) store::one_answer_at_a_time(tx);
        signed_meanwhile = signs && newest_of(store::all_signed(tx), operation, calendar::date(now).year) != signing.after;
        if (signed_meanwhile) return base::refused(Refusal::meanwhile);   // before anything is stored
        const auto said = guideline::say(tx, *request.actor, now, *shown->guideline, answers);
        if (!said) return base::refused(said.refusal());
        if (!signs) return true;
        const auto made = sign(tx, *request.actor, now, {*shown->guideline, *shown->promises, *shown->registers, *shown->catalogue}, signing);
        if (!made) return base::refused(made.refusal());
        return true;
    });
    if (signed_meanwhile) {
        errors.add("gor", visit.t("Årets uttalande har redan skrivits under sedan du öppnade sidan. Inget är sparat. Se listan längst ned, och skriv under igen om du vill lämna en ny utgåva."));
        return year_page(request, id, &typed, errors);
    }
    if (!done && done.refusal() == Refusal::meanwhile) {
        show_meanwhile(visit, ground_.database.read([&](db::Reader& reader) { return standing(reader, ground_.clock.now()); }), *shown->guideline, operation, typed, errors);
        return year_page(request, id, &typed, errors);
    }
    if (!done) return Response::not_found();
    if (signs) return Response::see_other(std::string(yearly_path) + "/" + std::string(signed_id.text()) + "?klart=underskrivet");
    return Response::see_other((id ? std::string(yearly_path) + "/verksamhet/" + std::string(id->text()) : std::string(yearly_path)) + "?klart=sparat");
}

Response YearDesk::read_signed(const Request& request) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    const auto id = SignedId::from(request.param("id"));
    if (!id) return Response::not_found();
    struct Read {
        std::optional<Signed> found;
        std::vector<SignedLine> lines;
        std::vector<Operation> operations;
        std::vector<Signed> editions;
    };
    const auto read = ground_.database.read([&](db::Reader& reader) { return Read{store::find_signed(reader, *id), store::lines(reader, *id), operations(reader, ground_.clock.now()), store::all_signed(reader)}; });
    if (!read.found) return Response::not_found();
    std::string name(read.found->operation ? visit.t("En verksamhet som inte finns längre") : visit.t("hela kommunen"));
    for (const auto& o : read.operations)
        if (read.found->operation == o.id) name = o.name;
    if (!read.found->named.empty()) name = read.found->named;
    return signed_page(visit, *shown, *read.found, read.lines, name, edition(read.editions, *read.found));
}

Response YearDesk::day(const Request& request) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    const auto today = calendar::day(ground_.clock.now());
    const auto date = calendar::date_from(request.asked("dag"));
    FieldErrors errors;
    if (!date) errors.add("dag", visit.t("Skriv dagen som 2026-11-22"));
    else if (calendar::iso(*date) > today) errors.add("dag", visit.t("Den dagen har inte varit än. Välj en dag till och med {day}.", {{"day", i18n::day(visit.language(), today)}}));
    if (errors.any()) return day_page(visit, *shown, {}, request.asked("dag"), errors);
    const auto past = ground_.database.read([&](db::Reader& reader) { return past_day(reader, ground_.editor, *shown, end_of(*date)); });
    return day_page(visit, *shown, past, calendar::iso(*date), errors);
}
}
