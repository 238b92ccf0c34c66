#include "features/guideline/desk_answers.hpp"
#include "features/guideline/typed.hpp"
#include "base/personal_number.hpp"
#include "base/text.hpp"
#include "platform/audit/audit.hpp"
#include <charconv>

namespace guideline {
using page::Visit;
using web::Request;
using web::Response;

namespace {
std::optional<std::int64_t> number_in(std::string_view sent) {
    std::int64_t out = 0;
    const auto [end, error] = std::from_chars(sent.data(), sent.data() + sent.size(), out);
    return error == std::errc() && end == sent.data() + sent.size() ? std::optional(out) : std::nullopt;
}
}

Response StatementDesk::workspace(const Request& request) const {
    const auto shown = ground_.source();
    return workspace_page({request, *shown->frame}, *shown, ground_.database.read([&](db::Reader& reader) { return standing(reader, ground_.clock.now()); }));
}
Response StatementDesk::holes(const Request& request) const {
    const auto shown = ground_.source();
    return holes_page({request, *shown->frame}, *shown, ground_.database.read([&](db::Reader& reader) { return standing(reader, ground_.clock.now()); }));
}
Response StatementDesk::statement(const Request& request) const {
    const auto shown = ground_.source();
    return again(request, *shown, {});
}
Response StatementDesk::again(const Request& request, const Shown& shown, const Typed& typed) const {
    const auto [section, s] = shown.guideline->find(request.param("id"));
    if (!s) return Response::not_found();
    const auto now = ground_.database.read([&](db::Reader& reader) {
        return StatementNow{standing(reader, ground_.clock.now()), store::answers_of(reader, s->id), pack::content_hash(ground_.editor.source(reader, promises_path)), ground_.known ? ground_.known(reader, s->id, ForWhom::staff) : std::vector<KnownFrom>()};
    });
    return desk_statement_page({request, *shown.frame}, shown, *section, *s, now, typed);
}

Response StatementDesk::say(const Request& request) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    const auto* s = shown->guideline->find(request.param("id")).second;
    if (!s) return Response::not_found();
    Typed typed{.operation = std::string(request.field("operation")), .state = std::string(request.field("state")), .reason = std::string(request.field("reason"))};
    const auto operation = rights::OperationId::from(request.field("operation"));
    if (!operation && !typed.operation->empty()) return Response::not_found();
    const auto state = typed_state(visit, "state", "reason", false, typed.errors);
    if (typed.errors.any()) return again(request, *shown, typed);
    const auto id = crypto::new_id<AnswerId>(ground_.randomness);
    const NewAnswer answer{.id = id, .statement = s->id, .operation = operation, .state = *state, .reason = typed.reason, .seen = std::string(request.field("sedd")), .again = true};
    const auto said = ground_.database.write([&](db::Transaction& tx) { return guideline::say(tx, *request.actor, ground_.clock.now(), *shown->guideline, {answer}); });
    if (!said && said.refusal() == Refusal::meanwhile) {
        typed.errors.add("state", visit.t("Ett annat svar har sparats sedan du öppnade sidan. Se det ovanför, välj vad som ska gälla och spara igen."));
        return again(request, *shown, typed);
    }
    return said ? Response::see_other(std::string(workspace_path) + "/" + s->id + "?klart=sparat") : Response::not_found();
}

Response StatementDesk::strike(const Request& request) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    const auto* s = shown->guideline->find(request.param("id")).second;
    const auto operation = rights::OperationId::from(request.field("operation"));
    const auto said_at = number_in(request.field("at"));
    if (!s || !operation || !said_at) return Response::not_found();
    const auto why = std::string(base::trimmed(request.field("why")));
    Typed typed;
    if (why.empty() || base::length(why) > 200) typed.errors.add("why", visit.t("Skriv varför svaret stryks, högst 200 tecken"));
    if (base::holds_personal_number(why)) typed.errors.add("why", visit.t("Det ser ut som ett personnummer. Skriv inget om någon person här."));
    if (typed.errors.any()) return again(request, *shown, typed);
    const auto done = ground_.database.write([&](db::Transaction& tx) { return guideline::strike(tx, *request.actor, ground_.clock.now(), s->id, *operation, {*said_at}, why); });
    return done ? Response::see_other(std::string(workspace_path) + "/" + s->id + "?klart=sparat") : Response::not_found();
}

Response StatementDesk::link(const Request& request) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    const auto* s = shown->guideline->find(request.param("id")).second;
    if (!s) return Response::not_found();
    Typed typed;
    typed.promise = typed_promise(visit, typed.errors);
    if (typed.errors.any()) return again(request, *shown, typed);
    // Plain words that are written anew, or that somebody says still hold, are for the text as it is.
    const auto& before = of(*shown->promises, s->id);
    if (typed.promise->plain.sv == before.plain.sv && request.field("plain_stands") != "ja") typed.promise->plain_of = before.plain_of;
    auto promises = *shown->promises;
    promises.insert_or_assign(s->id, *typed.promise);
    const auto now = ground_.clock.now();
    const auto saved = ground_.editor.save({std::string(promises_path), written(promises)}, request.field("seen"), now, [&](db::Transaction& tx) {
        audit::record(tx, *request.actor, now, {.act = audit::Act::write, .kind = "guideline.promise", .object = s->id});
    });
    if (saved) return Response::see_other(std::string(workspace_path) + "/" + s->id + "?klart=sparat");
    if (saved.refusal().meanwhile) typed.errors.add("", visit.t("Någon annan ändrade medan du skrev. Öppna satsen igen och lägg in din ändring på nytt. Det du skrev står kvar här."));
    for (const auto& fault : saved.refusal().faults) typed.errors.add("offers", fault.reason + " " + fault.remedy);
    return again(request, *shown, typed);
}
}
