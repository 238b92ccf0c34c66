// What may be done with a contact: the forms on its page.
#include "features/contact/pages/desk/typed.hpp"

namespace contact {
namespace {
using html::Html;

// A ready and neutral sentence on who took it over; sent by nobody but the reader of this page, and never about violence.
std::string ready_answer(const Visit& visit, const Desk& desk, const OpenedContact& o) {
    const auto id = store::RouteId::from(visit.request.asked("fardigt"));
    for (const auto& way : o.ways) {
        if (!id || way.route.id != *id || !way.route.handed_at || way.route.kind == RouteKind::violence) continue;
        const auto& who = desk.shown.ways_out->of(way.route.kind).who;
        return visit.t("Jag har lämnat det du skrev vidare till {who}. Det påverkar inte hjälpen. Skriv hit om du undrar något.", {{"who", who.empty() ? std::string(visit.t("den som ansvarar för det i kommunen")) : who}});
    }
    return {};
}
std::string_view hint(const Visit& visit, const OpenedContact& o) {
    if (o.code) return visit.t("Läses på webbplatsen, med kod. Skriv inget som kan skada om någon annan ser det.");
    return visit.t("Den som frågade läser inte här. Skriv vad du svarade, och hur.");
}
}

void answering(Html& h, const Visit& visit, const Desk& desk, const OpenedContact& o, const Typed& typed) {
    if (o.contact().left_at) return;
    const auto text = !typed.answer.empty() ? typed.answer : ready_answer(visit, desk, o);
    h.el("section", {{"class", "panel"}}, [&] {
        page::form(h, visit, answer_route, visit.url(path_of(o.contact().id) + "/svara"), [&] {
            page::text_area(h, visit, {.name = "svar", .label = visit.t("Svara"), .hint = hint(visit, o), .value = text, .longest = static_cast<int>(longest_desk_text)}, 6, typed.errors);
            page::submit(h, o.code ? visit.t("Skicka svaret") : visit.t("Spara svaret"));
        });
    });
}
void noting(Html& h, const Visit& visit, const OpenedContact& o, const Typed& typed) {
    h.el("section", {{"class", "panel"}}, [&] {
        page::form(h, visit, note_route, visit.url(path_of(o.contact().id) + "/anteckna"), [&] {
            page::text_area(h, visit, {.name = "anteckning", .label = visit.t("Anteckna för er i teamet"),
                                       .hint = visit.t("Skriv om den som frågar. Det du skriver om den närstående kan den närstående få läsa (OSL 12:1, 26:5)."), .value = typed.note, .longest = static_cast<int>(longest_desk_text)}, 3, typed.errors);
            page::submit_quiet(h, visit.t("Spara anteckningen"));
        });
    });
}
void closing(Html& h, const Visit& visit, const OpenedContact& o, const Typed& typed) {
    std::vector<page::Choice> choices{{"", std::string(visit.t("Välj hur det gick"))}};
    for (const auto outcome : outcomes) choices.push_back({std::string(key(outcome)), std::string(visit.t(words(outcome)))});
    h.el("section", {{"class", "panel"}}, [&] {
        page::form(h, visit, close_route, visit.url(path_of(o.contact().id) + "/avsluta"), [&] {
            page::select(h, visit, {.name = "outcome", .label = visit.t("Avsluta"), .hint = o.code && !o.contact().left_at ? visit.t("Den som frågade kan läsa vidare. Ett nytt meddelande öppnar kontakten igen.") : std::string_view(), .value = typed.outcome}, choices, typed.errors);
            page::submit_quiet(h, visit.t("Avsluta kontakten"));
        });
    });
}
}
