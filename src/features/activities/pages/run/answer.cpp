// /korta-fragor: for whoever was there. A code from the room, a few questions, and nothing that tells who answered. The browser keeps nothing.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/contact/limits.hpp"
#include "features/contact/opened.hpp"

namespace activities {
namespace {
constexpr std::int64_t least_ms = 2'000, slow_ms = 6'000;

Response code_form(const Visit& visit, std::string_view typed, const page::FieldErrors& errors) {
    const bool posted = visit.request.method == web::Method::post;
    return own_frame(visit, Leaf::answers, visit.t("Några korta frågor"), errors.any() ? std::string_view() : answer_path, [&](Html& h) {
        page::error_summary(h, visit, errors);
        h.el("h1", visit.t("Några korta frågor"));
        h.el("p", visit.t("Du har fått en kod där ni träffades. Skriv den här."));
        page::form(h, visit, answer_route, visit.url(answer_path), [&] {
            page::text_field(h, visit, {.name = "kod", .label = visit.t("Koden"), .hint = visit.t("Åtta bokstäver och siffror. Mellanrum spelar ingen roll."), .value = typed, .longest = 20}, errors);
            page::submit(h, visit.t("Fortsätt"));
        });
    }, !errors.any() ? 200 : posted ? 422 : 404);
}
Response not_open(const Visit& visit, std::string_view typed) {
    page::FieldErrors errors;
    errors.add("kod", visit.t("Koden öppnar inget. Se efter att den är rätt skriven. Den gäller bara några dagar."));
    return code_form(visit, base::valid_utf8(typed) ? typed.substr(0, 20) : std::string_view(), errors);
}
template <class All> std::vector<page::Choice> choices(const Visit& visit, const All& all) {
    std::vector<page::Choice> out;
    for (const auto one : all) out.push_back({std::string(key(one)), std::string(visit.t(words(one)))});
    return out;
}
struct Leave {
    std::string code, opened;
    const char* note = nullptr;
    page::FieldErrors errors = {};
    int status = 200;
};
Response questions(const Visit& visit, const Shown& shown, const Questions& asked, const Leave& l) {
    return own_frame(visit, Leaf::answering, visit.t("Några korta frågor"), "", [&](Html& h) {
        page::error_summary(h, visit, l.errors);
        if (l.note) page::notice(h, visit.frame, page::Tone::info, visit.t(l.note), [&] { if (l.status == 429) h.el("p", visit.t("Det du har valt står kvar.")); });
        h.el("h1", visit.t("Några korta frågor"));
        h.el("p", visit.t("Svara på det du vill. Vi sparar inte vem du är, bara hur många som har svarat vad under året."));
        page::form(h, visit, answer_route, visit.url(answer_path), [&] {
            page::hidden_field(h, "kod", l.code);
            page::hidden_field(h, "opened", l.opened);
            page::hidden_field(h, "steg", "svar");
            const auto ask = [&](std::string_view name, std::string_view label, const std::vector<page::Choice>& list) { page::radios(h, visit, {.name = name, .label = label, .value = visit.request.field(name), .may_be_empty = true}, list, l.errors); };
            if (asked.load)
                for (const auto part : parts) ask(key(part), visit.t(question(part)), choices(visit, loads));
            if (asked.survey)
                for (const auto& q : shown.survey->questions) ask(q.key, q.text.in(visit.language()).text, choices(visit, replies));
            page::submit(h, visit.t("Lämna svaren"));
        });
    }, l.status);
}
Response thanks(const Visit& visit) {
    return own_frame(visit, Leaf::answered, visit.t("Tack"), "", [&](Html& h) {
        h.el("h1", visit.t("Tack för dina svar"));
        h.el("p", {{"class", "lead"}}, visit.t("De räknas in i årets antal. Ingen kan se att det var du."));
        h.el("p", visit.t("Har det blivit tungt för dig? Du kan alltid fråga oss."));
        h.el("p", [&] { page::link(h, visit.url("/fraga"), visit.t("Fråga oss")); });
    });
}
Given given_in(const Visit& visit, const Survey& survey) {
    Given out{load_from(visit.request.field(key(Part::body))), load_from(visit.request.field(key(Part::mind))), {}};
    for (const auto& q : survey.questions)
        if (const auto reply = reply_from(visit.request.field(q.key))) out.survey.emplace_back(q.key, *reply);
    return out;
}
// Nothing when no answers come in there, or nothing is asked.
std::optional<Asking> asking(const Ground& ground, const Shown& shown, const std::optional<std::string>& hash) {
    auto at = hash ? ground.database.read([&](db::Reader& reader) { return asking_by(reader, *hash, ground.clock.now()); }) : std::nullopt;
    if (at && shown.survey->questions.empty()) at->questions.survey = false;
    return at && at->questions.any() ? at : std::nullopt;
}
Leave begun(const Ground& ground, std::string_view code) { return {std::string(code.substr(0, 20)), contact::opened_now(ground.vault, ground.randomness, ground.clock.now()).text}; }
// Whoever is quicker than a person, and whoever sends the same form twice, is told to wait, or thanked once more. A room answers all at once, from
// one network.
bool too_quick(const Visit& visit, const Ground& ground, const Answering& where, std::string_view opened_text) {
    const auto now = ground.clock.now();
    const auto& peer = visit.request.peer;
    const auto opened = contact::opened_from(ground.vault, opened_text);
    const auto age = opened ? now.ms - opened->at.ms : 0;
    if (!opened || age < least_ms) return true;
    auto& measures = ground.memory->measures;
    if (age < slow_ms) return !measures.may("answer", contact::Measures::Pace::quick, peer, contact::network_of(peer), now);
    return !measures.may_answer(where.session.text(), peer, where.room, now);
}
}

Response answer_code_page(const Visit& visit, const Ground&, const Shown&) { return code_form(visit, "", {}); }
Response answer_page(const Visit& visit, const Ground& ground, const Shown& shown) {
    const auto code = visit.request.param("code");
    const auto at = asking(ground, shown, answer_hash(ground.vault, code));
    if (!at) return not_open(visit, "");
    return questions(visit, shown, at->questions, begun(ground, code));
}
Response save_answer(const Visit& visit, const Ground& ground, const Shown& shown) {
    const auto code = visit.request.field("kod");
    const auto hash = answer_hash(ground.vault, code);
    const auto at = asking(ground, shown, hash);
    if (!at) return not_open(visit, code);
    if (visit.request.field("steg") != "svar") return questions(visit, shown, at->questions, begun(ground, code));
    Leave l{std::string(code.substr(0, 20)), std::string(visit.request.field("opened"))};
    if (ground.memory->opened.is_kept(l.opened)) return thanks(visit);
    const auto in = given_in(visit, *shown.survey);
    if (in.none()) {
        l.errors.add(at->questions.load ? key(Part::body) : shown.survey->questions.front().key, visit.t("Svara på minst en fråga, eller lämna sidan."));
        l.status = 422;
        return questions(visit, shown, at->questions, l);
    }
    if (too_quick(visit, ground, at->where, l.opened)) {
        l.note = i18n::key("Vänta en liten stund och tryck igen");
        l.status = 429;
        return questions(visit, shown, at->questions, l);
    }
    std::vector<facts::Drawn> drawn;
    for (std::size_t i = 0; i < in.answers(); ++i) drawn.push_back(facts::draw(ground.randomness));
    const auto now = ground.clock.now();
    (void)ground.memory->opened.id_of(l.opened, "svar", now);
    const auto kept = ground.database.write([&](db::Transaction& tx) { return keep_answer(tx, *hash, form_answered(ground.vault, l.opened), now, in, drawn); });
    if (kept) return ground.memory->opened.kept(l.opened), thanks(visit);
    if (kept.refusal() == AnswerRefusal::closed) return not_open(visit, code);
    l.note = kept.refusal() == AnswerRefusal::full ? i18n::key("Koden tar inte emot fler svar. Har du inte svarat? Säg till den som leder, så får du svara på papper.") : i18n::key("Svara på minst en fråga, eller lämna sidan.");
    l.status = 422;
    return questions(visit, shown, at->questions, l);
}
}
