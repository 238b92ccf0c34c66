// /fraga/granska and /fraga/skicka: everything once more, then it is sent, once.
#include "base/text.hpp"
#include "features/contact/pages_asking.hpp"

namespace contact {
namespace {
constexpr std::int64_t least_ms = 15'000, slow_ms = 60'000;

Response to(const Visit& visit, std::string_view path) { return Response::see_other(visit.url(path).text()); }

void row(Html& h, const Visit& visit, std::string_view label, std::string_view says, Step step) {
    h.el("div", [&] {
        h.el("dt", label);
        h.el("dd", {{"class", "as-written"}}, says.empty() ? visit.t("Inget skrivet") : says);
        h.el("dd", {{"class", "change"}}, [&] { page::link_about(h, visit.url(step_path(step)).with("andra", "1"), visit.t("Ändra"), label); });
    });
}
template <std::size_t n> std::string listed(const Visit& visit, const std::vector<std::string>& chosen, const std::array<Tick, n>& of) {
    std::string out;
    for (const auto& tick : of)
        if (std::find(chosen.begin(), chosen.end(), tick.key) != chosen.end()) out += (out.empty() ? "" : "\n") + std::string(visit.t(tick.words));
    return out.empty() ? std::string(visit.t("Inget valt")) : out;
}
std::string ways_of(const Visit& visit, const Reachable& r) {
    std::string out;
    const auto add = [&](bool on, const char* words) { on ? void(out += (out.empty() ? "" : "\n") + std::string(visit.t(words))) : void(); };
    add(r.call, i18n::key("Ring mig")), add(r.sms, i18n::key("Skicka ett sms när det finns ett svar")), add(r.mail, i18n::key("Skicka ett mejl när det finns ett svar")), add(r.letter, i18n::key("Skicka ett brev"));
    return out.empty() ? std::string(visit.t("Jag läser svaret här med min kod")) : out;
}

void rows(Html& h, const Visit& visit, const Draft& draft) {
    const auto r = asked_for(draft);
    const auto number = [&] { return r.phone + " (" + std::string(r.own_number() ? visit.t("mitt eget") : r.whose == Whose::other ? visit.t("någon annans") : visit.t("du har inte sagt vems det är")) + ")"; };
    h.el("dl", {{"class", "my-answers"}}, [&] {
        row(h, visit, visit.t("Det du skrev"), draft.text, Step::write);
        for (const auto step : steps_of(draft)) switch (step) {
                case Step::number:
                    row(h, visit, visit.t("Namn att fråga efter"), r.name, step);
                    row(h, visit, visit.t("Nummer"), number(), step);
                    break;
                case Step::name: row(h, visit, visit.t("Namn"), r.name, step); break;
                case Step::reach:
                    row(h, visit, visit.t("Hur vi får nå dig"), ways_of(visit, r), step);
                    if (!r.phone.empty()) row(h, visit, visit.t("Telefon"), number(), step);
                    if (!r.email.empty()) row(h, visit, visit.t("E-post"), r.email, step);
                    if (!r.address.empty()) row(h, visit, visit.t("Postadress"), r.address, step);
                    break;
                case Step::times:
                    row(h, visit, visit.t("Trygga dagar"), listed(visit, r.days, safe_days), step);
                    row(h, visit, visit.t("Trygga tider"), listed(visit, r.hours, safe_hours), step);
                    row(h, visit, visit.t("Meddelande om du inte svarar"), r.voicemail ? visit.t("Ja") : visit.t("Nej"), step);
                    row(h, visit, visit.t("Så presenterar vi oss"), visit.t(presentation_words(r.present_as)), step);
                    break;
                case Step::extras:
                    row(h, visit, visit.t("Tolk"), draft.interpreter, step);
                    row(h, visit, visit.t("Hur vi ska svara"), draft.wish, step);
                    break;
                case Step::write:
                case Step::check: break;
            }
    });
}

// All that is random, made before the transaction.
Sent sent(const Visit& visit, const Asking& a, const Held& there, const Promise& promise) {
    const auto& id = there.visit.contact;
    const auto& draft = there.draft;
    std::optional<Naming> name;
    if (draft.way != Way::written) name.emplace(naming(a.ground, promise.reception.area, draft.young, asked_for(draft)));
    const auto receipt = new_receipt(a.ground);
    std::optional<std::string> interpreter;
    if (!draft.interpreter.empty()) interpreter = contact::sealed(there.key, interpreter_column, id, draft.interpreter);
    const Sending sending{.id = id, .area = there.visit.area, .draft = draft, .read_content = there.row.content, .promise = promise, .wording = base::joined(told(visit, a, promise, draft), "\n"),
                          .body = contact::sealed(there.key, message_column, id, first_message(draft), 1), .interpreter = interpreter, .naming = name ? &*name : nullptr, .receipt = receipt,
                          .visit = there.visit.hash, .sealed_code = sealed_code(a.ground.vault, there.visit.secret, there.visit.hash, receipt.code.printed())};
    return a.ground.database.write([&](db::Transaction& tx) { return send(tx, a.ground.vault, a.ground.clock.now(), sending); });
}
}

Response check_page(const Visit& visit, const Asking& a, const Held& there, const char* note, int status) {
    const auto promise = promise_now(a);
    if (!promise) return phone_way(visit, a.shown, false);
    const bool posted = visit.request.method == web::Method::post;
    return ask_frame(visit, {.leaf = Leaf::check, .title = std::string(visit.t("Läs igenom innan du skickar")), .path = posted ? "" : step_path(Step::check), .young = there.draft.young}, [&](Html& h) {
        if (note) page::notice(h, visit.frame, page::Tone::info, visit.t(note), [&] { h.el("p", visit.t("Det du har skrivit står kvar.")); });
        h.el("h1", visit.t("Läs igenom innan du skickar"));
        rows(h, visit, there.draft);
        auto draft = there.draft;
        draft.young = false;   // said before the first word only
        say_told(h, visit, a, *promise, draft);
        page::form(h, visit, send_route, visit.url("/fraga/skicka"), [&] {
            page::hidden_field(h, "svar", base::to_text(promise->answered_by.ms));
            page::submit(h, visit.t("Skicka"));
        });
        page::form(h, visit, step_route, visit.url(step_path(Step::check)), [&] { later_button(h, visit, Step::check); });
    }, status);
}

Response save_question(const Visit& visit, const Asking& a) {
    const auto promise = promise_now(a);
    if (!promise) return phone_way(visit, a.shown, false);
    const auto there = held(a, visit.request);
    if (!there) return to(visit, talk(a, visit.request) ? std::string_view("/fraga/klart") : ask_path);
    const auto now = a.ground.clock.now();
    if (const auto unfilled = first_unfilled(there->draft, now); unfilled != Step::check) return to(visit, step_path(unfilled));
    if (visit.request.field("svar") != base::to_text(promise->answered_by.ms)) return check_page(visit, a, *there, i18n::key("Dagen då du får svar har ändrats. Läs och skicka igen."), 422);
    const auto age = now < there->row.begun_at ? slow_ms : now.ms - there->row.begun_at.ms;   // begun in the future: the clock was set back
    const auto pace = age >= slow_ms ? Measures::Pace::slow : Measures::Pace::quick;
    if (age < least_ms || !a.memory.measures.may("send", pace, visit.request.peer, promise->reception.area.text(), now)) return check_page(visit, a, *there, i18n::key("Vänta en liten stund och tryck igen"), 429);
    switch (sent(visit, a, *there, *promise)) {
        case Sent::now:
        case Sent::before: return to(visit, "/fraga/klart");
        case Sent::changed: return to(visit, step_path(Step::check));
        case Sent::gone: return to(visit, ask_path);
    }
    throw base::Bug("an unknown end of sending");
}
}
