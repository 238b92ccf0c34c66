// /personal/inkorg/{id}/bedom: one incoming text, the six questions about it, and whether there are children here (feature G2). None of the six is
// answered beforehand: a no is a human's.
#include "base/text.hpp"
#include "features/contact/pages/desk/opened.hpp"
#include <charconv>

namespace contact {
namespace {
using html::Html;
using page::FieldErrors;

constexpr std::string_view children_name = "barn";
using Chosen = std::array<std::optional<Answer>, triage_questions.size()>;

// The text that is asked about; without one in the address the first that nobody has judged, or the newest.
const OpenedContact::Said* text_in(const OpenedContact& o, std::string_view asked) {
    std::int64_t position = 0;
    std::from_chars(asked.data(), asked.data() + asked.size(), position);
    const auto unjudged = o.unjudged();
    if (asked.empty() && !unjudged.empty()) position = unjudged.front();
    const OpenedContact::Said* newest = nullptr;
    for (const auto& one : o.said) {
        if (one.message.kind != MessageKind::incoming) continue;
        if (one.message.position == position) return &one;
        newest = &one;
    }
    return asked.empty() ? newest : nullptr;
}

std::vector<page::Choice> answers(const Visit& visit) {
    return {{"no", std::string(visit.t("Nej"))}, {"yes", std::string(visit.t("Ja"))}, {"unsure", std::string(visit.t("Osäker"))}};
}
const char* hint(Triage question) {
    switch (question) {
        case Triage::investigation: return i18n::key("Något som nämnden kan behöva göra något åt (SoL 14:2).");
        case Triage::child: return i18n::key("Misstanke räcker. Det gäller alla barn (SoL 19:1).");
        case Triage::shortcoming: return i18n::key("Också det som är på väg att bli fel (SoL 27:2, lex Sarah).");
        case Triage::violence_against: return i18n::key("Slag, hot, kränkningar, kontroll över pengar eller vardag.");
        case Triage::violence_by: return i18n::key("Också av trötthet eller sjukdom. Det går att få hjälp.");
        case Triage::violence_cared_for: return i18n::key("Från vem som helst, också personal.");
    }
    throw base::Bug("an unknown question");
}

void earlier(Html& h, const Visit& visit, const OpenedContact& o, std::int64_t message) {
    std::size_t former = 0;
    for (const auto& j : o.judged) former += j.message == message ? 1 : 0;
    if (former == 0) return;
    const auto s = standing(o.judged, message);
    h.el("p", visit.t("Senast bedömt {when}, {who}. Det du svarar nu gäller; det gamla finns kvar.", {{"when", when(visit, s[0]->at)}, {"who", o.colleagues.of(visit, s[0]->account)}}));
}

// What she typed, or what is known; a text that was judged before nobody asked says that nobody knows.
void children_field(Html& h, const Visit& visit, const Contact& c, const FieldErrors& errors) {
    std::vector<page::Choice> choices;
    for (const auto one : all_children) choices.push_back({std::string(key(one)), std::string(visit.t(words(one)))});
    page::radios(h, visit, {.name = children_name, .label = visit.t("Finns det barn här?"),
        .hint = visit.t("Barn eller unga som berörs av det som står, hemma eller nära. Svaret räknas bara, utan namn. Vet du inte: fråga när du svarar."),
        .value = children_from(visit.request.field(children_name)) ? visit.request.field(children_name) : key(c.children)}, choices, errors);
}

Response shown(const Visit& visit, const Desk& desk, std::string_view asked, const Chosen& chosen, const FieldErrors& errors) {
    const auto o = opened_for(visit, desk);
    const auto* text = o ? text_in(*o, asked) : nullptr;
    if (!text || !o->may_act()) return Response::not_found();
    const auto position = base::to_text(text->message.position);
    return page::staff_page(visit, {.title = std::string(visit.t("Bedöm")) + " " + text_of(o->contact().number), .current = std::string(inbox_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}, {path_of(o->contact().id), called(visit, o->contact())}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Bedöm meddelandet"));
        h.el("p", visit.t("Läs och svara på sex frågor. Är du osäker: svara osäker. Då öppnas en väg ut, och någon annan avgör. Sist frågar vi om det finns barn här."));
        if (visit.request.actor->shortcuts()) h.el("p", {{"class", "subtle"}}, visit.t("Tangenterna n, j och o svarar på frågan och går till nästa."));
        earlier(h, visit, *o, text->message.position);
        h.el("ol", {{"class", "talk"}}, [&] { h.el("li", {{"class", "incoming"}}, [&] { h.el("p", {{"class", "talk-head"}}, [&] { h.el("b", visit.t("Den som frågar")), h.el("span", when(visit, text->message.at)); }), h.el("p", {{"class", "talk-text"}}, text->text); }); });
        h.el("div", {{"class", "judge"}, {"data-judge", true}}, [&] {
            page::form(h, visit, judge_route, visit.url(path_of(o->contact().id) + "/bedom"), [&] {
                page::hidden_field(h, "meddelande", position);
                for (const auto q : triage_questions) {
                    const auto& answer = chosen[static_cast<std::size_t>(q)];
                    page::radios(h, visit, {.name = key(q), .label = visit.t(words(q)), .hint = visit.t(hint(q)), .value = answer ? key(*answer) : std::string_view()}, answers(visit), errors);
                }
                children_field(h, visit, o->contact(), errors);
                page::submit(h, visit.t("Spara bedömningen"));
            });
        });
    }, errors.any() ? 422 : 200);
}

Chosen chosen_in(const Visit& visit, FieldErrors& errors) {
    Chosen out;
    for (const auto q : triage_questions) {
        out[static_cast<std::size_t>(q)] = answer_from(visit.request.field(key(q)));
        if (!out[static_cast<std::size_t>(q)]) errors.add(key(q), visit.t("Svara på frågan: {question}", {{"question", visit.t(words(q))}}));
    }
    return out;
}
}

Response triage_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, visit.request.asked("meddelande"), {}, {}); }

Response save_triage(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const std::string asked(visit.request.field("meddelande"));
    FieldErrors errors;
    const auto chosen = chosen_in(visit, errors);
    if (errors.any()) return shown(visit, desk, asked, chosen, errors);
    auto& random = desk.ground.randomness;
    const auto route = [&] { return crypto::new_id<store::RouteId>(random); };
    Triaging t{*id, 0, {}, {route(), route(), route(), route()}};
    std::from_chars(asked.data(), asked.data() + asked.size(), t.message);
    t.children = children_from(visit.request.field(children_name));
    for (const auto q : triage_questions) t.answers[static_cast<std::size_t>(q)] = *chosen[static_cast<std::size_t>(q)];
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return judge(tx, *visit.request.actor, desk.now(), t, *desk.shown.ways_out); });
    if (!done) return Response::not_found();
    return Response::see_other(path_of(*id) + "?klart=bedomt" + (done->empty() ? "" : "#vagar"));
}
}
