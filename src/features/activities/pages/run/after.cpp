// …/efter: what is left when it is over. A note without names, the oral evaluation, and the answers, by code in the room or as a bundle of papers.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/activities/refusal_words.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
struct After {
    std::string note, evaluation;
    Questions questions;
    std::optional<Answering> open;
};
After after_of(const Visit& visit, const Ground& ground, const Room& room) {
    const auto now = ground.clock.now();
    const auto scope = AreaScope::of(*visit.request.actor, team, now);
    return ground.database.read([&](db::Reader& reader) {
        return After{store::text(reader, ground.vault, scope, room.session, What::note), store::text(reader, ground.vault, scope, room.session, What::evaluation), questions_at(room.activity, room.sessions, room.session.id), store::answering(reader, scope, room.session, now)};
    });
}
std::string field_of(Part part, Load load) { return std::string(key(part)) + "-" + std::string(key(load)); }
std::string field_of(const std::string& question, Reply reply) { return question + "-" + std::string(key(reply)); }

void note_form(Html& h, const Visit& visit, const Room& room, What what, std::string_view label, std::string_view hint, std::string_view text, const page::FieldErrors& errors) {
    if (!room.own) {
        if (!text.empty()) h.el("h2", label), typed_text(h, text);
        return;
    }
    page::form(h, visit, note_route, visit.url(room_path(room.session.id, "/efter/anteckning")), [&] {
        page::hidden_field(h, "vad", key(what));
        page::text_area(h, visit, {.name = key(what), .label = label, .hint = hint, .value = text, .longest = 1500, .may_be_empty = true}, 5, errors);
        page::submit_quiet(h, visit.t("Spara"));
    });
}
void code(Html& h, const Visit& visit, const Room& room, const After& after, base::Instant now) {
    h.el("h3", visit.t("Med en kod i rummet"));
    const auto action = visit.url(room_path(room.session.id, "/efter/kod"));
    if (after.open) {
        h.el("p", visit.t("Det går att svara till {when}. {n} svar till får plats.", {{"when", calendar::words(after.open->until, visit.language())}, {"n", base::to_text(after.open->room)}}));
        h.el("div", {{"class", "row"}}, [&] {
            page::button_link_quiet(h, action, visit.t("Visa koden"));
            page::form(h, visit, answering_route, action, [&] { page::hidden_field(h, "gor", "stang"), page::submit_quiet(h, visit.t("Sluta ta emot svar")); });
        });
        return;
    }
    if (room.session.times.begins_at() > now) h.el("p", visit.t("Du kan öppna nu och skriva ut koden i förväg."));
    page::form(h, visit, answering_route, action, [&] { page::hidden_field(h, "gor", "oppna"), page::submit_quiet(h, visit.t("Öppna för svar")); });
}
void count(Html& h, const Visit& visit, const std::string& name, std::string_view words, std::string_view about) {
    h.el("div", {{"class", "count-line"}}, [&] {
        h.el("label", {{"for", name}}, [&] { h.text(words), h.el("span", {{"class", "visually-hidden"}}, ", " + std::string(about)); });
        h.empty("input", {{"class", "ds-input"}, {"id", name}, {"name", name}, {"value", visit.request.field(name).substr(0, 3)}, {"inputmode", "numeric"}, {"maxlength", "3"}, {"autocomplete", "off"}});
    });
}
void group(Html& h, std::string_view question, const std::function<void()>& body) {
    h.el("fieldset", {{"class", "ds-fieldset count-group"}}, [&] { h.el("legend", {{"class", "ds-label"}}, question), body(); });
}
void bundle(Html& h, const Visit& visit, const Room& room, const Questions& asked, const Survey& survey) {
    h.el("h3", visit.t("På papper"));
    h.el("p", visit.t("Räkna ihop pappren och skriv hur många som svarade vad. De kan inte vara fler än de som hade plats eller räknades. Inget kopplas till någon som var med."));
    page::form(h, visit, bundle_route, visit.url(room_path(room.session.id, "/efter/svar")), [&] {
        if (asked.load)
            for (const auto part : parts) group(h, visit.t(question(part)), [&] {
                for (const auto load : loads) count(h, visit, field_of(part, load), visit.t(words(load)), visit.t(question(part)));
            });
        if (asked.survey)
            for (const auto& q : survey.questions) group(h, q.text.in(visit.language()).text, [&] {
                for (const auto reply : replies) count(h, visit, field_of(q.key, reply), visit.t(words(reply)), q.text.in(visit.language()).text);
            });
        page::checkboxes(h, visit, {.name = "bort", .label = visit.t("Blev det fel sist?")}, {{"ja", std::string(visit.t("Dra av de här antalen. De räknades in fel förut."))}}, {}, {});
        page::submit(h, visit.t("Spara antalen"));
    });
}
void answers(Html& h, const Visit& visit, const Room& room, const After& after, const Survey& survey, base::Instant now) {
    h.el("h2", visit.t("Deltagarnas svar"));
    if (!after.questions.any()) return void(h.el("p", visit.t("Det här tillfället har inga frågor. De ställs första och sista gången, aldrig i grupper för barn och unga.")));
    h.el("p", visit.t("Frivilligt och utan namn. Bara årets antal sparas, för varje slags aktivitet. Du ser inga svar här."));
    if (after.questions.load) h.el("p", *after.questions.load == Turn::first ? visit.t("Vid det här tillfället ställs de två frågorna om kropp och tankar för första gången.") : visit.t("Vid det här tillfället ställs de två frågorna om kropp och tankar för sista gången."));
    if (!room.own || !room.session.takes_place()) return;
    code(h, visit, room, after, now);
    if (room.session.times.begins_at() <= now) bundle(h, visit, room, after.questions, survey);
}
Response shown_after(const Visit& visit, const Ground& ground, const Shown& shown, const Room& room, After after, const page::FieldErrors& errors) {
    if (shown.survey->questions.empty()) after.questions.survey = false;
    return room_page(visit, room, {"/efter", std::string(visit.t("Efteråt")), errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        note_form(h, visit, room, What::note, visit.t("Anteckning om tillfället"), visit.t("Vad ni gjorde och vad som är bra att veta till nästa gång. Inga namn, inget om någons liv. Högst 1500 tecken."), after.note, errors);
        note_form(h, visit, room, What::evaluation, visit.t("Vad gruppen sa om hur det var"), visit.t("Det som sades muntligt, som gruppens ord och inte någon enskilds."), after.evaluation, errors);
        answers(h, visit, room, after, *shown.survey, ground.clock.now());
    });
}
// An empty field is nobody; what is no number is wrong.
int typed_count(const Visit& visit, const std::string& field) {
    const auto typed = base::trimmed(visit.request.field(field));
    if (typed.empty()) return 0;
    return typed.size() <= 3 && typed.find_first_not_of("0123456789") == typed.npos ? std::stoi(std::string(typed)) : -1;
}
}

Response after_page(const Visit& visit, const Ground& ground, const Shown& shown) {
    const auto room = room_asked(visit, ground);
    return room ? shown_after(visit, ground, shown, *room, after_of(visit, ground, *room), {}) : Response::not_found();
}
Response save_note(const Visit& visit, const Ground& ground, const Shown& shown) {
    const auto room = room_asked(visit, ground);
    if (!room || !room->own) return Response::not_found();
    const auto what = visit.request.field("vad") == key(What::evaluation) ? What::evaluation : What::note;
    const auto& actor = *visit.request.actor;
    const auto now = ground.clock.now();
    const KitText in{room->session.id, what, std::string(visit.request.field(key(what)))};
    const auto names = names_around(visit, ground, *room);
    const auto with = words_with(ground.vault, ground.randomness);
    const auto kept = ground.database.write([&](db::Transaction& tx) { return keep_text(tx, with, actor, planning_scope(actor, now), now, in, names); });
    if (!kept) return Response::not_found();
    if (*kept) return back_to(visit, room->session.id, "/efter", "anteckning");
    page::FieldErrors errors;
    errors.add(key(what), visit.t(words(kept->refusal())));
    auto after = after_of(visit, ground, *room);
    (what == What::note ? after.note : after.evaluation) = in.words;
    return shown_after(visit, ground, shown, *room, std::move(after), errors);
}
Response save_answering(const Visit& visit, const Ground& ground, const Shown&) {
    const auto session = session_asked(visit);
    if (!session) return Response::not_found();
    const auto& actor = *visit.request.actor;
    const auto now = ground.clock.now();
    const bool opens = visit.request.field("gor") == "oppna";
    const auto hash = answer_hash(ground.vault, answer_code(ground.vault, *session));
    const auto answer = ground.database.write([&](db::Transaction& tx) { return opens ? open_answering(tx, actor, planning_scope(actor, now), now, *session, *hash) : close_answering(tx, actor, planning_scope(actor, now), now, *session); });
    return answer ? back_to(visit, *session, "/efter", opens ? "oppen" : "stangd") : back_refused(visit, *session, "/efter", answer.refusal());
}
Response save_bundle(const Visit& visit, const Ground& ground, const Shown& shown) {
    const auto session = session_asked(visit);
    if (!session) return Response::not_found();
    const auto& actor = *visit.request.actor;
    const auto now = ground.clock.now();
    Bundle in{.session = *session, .take_away = visit.request.field("bort") == "ja"};
    for (const auto part : parts)
        for (const auto load : loads) in.loads.push_back({{part, load}, typed_count(visit, field_of(part, load))});
    for (const auto& q : shown.survey->questions)
        for (const auto reply : replies) in.survey.push_back({{q.key, reply}, typed_count(visit, field_of(q.key, reply))});
    std::vector<facts::Drawn> drawn;
    for (std::size_t i = 0; i < in.loads.size() + in.survey.size(); ++i) drawn.push_back(facts::draw(ground.randomness));
    const auto answer = ground.database.write([&](db::Transaction& tx) { return add_bundle(tx, actor, planning_scope(actor, now), now, in, drawn); });
    return answer ? back_to(visit, *session, "/efter", in.take_away ? "borttagna" : "svar") : back_refused(visit, *session, "/efter", answer.refusal());
}
}
