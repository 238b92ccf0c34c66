#include "features/guideline/desk_revision.hpp"
#include "base/text.hpp"
#include "features/guideline/typed_revision.hpp"
#include "platform/calendar/calendar.hpp"
#include <charconv>

namespace guideline {
using page::FieldErrors;
using page::Visit;
using web::Request;
using web::Response;

namespace {
Response back_to(const DraftId& id, const char* done) { return Response::see_other(path_of(id) + "?klart=" + done); }
std::optional<Version> version_of(db::Reader& reader, const DraftId& id) {
    for (auto& version : store::versions(reader))
        if (version.draft == id) return std::move(version);
    return std::nullopt;
}
std::string_view said(const Visit& visit, RevisionRefusal why) {
    switch (why) {
        case RevisionRefusal::elsewhere: return visit.t("Utkastet har gått vidare medan du skrev. Se var det är nu.");
        case RevisionRefusal::in_another_draft: return visit.t("Ett annat utkast på väg ändrar samma sats. Vänta in det, eller dra tillbaka det.");
        case RevisionRefusal::nothing_proposed: return visit.t("Föreslå minst en ändring först.");
        case RevisionRefusal::too_early: return visit.t("Den förra versionen börjar gälla senare än den dag du valde. Välj en senare dag.");
        case RevisionRefusal::lost: return visit.t("Utkastet ändrar en sats som inte finns längre. Skicka tillbaka det och ta bort satsen ur utkastet.");
        case RevisionRefusal::meanwhile: return visit.t("Någon annan har ändrat förslaget sedan du öppnade sidan. Se hur det är nu.");
        case RevisionRefusal::not_yours:
        case RevisionRefusal::unknown: return {};
    }
    throw base::Bug("a refusal without words");
}
const char* field_of(RevisionRefusal why) { return why == RevisionRefusal::too_early ? "valid_from" : why == RevisionRefusal::in_another_draft ? "says" : ""; }
}

Guideline RevisionDesk::parsed(const Shown& shown, const std::string& source) const {
    pack::Problems old;
    return parse(source, *shown.references, old);
}

std::optional<DraftView> RevisionDesk::view(const Request& request, const Shown& shown) const {
    const auto id = DraftId::from(request.param("id"));
    if (!id) return std::nullopt;
    auto found = ground_.database.read([&](db::Reader& reader) -> std::optional<DraftView> {
        const auto draft = store::find_draft(reader, *id);
        if (!draft) return std::nullopt;
        const auto became = version_of(reader, *id);
        const auto before = became ? store::find_version(reader, became->number - 1) : std::nullopt;   // what it was a revision of
        return DraftView{*draft, store::changes(reader, *id), store::steps(reader, *id), store::ticks(reader, *id), parsed(shown, before ? before->source : newest_text(reader, ground_.editor)), {}, became, standing(reader, ground_.clock.now())};
    });
    if (found && guideline::open(found->draft.stage)) found->lost = applied(found->base, found->changes).lost;
    return found;
}

Response RevisionDesk::overview(const Request& request, const FieldErrors& errors) const {
    const auto shown = ground_.source();
    const auto now = ground_.clock.now();
    auto all = ground_.database.read([&](db::Reader& reader) {
        const auto change = newest_change(reader, *shown->references);
        const auto decided = store::find_version(reader, store::in_force(reader));
        return Overview{store::drafts(reader), store::versions(reader), change ? have_read(reader, *change, now) : std::vector<HaveRead>(), {}, calendar::day(now), decided && decided->source != ground_.editor.source(reader, statements_path)};
    });
    all.hindered = hindered(ground_.database, ground_.editor, now);
    return revision_page({request, *shown->frame}, *shown, all, errors);
}
Response RevisionDesk::list(const Request& request) const { return overview(request, {}); }

Response RevisionDesk::open(const Request& request) const {
    const auto shown = ground_.source();
    FieldErrors errors;
    const auto title = typed_title({request, *shown->frame}, errors);
    if (errors.any()) return overview(request, errors);
    const auto id = crypto::new_id<DraftId>(ground_.randomness);
    const auto opened = ground_.database.write([&](db::Transaction& tx) { return open_draft(tx, *request.actor, ground_.clock.now(), id, title); });
    return opened ? Response::see_other(path_of(id)) : Response::not_found();
}

Response RevisionDesk::draft(const Request& request) const { return again(request, {}); }
Response RevisionDesk::again(const Request& request, const FieldErrors& errors) const {
    const auto shown = ground_.source();
    const auto found = view(request, *shown);
    return found ? draft_page({request, *shown->frame}, *shown, *found, errors) : Response::not_found();
}
Response RevisionDesk::refused(const Request& request, const DraftView&, RevisionRefusal why, FieldErrors errors) const {
    const auto shown = ground_.source();
    const auto words = said({request, *shown->frame}, why);
    if (words.empty()) return Response::not_found();
    errors.add(field_of(why), words);
    return again(request, errors);
}

Response RevisionDesk::change_form(const Request& request) const {
    const auto shown = ground_.source();
    const auto found = view(request, *shown);
    if (!found || found->draft.stage != Stage::writing) return Response::not_found();
    const auto taken = ground_.database.read([](db::Reader& reader) { return store::ever_changed(reader); });
    const auto change = wanted_change(request, *found, taken);
    return change ? change_page({request, *shown->frame}, *found, {*change, seen_proposal(found->of(change->statement))}, {}) : Response::not_found();
}
Response RevisionDesk::propose(const Request& request) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    const auto found = view(request, *shown);
    if (!found) return Response::not_found();
    const auto wanted = wanted_change(request, *found, ground_.database.read([](db::Reader& reader) { return store::ever_changed(reader); }));
    if (!wanted) return Response::not_found();
    FieldErrors errors;
    const ChangeForm form{typed_change(visit, *wanted, *found, errors), std::string(request.field("sedd"))};
    if (errors.any()) return change_page(visit, *found, form, errors);
    const auto done = ground_.database.write([&](db::Transaction& tx) { return guideline::propose(tx, *request.actor, ground_.clock.now(), found->draft.id, form.change, form.seen); });
    if (done) return back_to(found->draft.id, "sparat");
    if (done.refusal() == RevisionRefusal::meanwhile) return beside(request, *shown, form.change);
    const auto words = said(visit, done.refusal());
    if (words.empty()) return Response::not_found();
    errors.add(field_of(done.refusal()), words);
    return change_page(visit, *found, form, errors);
}
Response RevisionDesk::beside(const Request& request, const Shown& shown, const Change& typed) const {
    const Visit visit(request, *shown.frame);
    const auto found = view(request, shown);
    if (!found) return Response::not_found();
    const auto* theirs = found->of(typed.statement);
    FieldErrors errors;
    errors.add(typed.doing == Doing::remove ? "why" : "says", theirs ? visit.t("Någon annan har sparat ett annat förslag sedan du öppnade sidan. Jämför, och spara igen om ditt ska gälla.")
                                                                   : visit.t("Någon annan har tagit bort förslaget ur utkastet sedan du öppnade sidan. Spara igen om det ska vara med."));
    return change_page(visit, *found, {typed, seen_proposal(theirs), true}, errors);
}
Response RevisionDesk::take_back(const Request& request) const {
    const auto shown = ground_.source();
    const auto found = view(request, *shown);
    if (!found) return Response::not_found();
    const auto done = ground_.database.write([&](db::Transaction& tx) { return take_back_proposal(tx, *request.actor, ground_.clock.now(), found->draft.id, request.field("statement"), request.field("sedd")); });
    return done ? back_to(found->draft.id, "borttaget") : refused(request, *found, done.refusal(), {});
}

std::int64_t RevisionDesk::unanswered(db::Transaction& tx, const DraftId& id) const {
    store::one_at_a_time(tx);
    return ground_.unanswered ? ground_.unanswered(tx, id.text()) : 0;
}
Response RevisionDesk::held_back(const Request& request, std::int64_t views, FieldErrors errors) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    errors.add("", views == 1 ? std::string(visit.t("En synpunkt har inte fått svar. Utkastet går vidare när den har fått det.")) : visit.t("{n} synpunkter har inte fått svar. Utkastet går vidare när alla har fått det.", {{"n", base::to_text(static_cast<long long>(views))}}));
    return again(request, errors);
}

Response RevisionDesk::move(const Request& request) const {
    const auto shown = ground_.source();
    const auto found = view(request, *shown);
    if (!found) return Response::not_found();
    FieldErrors errors;
    const auto wanted = typed_move({request, *shown->frame}, *found, errors);
    if (!wanted) return errors.any() ? again(request, errors) : Response::not_found();
    std::int64_t waiting = 0;
    const auto done = ground_.database.write([&](db::Transaction& tx) -> base::Result<DraftId, RevisionRefusal> {
        const bool closes = wanted->from == Stage::consultation && wanted->to == Stage::board;
        waiting = closes ? unanswered(tx, found->draft.id) : 0;
        if (waiting > 0) return base::refused(RevisionRefusal::elsewhere);
        return move_draft(tx, *request.actor, ground_.clock.now(), *wanted);
    });
    if (waiting > 0) return held_back(request, waiting, errors);
    return done ? back_to(found->draft.id, "sparat") : refused(request, *found, done.refusal(), errors);
}

Response RevisionDesk::decide(const Request& request) const {
    const auto shown = ground_.source();
    const auto found = view(request, *shown);
    if (!found) return Response::not_found();
    FieldErrors errors;
    const auto wanted = typed_decision({request, *shown->frame}, *found, errors);
    if (!wanted) return again(request, errors);
    const auto now = ground_.clock.now();
    const auto newest = [&](db::Reader& reader) {
        auto source = newest_text(reader, ground_.editor);
        return Newest{parsed(*shown, source), std::move(source)};
    };
    std::int64_t late = 0;   // what came while the draft went to the board (J4)
    const auto done = ground_.database.write([&](db::Transaction& tx) -> base::Result<int, RevisionRefusal> {
        late = found->draft.stage == Stage::board ? unanswered(tx, found->draft.id) : 0;
        if (late > 0) return base::refused(RevisionRefusal::elsewhere);
        return guideline::decide(tx, *request.actor, now, newest, *wanted);
    });
    if (late > 0) return held_back(request, late, errors);
    if (!done) return refused(request, *found, done.refusal(), errors);
    (void)bring_into_force(ground_.database, ground_.editor, now);   // at once when the day has come; else the site does it that day
    return back_to(found->draft.id, "beslutat");
}

Response RevisionDesk::tick(const Request& request) const {
    const auto shown = ground_.source();
    const auto found = view(request, *shown);
    const auto* change = found ? found->of(request.field("statement")) : nullptr;
    if (!change || found->draft.stage == Stage::withdrawn) return Response::not_found();
    const auto sent = Request::all(request.form, "linked-" + change->statement);
    const auto all = touched_in({request, *shown->frame}, *shown, *found, *change);
    const auto has = [&](const Touched& t) { return std::find(found->ticks.begin(), found->ticks.end(), std::pair(change->statement, t.key)) != found->ticks.end(); };
    const auto done = ground_.database.write([&](db::Transaction& tx) -> base::Result<DraftId, RevisionRefusal> {
        for (const auto& t : all) {
            const bool wanted = std::find(sent.begin(), sent.end(), t.key) != sent.end();
            if (wanted == has(t)) continue;
            if (const auto ticked = guideline::tick(tx, *request.actor, ground_.clock.now(), found->draft.id, change->statement, t.key, wanted); !ticked) return ticked;
        }
        return found->draft.id;
    });
    return done ? back_to(found->draft.id, "sparat") : Response::not_found();
}

Response RevisionDesk::changed(const Request& request) const {
    const auto shown = ground_.source();
    return changed_page({request, *shown->frame}, ground_.database.read([&](db::Reader& reader) { return to_read(reader, *shown->references, *request.actor); }));
}
Response RevisionDesk::confirm(const Request& request) const {
    int version = 0;
    const auto sent = request.field("version");
    const auto [end, error] = std::from_chars(sent.data(), sent.data() + sent.size(), version);
    if (error != std::errc() || end != sent.data() + sent.size()) return Response::not_found();
    const auto done = ground_.database.write([&](db::Transaction& tx) { return confirm_read(tx, *request.actor, ground_.clock.now(), version); });
    return done ? Response::see_other(std::string(changed_path) + "?klart=last") : Response::not_found();
}
}
