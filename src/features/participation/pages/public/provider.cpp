// /utforare: a private provider's head answers for her operation, by a typed code. Each page is the answer to a form that carries it.
#include "base/text.hpp"
#include "features/participation/parts.hpp"
#include "features/participation/provider.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/calendar.hpp"

namespace participation {
namespace {
Response ask_for_code(const Visit& visit, const TypedCode& typed) {
    return code_form(visit, typed, {.title = visit.t("För privata utförare"), .route = provider_route, .path = provider_path, .hint = i18n::key("16 siffror. Mellanrum spelar ingen roll."),
        .wrong = i18n::key("Koden stämmer inte. Se efter att alla 16 siffror är rätt. Den kan också ha slutat gälla: be då kommunen om en ny."),
        .lead = [&](Html& h) { h.el("p", visit.t("Du som är chef för en verksamhet som drivs åt kommunen svarar här på hur riktlinjens löften hålls hos er. Kommunen har gett dig koden.")); },
        .carried = [&](Html& h) { carried(h, visit); }});
}

struct Opened {
    guideline::Operation operation;
    guideline::Standing now;
    rights::Actor head;
    std::string code_day;   // when the code was made
};
// The operation's own area and a unit of it, for the access log.
std::optional<rights::Actor> head_of(db::Reader& reader, base::Instant now, const guideline::Operation& o) {
    const auto all = staff::organisation(reader, now);
    const auto* operation = all.operation(o.id);
    for (const auto& unit : all.units)
        if (operation && unit.operation == o.id) return provider_head(o, operation->area, unit.id);
    return std::nullopt;
}
std::optional<Opened> opened(const Desk& desk, const crypto::Receipt& code) {
    return desk.ground.database.read([&](db::Reader& reader) -> std::optional<Opened> {
        const auto found = store::code_with(reader, code_hash(desk.ground.vault, code));
        if (!found || found->purpose != Purpose::provider || !found->opens(desk.now())) return std::nullopt;
        auto now = guideline::standing(reader, desk.now());
        for (const auto& o : now.operations)
            if (o.private_provider && o.id.text() == found->about)
                if (auto head = head_of(reader, desk.now(), o)) return Opened{o, now, *head, calendar::day(found->made_at)};
        return std::nullopt;
    });
}

struct Told {
    const guideline::YearlyForm* typed = nullptr;
    const char* note = nullptr;
    int status = 200;
};
Response the_form(const Visit& visit, const Desk& desk, const TypedCode& code, const Opened& o, const Told& told, const FieldErrors& errors) {
    const auto asked = provider_statements(*desk.shown.guideline);
    const auto missing = std::count_if(asked.begin(), asked.end(), [&](const auto* s) { return !o.now.answers.of(s->id, o.operation.id); });
    return form_frame(visit, {.title = std::string(visit.t("Så går det hos er")), .errors = errors.any()}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (told.note) page::done(h, visit, visit.t(told.note));
        h.el("h1", o.operation.name);
        h.el("p", {{"class", "lead"}}, visit.t("{n} löften, varav {missing} saknar svar. Svara på det du vet. Vet du inte: lämna tomt eller välj Vet inte.", {{"n", number(static_cast<std::int64_t>(asked.size()))}, {"missing", number(missing)}}));
        h.el("p", visit.t("Skriv aldrig om en enskild anhörig, närstående eller medarbetare. Du kan svara på en del nu och komma tillbaka med koden."));
        h.el("p", visit.t("Läget räknas in på sidan Så går det, som alla kan läsa. Skälen visas bara för kommunen, men de är allmänna handlingar där."));
        page::form(h, visit, provider_route, visit.url(provider_path), [&] {
            page::hidden_field(h, "kod", code.text), page::hidden_field(h, "gor", "spara");
            for (const auto* s : asked) guideline::answer_fields(h, visit, "h2", *s, o.now.answers.of(s->id, o.operation.id), true, told.typed, o.now.today, errors);
            h.el("h2", visit.t("När du är klar"));
            h.el("p", visit.t("När du skriver under sparas svaren som de är nu, också det som saknas, och kan inte ändras i årets uttalande. Du kan skriva under ett nytt. Det står att det är lämnat med kod, och inte av en chef som har loggat in."));
            h.el("div", {{"class", "row"}}, [&] {
                page::submit(h, visit.t("Spara utan att skriva under"));   // first: what Enter does
                h.el("button", {{"class", "ds-button"}, {"data-variant", "secondary"}, {"type", "submit"}, {"name", "underskrift"}, {"value", "ja"}}, visit.t("Spara och skriv under"));
            });
        });
    }, errors.any() ? 422 : told.status);
}

// What has been changed, or still holds; what is lacking needs a reason, as for the municipality's own heads.
std::vector<guideline::NewAnswer> typed_answers(const Visit& visit, const Desk& desk, const Opened& o, guideline::YearlyForm& typed, FieldErrors& errors) {
    std::vector<guideline::NewAnswer> out;
    for (const auto* s : provider_statements(*desk.shown.guideline)) {
        const auto line = guideline::typed_line(visit.request, *s);
        const auto* last = o.now.answers.of(s->id, o.operation.id);
        if (!guideline::touched(line, last, *s)) continue;
        typed.lines[s->id] = line;
        auto answer = guideline::answer_of(line, last, *s, crypto::new_id<guideline::AnswerId>(desk.ground.randomness), o.operation.id);
        if (!answer) continue;
        const auto reason = checked(answer->reason, 1000);
        const bool not_ours = answer->state == guideline::State::not_ours;
        const bool lacks = not_ours || answer->state == guideline::State::partly || answer->state == guideline::State::not_met;
        const auto* why_missing = not_ours ? i18n::key("Skriv varför det inte gäller er") : i18n::key("Skriv varför det inte är uppfyllt än.");
        const bool no_text = !reason && reason.refusal() == Refusal::text_missing;
        if (!reason && (lacks || !no_text)) errors.add("skal-" + s->id, visit.t(no_text ? why_missing : words(reason.refusal())));
        answer->reason = reason ? *reason : std::string(), answer->code_day = o.code_day;
        out.push_back(std::move(*answer));
    }
    return out;
}
}

Response provider_code_page(const Visit& visit, const Desk&) { return ask_for_code(visit, {}); }

Response provider_says(const Visit& visit, const Desk& desk) {
    auto code = contact::typed_code(visit);
    const auto o = opened_by_code(visit, desk.ground, code, [&](const crypto::Receipt& typed) { return opened(desk, typed); });
    if (!o) return ask_for_code(visit, code);
    if (visit.request.field("gor") != "spara") return the_form(visit, desk, code, *o, {}, {});
    FieldErrors errors;
    guideline::YearlyForm typed;
    const auto answers = typed_answers(visit, desk, *o, typed, errors);
    if (errors.any()) return the_form(visit, desk, code, *o, {.typed = &typed}, errors);
    const auto& shown = desk.shown;
    const auto& head = o->head;
    const bool signs = visit.request.field("underskrift") == "ja";
    const auto signed_id = crypto::new_id<guideline::SignedId>(desk.ground.randomness);
    bool meanwhile = false;
    const auto stored = desk.ground.database.write([&](db::Transaction& tx) {
        const auto still = store::code_with(tx, code_hash(desk.ground.vault, *crypto::Receipt::from(code.text)));
        if (!still || !still->opens(desk.now())) return false;   // withdrawn while it was sent
        const auto said = guideline::say(tx, head, desk.now(), *shown.guideline, answers);
        meanwhile = !said && said.refusal() == guideline::Refusal::meanwhile;
        if (meanwhile) return true;
        base::require(static_cast<bool>(said), "a provider's answers are of its own statements");
        if (signs) (void)guideline::sign(tx, head, desk.now(), {*shown.guideline, *shown.promises, *shown.registers, *shown.catalogue}, {.id = signed_id, .operation = o->operation.id, .code_day = o->code_day});
        return true;
    });
    if (!stored) return code.wrong = true, ask_for_code(visit, code);
    const auto after = opened(desk, *crypto::Receipt::from(code.text));
    if (!after) return ask_for_code(visit, code);
    if (meanwhile) {
        guideline::show_meanwhile(visit, after->now, *shown.guideline, o->operation.id, typed, errors);
        return the_form(visit, desk, code, *after, {.typed = &typed}, errors);
    }
    return the_form(visit, desk, code, *after, {.note = signs ? i18n::key("Uttalandet är underskrivet och ändras inte mer.") : i18n::key("Det är sparat.")}, {});
}
}
